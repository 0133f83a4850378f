import { resolveImageUrl } from '../text/resolve-url.ts'
import { type Attributes, attributeOf, type Element, makeElement, type Node } from './nodes.ts'

/** Attributes in which players name the picture that is shown until they are started. */
const pictures = ['poster', 'data-poster', 'data-thumbnail', 'data-thumb', 'thumbnail']

/**
 * A card in place of an element that would load something from elsewhere: a link with the title of its target, the site, and the picture
 * that the post itself names. A feed reader that knows no cards shows a link.
 *
 * @param title plain text; without one the site is the title
 * @param given attributes of the element that the card replaces
 * @param base where relative addresses count from
 */
export function makeCard(
  href: string,
  title: string | undefined,
  site: string,
  given: Attributes,
  base?: string,
): Element {
  const address = pictures.map((name) => attributeOf(given, name)).find((value) => value !== undefined)
  const src = address === undefined ? undefined : resolveImageUrl(address, base)
  const words: Node[] = title === undefined ? [site] : [`${title} `, makeElement('small', [`(${site})`])]
  const picture = src === undefined ? [] : [makeElement('img', [], new Map(Object.entries({ src, alt: '' })))]
  const attributes = new Map(Object.entries({ href, class: 'embed-card' }))
  return makeElement('a', [...picture, ...words], attributes)
}
