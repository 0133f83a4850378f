import { resolveUrl } from './resolve-url.ts'

/**
 * An address, which may hold commas but not end in one; then its descriptor, up to the next comma (HTML, section 4.8.4.4.1).
 * Wherever it begins it matches, so that each sign is looked at once.
 */
const candidate = /([^\s,](?:\S*[^\s,])?)(?:,+|\s+([^,]*)|$)/g

/** Pictures come in a handful of sizes, not in hundreds. */
const maxCandidates = 50

/** A `srcset` with absolute addresses; candidates that are none, or not of the web, are left out. */
export function resolveSrcset(value: string, base: string): string | undefined {
  const kept: string[] = []
  for (const [, address = '', after = ''] of value.matchAll(candidate)) {
    const url = resolveUrl(address, base)
    const descriptor = after.trim()
    if (url === undefined || !/^https?:/.test(url)) continue
    if (descriptor !== '' && !/^([1-9]\d*w|\d+(\.\d+)?x)$/.test(descriptor)) continue
    kept.push(descriptor === '' ? url : `${url} ${descriptor}`)
    if (kept.length === maxCandidates) break
  }
  return kept.length === 0 ? undefined : kept.join(', ')
}
