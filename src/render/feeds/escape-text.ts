import { escapeXml } from '../../text/escape-xml.ts'

/**
 * Plain text of an element; `&` and `<`, which readers take for HTML, are written as the profile of RSS asks (rssboard.org/rss-profile,
 * "Character Data"): the W3C's validator takes "Q&A1" and "<b>" for markup where they are not. A character that could not be decoded is
 * written as a question mark.
 */
export function escapeText(text: string): string {
  const escaped = escapeXml(text.replaceAll('\uFFFD', '?'))
  return /&#?\w|<[/a-z]/i.test(text) ? escaped.replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;') : escaped
}
