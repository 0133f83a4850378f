import { resolveUrl } from './resolve-url.ts'

/** A `srcset` with absolute addresses; candidates that are none, or not of the web, are left out (HTML, section 4.8.4.2.1). */
export function resolveSrcset(value: string, base: string): string | undefined {
  // A comma may stand inside an address; one that ends a candidate is followed by white space or ends its descriptor.
  const candidates = value.match(/\S*[^\s,](\s+[^\s,]+)?(?=\s*,|\s*$)/g) ?? []
  const kept = candidates.slice(0, 50).flatMap((candidate) => {
    const [address = '', descriptor] = candidate.trim().split(/\s+/)
    const url = resolveUrl(address.replace(/^,+/, ''), base)
    if (url === undefined || !/^https?:/.test(url)) return []
    if (descriptor !== undefined && !/^\d+(\.\d+)?[wxh]$/.test(descriptor)) return []
    return [[url.replaceAll(',', '%2C'), descriptor].filter(Boolean).join(' ')]
  })
  return kept.length === 0 ? undefined : kept.join(', ')
}
