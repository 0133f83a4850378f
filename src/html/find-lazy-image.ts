import { resolveImageUrl, resolveWebUrl } from '../text/resolve-url.ts'
import type { Attributes } from './nodes.ts'
import { resolveSrcset } from './resolve-srcset.ts'

/**
 * Attributes in which scripts that load pictures late find the address; until then, `src` holds a placeholder. Besides the common names,
 * those of LiteSpeed, NitroPack, Ezoic, Avada, Optimole, PageSpeed, Mirage of Cloudflare, Zhihu, Flickity, Squarespace, Discuz.
 */
// biome-ignore format: grouped in rows
const lazySources = [
  'data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-original-src',
  'data-litespeed-src', 'nitro-lazy-src', 'data-nitro-lazy-src', 'data-ezsrc', 'data-orig-src', 'data-opt-src',
  'data-pagespeed-lazy-src', 'data-cfsrc', 'data-actualsrc', 'data-echo', 'data-lazyload', 'data-lazy-load',
  'data-flickity-lazyload', 'data-defer-src', 'data-image', 'zoomfile', 'file',
]
// biome-ignore format: grouped in rows
const lazySets = [
  'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-litespeed-srcset', 'nitro-lazy-srcset',
  'data-ezsrcset', 'data-orig-srcset', 'data-pagespeed-lazy-srcset', 'data-flickity-lazyload-srcset',
]
const lazyNames: ReadonlySet<string> = new Set([...lazySources, ...lazySets])

/** An attribute not listed above counts, too, where its name is like these, and its value ends like the name of a picture. */
const sourceName = /^data-.*(src|lazy|orig|url|image|img|file)/
const pictureName = /^[^\s{}"]+\.(jpe?g|png|gif|webp|avif)([?#][^\s{}"]*)?$/i

/** Whether the attributes of an image, or of the figure around it, tell that it waits for a script. */
export function hasLazyImage(attributes: Attributes): boolean {
  for (const name of attributes.keys()) if (lazyNames.has(name)) return true
  return false
}

/**
 * Put the picture that a script would have loaded in its place.
 *
 * @param clean the image's own attributes, changed
 * @param around attributes of the figure or picture around it, which may name the address instead
 */
export function findLazyImage(
  clean: Map<string, string>,
  attributes: Attributes,
  around: Attributes | undefined,
  base: string | undefined,
): void {
  if (hasLazyImage(attributes)) {
    const src = first(attributes, lazySources, resolveWebUrl, base)
    const set = first(attributes, lazySets, resolveSrcset, base)
    if (src !== undefined) clean.set('src', src)
    if (set !== undefined) {
      if (src === undefined && isPlaceholder(clean.get('src'))) clean.delete('src')
      clean.set('srcset', set)
    }
  }
  if (clean.has('srcset') || !isPlaceholder(clean.get('src'))) return
  const guessed = guessSource(attributes, base)
  if (guessed !== undefined) {
    clean.set('src', guessed)
    return
  }
  if (around === undefined) return
  const outerSrc = first(around, lazySources, resolveImageUrl, base)
  const outerSet = first(around, lazySets, resolveSrcset, base)
  if (outerSrc !== undefined) clean.set('src', outerSrc)
  else if (outerSet !== undefined) clean.delete('src')
  if (outerSet !== undefined) clean.set('srcset', outerSet)
}

/** Whether there is no picture, or only a `data:` address of a few bytes. */
export function isPlaceholder(src: string | undefined): boolean {
  return src === undefined || (src.startsWith('data:') && src.length < 1000)
}

function guessSource(attributes: Attributes, base: string | undefined): string | undefined {
  for (const [name, value] of attributes) {
    if (value.length > 2000 || !sourceName.test(name) || !pictureName.test(value.trim())) continue
    const found = resolveWebUrl(value, base)
    if (found !== undefined) return found
  }
  return undefined
}

function first(
  attributes: Attributes,
  names: readonly string[],
  resolve: (value: string, base: string | undefined) => string | undefined,
  base: string | undefined,
): string | undefined {
  for (const name of names) {
    const value = attributes.get(name)
    const found = value === undefined || !mayBeAddress(value) ? undefined : resolve(value, base)
    if (found !== undefined) return found
  }
  return undefined
}

/** Such attributes also hold flags ("true"), numbers, names ("hero") and settings in JSON. */
function mayBeAddress(value: string): boolean {
  return /[./?]/.test(value) && !/[{}"]/.test(value) && !/^[\d.\s]*$/.test(value)
}
