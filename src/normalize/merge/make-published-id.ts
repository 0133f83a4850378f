import { isAbsoluteIri } from '../../text/is-absolute-iri.ts'
import { isHarmfulAddress } from '../../text/is-harmful-address.ts'
import { makeUuid } from '../../text/make-uuid.ts'

/**
 * The id under which an entry is to be published for ever: its own, verbatim, where that is an absolute IRI (RFC 4287, section 4.2.6) and
 * no dangerous address; else a `urn:uuid` made from the feed's address and the id alone. Where another entry already has that id, the store
 * gives this one a `urn:uuid` made in the same way.
 */
export function makePublishedId(feed: string, id: string): string {
  return isAbsoluteIri(id) && !isHarmfulAddress(id) ? id : makeUuid(feed, id)
}
