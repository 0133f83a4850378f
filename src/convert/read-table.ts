import { checkLanguage } from '../config/check-language.ts'
import { fitAddress } from './fit-address.ts'
import { fitName } from './fit-name.ts'
import { fitSite } from './fit-site.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedItem, ImportedPlanet, ImportNote } from './imported-planet.ts'
import { looksLikeFeed } from './looks-like-feed.ts'
import { makeItemComments } from './make-item-comments.ts'

type Row = { cells: string[]; line: number }
type Table = { header: Row | undefined; rows: Row[]; comments: { text: string; line: number }[]; feed: number }

/** Names of columns, in small letters without anything else. */
const feedName =
  /^((feed|rss|atom|xml)(s|url|uri|link|address|feed|feedurl|rss|atom)?|rssatom|flux|fluxrss|jsonfeed|feedadresse)$/
const addressName = /^(url|uri|address|adresse|link|href|source|quelle)$/
const siteName = /^((site|website|web|homepage|home|html|blog|weblog|page)(url|uri|link|address)?|link|url|uri)$/
const nameName = /^((blog|site|feed|website|channel)?(name|title|titel)|text|blog|nom|titre|who)$/
const tagName = /^(tags?|categor(y|ies)|kategorien?|groups?|folders?|topics?|sections?|labels?)$/
const languageName = /^(language|lang|sprache|langue|idioma)$/
const faceName = /^(face|avatar|icon|image|photo|picture|hackergotchi)$/
const yes = /^(1|y|yes|true|x|on)$/i
const no = /^(0|n|no|false|off)$/i

const delimiters = [',', '\t', ';', '|']
/** Cells of a row that are looked at. */
const mostCells = 100
/** Rows by which a table is known. */
const sample = 200

const isAddress = (cell: string) => /^(https?|feed):\S+$/i.test(cell)

/** True for a table with a column of addresses: CSV (RFC 4180), also with semicolons, as spreadsheets write it in Europe, or tabs. */
export function isTable(text: string): boolean {
  return findTable(text) !== undefined
}

/**
 * A list of blogs kept in a spreadsheet: a feed a row. What a column is, its name says; without a first row of names, or where names say
 * nothing, what is in it. A column that Planet has no key for becomes a key of the operator's own.
 */
export function readTable(text: string): ImportedPlanet {
  const table = findTable(text)
  const notes: ImportNote[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  if (table === undefined) return { format: 'table', settings: [], items, notes }
  const columns = nameColumns(table, notes)
  let said = 0
  const sayUntil = (line: number) => {
    for (; (table.comments[said]?.line ?? line) < line; said++) pending.add(table.comments[said]?.text ?? '')
  }
  for (const { cells, line } of table.rows) {
    sayUntil(line)
    const keys = new Map<string, unknown>()
    for (const [at, cell] of cells.entries()) {
      const column = columns[at]
      if (cell !== '' && column !== undefined && column !== 'url') takeCell(keys, column, cell, line)
    }
    const written = cells[table.feed] ?? ''
    const fitted = written === '' ? undefined : fitAddress(written)
    if (fitted === undefined || 'problem' in fitted) {
      const site = keys.get('site')
      const message =
        fitted !== undefined
          ? fitted.problem
          : site === undefined
            ? 'a row without the address of a feed'
            : `${site}: a page without its feed, which planet add finds`
      notes.push({ group: 'needs you', line, message, isComment: true })
      pending.add(` ${cells.filter((cell) => cell !== '').join(', ')}`)
      continue
    }
    if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
    items.push({ kind: 'feed', url: fitted.url, keys, inside: [], comments: pending.take(), line })
  }
  sayUntil(Number.POSITIVE_INFINITY)
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  return { format: 'table of feeds', settings: [], items, notes }

  function takeCell(keys: Map<string, unknown>, column: string, cell: string, line: number): void {
    if (column === 'name' || column === 'author') {
      const { name, change } = fitName(cell)
      if (name !== '') keys.set(column, name)
      if (change !== undefined) notes.push({ group: 'changed', line, message: change })
    } else if (column === 'site') {
      const { site, change } = fitSite(cell)
      keys.set(column, site)
      if (change !== undefined) notes.push({ group: 'changed', line, message: change })
    } else if (column === 'tags') {
      const tags = cell.split(/[,;|]/).flatMap((tag) => fitTag(tag) ?? [])
      if (tags.length > 0) keys.set(column, [...new Set([...((keys.get(column) as string[]) ?? []), ...tags])])
    } else if (column === 'language') {
      const language = checkLanguage(cell.replaceAll('_', '-'))
      keys.set('value' in language ? column : 'x-language', 'value' in language ? language.value : cell)
    } else if (column === 'paused') {
      const name = table?.header?.cells[columns.indexOf(column)] ?? column
      const isOff = /^(active|enabled)$/i.test(name) ? no.test(cell) : !no.test(cell)
      if (isOff) keys.set(column, yes.test(cell) || no.test(cell) ? `${name}: ${cell}` : cell)
    } else keys.set(column, cell)
  }
}

/** The key of feeds.yaml that each column gives; `undefined`: it is dropped. */
function nameColumns({ header, rows, feed }: Table, notes: ImportNote[]): (string | undefined)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0)
  const known = new Set<string>()
  const once = (key: string) => {
    if (known.has(key) && key !== 'tags') return undefined
    known.add(key)
    return key
  }
  const places = [...Array(width).keys()]
  const addresses = new Set(places.filter((at) => rows.some(({ cells }) => isAddress(cells[at] ?? ''))))
  const findKey = (at: number): string | undefined => {
    const name = plain(header?.cells[at] ?? '')
    if (at === feed) return once('url')
    if (header === undefined) return undefined
    if (faceName.test(name)) return once('face')
    if (addresses.has(at)) return siteName.test(name) ? once('site') : undefined
    if (nameName.test(name)) return once('name')
    if (tagName.test(name)) return once('tags')
    if (languageName.test(name)) return once('language')
    if (/^(active|enabled|disabled|paused)$/.test(name)) return once('paused')
    return /^(author|note)$/.test(name) ? once(name) : undefined
  }
  const said = places.map(findKey)
  const columns = said.map((key, at) => {
    if (key !== undefined) return key
    if (addresses.has(at) && !known.has('site')) return once('site')
    if (header === undefined) return addresses.has(at) ? undefined : once('name')
    const own = (header.cells[at] ?? '')
      .toLowerCase()
      .replace(/[^a-z\d_-]+/g, '-')
      .replace(/^-+|-+$/g, '')
    return own === '' ? undefined : once(`x-${own}`)
  })
  const lost = places.filter((at) => columns[at] === undefined && rows.some(({ cells }) => (cells[at] ?? '') !== ''))
  for (const at of lost) {
    const name = header?.cells[at] ?? ''
    const message = `column ${at + 1}${name === '' ? '' : ` (${name})`}: it has no name that a key can have`
    notes.push({ group: 'dropped', line: header?.line ?? rows[0]?.line, message })
  }
  if (header !== undefined) {
    const pairs = columns.flatMap((key, at) => (key === undefined ? [] : `${key} from “${header.cells[at]}”`))
    notes.push({ group: 'kept', line: header.line, message: `columns: ${pairs.join(', ')}` })
  }
  return columns
}

function findTable(text: string): Table | undefined {
  // JSON, and lists of Newsboat, whose tags stand in quotes.
  if (/^\s*[[{]/.test(text) || /^"?(query|exec|filter):|\s"~/m.test(text)) return undefined
  const start = text.split(/\r\n|\n|\r/, sample).join('\n')
  for (const delimiter of delimiters) {
    const table = judge(splitRows(start, delimiter))
    if (table !== undefined) return judge(splitRows(text, delimiter))
  }
  return undefined
}

/** @returns `undefined` where most rows have no address in one and the same column, and something beside it */
function judge({ rows, comments }: { rows: Row[]; comments: Table['comments'] }): Table | undefined {
  const [first, ...others] = rows
  if (first === undefined || first.cells.length < 2) return undefined
  const isHeader = others.length > 0 && !first.cells.some((cell) => /^\w+:\/\//.test(cell))
  const header = isHeader ? first : undefined
  const body = isHeader ? others : rows
  const wide = body.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  if (wide.length * 5 < body.length * 4 || (header === undefined && body.length < 2)) return undefined
  const places = first.cells.map((_, at) => {
    const name = plain(header?.cells[at] ?? '')
    const found = body.flatMap(({ cells }) => (isAddress(cells[at] ?? '') ? [cells[at] ?? ''] : []))
    const feeds = found.filter(looksLikeFeed).length
    const rank = feedName.test(name) ? 3 : addressName.test(name) ? 2 : siteName.test(name) ? 0 : 1
    return { at, rank, found: found.length, feeds }
  })
  const best = places
    .filter(({ found, feeds, rank }) => found > 0 && (rank > 0 || feeds > 0))
    .sort((a, b) => (b.rank === 3 || a.rank === 3 ? b.rank - a.rank : b.feeds - a.feeds || b.rank - a.rank))[0]
  if (best === undefined || Math.max(...places.map(({ found }) => found)) * 2 < body.length) return undefined
  return { header, rows: body, comments, feed: best.at }
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '')

/** Rows of cells without the blanks around them; a row that begins with `#` is a comment. */
function splitRows(text: string, delimiter: string): { rows: Row[]; comments: Table['comments'] } {
  const rows: Row[] = []
  const comments: Table['comments'] = []
  let line = 1
  /** The next end of a line, and the next delimiter, from where it reads. */
  let [end, next] = [-1, -1]
  for (let at = 0; at < text.length; ) {
    const begun = line
    if (text[at] === '#' && text[at + 1] !== delimiter) {
      const end = findEnd(text, at)
      comments.push({ text: text.slice(at + 1, end).trimEnd(), line })
      at = skipEnd(text, end)
      line++
      continue
    }
    const cells: string[] = []
    for (let isOpen = true; isOpen; ) {
      const quoted = /[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?=[,;\t|]|\r|\n|$)/y
      quoted.lastIndex = at
      const found = quoted.exec(text)
      if (found !== null) {
        cells.push((found[1] ?? '').replaceAll('""', '"').trim())
        line += (found[1] ?? '').split(/\r\n|\n|\r/).length - 1
        at = quoted.lastIndex
      } else {
        if (end < at) end = findEnd(text, at)
        if (next < at) next = text.indexOf(delimiter, at)
        if (next === -1) next = text.length
        const to = Math.min(end, next)
        cells.push(text.slice(at, to).trim())
        at = to
      }
      isOpen = text[at] === delimiter && cells.length < mostCells
      if (isOpen) at++
    }
    at = skipEnd(text, findEnd(text, at))
    line++
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line: begun })
  }
  return { rows, comments }
}

function findEnd(text: string, from: number): number {
  const end = /[\r\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

function skipEnd(text: string, at: number): number {
  return at + (text.startsWith('\r\n', at) ? 2 : 1)
}
