import { cleanText } from '../../../html/clean-text.ts'

/** Plain text as we keep it: on one line, without what no text should hold. */
export function collapse(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
