import { decodeAttribute } from './decode-attribute.ts'

/** A tag that shows a picture, as `renderHtml` writes it, and its attributes. */
const shows = /<(img|video)((?: [a-z-]+="[^"<>]*")+)(?: \/)?>/g

/** A post with more pictures than this is a gallery: we would ask for each. */
const most = 200

/**
 * The addresses of the pictures that stored HTML shows, each once: of images, and of the posters of films. Of several sizes of one picture,
 * the one in `src`, which every browser understands.
 */
export function listPictures(html: string): string[] {
  const found = new Set<string>()
  for (const [, name, attributes = ''] of html.matchAll(shows)) {
    const written = (name === 'img' ? / src="([^"]*)"/ : / poster="([^"]*)"/).exec(attributes)?.[1]
    if (written !== undefined && written !== '') found.add(decodeAttribute(written))
    if (found.size === most) break
  }
  return [...found]
}
