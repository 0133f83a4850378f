import { escapeXml } from '../../text/escape-xml.ts'
import { looksLikeMarkup } from './looks-like-markup.ts'

/** A plain text for a place where readers take texts for HTML that look like it: such a one must be HTML. */
export function makePlain(text: string): string {
  return looksLikeMarkup(text) ? escapeXml(text) : text
}
