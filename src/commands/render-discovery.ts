import type { ParsedFeed } from '../model.ts'
import { makeLine } from '../text/make-line.ts'
import { renderAge } from '../text/render-age.ts'
import type { FoundFeed } from './discover-feeds.ts'

const formats: Record<ParsedFeed['format'], string> = { atom: 'Atom', rss: 'RSS', rdf: 'RSS 1.0', json: 'JSON' }

/** The feeds of a page, one a line, numbered: title, format, address, and what tells whether it lives. */
export function renderDiscovery(feeds: FoundFeed[], now: Date): string[] {
  const names = feeds.map(({ title, kind }) => cut(makeLine(title ?? 'without a title'), kind))
  const widths = { name: widest(names), url: widest(feeds.map(({ url }) => url)) }
  return feeds.map((feed, index) => {
    const name = (names[index] ?? '').padEnd(widths.name)
    const format = formats[feed.format].padEnd(7)
    return `  ${index + 1}  ${name}  ${format}  ${feed.url.padEnd(widths.url)}  ${renderFacts(feed, now)}`.trimEnd()
  })
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
  const short = [...name].length > 40 ? `${[...name].slice(0, 39).join('')}…` : name
  return kind === 'posts' ? short : `${short} (${kind})`
}

function widest(texts: string[]): number {
  return Math.max(...texts.map((text) => text.length))
}
