import { createHash } from 'node:crypto'
import type { ParsedEntry } from '../../model.ts'
import { joinLines } from '../../text/join-lines.ts'

/** Letters of a text that no two posts of a day have by chance. */
const shortest = 200

/**
 * The text of an entry, without its markup, and the day of its publication: what a post keeps when it is published again under
 * another title and address.
 *
 * @returns `undefined` for a short text, and for one without a date
 */
export function makeTextDay({ contentHtml, summaryHtml, published }: ParsedEntry): string | undefined {
  const html = contentHtml ?? summaryHtml
  if (html === undefined || html.length < shortest || published === undefined) return undefined
  const text = joinLines(html.replace(/<[^>]*>/g, ' '))
  if (text.length < shortest) return undefined
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32)
  return `${published.toISOString().slice(0, 10)} ${hash}`
}
