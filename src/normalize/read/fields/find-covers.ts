import { resolveWebUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Fields, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'

/** The pictures of a podcast or an episode, as absolute addresses: from `href`, as Apple says, or from the text, as some write. */
export function findCovers(fields: Fields, context: Context): ReadonlySet<string> {
  const urls = allKinds(fields, ['itunes:image', 'googleplay:image', 'podcast:image', 'podcast:images']).map(
    (element) => {
      const { href, url, srcset } = element.attributes
      const written = href ?? url ?? (srcset === undefined ? textOf(element) : findInSet(srcset))
      return resolveWebUrl(written, enterElement(element, context).base)
    },
  )
  return new Set(urls.filter((url) => url !== undefined))
}

/** Wider ones are for printing. */
const widest = 1200

/** From a set of pictures, written as in HTML's `srcset`, the widest up to 1200 pixels, else the first. */
function findInSet(set: string): string {
  const pictures = set.split(/,\s+/).map((candidate) => {
    const [url = '', width = ''] = candidate.trim().split(/\s+/)
    return { url, width: /^\d{1,5}w$/.test(width) ? Number.parseInt(width, 10) : 0 }
  })
  const fitting = pictures.filter(({ width }) => width <= widest).sort((a, b) => b.width - a.width)
  return (fitting[0] ?? pictures[0])?.url ?? ''
}
