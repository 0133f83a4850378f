import { escapeXml } from '../../text/escape-xml.ts'
import { looksLikeMarkup } from './looks-like-markup.ts'

/** A plain text for a place where readers take whatever looks like HTML for HTML: what looks like it is escaped once more. */
export function makePlain(text: string): string {
  return looksLikeMarkup(text) ? escapeXml(text) : text
}
