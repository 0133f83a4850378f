import { findOwn } from './find-own.ts'

const iri =
  /^[a-z][a-z0-9+.-]*:[a-z0-9;/?:@&=+$._!~*'()%,#\u{a0}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{ffef}\u{10000}-\u{efffd}-]+$/iu
const brokenPercent = /%(?![0-9a-f]{2})/i

/** RFC 4151 and RFC 8141: a text without these forms is no valid `tag:` or `urn:`, though it may look like one. */
const schemes: Record<string, RegExp> = {
  http: /^https?:\/\/[^/?#]+/i,
  https: /^https?:\/\/[^/?#]+/i,
  tag: /^tag:([\w.-]+@)?[a-z0-9][a-z0-9.-]*,\d{4}(-\d\d(-\d\d)?)?:/i,
  urn: /^urn:[a-z0-9][a-z0-9-]{1,31}:./i,
}
const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text is an absolute IRI (RFC 3987), of the form that its scheme asks for. */
export function isAbsoluteIri(text: string): boolean {
  if (!iri.test(text) || (text.includes('%') && brokenPercent.test(text))) return false
  const scheme = text.slice(0, text.indexOf(':')).toLowerCase()
  if (/^urn:uuid:/i.test(text) && !uuid.test(text)) return false
  return findOwn(schemes, scheme)?.test(text) ?? true
}
