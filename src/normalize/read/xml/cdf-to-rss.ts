import { type Element, elementsOf } from './element.ts'

/**
 * Turn attributes of the Channel Definition Format (w3.org/TR/NOTE-CDFsubmit) into the elements that RSS has; changes the tree in place. A
 * channel may hold channels; an address may be the `href` of an `A` inside.
 */
export function cdfToRss(channel: Element): void {
  const { base, href, lastmod } = channel.attributes
  const inside = elementsOf(channel)
  const address = href ?? inside.find(({ name }) => name === 'a')?.attributes.href
  if (base !== undefined) channel.attributes['xml:base'] ??= base
  if (address !== undefined) channel.children.push({ name: 'link', attributes: {}, children: [address] })
  if (lastmod !== undefined) channel.children.push({ name: 'lastbuilddate', attributes: {}, children: [lastmod] })
  for (const child of inside) if (child.name === 'item' || child.name === 'channel') cdfToRss(child)
}
