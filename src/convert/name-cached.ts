import { createHash } from 'node:crypto'

/**
 * What Venus called the file of an id or of a feed's address in its cache: without the scheme, commas for what a path cannot hold, and
 * a sum (MD5) at the end of what is too long.
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
