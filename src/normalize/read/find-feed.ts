import type { ParsedFeed } from '../../model.ts'
import { type Element, elementsOf, type Fields, fieldsOf } from './element.ts'
import { expandCdf } from './expand-cdf.ts'
import { localName, resolveNames } from './resolve-names.ts'

/** Where a tree has what a feed is made of. */
export type FoundFeed = {
  format: ParsedFeed['format']
  /** The root, and inside it the element that the feed's own fields stand in: the same one in Atom. */
  root: Element
  channel: Element
  /** The fields of the channel, and after them those that RSS 1.0 has beside it. */
  fields: Fields
  entries: Element[]
}

/** Elements around a feed that are looked through: SOAP, or a page that wraps it. */
const maxWrappers = 4

/**
 * Find the feed in a tree, and give all names their usual prefixes.
 *
 * A feed is `rss`, `rdf:RDF` or `feed`; failing that a `channel`; failing that entries without anything around them.
 */
export function findFeed(top: Element): FoundFeed | undefined {
  const layers = layersOf(top)
  const inside = (names: RegExp) => layers.flat().find((element) => names.test(localName(element.name)))
  const bare = inside(/^(item|entry)$/)
  const root = inside(/^(rss|rdf|feed)$/) ?? inside(/^channel$/) ?? bare
  if (root === undefined) return undefined
  const kind = localName(root.name)
  resolveNames(top, root)
  if (kind === 'channel') expandCdf(root)
  const holder = root === bare ? (layers.flat().find(({ children }) => children.includes(root)) ?? top) : root
  const channels = elementsOf(holder).filter(({ name }) => localName(name) === 'channel')
  const parts = [...channels, holder]
  return {
    format: kind === 'feed' || kind === 'entry' ? 'atom' : kind === 'rdf' ? 'rdf' : 'rss',
    root: holder,
    channel: channels[0] ?? holder,
    fields: joinFields(root === bare ? [] : parts.map(fieldsOf)),
    entries: parts.flatMap(entriesOf),
  }
}

function layersOf(top: Element): Element[][] {
  const layers = [elementsOf(top)]
  for (let depth = 1; depth < maxWrappers; depth += 1) layers.push((layers.at(-1) ?? []).flatMap(elementsOf))
  return layers
}

function entriesOf(part: Element): Element[] {
  return elementsOf(part).flatMap((child) => {
    if (child.name === 'item' || child.name === 'entry' || child.name === 'atom:entry') return [child]
    return child.name === 'items' || child.name === 'entries' ? entriesOf(child) : []
  })
}

function joinFields(parts: Fields[]): Fields {
  const joined: Fields = new Map()
  for (const part of parts) for (const [name, elements] of part) if (!joined.has(name)) joined.set(name, elements)
  return joined
}
