import { hash } from 'node:crypto'
import type { ParsedEntry } from '../../model.ts'

/** Tags and white space, but for one blank between two words: most of a text's is, and to write each anew would take long. */
const between = /(?:<[^>]*>|[^\S ])(?:<[^>]*>|\s)*| (?:<[^>]*>|\s)+/g

/** Letters of a text that no two posts of a day have by chance. */
const shortest = 200

/**
 * The text of an entry, without its markup, and the day of its publication: what a post keeps when it is published again under
 * another title and address. A note, short and without a title, keeps its instant.
 *
 * @returns `undefined` for a short text under a title, and for one without a date
 */
export function makeTextDay({ title, contentHtml, summaryHtml, published }: ParsedEntry): string | undefined {
  const html = contentHtml ?? summaryHtml
  if (html === undefined || published === undefined || (html.length < shortest && title !== undefined)) return undefined
  const text = html.replace(between, ' ').trim()
  if (text === '' || (text.length < shortest && title !== undefined)) return undefined
  const time = published.toISOString()
  return `${text.length < shortest ? time : time.slice(0, 10)} ${hash('sha256', text).slice(0, 32)}`
}
