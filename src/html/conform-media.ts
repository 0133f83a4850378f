import { type FitNodes, type Fitted, type FittedElement, fit, type Place, refit, withOpen } from './fitted.ts'
import { type Element, isBlank, type Node } from './nodes.ts'

const recordings = ['audio', 'video']

/** A `picture` holds its sources, then one image; anything else in it is moved behind it. */
export function fitPicture(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const at = element.children.findIndex((node) => typeof node === 'object' && node.name === 'img')
  const image = element.children[at] as Element | undefined
  const isOther = (node: Node, index: number) => index !== at && !isSource(node) && !isBlank(node)
  const others = fitNodes(element.children.filter(isOther), place)
  if (image === undefined) return others
  const sources = element.children
    .filter(isSource)
    .filter(({ attributes }) => attributes.has('srcset'))
    .map((source) => fitSource(source, ['srcset', 'sizes', 'media', 'type', 'dir', 'id', 'lang', 'title']))
  return [refit(element, [...sources, fitImage(image)]), ...others]
}

/** A recording has an address of its own, or several to choose from; its other content is for browsers that play none. */
export function fitRecording(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const inner = recordings.reduce((open, name) => withOpen(open, name), place.open)
  const others = fitNodes(
    element.children.filter((node) => !isSource(node)),
    { ...place, open: inner },
  )
  const sources = element.children
    .filter(isSource)
    .filter(({ attributes }) => attributes.has('src'))
    .map((source) => fitSource(source, ['src', 'type', 'media', 'dir', 'id', 'lang', 'title']))
  const isNamed = element.attributes.has('src')
  if (!isNamed && sources.length === 0) return others
  return [refit(element, [...(isNamed ? [] : sources), ...others])]
}

export function isSource<Any extends Node>(node: Any): node is Any & Element {
  return typeof node === 'object' && node.name === 'source'
}

function fitSource({ attributes }: Element, allowed: readonly string[]): FittedElement {
  const own = new Map([...attributes].filter(([key]) => allowed.includes(key)))
  if (own.has('srcset')) fitSizes(own)
  return fit('source', [], own)
}

/** An image has an address of its own, and an `alt`, which may be empty (HTML, section 4.8.3). */
export function fitImage({ attributes }: Element): FittedElement {
  const own = new Map(attributes)
  const set = own.get('srcset')
  fitSizes(own)
  if (!own.has('src') && set !== undefined) own.set('src', set.split(/\s/)[0]?.replace(/,$/, '') ?? '')
  if ((own.get('alt') ?? '').trim() === '') own.set('alt', '')
  return fit('img', [], own)
}

/** A `srcset` with widths needs `sizes`, the width at which the image is shown; one without must not have it. */
function fitSizes(attributes: Map<string, string>): void {
  const hasWidths = /\s\d+w(,|$)/.test(attributes.get('srcset') ?? '')
  if (!hasWidths) attributes.delete('sizes')
  else if (!attributes.has('sizes')) attributes.set('sizes', '100vw')
}
