import { createHash } from 'node:crypto'

/**
 * The key of a picture in the store: a hash, since an address may be longer than an index takes. A face belongs to one feed; for pictures
 * in entries, `feed` is empty.
 */
export function makePictureKey(kind: string, feed: string, address: string): string {
  return createHash('sha256').update(`${kind} ${feed} ${address}`).digest('base64url').slice(0, 32)
}
