import { resolveImageUrl } from '../text/resolve-url.ts'
import { elements } from './elements.ts'
import { findLazyImage } from './find-lazy-image.ts'
import { isHidden } from './is-hidden.ts'
import type { Node } from './nodes.ts'
import { findPictureKey } from './picture-key.ts'

/** The keys of pictures that a post shows without `noscript`; one that only a script would uncover (Mirage of Cloudflare) is not shown. */
export function findPictures(nodes: readonly Node[], base: string | undefined, found = new Set<string>()): Set<string> {
  for (const [at, node] of nodes.entries()) {
    if (typeof node === 'string' || node.name === 'noscript' || isHidden(nodes, at)) continue
    if (elements.get(node.name)?.becomes === 'img' || node.name === 'img') {
      const address = resolveImageUrl(node.attributes.get('src') ?? '', base)
      const clean = new Map(address === undefined ? [] : [['src', address]])
      findLazyImage(clean, node.attributes, undefined, base)
      const src = clean.get('src')
      if (src !== undefined) found.add(findPictureKey(src))
    }
    findPictures(node.children, base, found)
  }
  return found
}
