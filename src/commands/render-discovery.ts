import type { ParsedFeed } from '../model.ts'
import { countColumns } from '../text/count-columns.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { renderAge } from '../text/render-age.ts'
import type { FoundFeed } from './discover-feeds.ts'

const formats: Record<ParsedFeed['format'], string> = { atom: 'Atom', rss: 'RSS', rdf: 'RSS 1.0', json: 'JSON' }

/**
 * The feeds of a page, numbered: title, format, address, and what shows whether the feed is alive.
 *
 * @param columns of the terminal; where one line is not enough for each feed, each has two
 */
export function renderDiscovery(feeds: FoundFeed[], now: Date, columns: number): string[] {
  const names = feeds.map(({ title, kind }) => cut(makeLine(title ?? 'without a title'), kind))
  const widths = { name: widest(names), url: widest(feeds.map(({ url }) => url)) }
  const rows = feeds.map((feed, index) => ({
    head: `  ${index + 1}  ${pad(names[index] ?? '', widths.name)}  ${formats[feed.format].padEnd(7)}`,
    url: pad(feed.url, widths.url),
    facts: renderFacts(feed, now),
  }))
  const lines = rows.map(({ head, url, facts }) => `${head}  ${url}  ${facts}`.trimEnd())
  if (widest(lines) <= columns) return lines
  return rows.flatMap(({ head, url, facts }) => [`${head}  ${facts}`.trimEnd(), `     ${url}`.trimEnd()])
}

function renderFacts({ entries, newest, language, sameAs }: FoundFeed, now: Date): string {
  const facts = [
    `${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    ...(newest === undefined ? (entries === 0 ? [] : ['no dates']) : [`last ${renderAge(newest, now)}`]),
    ...(language === undefined ? [] : [makeLine(language)]),
    ...(sameAs === undefined ? [] : [`the same as ${sameAs + 1}`]),
  ]
  return facts.join(', ')
}

function cut(name: string, kind: FoundFeed['kind']): string {
  const short = cutColumns(name, 40)
  return kind === 'posts' ? short : `${short} (${kind})`
}

function widest(texts: string[]): number {
  return Math.max(...texts.map(countColumns))
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - countColumns(text))
}
