import { elements } from '../../../html/elements.ts'

const firstTag = /^\s*<([a-z][a-z\d]*)[\s/>]/i
const lastTag = /<(?:\/([a-z][a-z\d]*)|([bh]r|img)\b[^<>]*)\s*>\s*$/i

/**
 * Whether a text is elements of HTML from end to end: nobody writes so about markup. So it is HTML, though its format, or a type that its
 * author forgot, makes it a plain text.
 */
export function isWholeHtml(text: string): boolean {
  const [, first = ''] = firstTag.exec(text) ?? []
  const [, ended, empty] = lastTag.exec(text.slice(-2000)) ?? []
  return elements.has(first.toLowerCase()) && elements.has((ended ?? empty ?? '').toLowerCase())
}
