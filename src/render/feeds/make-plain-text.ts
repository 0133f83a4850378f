import { findOwn } from '../../text/find-own.ts'

/** Elements within a line: their text goes on without a gap. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The plain text of the sanitiser's HTML, on one line: in its output, no ">" stands inside a tag but at its end. */
export function makePlainText(html: string): string {
  return html
    .replace(/<\/?([a-z][a-z0-9]*)[^>]*>/g, (_, name: string) => (inline.has(name) ? '' : ' '))
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => findOwn(references, name) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The beginning of a plain text, cut between two words where there is room to choose. */
export function makeExcerpt(text: string, length: number): string {
  if (text.length <= length) return text
  const start = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
  const blank = start.lastIndexOf(' ')
  return `${start.slice(0, blank > length / 2 ? blank : undefined)}…`
}
