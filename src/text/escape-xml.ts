import { stripForbidden } from './strip-forbidden.ts'

/** Text for XML, as content or in quotes, without what XML forbids. */
export function escapeXml(text: string): string {
  const allowed = stripForbidden(text)
  if (!/[&<>"']/.test(allowed)) return allowed
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
