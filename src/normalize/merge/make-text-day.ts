import { hash } from 'node:crypto'
import type { ParsedEntry } from '../../model.ts'

/** Tags and white space, but for one blank between two words: most of a text's is, and to write each anew would take long. */
const between = /(?:<[^>]*>|[^\S ])(?:<[^>]*>|\s)*| (?:<[^>]*>|\s)+/g

/** Letters of a text that no two posts of a day have by chance. */
const shortest = 200

/** Letters of a short text that two posts have by chance no more than they have the second of their publication. */
const shortestTitled = 40

/** A date that is one of these says a day, or when a post was planned for: others may have the same. */
const roundMs = 15 * 60_000

/**
 * The text of an entry, without its markup, and the day of its publication: what a post keeps when it is published again under
 * another title and address. A short text keeps its instant: that of a note without a title, or one under a title that came at no round time.
 *
 * @returns `undefined` for other short texts under a title, and for a text without a date
 */
export function makeTextDay({ title, contentHtml, summaryHtml, published }: ParsedEntry): string | undefined {
  const html = contentHtml ?? summaryHtml
  if (html === undefined || published === undefined) return undefined
  const least = title === undefined ? 1 : +published % roundMs === 0 ? shortest : shortestTitled
  if (html.length < least) return undefined
  const text = html.replace(between, ' ').trim()
  if (text.length < least) return undefined
  // RSS has no parts of a second, Atom may.
  const time = published.toISOString().replace(/\.\d+/, '.000')
  return `${text.length < shortest ? time : time.slice(0, 10)} ${hash('sha256', text).slice(0, 32)}`
}
