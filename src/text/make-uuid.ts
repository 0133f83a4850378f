import { createHash } from 'node:crypto'

const namespaceUrl = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/**
 * The id that we give an entry whose own cannot be published: a version 5 UUID in the URL namespace (RFC 9562, sections 5.5
 * and 6.6), the same on every machine and in every run.
 *
 * @param feed the feed's address
 * @param id the entry's key within that feed
 */
export function makeUuid(feed: string, id: string): string {
  const hash = createHash('sha1').update(namespaceUrl).update(`${feed} ${id}`).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
