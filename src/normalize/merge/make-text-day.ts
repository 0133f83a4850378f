import { hash } from 'node:crypto'
import type { ParsedEntry } from '../../model.ts'

/** Tags and white space, except single blanks between two words: most are such, and replacing each by itself would take long. */
const between = /(?:<[^>]*>|[^\S ])(?:<[^>]*>|\s)*| (?:<[^>]*>|\s)+/g

/** Letters of a text long enough that no two posts of a day have it by chance. */
const shortest = 200

/** Letters of a short text that two posts published in the same second do not both have by chance. */
const shortestTitled = 40

/** A multiple of this is a date without a time, or the planned time of a post: other posts may have the same. */
const roundMs = 15 * 60_000

/**
 * The text of an entry, without its markup, and the day of its publication: a post keeps both when it is published again under another
 * title and address. A short text (a note without a title, or a text under a title that came at no round time) is kept with its instant
 * instead of the day.
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
