import { createHash } from 'node:crypto'

/** A name for the content of several copies together: the beginning of their SHA-256, hex. */
export function hashCopies(copies: { bytes: Uint8Array }[]): string {
  const hash = createHash('sha256')
  for (const { bytes } of copies) hash.update(bytes)
  return hash.digest('hex').slice(0, 24)
}
