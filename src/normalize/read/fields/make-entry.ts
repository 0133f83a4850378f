import { hash } from 'node:crypto'
import type { EntryOrigin, Link, ParsedEntry, Person } from '../../../model.ts'
import { parseLanguage } from '../../../text/parse-language.ts'
import { parseUrl } from '../../../text/parse-url.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import type { Warn } from '../collect-warnings.ts'
import {
  allKinds,
  type Element,
  elementsOf,
  type Fields,
  fieldsOf,
  firstText,
  hasKind,
  textOf,
} from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { aboutOf } from './about-of.ts'
import { findContent, findText, rightsNames, titleNames } from './find-content.ts'
import { findDate, publishedNames, updatedNames } from './find-date.ts'
import { findFiles } from './find-files.ts'
import { findHosts } from './find-hosts.ts'
import { limitEntry } from './limit-entry.ts'
import { makeCategories } from './make-categories.ts'
import { makeEnclosureLinks } from './make-enclosures.ts'
import { findAlternate, findTranslated, isPage, makeLinks, resolveWritten } from './make-links.ts'
import { makePlain, makeTitle } from './make-shown-text.ts'
import { makeText, type SourceText } from './make-text.ts'
import { makeTexts } from './make-texts.ts'
import { joinPeople, parsePeople } from './parse-people.ts'

/** What an entry inherits from the feed around it, where it says nothing itself. */
export type FeedContext = Context & {
  authors: readonly Person[]
  /** The feed's own page. */
  site: string | undefined
  /** The pictures of the feed as a whole, its own and a podcast's, which are not an entry's. */
  covers: ReadonlySet<string>
  /** Hashes of the sources of texts that are known: see `makeTexts`. */
  known: ReadonlySet<string>
}

/** Hashes of entries that are known, so that they are not made again. */
export type KnownTexts = {
  /** Hashes as in `MadeEntry.source`: of entries with one of them, neither summary nor content is made. */
  sources: ReadonlySet<string>
  /**
   * By hashes as in `MadeEntry.element`: the entry that was made of the element, without summary and content. `undefined`: no such hashes
   * are made.
   */
  elements: ReadonlyMap<string, { entry: ParsedEntry; source: string }> | undefined
}

/**
 * An entry, with hashes of the sources of its texts (`makeTexts`) and of its whole element (`openKnownElements`). `isCut`: the document
 * ended in the middle of the entry.
 */
export type MadeEntry = { entry: ParsedEntry; source: string | undefined; element?: string; isCut?: boolean }

/** Make an entry of its element, with the fields of all formats; docs/reading.md says which field comes from where. */
export function makeEntry(element: Element, feed: FeedContext, warn: Warn): MadeEntry {
  const context = enterElement(element, feed)
  const fields = fieldsOf(element)
  const title = findText(fields, titleNames, context, 'guess')
  const { content, summary } = findContent(fields, context)
  const id =
    firstText(fields, ['guid', 'atom:id', 'id', 'atom:guid']) ??
    (aboutOf(element) || firstText(fields, ['dc:identifier', 'dcterms:identifier']))
  const { image, enclosures } = findFiles(fields, context, feed.covers)
  const comments = resolveWritten(firstText(fields, ['comments']), context.base)
  const written = makeLinks(fields, context)
  const language = [content, summary, title].find((text) => text?.language !== undefined)?.language ?? context.language
  const link = findPermalink(element, fields, written, { ...context, language })
  const told: Link[] = []
  if (link !== undefined && !isAmong(written, link)) told.push({ rel: 'alternate', href: link, type: undefined })
  for (const each of written) told.push(each)
  for (const each of makeEnclosureLinks(enclosures)) told.push(each)
  if (comments !== undefined) told.push({ rel: 'replies', href: comments, type: 'text/html' })
  const links = joinLinks(told)
  const page = findPage(link, feed.site)
  const replies = links.filter(({ rel }) => rel === 'replies')
  const dated = { ...context, language: firstText(fields, ['dc:language']) ?? context.language }
  const { title: plainTitle, titleHtml } = makeTitle(title, warn)
  const sourceHash = hashSource([title, content, summary])
  const { html, source } = makeTexts([summary, content], sourceHash, page, feed.known, warn)
  const entry = {
    id,
    link,
    title: plainTitle,
    titleHtml,
    summaryHtml: html[0],
    contentHtml: html[1],
    published: findDate(fields, publishedNames, dated, warn),
    updated: findDate(fields, updatedNames, dated, warn),
    authors: findAuthors(fields, context, feed.authors),
    contributors: parsePeople(fields, ['atom:contributor', 'dc:contributor', 'dcterms:contributor'], context),
    links,
    source: makeOrigin(fields, context, warn),
    categories: makeCategories(fields),
    language: parseLanguage(
      language !== undefined && language !== feed.language
        ? language
        : (firstText(fields, ['dc:language', 'language']) ?? language ?? ''),
    ),
    enclosures,
    image,
    commentsUrl: comments ?? replies.find(isPage)?.href,
    rights: makePlain(findText(fields, rightsNames, context, 'guess'), warn),
    sourceHash,
  }
  return { entry: limitEntry(entry, warn), source, isCut: element.isCut ?? false }
}

/** The page that an entry's text was written for: the entry's own, else its blog's. An address on localhost is none. */
export function findPage(link: string | undefined, site: string | undefined): string | undefined {
  return [link, site].find((url) => url !== undefined && /^https?:\/\/(?!localhost\b|127\.)/.test(url))
}

/** SHA-256, hex, of texts as the feed wrote them. */
export function hashSource(texts: readonly (SourceText | undefined)[]): string {
  // The lengths tell where one text ends and the next begins.
  let told = ''
  for (const text of texts) told += text === undefined ? '-' : `${text.kind} ${text.value.length} ${text.value}`
  return hash('sha256', told, 'hex')
}

/**
 * The page of an entry. The address that FeedBurner and other counters of clicks put in its place is not used: it dies with the service,
 * and tells who reads; the original is in an element beside it.
 */
function findPermalink(element: Element, fields: Fields, links: readonly Link[], context: Context): string | undefined {
  return (
    webAddress(firstText(fields, ['feedburner:origlink', 'pheedo:origlink'])) ??
    findTranslated(fields, context, context.language) ??
    unwrapGoogle(findAlternate(links)) ??
    foreignLink(fields, context) ??
    looseLink(element, fields) ??
    permalinkOfGuid(fields, context) ??
    contentSource(fields, context) ??
    webAddress(aboutOf(element)) ??
    webAddress(firstText(fields, ['atom:id']))
  )
}

/** The page behind the redirection that Google Alerts puts before each: the address of the page is a parameter of it. */
function unwrapGoogle(link: string | undefined): string | undefined {
  if (link === undefined || !/^https?:\/\/www\.google\.[a-z.]{2,6}\/url\?/.test(link)) return link
  return webAddress(parseUrl(link, undefined)?.searchParams.get('url') ?? undefined) ?? link
}

/** A `link` in an unknown default namespace, for an item that has no other. */
function foreignLink(fields: Fields, context: Context): string | undefined {
  const [link] = allKinds(fields, ['?:link', 'xhtml:link'])
  return link && resolveWritten(link.attributes.href ?? textOf(link).trim(), enterElement(link, context).base)
}

/** The address of a feed that was written by an HTML parser: its `link` element is empty, and the address follows as text. */
function looseLink({ children }: Element, fields: Fields): string | undefined {
  const text = fields.has('link')
    ? children.find((child) => typeof child === 'string' && /^\s*https?:/.test(child))
    : ''
  return typeof text === 'string' && /^\s*\S+\s*$/.test(text) ? webAddress(text) : undefined
}

/** RSS 2.0: a guid is the permalink unless it says that it is not. Many guids are no address: those are ignored. */
function permalinkOfGuid(fields: Fields, context: Context): string | undefined {
  const [guid] = fields.get('guid') ?? []
  if (guid === undefined) return undefined
  const isPermalink = guid.attributes.ispermalink?.trim().toLowerCase()
  const text = textOf(guid).trim()
  if (/^(false|no|0)$/.test(isPermalink ?? '')) return undefined
  const isPath = isPermalink === 'true' ? /^\.{0,2}\//.test(text) : isPermalink === undefined && text.startsWith('/')
  return webAddress(text) ?? (isPath ? resolveUrl(text, context.base) : undefined)
}

/** Atom content that stands elsewhere (RFC 4287, section 4.1.3.2). */
function contentSource(fields: Fields, context: Context): string | undefined {
  const [content] = allKinds(fields, ['atom:content'])
  const src = content?.attributes.src
  return content === undefined || src === undefined ? undefined : resolveUrl(src, enterElement(content, context).base)
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text.trim()) ? resolveUrl(text, undefined) : undefined
}

function isAmong(links: readonly Link[], permalink: string): boolean {
  return links.some(({ rel, href }) => rel === 'alternate' && href === permalink)
}

function joinLinks(links: readonly Link[]): Link[] {
  const byKey = new Map<string, Link>()
  for (const link of links) {
    const key = `${link.rel} ${link.href}`
    const known = byKey.get(key)
    byKey.set(key, { ...link, type: known?.type ?? link.type })
  }
  return [...byKey.values()]
}

/** Other elements that name people. */
// biome-ignore format: grouped in rows
const otherPeople: ReadonlySet<string> = new Set([
  'itunes:author', 'googleplay:author', 'podcast:person',
  'media:credit', 'media:group', 'media:content',
])

function findAuthors(fields: Fields, context: Context, ofFeed: readonly Person[]): Person[] {
  const named = parsePeople(
    fields,
    ['atom:author', 'author', 'dc:creator', 'dcterms:creator', 'dc:author', 'foaf:maker'],
    context,
  )
  if (named.length > 0) return named
  const [source] = fields.get('atom:source') ?? []
  const ofSource = source === undefined ? [] : parsePeople(fieldsOf(source), ['atom:author', 'dc:creator'], context)
  if (ofSource.length > 0) return ofSource
  if (!hasKind(fields, otherPeople)) return joinPeople(ofFeed)
  const ofPodcast = parsePeople(fields, ['itunes:author', 'googleplay:author'], context)
  if (ofPodcast.length > 0) return ofPodcast
  const credited = [findCredited(fields, context), findHosts(fields, context)].find(({ length }) => length > 0)
  return credited ?? joinPeople(ofFeed)
}

/** The people whom Media RSS credits as authors; DeviantArt credits the author's face, too. */
function findCredited(fields: Fields, context: Context): Person[] {
  const isAuthor = ({ attributes }: Element) => attributes.role?.trim().toLowerCase() === 'author'
  const outer = allKinds(fields, ['media:credit'])
  const inner = allKinds(fields, ['media:group', 'media:content']).flatMap(elementsOf)
  const credits = [...outer, ...inner.filter(({ name }) => name === 'media:credit')].filter(isAuthor)
  const people = credits.flatMap((credit) => parsePeople(new Map([[credit.name, [credit]]]), [credit.name], context))
  return joinPeople(people.filter(({ name }) => name !== undefined))
}

function makeOrigin(fields: Fields, outer: Context, warn: Warn): EntryOrigin | undefined {
  const [source] = allKinds(fields, ['atom:source', 'source'])
  if (source === undefined) return undefined
  const context = enterElement(source, outer)
  const inner = fieldsOf(source)
  const url = source.attributes.url
  const links = makeLinks(inner, context)
  const text = inner.size > 0 ? findText(inner, titleNames, context, 'guess') : makeText(source, outer, 'guess')
  const origin = {
    id: firstText(inner, ['atom:id', 'id']),
    title: makePlain(text, warn),
    link: url?.trim()
      ? resolveUrl(url, context.base)
      : (findAlternate(links) ?? links.find(({ rel }) => rel === 'self')?.href),
  }
  return (origin.id ?? origin.title ?? origin.link) ? origin : undefined
}
