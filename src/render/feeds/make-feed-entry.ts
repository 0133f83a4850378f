import { dropCodeColors } from '../../html/drop-code-colors.ts'
import { embedInFeed } from '../../html/embed-html.ts'
import type { Category, Enclosure, Entry, Person, Subscription } from '../../model.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { findMediaType } from '../../text/find-media-type.ts'
import { isAbsoluteIri } from '../../text/is-absolute-iri.ts'
import { isHarmfulAddress } from '../../text/is-harmful-address.ts'
import { makeIri } from '../../text/make-iri.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { limitEntry } from '../limit-entry.ts'
import { makeAnchor } from '../paths/make-anchor.ts'
import { makePageUrl } from '../paths/make-site-url.ts'
import { blogPath, spanPath } from '../paths/page-path.ts'
import { renderLead } from '../render-lead.ts'
import type { FeedEntry, FeedEntrySource } from './feed-document.ts'
import { fitContent } from './fit-content.ts'
import { looksLikeMarkup } from './looks-like-markup.ts'

/** An e-mail address in a name; "@ana@social.example" is none. */
const address = /[<([]?(?<![^\s<([])(mailto:)?[^\s<>()[\]@]+@[^\s<>()[\]@]+\.[^\s<>()[\]@]+[>)\]]?/gi

/** What entries of feeds are made with. */
export type FeedContext = {
  planet: { url: string }
  calendar: Calendar
  subscriptions: Map<string, Subscription>
  /**
   * True for feeds that are written with every change: their `source` elements say everything. In other feeds `source` has only what seldom
   * changes, since one blog's motto of the day must not rewrite twenty years of archives.
   */
  isLive: boolean
}

/** An entry as our feeds publish it, the same in every format. */
export function makeFeedEntry(whole: Entry, context: FeedContext): FeedEntry {
  const { planet, calendar, subscriptions } = context
  const subscription = subscriptions.get(whole.feed)
  const entry = limitEntry(whole, subscription?.source)
  const link = entry.link === undefined ? undefined : makeIri(entry.link)
  const anchor = makeAnchor(entry.publishedId)
  const place = makePageUrl(spanPath(calendar.dayOf(entry.position)), planet)
  const fit = (html: string | undefined) =>
    pointToEntry(html && fitIntoFeed(html, anchor, place, [entry.link ?? subscription?.about?.link, entry.feed]), entry)
  const lead = renderLead(entry)
  const isSummary = entry.contentHtml === undefined && entry.summaryHtml !== undefined
  const content = isSummary ? undefined : fit(`${lead}${entry.contentHtml ?? ''}` || undefined)
  const summary = fit(isSummary ? `${lead}${entry.summaryHtml}` : entry.summaryHtml)
  const [title, titleHtml] = [entry.title, entry.titleHtml].map((text) => text?.replaceAll('\uFFFD', '?'))
  // Without a link, an entry must have a content (RFC 4287, section 4.1.2).
  const isWhole = content !== undefined || link !== undefined
  return {
    id: entry.publishedId,
    // Reading has already applied the feed's own language: an entry without one was declared to have none, or its feed declares none.
    language: entry.language ?? subscription?.source.language,
    title,
    titleHtml: titleHtml?.includes('<') || looksLikeMarkup(title ?? '') ? titleHtml : undefined,
    link,
    linkType: mediaType(entry.links.find(({ rel, href }) => rel === 'alternate' && href === entry.link)?.type),
    via: `${place}#${anchor}`,
    replies: entry.commentsUrl === undefined ? undefined : makeIri(entry.commentsUrl),
    license: findLicense(entry.links),
    enclosures: entry.enclosures.map(makeEnclosure),
    published: entry.published === undefined ? undefined : earlier(entry.published, entry.position),
    updated: entry.updatedShown,
    authors: nameAuthors(entry, subscription),
    contributors: named(entry.contributors),
    categories: entry.categories.map(makeCategory).filter(({ term }) => term !== ''),
    rights: entry.rights,
    summaryHtml: isWhole ? summary : undefined,
    contentHtml: isWhole ? content : (summary ?? ''),
    source: makeSource(entry, subscription, context),
  }
}

/** Where the entry comes from: enough to recognise its feed, and its licence. */
function makeSource(
  entry: Entry,
  subscription: Subscription | undefined,
  { planet, isLive }: FeedContext,
): FeedEntrySource {
  const { about, publicUrl } = subscription ?? {}
  return {
    id: makeSourceId(subscription, planet),
    title: subscription?.name ?? about?.title ?? new URL(entry.feed).host,
    subtitle: isLive ? about?.subtitle : undefined,
    updated: entry.updatedShown,
    feed: publicUrl === undefined ? undefined : makeIri(publicUrl),
    site: subscription?.site === undefined ? undefined : makeIri(subscription.site),
    authors: named(about?.authors),
    rights: joinRights(about?.rights, about?.license),
    license: about?.license === undefined ? undefined : makeIri(about.license),
    icon: isLive && about?.image !== undefined ? makeIri(about.image) : undefined,
  }
}

/** F-12: readers that ignore licence links show the rights, so the rights name the licence, too. */
function joinRights(rights: string | undefined, license: string | undefined): string | undefined {
  if (license === undefined || rights?.includes(license)) return rights
  return rights === undefined ? license : `${rights} (${license})`
}

/** A feed's own id; else its address. For a feed whose address readers must not know, the address of its page on our site. */
function makeSourceId(subscription: Subscription | undefined, planet: { url: string }): string {
  const { feedId, publicUrl, slug = '' } = subscription ?? {}
  if (publicUrl === undefined) return makePageUrl(blogPath(slug), planet)
  return readId(feedId) ?? makeIri(publicUrl)
}

/** An address of the web, a URN or a tag; characters that no IRI may have are escaped. */
function readId(id: string | undefined): string | undefined {
  return id === undefined || !/^(https?|urn|tag):\S+$/i.test(id) ? undefined : readIri(id)
}

function readIri(text: string): string | undefined {
  const iri = makeIri(text)
  return isAbsoluteIri(iri) && !isHarmfulAddress(iri) && !/^feed:/i.test(iri) ? iri : undefined
}

/** F-06: never empty, never a mail address: the entry's authors, else the feed's, else the author in feeds.yaml, else the feed's name. */
function nameAuthors(entry: Entry, subscription: Subscription | undefined): FeedEntry['authors'] {
  const own = named(entry.authors)
  const authors = own.length > 0 ? own : named(subscription?.about?.authors)
  if (authors.length > 0) return authors
  const name = subscription?.source.author ?? (dropMarkup(subscription?.name ?? '') || new URL(entry.feed).host)
  const url = subscription?.site === undefined ? undefined : makeIri(subscription.site)
  return [{ name, url, email: undefined }]
}

function named(people: Person[] | undefined): FeedEntry['authors'] {
  return (people ?? []).flatMap((person) => {
    const name = dropMarkup(person.name?.replace(address, '') ?? '')
    return name === '' ? [] : [{ name, url: person.url && makeIri(person.url), email: undefined }]
  })
}

function makeEnclosure({ url, type, length }: Enclosure): Enclosure {
  return {
    url: makeIri(url),
    type: findMediaType(url, mediaType(type)),
    length: length !== undefined && length >= 0 ? Math.floor(length) : undefined,
  }
}

/** A valid media type (RFC 6838, section 4.2), without its parameters; `undefined` for anything else. */
function mediaType(type: string | undefined): string | undefined {
  return /^[\w.+-]+\/[\w.+-]+(?=\s*(;|$))/.exec(type ?? '')?.[0]
}

function makeCategory({ term, scheme, label }: Category): Category {
  return { term: dropMarkup(term), scheme: scheme && readIri(scheme), label: label && (dropMarkup(label) || undefined) }
}

/** A name of a person or a category, without tags: no format allows markup in a name, and some readers would render it. */
function dropMarkup(name: string): string {
  return (name.includes('</') ? name.replace(/<\/?[a-z][^<>]*>/gi, '') : name).trim()
}

/** RFC 4946 */
function findLicense(links: Entry['links']): string | undefined {
  const href = links.find(({ rel }) => rel === 'license')?.href
  return href === undefined ? undefined : makeIri(href)
}

/**
 * A reader puts many posts into one document, and our page has an anchor for each id: ids within an entry must be unique to the entry.
 * Colors of code are left out: a reader has no style for them.
 */
function fitIntoFeed(stored: string, anchor: string, place: string, pages: (string | undefined)[]): string {
  const html = fitContent(dropCodeColors(stored))
  if (!html.includes(' id="')) return html
  return embedInFeed(html, anchor, pages, place)
}

/** Links within a post (`#…`) are led to the post's own page: in a feed reader there is no page around the text. */
function pointToEntry(html: string | undefined, { feed, link }: Entry): string | undefined {
  // Most texts have no such link, and searching for the one character `#` takes a tenth of the time.
  if (html?.includes('#') !== true) return html
  const page = link?.split('#')[0]
  return page === undefined ? html : html.replaceAll(`href="${escapeXml(feed)}#`, `href="${escapeXml(page)}#`)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
