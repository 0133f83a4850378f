import { createHash } from 'node:crypto'

/**
 * The name of Venus's cache file for an id or a feed's address: without the scheme, with commas for characters that a path cannot hold, and
 * an MD5 hash at the end of names that are too long.
 */
export function nameCached(id: string): string {
  const name = id
    .replace(/^\w+:\/*(\w+:|www\.)?/, '')
    .replace(/[?/:|]+/g, ',')
    .replace(/^[,.]*/, '')
    .replace(/[,.]*$/, '')
  if (Buffer.byteLength(name) <= 250) return name
  const parts = name.split(',')
  for (let count = parts.length; count > 0; count--) {
    const kept = parts.slice(0, count).join(',')
    if (Buffer.byteLength(kept) >= 220) continue
    return `${kept},${createHash('md5').update(parts.slice(count).join(',')).digest('hex')}`
  }
  return name
}
