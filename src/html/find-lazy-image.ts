import { resolveWebUrl } from '../text/resolve-url.ts'
import type { Attributes } from './nodes.ts'
import { resolveSrcset } from './resolve-srcset.ts'

/** Where scripts that load pictures late find the address. */
const lazySources = ['data-src', 'data-lazy-src', 'data-original']
const lazySets = ['data-srcset', 'data-lazy-srcset']

/** Put the picture that a script would have loaded in the place of none, or of one that stands in the feed itself. */
export function findLazyImage(clean: Map<string, string>, attributes: Attributes, base: string | undefined): void {
  const first = (names: string[]) =>
    names.map((name) => attributes.get(name)).find((value) => value !== undefined) ?? ''
  const src = clean.get('src')
  const late = src === undefined || src.startsWith('data:') ? resolveWebUrl(first(lazySources), base) : undefined
  if (late !== undefined) clean.set('src', late)
  const set = clean.has('srcset') ? undefined : resolveSrcset(first(lazySets), base)
  if (set !== undefined) clean.set('srcset', set)
}
