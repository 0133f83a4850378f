import { fitAddress } from './fit-address.ts'
import { fitName } from './fit-name.ts'
import { fitSite } from './fit-site.ts'
import type { ImportedItem, ImportedPlanet, ImportNote } from './imported-planet.ts'
import { makeItemComments } from './make-item-comments.ts'

/** A word of the shell: quoted parts and bare ones, one behind the other, such as `'Ann'\''s blog'`. */
const word = String.raw`(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s"'\\;])+`
/** `feed "name" "https://blog.example/feed" "https://blog.example" "iso-8859-1"`. */
const feedLine = new RegExp(String.raw`^\s*feed\s+(${word})\s+(${word})(.*)$`)
const words = new RegExp(word, 'g')
const wordPart = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)|[^"'\\]+/g

/** What begins and ends a function. */
const isFrame = /^(?:(?:function\s+)?\w+\s*\(\)\s*\{?|\{|\}|;)$/

/** True for a shell script that lists feeds as sfeed does. */
export function isSfeedrc(text: string): boolean {
  return (
    /^[^\S\n]*(?:function\s+)?feeds\s*\(\)/m.test(text) && text.split(/\r\n|\n|\r/).some((line) => feedLine.test(line))
  )
}

/** sfeedrc, a shell script: its feeds and comments are read; everything else is reported. */
export function readSfeedrc(text: string): ImportedPlanet {
  const notes: ImportNote[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  /** Between the braces of the function that lists them. */
  let isFeeds = false
  for (const { written, line } of joinLines(text)) {
    const feed = feedLine.exec(written)
    const begun = /^(?:function\s+)?(\w+)\s*\(\)/.exec(written)?.[1]
    if (begun !== undefined) isFeeds = begun === 'feeds'
    else if (written === '}') isFeeds = false
    if (written === '') pending.blank()
    else if (written.startsWith('#')) {
      if (!written.startsWith('#!')) pending.add(written.slice(1))
    } else if (feed !== null) takeFeed(feed, line)
    else if (isFeeds && !isFrame.test(written)) {
      const message = 'a command that is not run here; write the feeds that it adds below feeds:'
      notes.push({ group: 'needs you', line, message, isComment: true })
      pending.add(` ${written}`)
    } else if (!/^(?:(?:function\s+)?feeds\s*\(\)\s*\{?|\{|\}|;)$/.test(written)) {
      notes.push({ group: 'dropped', line, message: `${written}: nothing of Planet's reads it` })
    }
  }
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  return { format: 'sfeedrc', settings: [], items, notes }

  function takeFeed([written, name = '', address = '', rest = '']: RegExpExecArray, line: number): void {
    const fitted = fitAddress(unquote(address))
    if ('problem' in fitted) {
      notes.push({ group: 'needs you', line, message: fitted.problem, isComment: true })
      pending.add(` ${written.trim()}`)
      return
    }
    const [site, encoding] = [...rest.replace(/\s#.*$/, '').matchAll(words)].map(([part]) => unquote(part))
    const comment = /\s#(.*)$/.exec(rest)?.[1]
    const { name: title, change } = fitName(unquote(name))
    const keys = new Map<string, unknown>([['name', title]])
    for (const one of [fitted.change, change])
      if (one !== undefined) notes.push({ group: 'changed', line, message: one })
    if (site) keys.set('site', fitSite(site).site)
    if (encoding) notes.push({ group: 'dropped', line, message: `${encoding}: Planet finds out by itself` })
    const inside = comment === undefined ? [] : [comment]
    items.push({ kind: 'feed', url: fitted.url, keys, inside, comments: pending.take(), line })
  }
}

function unquote(written: string): string {
  return written.replace(wordPart, (bare, single?: string, double?: string, escaped?: string) => {
    return single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? bare
  })
}

/** A line that ends with `\` is joined with the next. */
function joinLines(text: string): { written: string; line: number }[] {
  const joined: { written: string; line: number }[] = []
  let isOpen = false
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const goesOn = /\\$/.test(raw)
    const written = raw.replace(/\\$/, '').trim()
    const last = joined.at(-1)
    if (isOpen && last !== undefined) last.written = `${last.written} ${written}`.trim()
    else joined.push({ written, line: index + 1 })
    isOpen = goesOn
  }
  return joined
}
