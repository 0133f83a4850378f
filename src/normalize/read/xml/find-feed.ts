import type { ParsedFeed } from '../../../model.ts'
import { cdfToRss } from './cdf-to-rss.ts'
import { type Element, elementsOf, type Fields, fieldsOf, textOf } from './element.ts'
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
  const root = findInside(top, /^(rss|rdf|feed)$/) ?? findInside(top, /^channel$/)
  const bare =
    root === undefined ? elementsOf(top).find(({ name }) => /^(item|entry)$/.test(localName(name))) : undefined
  const feed = root ?? bare
  if (feed === undefined) return undefined
  const kind = localName(feed.name)
  resolveNames(top, feed)
  if (kind === 'channel') cdfToRss(feed)
  const holder = root ?? top
  const channels = elementsOf(holder).filter(({ name }) => localName(name) === 'channel')
  // A channel of CDF has its own fields on it, and may have others inside.
  const isChannel = kind === 'channel'
  const parts = isChannel ? [holder, ...channels] : [...channels, holder]
  const inside = parts.flatMap(entriesOf)
  const found = root === undefined ? inside : [...inside, ...entriesBehind(top, root, inside)]
  return {
    format: kind === 'feed' || kind === 'entry' ? 'atom' : kind === 'rdf' ? 'rdf' : 'rss',
    root: holder,
    channel: (isChannel ? undefined : channels[0]) ?? holder,
    fields: joinFields(parts.map(fieldsOf)),
    entries: found.length > 0 ? found : entriesBelow(holder, maxWrappers),
  }
}

/** The outermost element of these names, a few levels down at most. */
function findInside(top: Element, names: RegExp): Element | undefined {
  let layer = [top]
  for (let depth = 0; depth < maxWrappers; depth += 1) {
    layer = layer.flatMap(elementsOf)
    const found = layer.find(({ name }) => names.test(localName(name)))
    if (found !== undefined) return found
  }
  return undefined
}

/** What stands behind the root of a damaged document: entries alone, or a second root with more of them; not the same ones again. */
function entriesBehind(top: Element, root: Element, inside: readonly Element[]): Element[] {
  const roots = elementsOf(top)
  const behind = roots.slice(roots.indexOf(root) + 1)
  if (behind.length === 0 || !roots.includes(root)) return []
  const holders = behind.flatMap((one) => [...elementsOf(one).filter(({ name }) => localName(name) === 'channel'), one])
  const alone: Element = { name: '', attributes: {}, children: behind }
  const found = [alone, ...holders.filter(({ name }) => !isEntryName(name))].flatMap(entriesOf)
  const known = new Set(found.length === 0 ? [] : inside.map(textOf))
  return found.filter((entry) => !known.has(textOf(entry)))
}

/** Entries in elements that no format has around them. */
function entriesBelow(part: Element, depth: number): Element[] {
  return elementsOf(part).flatMap((child) => {
    if (isEntryName(child.name)) return [child]
    return depth === 0 ? [] : entriesBelow(child, depth - 1)
  })
}

function isEntryName(name: string): boolean {
  return /^(atom:)?(item|entry)$/.test(name)
}

/** Those of a program that closes them all at the end stand one in the other. */
function entriesOf(part: Element): Element[] {
  return elementsOf(part).flatMap((child) => {
    if (isEntryName(child.name)) return [child, ...entriesOf(child)]
    return child.name === 'items' || child.name === 'entries' ? entriesOf(child) : []
  })
}

function joinFields(parts: Fields[]): Fields {
  const joined: Fields = new Map()
  for (const part of parts) {
    for (const [name, elements] of part) joined.set(name, [...(joined.get(name) ?? []), ...elements])
  }
  return joined
}
