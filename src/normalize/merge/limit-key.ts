import { hash } from 'node:crypto'

/** Bytes of the longest key that is kept as it is. PostgreSQL refuses to index more than 2,704 bytes. */
const longest = 1000
/** Letters of a longer one that stay, before its hash. */
const start = 100

/** A key, or in place of one that is too long, its beginning and its hash, the same each time. */
export function limitKey(key: string): string {
  if (key.length <= longest / 3 || Buffer.byteLength(key) <= longest) return key
  return `${key.slice(0, start)}… ${hash('sha256', key)}`
}
