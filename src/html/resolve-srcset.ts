import { resolveWebUrl } from '../text/resolve-url.ts'
import { isTracker } from './is-tracking-pixel.ts'
import { maxValue } from './limits.ts'

/**
 * An address, which may hold commas but not end in one; then its descriptor, up to the next comma (HTML, section 4.8.4.4.1). It matches
 * wherever it is tried, so that each character is read once.
 */
const candidate = /([^\s,](?:\S*[^\s,])?)(?:,+|\s+([^,]*)|$)/g

/** Most candidates kept: pictures come in a handful of sizes, not in hundreds. */
const maxCandidates = 50

type Candidate = { url: string; descriptor: string }

/**
 * A `srcset` with absolute addresses; invalid candidates and those not of the web are left out, and so are those whose descriptor is of
 * another kind than the first's: widths and densities do not go together (HTML, section 4.8.4.2.1).
 */
export function resolveSrcset(value: string, base: string | undefined): string | undefined {
  const found: Candidate[] = []
  for (const [, address = '', after = ''] of value.matchAll(candidate)) {
    const url = resolveWebUrl(address, base)
    const descriptor = after.trim()
    if (url === undefined || isTracker(url)) continue
    if (descriptor !== '' && !/^([1-9]\d{0,5}w|(?!0+(\.0+)?x)\d{1,3}(\.\d{1,3})?x)$/.test(descriptor)) continue
    found.push({ url, descriptor })
    if (found.length === maxCandidates) break
  }
  const isByWidth = found.some(({ descriptor }) => descriptor.endsWith('w'))
  const seen = new Set<string>()
  const kept: string[] = []
  let length = 0
  for (const { url, descriptor } of found) {
    const key = isByWidth ? descriptor : String(descriptor === '' ? 1 : Number.parseFloat(descriptor))
    if (descriptor.endsWith('w') !== isByWidth || seen.has(key)) continue
    const written = descriptor === '' ? url : `${url} ${descriptor}`
    length += written.length + 2
    if (length > maxValue) break
    seen.add(key)
    kept.push(written)
  }
  return kept.length === 0 ? undefined : kept.join(', ')
}
