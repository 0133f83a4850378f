import { findOwn } from '../../text/find-own.ts'
import { makeUuid } from '../../text/make-uuid.ts'

const iri =
  /^[a-z][a-z0-9+.-]*:[a-z0-9;/?:@&=+$._!~*'()%,#\u{a0}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{ffef}\u{10000}-\u{efffd}-]+$/iu
const brokenPercent = /%(?![0-9a-f]{2})/i

/** RFC 4151 and RFC 8141: what is not of these forms is no `tag:` and no `urn:`, though it may look like one. */
const schemes: Record<string, RegExp> = {
  http: /^https?:\/\/[^/?#]+/i,
  https: /^https?:\/\/[^/?#]+/i,
  tag: /^tag:([\w.-]+@)?[a-z0-9][a-z0-9.-]*,\d{4}(-\d\d(-\d\d)?)?:/i,
  urn: /^urn:[a-z0-9][a-z0-9-]{0,31}:./i,
}
const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What runs, or shows, what it holds: a reader who follows such an address does what the feed says. */
const dangerous = /^(javascript|vbscript|livescript|data|blob|filesystem|file|jar|view-source|about):/i

/**
 * The id under which an entry wishes to be published for ever: its own, verbatim, where that is an absolute IRI (RFC 4287,
 * section 4.2.6) and no dangerous address; else a `urn:uuid` made from the feed's address and the id alone. Where another
 * entry has it already, the store gives it one that is made in the same way.
 */
export function makePublishedId(feed: string, id: string): string {
  return isAbsoluteIri(id) && !dangerous.test(id) ? id : makeUuid(feed, id)
}

function isAbsoluteIri(id: string): boolean {
  if (!iri.test(id) || brokenPercent.test(id)) return false
  const scheme = id.slice(0, id.indexOf(':')).toLowerCase()
  if (/^urn:uuid:/i.test(id) && !uuid.test(id)) return false
  return findOwn(schemes, scheme)?.test(id) ?? true
}
