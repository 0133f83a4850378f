import { findOwn } from '../../../text/find-own.ts'
import type { Attributes, Element } from './element.ts'

/**
 * Namespaces and the prefix that everybody knows them by. RSS's own elements have none.
 * Compared without scheme, case, and a slash or "#" at the end, since feeds get all of those wrong.
 */
const usualPrefixes: Record<string, string> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/atom/app': 'app',
  'www.w3.org/2007/app': 'app',
  'purl.org/echo': 'atom',
  'example.com/necho': 'atom',
  'purl.org/pie': 'atom',
  'purl.org/rss/1.0': '',
  'purl.org/rss/2.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'purl.org/rss/1.0/modules/rss091': '',
  'purl.oclc.org/net/rss_2.0/enc': '',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'wellformedweb.org/commentapi': 'wfw',
  'purl.org/syndication/thread/1.0': 'thr',
  'backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'creativecommons.org/ns': 'cc',
  'web.resource.org/cc': 'cc',
  'search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.google.com/schemas/play-podcasts/1.0': 'googleplay',
  'podcastindex.org/namespace/1.0': 'podcast',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/tr/rec-html40': 'xhtml',
  'www.w3.org/2000/svg': 'svg',
  'www.w3.org/1998/math/mathml': 'math',
  'www.w3.org/xml/1998/namespace': 'xml',
  'purl.org/atompub/tombstones/1.0': 'at',
  'webns.net/mvcb': 'admin',
  'xmlns.com/foaf/0.1': 'foaf',
}

/** The meaning of prefixes below one element. Elements with the same declarations share a scope, and its cache of names. */
type Scope = { prefixes: ReadonlyMap<string, string>; names: Map<string, string>; inner: Map<string, Scope> }

/** Prefix for an unknown default namespace: no name that we look for begins with it. */
const foreign = '?'

/**
 * Give every element, and every prefixed attribute, the usual prefix of its namespace; changes the tree in place.
 *
 * The element that makes the document a feed decides what its own namespace is, whatever URI stands there; a prefix that is not declared,
 * or declared with an unknown URI, keeps its usual meaning.
 *
 * @param top the whole tree
 * @param feed the element in it that is a feed: `rss`, `rdf:RDF`, `feed`, `channel`, `entry`, `item`
 */
export function resolveNames(top: Element, feed: Element): void {
  const local = localName(feed.name)
  const own = local === 'feed' || local === 'entry' ? 'atom' : ''
  const ownPrefix = local === 'rdf' ? undefined : feed.name.slice(0, -local.length - 1)
  resolve(top, makeScope(new Map([['', own]])))

  function resolve(element: Element, outer: Scope): void {
    const isBare = element !== feed && !hasAny(element.attributes)
    const entered = isBare ? outer : enter(outer, element)
    const scope = isPart(element.name) ? enterPart(entered) : entered
    element.name = resolveName(element.name, scope)
    if (!isBare) renameAttributes(element, scope)
    for (const child of element.children) if (typeof child !== 'string') resolve(child, scope)
  }

  function enter(outer: Scope, element: Element): Scope {
    const declared = declarationsOf(element.attributes)
    if (element === feed) return makeScope(declareOn(outer, declared, own))
    if (declared.length === 0) return outer
    return openInner(outer, declared.join('\n'), () => declareOn(outer, declared, foreign))
  }

  /** An item stays an item, whatever its default namespace: many a feed has that of a module there, which lost its prefix. */
  function enterPart(outer: Scope): Scope {
    if (/^(atom)?$/.test(outer.prefixes.get('') ?? '')) return outer
    return openInner(outer, '', () => new Map(outer.prefixes).set('', own))
  }

  function declareOn(outer: Scope, declared: string[], unknown: string): Map<string, string> {
    const prefixes = new Map(outer.prefixes)
    for (const declaration of declared) {
      const [prefix = '', uri = ''] = declaration.split(' ', 2)
      const isOwn = unknown === own && prefix === ownPrefix
      const usual = isOwn || (prefix === '' && uri === '') ? own : usualPrefix(uri)
      prefixes.set(prefix, usual ?? (prefix === '' ? unknown : prefix))
    }
    if (unknown === own && ownPrefix !== undefined && !prefixes.has(ownPrefix)) prefixes.set(ownPrefix, own)
    return prefixes
  }
}

/** Whether an element is a part of a feed by its name alone. */
function isPart(name: string): boolean {
  return name === 'item' || name === 'entry' || name === 'channel'
}

/** Whether there are attributes. Most elements have none, and listing them would cost more than looking for one. */
function hasAny(attributes: Attributes): boolean {
  for (const _ in attributes) return true
  return false
}

/** The namespaces that an element declares, as "prefix URI"; the default one has an empty prefix. */
function declarationsOf(attributes: Attributes): string[] {
  const declared: string[] = []
  for (const name in attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      declared.push(`${name.slice(6)} ${findOwn(attributes, name)?.trim()}`)
  }
  return declared
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The scope inside of another that a key stands for: made once. */
function openInner(outer: Scope, key: string, make: () => ReadonlyMap<string, string>): Scope {
  const known = outer.inner.get(key)
  if (known !== undefined) return known
  const made = makeScope(make())
  outer.inner.set(key, made)
  return made
}

function makeScope(map: ReadonlyMap<string, string>): Scope {
  return { prefixes: map, names: new Map(), inner: new Map() }
}

function resolveName(written: string, scope: Scope): string {
  const known = scope.names.get(written)
  if (known !== undefined) return known
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  const usual = scope.prefixes.get(prefix) ?? (prefix === 'rss' ? '' : prefix)
  const local = written.slice(colon + 1)
  const name = usual === '' ? local : `${usual}:${local}`
  scope.names.set(written, name)
  return name
}

/** An attribute with the prefix of its own element's namespace was meant as one without. */
function renameAttributes({ name: of, attributes }: Element, scope: Scope): void {
  const own = of.slice(0, of.indexOf(':') + 1)
  for (const name of Object.keys(attributes)) {
    if (!name.includes(':') || name.startsWith('xml')) continue
    const resolved = resolveName(name, scope)
    const usual = own !== '' && resolved.startsWith(own) ? resolved.slice(own.length) : resolved
    if (usual === name || Object.hasOwn(attributes, usual)) continue
    const value = findOwn(attributes, name) ?? ''
    // Not by "=", which does something else where a feed calls an attribute __proto__.
    Object.defineProperty(attributes, usual, { value, writable: true, enumerable: true, configurable: true })
  }
}

function usualPrefix(uri: string): string | undefined {
  const key = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '')
  if (key.startsWith('backend.userland.com/rss')) return ''
  return findOwn(usualPrefixes, key)
}
