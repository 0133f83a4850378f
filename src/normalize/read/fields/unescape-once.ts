import { decodeHTML } from 'entities'
import { isWholeHtml } from './is-whole-html.ts'

const escapedBlock = /^\s*&(?:lt|#0*60|#x0*3c);(?:p|div|h[1-6]|[uod]l|table|blockquote|figure|section|article|a|img)\b/i

/**
 * HTML in which nothing but escaped paragraphs and the like stands, from end to end, was escaped once too often.
 *
 * @param html has no tags
 * @returns `undefined` where it is nothing of the kind
 */
export function unescapeOnce(html: string): string | undefined {
  if (!escapedBlock.test(html)) return undefined
  const inner = decodeHTML(html)
  return isWholeHtml(inner) ? inner : undefined
}
