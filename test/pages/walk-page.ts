import { type DefaultTreeAdapterMap, parse } from 'parse5'

export type PageElement = {
  name: string
  attributes: Record<string, string>
  /** It stands in the text of an entry, which others wrote. */
  isOfEntry: boolean
}

type Node = DefaultTreeAdapterMap['node']

/** Every element of a page as a browser's parser sees it, in its order. */
export function walkPage(html: string): PageElement[] {
  return walk(parse(html), false)
}

function walk(node: Node, isOfEntry: boolean): PageElement[] {
  if (!('childNodes' in node)) return []
  if (!('tagName' in node)) return node.childNodes.flatMap((child) => walk(child, isOfEntry))
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  const isText = attributes.class?.split(' ').includes('e-content') ?? false
  const children = node.childNodes.flatMap((child) => walk(child, isOfEntry || isText))
  return [{ name: node.tagName, attributes, isOfEntry }, ...children]
}
