import { fitPictureAddress, fitWebLink } from './fit-link.ts'
import type { Attributes } from './nodes.ts'
import { resolveSrcset } from './resolve-srcset.ts'

/** Where scripts that load pictures late find the address; what stands in `src` until then is a placeholder. */
const lazySources = [
  ...['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-original-src'],
  ...['data-litespeed-src'],
]
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set']

/** The attributes of an image that waits for a script, on itself or on the figure around it. */
export function hasLazyImage(attributes: Attributes): boolean {
  for (const name of attributes.keys()) if (name.startsWith('data-') && isLazy(name)) return true
  return false
}

function isLazy(name: string): boolean {
  return lazySources.includes(name) || lazySets.includes(name)
}

/**
 * Put the picture that a script would have loaded in its place.
 *
 * @param clean the image's own attributes, changed
 * @param around those of the figure or picture around it, which may say it instead
 */
export function findLazyImage(
  clean: Map<string, string>,
  attributes: Attributes,
  around: Attributes | undefined,
  base: string | undefined,
): void {
  const src = first(attributes, lazySources, fitWebLink, base)
  const set = first(attributes, lazySets, resolveSrcset, base)
  if (src !== undefined) clean.set('src', src)
  if (set !== undefined) {
    if (src === undefined && isPlaceholder(clean.get('src'))) clean.delete('src')
    clean.set('srcset', set)
  }
  if (around === undefined || clean.has('srcset') || !isPlaceholder(clean.get('src'))) return
  const outerSrc = first(around, lazySources, fitPictureAddress, base)
  const outerSet = first(around, lazySets, resolveSrcset, base)
  if (outerSrc !== undefined) clean.set('src', outerSrc)
  else if (outerSet !== undefined) clean.delete('src')
  if (outerSet !== undefined) clean.set('srcset', outerSet)
}

/** No picture, or one of a few bytes in the address itself. */
export function isPlaceholder(src: string | undefined): boolean {
  return src === undefined || (src.startsWith('data:') && src.length < 1000)
}

function first(
  attributes: Attributes,
  names: readonly string[],
  resolve: (value: string, base: string | undefined) => string | undefined,
  base: string | undefined,
): string | undefined {
  for (const name of names) {
    const value = attributes.get(name)
    const found = value === undefined ? undefined : resolve(value, base)
    if (found !== undefined) return found
  }
  return undefined
}
