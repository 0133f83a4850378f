import { cleanAttributes } from './clean-attributes.ts'
import { isPlaceholder } from './find-lazy-image.ts'
import { isEmoji, isTrackingPixel } from './is-tracking-pixel.ts'
import { type Attributes, attributeOf } from './nodes.ts'

/** Attributes that mean only what they say: they cannot tell a side or a language of code, nor that something is hidden, lazy or drawn. */
const frank = new Set('href src alt title id width height target rel dir'.split(' '))

/**
 * Clean the attributes of an element that has only such ones, as most links and pictures do. An element with others is looked at for a
 * dozen things that classes, styles and data may mean.
 *
 * @returns `undefined` where there are other attributes, or where the element must not stay as it is
 */
export function cleanFrank(
  name: string,
  allowed: readonly string[],
  given: Attributes,
  cleaning: Parameters<typeof cleanAttributes>[3],
): Attributes | undefined {
  for (const key of given.keys()) if (!frank.has(key)) return undefined
  const attributes = cleanAttributes(name, given, allowed, cleaning)
  if (name === 'a') return attributes.has('href') ? attributes : undefined
  if (name !== 'img') return attributes
  if (isPlaceholder(attributes.get('src')) || isTrackingPixel(given) || isEmoji(given)) return undefined
  if (attributeOf(attributes, 'alt') === undefined) attributes.set('alt', '')
  return attributes
}
