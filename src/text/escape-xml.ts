import { stripForbidden } from './strip-forbidden.ts'

/** Characters that may have to be escaped or left out: most short texts have none, and are read only once. */
const special = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/

/** Text for XML, as content or in quotes, without what XML forbids. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return stripForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
