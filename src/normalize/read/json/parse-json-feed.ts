import { cleanText } from '../../../html/clean-text.ts'
import { htmlToText, isUnseen } from '../../../html/to-text.ts'
import type { Category, Enclosure, Link, Person } from '../../../model.ts'
import { parseLanguage } from '../../../text/parse-language.ts'
import { resolveUrl, resolveWebUrl } from '../../../text/resolve-url.ts'
import type { Warn } from '../collect-warnings.ts'
import { collapse } from '../fields/collapse.ts'
import { readDate } from '../fields/find-date.ts'
import { isWholeHtml } from '../fields/is-whole-html.ts'
import { joinSurrogates } from '../fields/join-surrogates.ts'
import { limitEntry } from '../fields/limit-entry.ts'
import { linesToHtml } from '../fields/lines-to-html.ts'
import { parseLength } from '../fields/make-enclosures.ts'
import { type FeedContext, findPage, hashSource, type KnownTexts, type MadeEntry } from '../fields/make-entry.ts'
import type { MadeFeed } from '../fields/make-feed.ts'
import { isPlace } from '../fields/make-links.ts'
import { makePlain, makeTitle } from '../fields/make-shown-text.ts'
import type { SourceText } from '../fields/make-text.ts'
import { makeTexts } from '../fields/make-texts.ts'
import { parseMediaType } from '../fields/parse-media-type.ts'
import { joinPeople, parsePersonName, parsePersonText } from '../fields/parse-people.ts'
import { undoReferences } from '../fields/undo-references.ts'
import { limitEntries } from '../limit-entries.ts'
import type { Context } from '../xml/enter-element.ts'
import { parseJson } from './parse-json.ts'

type Json = Record<string, unknown>

/**
 * Read JSON Feed 1.0 or 1.1 (jsonfeed.org/version/1.1).
 *
 * @returns `undefined` where the text is no JSON; `not-a-feed` where the JSON does not look like a feed
 */
export function parseJsonFeed(
  text: string,
  baseUrl: string,
  known: KnownTexts['sources'],
  warn: Warn,
): MadeFeed | 'not-a-feed' | undefined {
  const parsed = parseJson(text, warn)
  if (parsed === undefined) return undefined
  const feed = objectOf(parsed.value)
  const items = listOf(feed?.items)
    .map(objectOf)
    .filter((item) => item !== undefined)
  if (feed === undefined || !isFeed(feed, items)) return 'not-a-feed'
  const context: Context = { base: baseUrl, language: parseLanguage(textOf(feed.language) ?? '') }
  const authors = peopleOf(feed, context)
  const site = placeOf(feed.home_page_url, context)
  const image = urlOf(feed.icon, context) ?? urlOf(feed.favicon, context)
  const covers = new Set(image === undefined ? [] : [image])
  return {
    format: 'json',
    about: {
      id: undefined,
      title: makePlain(undoReferences(sourceOf(feed.title, 'text', context)), warn),
      subtitle: makePlain(undoReferences(sourceOf(feed.description, 'text', context)), warn),
      link: site,
      feedUrl: urlOf(feed.feed_url, context),
      language: context.language,
      updated: undefined,
      authors,
      image,
      rights: undefined,
      generator: undefined,
      schedule: undefined,
    },
    entries: limitEntries(items, warn).map((item) =>
      makeItem(item, { ...context, authors, site, covers, known }, warn),
    ),
    deleted: [],
    ...(parsed.isCut ? { isCut: true as const } : {}),
  }
}

/** Whether JSON is a feed: by its version, or by names that nothing else has; entries without a text are known by their dates. */
function isFeed(feed: Json, items: readonly Json[]): boolean {
  if (/jsonfeed\.org\/version/i.test(textOf(feed.version) ?? '')) return true
  const isOwn = feed.home_page_url !== undefined || feed.feed_url !== undefined
  return items.some(
    ({ id, content_html, content_text, date_published }) =>
      content_html !== undefined ||
      content_text !== undefined ||
      date_published !== undefined ||
      (isOwn && id !== undefined),
  )
}

function makeItem(item: Json, context: FeedContext, warn: Warn): MadeEntry {
  const link = pageOf(item, context) ?? placeOf(item.external_url, context)
  const page = findPage(link, context.site)
  const plain = (value: unknown): SourceText | undefined => sourceOf(value, 'text', context)
  const title = undoReferences(plain(item.title))
  const content = sourceOf(item.content_html, 'html', context) ?? linesOf(plain(item.content_text))
  const summary = readSummary(plain(item.summary))
  const language = parseLanguage(textOf(item.language) ?? '') ?? context.language
  const authors = peopleOf(item, context)
  const enclosures = markPhotos(
    listOf(item.attachments).flatMap((attachment) => makeAttachment(objectOf(attachment), context)),
  )
  const titles = makeTitle(title, warn)
  const sourceHash = hashSource([title, content, summary])
  const short = summary && content && isSame(summary, content) ? undefined : summary
  const { html, source } = makeTexts([content, short], sourceHash, page, context.known, warn)
  const entry = {
    id: textOf(item.id),
    link,
    ...titles,
    contentHtml: html[0],
    summaryHtml: html[1],
    published: dateOf(item.date_published, language, warn),
    updated: dateOf(item.date_modified, language, warn),
    authors: authors.length > 0 ? authors : [...context.authors],
    contributors: [],
    links: linksOf(item, enclosures, context),
    source: undefined,
    categories: makeTags(item.tags),
    language,
    enclosures,
    image: pictureOf(item, enclosures, context),
    commentsUrl: undefined,
    rights: undefined,
    sourceHash,
  }
  return { entry: limitEntry(entry, warn), source }
}

/**
 * The page of an item: its `url`; an item without any address may have it in its `id`, which JSON Feed wants to be "the full URL of the
 * resource described".
 */
function pageOf(item: Json, context: Context): string | undefined {
  const url = placeOf(item.url, context)
  if (url !== undefined || placeOf(item.external_url, context) !== undefined) return url
  return resolveWebUrl(textOf(item.id) ?? '', undefined)
}

/** The picture of an item; not the feed's own, which many repeat in every item. Some write an object in place of the address. */
function pictureOf(item: Json, enclosures: readonly Enclosure[], { base, covers }: FeedContext): string | undefined {
  const written = [item.image, item.banner_image].map((value) =>
    resolveWebUrl(textOf(objectOf(value)?.url ?? value) ?? '', base),
  )
  return (
    written.find((url) => url !== undefined && !covers.has(url)) ??
    enclosures.find(({ type }) => type?.startsWith('image/'))?.url
  )
}

/** The two links of an item: its own page, and the page that it is about. */
function linksOf(item: Json, enclosures: readonly Enclosure[], context: Context): Link[] {
  const own = pageOf(item, context)
  const external = urlOf(item.external_url, context)
  return [
    ...(own === undefined ? [] : [{ rel: 'alternate', href: own, type: undefined }]),
    ...(external === undefined
      ? []
      : [{ rel: own === undefined ? 'alternate' : 'related', href: external, type: undefined }]),
    ...enclosures.map(({ url, type }) => ({ rel: 'enclosure', href: url, type })),
  ]
}

function makeAttachment(attachment: Json | undefined, context: Context): Enclosure[] {
  const url = urlOf(attachment?.url, context)
  if (url === undefined) return []
  return [
    {
      url,
      type: parseMediaType(textOf(attachment?.mime_type)),
      length: parseLength(textOf(attachment?.size_in_bytes)),
    },
  ]
}

/** Each file once; several pictures are shown together. */
function markPhotos(all: Enclosure[]): Enclosure[] {
  const enclosures = [...new Map([...all].reverse().map((file) => [file.url, file])).values()].reverse()
  const isPicture = ({ type }: Enclosure) => type?.startsWith('image/') === true
  if (enclosures.filter(isPicture).length < 2) return enclosures
  return enclosures.map((file) => (isPicture(file) ? { ...file, isPhoto: true as const } : file))
}

/** Each tag once. Some feeds write a tag as an object, and some write all tags in one text. */
function makeTags(tags: unknown): Category[] {
  const listed = typeof tags === 'string' ? tags.split(',') : listOf(tags)
  const terms = listed.map((tag) => collapse(textOf(objectOf(tag)?.name ?? tag) ?? ''))
  return [...new Set(terms)]
    .filter((term) => !isUnseen(term))
    .map((term) => ({ term, scheme: undefined, label: undefined }))
}

/** `authors` of 1.1, which some write as one object, and some with nothing in it; else `author` of 1.0; each person once. */
function peopleOf(holder: Json, context: Context): Person[] {
  const people = listOf(holder.authors).flatMap((value) => makeAuthor(value, context))
  return joinPeople(people.length > 0 ? people : makeAuthor(holder.author, context))
}

function makeAuthor(value: unknown, context: Context): Person[] {
  const author = objectOf(value)
  const named =
    author === undefined ? parsePersonText(textOf(value) ?? '')[0] : parsePersonName(textOf(author.name) ?? '')
  const url = urlOf(author?.url, context)
  const email = /^mailto:([^?]+)/i.exec(url ?? '')?.[1] ?? named?.email
  const page = url?.startsWith('mailto:') ? undefined : url
  return (named ?? url) ? [{ name: named?.name, url: page, email }] : []
}

/** A summary is plain text, but one that is plainly HTML is that. */
function readSummary(text: SourceText | undefined): SourceText | undefined {
  return text !== undefined && isWholeHtml(text.value) ? { ...text, kind: 'html' } : text
}

/** A text as HTML that keeps its line ends, the only formatting that it has. */
function linesOf(text: SourceText | undefined): SourceText | undefined {
  if (text === undefined || !text.value.includes('\n')) return text
  return { ...text, kind: 'html', value: linesToHtml(text.value) }
}

function sourceOf(value: unknown, kind: SourceText['kind'], context: Context): SourceText | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : { ...context, kind, value: joinSurrogates(text) }
}

function isSame(summary: SourceText, content: SourceText): boolean {
  return (
    summary.value === content.value ||
    summary.value === (content.kind === 'text' ? content.value : htmlToText(content.value))
  )
}

function urlOf(value: unknown, { base }: Context): string | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : resolveUrl(text, base)
}

function placeOf(value: unknown, context: Context): string | undefined {
  const url = urlOf(value, context)
  return url !== undefined && isPlace(url) ? url : undefined
}

function dateOf(value: unknown, language: string | undefined, warn: Warn): Date | undefined {
  if (value === undefined || value === null) return undefined
  return readDate(textOf(value) ?? (typeof value === 'string' ? '' : JSON.stringify(value)), language, warn)
}

/** A text, trimmed; also of a number, since ids are numbers in many feeds. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanText(value).trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

/** A list; some write its only member in its place, and PHP writes a list with gaps as an object: `{"0": …, "2": …}`. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const object = objectOf(value)
  const isList = object !== undefined && Object.keys(object).every((key) => /^\d+$/.test(key))
  return isList ? Object.values(object) : [value]
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}
