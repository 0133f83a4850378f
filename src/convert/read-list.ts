import { fitAddress } from './fit-address.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedItem, ImportedPlanet, ImportNote } from './imported-planet.ts'
import { makeItemComments } from './make-item-comments.ts'

const start = /^[-*\s]*(?![-*\s])(?:(?:https?|feed):\S|(?:[\w-]+\.)+[a-z]{2,}(?:[/\s]|$))/i
/** Special sources of Newsboat: a query over other feeds, a program's output, a file, a feed changed by a program. */
const special = /^"?(query|exec|file|filter):/
/** What only Newsboat writes; in its file, words without quotes are tags, too. */
const newsboat = /^"?(?:query|exec|filter):|\s"~/m
const filtered = /^"?filter:.*?:(https?:\/\/[^\s"]+)"?(.*)$/

/** True where most lines that are neither blank nor comments begin with an address. */
export function isList(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => /[\p{L}\d]/u.test(line) && !/^\s*(#|;|\/\/)/.test(line))
  const plain = lines.filter((line) => !special.test(line.trim()))
  return plain.length > 0 && plain.filter((line) => start.test(line)).length * 2 > plain.length
}

/**
 * One address a line, followed by its name, or by tags as Newsboat writes them, in quotes, where `~` begins a name. A line that begins with
 * `#`, `;` or `//` is a comment, and so is the text after ` #`.
 */
export function readList(text: string): ImportedPlanet {
  const notes: ImportNote[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  const isNewsboat = newsboat.test(text)
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1
    const written = raw.trim()
    const comment = /^(?:#|;|\/\/)(.*)$/.exec(written)
    if (written === '') {
      pending.blank()
      continue
    }
    if (comment !== null) {
      pending.add(comment[1] ?? '')
      continue
    }
    if (special.test(written)) {
      takeSpecial(written, line)
      continue
    }
    const [, body = '', behind] = /^(.*?)(?:\s#(.*))?$/.exec(written) ?? []
    const [, address = '', rest = ''] = /^(?:[-*]\s+)?(\S+)\s*(.*)$/.exec(body) ?? []
    const fitted = fitAddress(address.replace(/,$/, ''))
    if ('problem' in fitted) {
      const message = /^https?:\/\//i.test(address) ? fitted.problem : `cannot be read: “${written}”`
      notes.push({ group: 'needs you', line, message, isComment: true })
      pending.add(` ${written}`)
      continue
    }
    if (behind !== undefined) pending.add(behind)
    if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
    const keys = readRest(rest, isNewsboat)
    items.push({ kind: 'feed', url: fitted.url, keys, inside: [], comments: pending.take(), line })
  }
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  return { format: 'list of addresses', settings: [], items, notes }

  function takeSpecial(written: string, line: number): void {
    const [, address, rest = ''] = filtered.exec(written) ?? []
    const fitted = address === undefined ? undefined : fitAddress(address)
    if (fitted !== undefined && 'url' in fitted) {
      const message = `${fitted.url} went through a program, which can be an include:, an exclude: or a plug-in: ${written}`
      notes.push({ group: 'needs you', line, message })
      items.push({
        kind: 'feed',
        url: fitted.url,
        keys: readRest(rest.trim(), isNewsboat),
        inside: [],
        comments: pending.take(),
        line,
      })
      return
    }
    if (/^"?query:/.test(written)) {
      notes.push({ group: 'dropped', line, message: `a query over other feeds: ${written}` })
      return
    }
    const message = `only a feed on the web can be asked: “${written}”`
    notes.push({ group: 'needs you', line, message, isComment: true })
    pending.add(` ${written}`)
  }
}

function readRest(rest: string, isNewsboat: boolean): Map<string, unknown> {
  const keys = new Map<string, unknown>()
  const quoted = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, inside, word]) => inside ?? word ?? '')
  if (isNewsboat || rest.includes('"') || /^~/.test(rest)) {
    const name = quoted.find((word) => word.startsWith('~'))?.slice(1)
    const tags = quoted.filter((word) => !/^[~!]/.test(word)).flatMap((word) => fitTag(word) ?? [])
    if (name !== undefined && name !== '') keys.set('name', name)
    if (tags.length > 0) keys.set('tags', [...new Set(tags)])
  } else if (rest !== '') keys.set('name', rest.replace(/^[-–—,:|]\s*/, ''))
  return keys
}
