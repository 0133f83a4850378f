import type { ImportNote } from './imported-planet.ts'
import type { Ini, IniLine } from './parse-ini.ts'

const listHeader = /^\s*\[\[\s*([\w."'-]+)\s*\]\]\s*(#.*)?$/
const header = /^\s*\[\s*([\w."'-]+)\s*\]\s*(#.*)?$/
const pair = /^\s*([\w."'-]+)\s*=\s*(.*)$/
/** A basic or a literal string on one line (TOML 1.0), and the comment behind it. */
const basic = /^("(?:[^"\\]|\\.)*")\s*(?:#(.*))?$/
const literal = /^'([^']*)'\s*(?:#(.*))?$/
/** A table of feeds within another, as `[[sections.feeds]]`, or one named after its feed, as `[feeds.ann]`. */
const innerList = /\.(feeds?|sources?|blogs?|subscriptions?|items)$/i
const namedFeed = /^(feeds?|sources?|blogs?|subscriptions?)\.[^.]+$/i
/** A list of addresses, of several lines as a rule. */
const array = /^\s*(?:feeds?|urls?|feed_urls|sources|blogs|subscriptions)\s*=\s*\[(.*)$/i
/** A number, a boolean, a date, or a list on one line. */
const plain = /^([^"'#]+|\[[^#]*\])\s*(?:#(.*))?$/

/** True for a file with arrays of tables, as Mars and Mercury list their feeds: `[[feeds]]`; or with tables named after them: `[feeds.ann]`. */
export function isToml(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/)
  const isHeader = (line: string) => listHeader.test(line) || namedFeed.test(header.exec(line)?.[1] ?? '')
  if (lines.some((line) => array.test(line)) && /^\s*["'](https?|feed):/m.test(text.replace(/=\s*\[/g, '=[\n')))
    return true
  return lines.some(isHeader) && lines.some((line) => /^\s*[\w-]+\s*=\s*["']/.test(line))
}

/**
 * A list of feeds in TOML, as lines of an INI file: a section for each table, values without their quotes. A value that is not complete on
 * its line is kept as a comment.
 */
export function parseToml(text: string): Ini {
  const lines: IniLine[] = []
  const notes: ImportNote[] = []
  /** Within a nested table such as `[[feed.filters]]`, which belongs to the table above it. */
  let isInner = false
  /** Within a list of addresses. They stand below all else, as sections without keys: a key below a section would be said of that. */
  let isArray = false
  const addresses: IniLine[] = []
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1
    const say = (comment: string | undefined) => {
      if (comment !== undefined) lines.push({ kind: 'comment', text: comment, line })
    }
    const [, listed, behind] = listHeader.exec(written) ?? header.exec(written) ?? []
    const [, name, rest = ''] = pair.exec(written) ?? []
    const [value, comment] = name === undefined ? [] : readValue(rest.trim())
    if (listed !== undefined) {
      const isFeed = listHeader.test(written) ? innerList.test(listed) : namedFeed.test(listed)
      isInner = listed.includes('.') && !isFeed
    }
    const elements = isArray ? written : array.exec(written)?.[1]
    if (elements !== undefined) {
      isArray = takeElements(elements, line)
      continue
    }
    if (written.trim() === '') lines.push({ kind: 'blank', line })
    else if (written.trimStart().startsWith('#')) say(written.trim().slice(1))
    else if (isInner) {
      say(` ${written.trim()}`)
      if (listed === undefined) continue
      const message = `${written.trim().replace(/\s*#.*$/, '')} says more of what stands above it`
      notes.push({ group: 'needs you', line, message, isComment: true })
    } else if (listed !== undefined) {
      say(behind?.slice(1))
      lines.push({ kind: 'section', name: listed, line })
    } else if (name !== undefined && value !== undefined) {
      say(comment)
      lines.push({ kind: 'key', name: name.replaceAll(/["']/g, '').toLowerCase(), value, line, last: line })
    } else {
      say(` ${written.trim()}`)
      notes.push({ group: 'needs you', line, message: `cannot be read: “${written.trim()}”`, isComment: true })
    }
  }
  return { lines: [...nameFeeds(lines), ...addresses], notes }

  /** @returns whether the list goes on in the next line */
  function takeElements(written: string, line: number): boolean {
    const [strings = '', ...behind] = written.split(/(?<=^|[\s,\]])#/)
    if (behind.length > 0) addresses.push({ kind: 'comment', text: behind.join('#'), line })
    for (const [, one = '', other = ''] of strings.matchAll(/"([^"]*)"|'([^']*)'/g)) {
      addresses.push({ kind: 'section', name: one || other, line })
    }
    return !strings.replace(/"[^"]*"|'[^']*'/g, '').includes(']')
  }
}

function readValue(written: string): [value?: string, comment?: string | undefined] {
  const [, quoted, afterQuoted] = basic.exec(written) ?? []
  if (quoted !== undefined) {
    try {
      return [JSON.parse(quoted) as string, afterQuoted]
    } catch {
      return []
    }
  }
  const [, inside, afterInside] = literal.exec(written) ?? []
  if (inside !== undefined) return [inside, afterInside]
  const [, value, behind] = plain.exec(written) ?? []
  return value === undefined ? [] : [value.trim(), behind]
}

/** Where a table has no other address, `url` is the feed's address (Mars). */
function nameFeeds(lines: IniLine[]): IniLine[] {
  let table = 0
  const tables = lines.map((line) => {
    if (line.kind === 'section') table++
    return table
  })
  const named = new Set(
    lines.flatMap((line, at) => (line.kind === 'key' && /^(feed|feed_url|rss)$/.test(line.name) ? [tables[at]] : [])),
  )
  return lines.map((line, at) => {
    const isFeed = line.kind === 'key' && line.name === 'url' && (tables[at] ?? 0) > 0 && !named.has(tables[at])
    return isFeed ? { ...line, name: 'feed' } : line
  })
}
