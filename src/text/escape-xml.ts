import { findOwn } from './find-own.ts'
import { stripForbidden } from './strip-forbidden.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for XML, as content or in quotes, without what XML forbids. */
export function escapeXml(text: string): string {
  return stripForbidden(text).replace(/[&<>"']/g, (sign) => findOwn(signs, sign) ?? sign)
}
