import { createHash } from 'node:crypto'
import type { TakenId } from '../../model.ts'
import { findOwn } from '../../text/find-own.ts'

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

/**
 * The id under which an entry is published for ever: its own, verbatim, where that is an absolute IRI (RFC 4287, section
 * 4.2.6) and no other entry has it; else a `urn:uuid` made from the feed's address and the id alone.
 *
 * An entry of another feed with the same id and the same link is the same post, and may share the id.
 */
export function makePublishedId(feed: string, id: string, linkKey: string | undefined, taken: TakenId[]): string {
  const isOurs = taken.every((other) => other.feed !== feed && linkKey !== undefined && other.linkKey === linkKey)
  return isOurs && isAbsoluteIri(id) ? id : makeUuid(feed, id)
}

function isAbsoluteIri(id: string): boolean {
  if (!iri.test(id) || brokenPercent.test(id)) return false
  const scheme = id.slice(0, id.indexOf(':')).toLowerCase()
  if (/^urn:uuid:/i.test(id) && !uuid.test(id)) return false
  return findOwn(schemes, scheme)?.test(id) ?? true
}

const namespaceUrl = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A version 5 UUID in the URL namespace (RFC 9562, sections 5.5 and 6.6). */
function makeUuid(feed: string, id: string): string {
  const hash = createHash('sha1').update(namespaceUrl).update(`${feed} ${id}`).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
