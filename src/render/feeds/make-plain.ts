import { escapeXml } from '../../text/escape-xml.ts'
import { looksLikeMarkup } from './looks-like-markup.ts'

/**
 * A plain text for an element in which readers treat anything that looks like HTML as HTML: a text that looks like HTML is escaped once
 * more.
 */
export function makePlain(text: string): string {
  return looksLikeMarkup(text) ? escapeXml(text) : text
}
