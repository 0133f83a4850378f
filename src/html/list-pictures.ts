import { decodeAttribute } from './decode-attribute.ts'

/** A tag that shows a picture, as `renderHtml` writes it, and the attribute that says which. */
const shows = /<(img|video)((?: [a-z-]+="[^"<>]*")+)(?: \/)?>/g

/** More than this are no story but a gallery: each would be asked for. */
const most = 200

/**
 * The addresses of the pictures that stored HTML shows, each once: of images, and of what stands for a film until it is played. Of
 * several sizes of one, that which every browser understands.
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
