import { cleanText } from '../../../html/clean-text.ts'
import { joinLines } from '../../../text/join-lines.ts'

/** Plain text as we keep it: on one line, without characters that no text should hold. */
export function collapse(text: string): string {
  return joinLines(cleanText(text))
}
