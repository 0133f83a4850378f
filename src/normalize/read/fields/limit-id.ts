import { createHash } from 'node:crypto'

/** Bytes of the longest id that is kept as it is. */
const longest = 2000

/** The id itself, or in place of one that is too long, its hash, the same each time. */
export function limitId(id: string): string {
  if (Buffer.byteLength(id) <= longest) return id
  return `sha256 ${createHash('sha256').update(id).digest('hex')}`
}
