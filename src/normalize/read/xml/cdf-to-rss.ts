import { type Element, elementsOf } from './element.ts'

/**
 * Put what the Channel Definition Format (w3.org/TR/NOTE-CDFsubmit) writes as attributes where RSS has elements; changes the
 * tree in place.
 */
export function cdfToRss(channel: Element): void {
  const { base, href, lastmod } = channel.attributes
  if (base !== undefined) channel.attributes['xml:base'] ??= base
  if (href !== undefined) channel.children.push({ name: 'link', attributes: {}, children: [href] })
  if (lastmod !== undefined) channel.children.push({ name: 'lastbuilddate', attributes: {}, children: [lastmod] })
  for (const child of elementsOf(channel)) if (child.name === 'item') cdfToRss(child)
}
