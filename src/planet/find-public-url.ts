import type { FeedSource } from '../model.ts'

/** Names of query parameters that hold a secret; a name counts if it, or one of its words, is listed: "api_key", "feedToken". */
// biome-ignore format: grouped in rows
const keys = new Set([
  'key', 'keys', 'apikey', 'authkey', 'token', 'authtoken', 'accesstoken', 'auth', 'jwt',
  'secret', 'sig', 'signature', 'credential', 'password', 'passwd', 'pass', 'pwd',
])

/**
 * The address of a feed as readers may know it: used for all that is published of a feed.
 *
 * @returns `undefined` where the address holds a key, and where a feed is asked with headers of its own: nobody else could
 * read it
 */
export function findPublicUrl({ url, headers }: FeedSource): string | undefined {
  return headers !== undefined || stripKeys(url) !== url ? undefined : url
}

/** An address without the parts of its query that look like a key. */
export function stripKeys(address: string): string {
  const [start = '', query, ...fragment] = address.split(/[?#]/)
  if (query === undefined || query === '' || !address.startsWith(`${start}?`)) return address
  const parts = query.split('&')
  const open = parts.filter((part) => !part.split(';').some(isKey))
  if (open.length === parts.length) return address
  return [start, open.length > 0 ? `?${open.join('&')}` : '', ...fragment.map((part) => `#${part}`)].join('')
}

/** "author" and "keyword" are no keys. */
function isKey(part: string): boolean {
  const [name = ''] = new URLSearchParams(part).keys()
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()
  return words.split(/[^a-z]+/).some((word) => keys.has(word))
}
