import type { ParsedFeed } from '../../../model.ts'
import { cdfToRss } from './cdf-to-rss.ts'
import { type Element, elementsOf, type Fields, fieldsOf, textOf } from './element.ts'
import { localName, resolveNames } from './resolve-names.ts'

/** The parts of a feed in a tree. */
export type FoundFeed = {
  format: ParsedFeed['format']
  /** The root; `channel` is the element that holds the feed's own fields: in Atom, the root itself. */
  root: Element
  channel: Element
  /** The fields of the channel, and after them those that RSS 1.0 has beside the channel. */
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
  // A channel of CDF has its own fields, and may hold other channels.
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

/** The outermost element of these names, a few levels down at most; one with anything in it before an empty one. */
function findInside(top: Element, names: RegExp): Element | undefined {
  let layer = [top]
  for (let depth = 0; depth < maxWrappers; depth += 1) {
    layer = layer.flatMap(elementsOf)
    const named = layer.filter(({ name }) => names.test(localName(name)))
    const found = named.find(({ children }) => children.length > 0) ?? named[0]
    if (found !== undefined) return found
  }
  return undefined
}

/** Entries behind the root of a damaged document: bare, or in a second root; not those that repeat entries inside the root. */
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

/** Entries inside elements that no format puts around them. */
function entriesBelow(part: Element, depth: number): Element[] {
  return elementsOf(part).flatMap((child) => {
    if (isEntryName(child.name)) return [child]
    return depth === 0 ? [] : entriesBelow(child, depth - 1)
  })
}

function isEntryName(name: string): boolean {
  return /^(atom:)?(item|entry)$/.test(name)
}

/** The entries in an element. A program that closes all entries at the end nests each in the one before. */
function entriesOf(part: Element): Element[] {
  return elementsOf(part).flatMap((child) => {
    if (isEntryName(child.name)) return [child, ...entriesOf(child)]
    return child.name === 'items' || child.name === 'entries' ? entriesOf(child) : []
  })
}

function joinFields(parts: Fields[]): Fields {
  const joined: Fields = new Map()
  for (const part of parts) {
    for (const [name, elements] of part) {
      const known = joined.get(name)
      // A document may have a channel for each of its ten thousand fields.
      if (known === undefined) joined.set(name, [...elements])
      else for (const element of elements) known.push(element)
    }
  }
  return joined
}
