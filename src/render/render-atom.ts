import type { Entry, Link, Person, Planet, Subscription } from '../model.ts'
import { escapeXml } from './escape-xml.ts'
import { makeAnchor } from './make-anchor.ts'
import type { Calendar } from './open-calendar.ts'
import { spanPath } from './page-path.ts'

/**
 * The combined feed: Atom (RFC 4287), every entry with the `source` it comes from (section 4.2.11), and the ids under
 * which it was published first. `updated` is the newest entry's, never the time of the build.
 *
 * @param entries newest first
 */
export function renderAtom(entries: Entry[], planet: Planet, calendar: Calendar): string {
  const self = new URL('atom.xml', planet.url).href
  const subscriptions = new Map(planet.subscriptions.map((subscription) => [subscription.source.url, subscription]))
  const newest = entries.map((entry) => +entry.updatedShown).reduce((a, b) => Math.max(a, b), 0)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(planet.language)}">`,
    element('id', self),
    element('title', planet.title),
    planet.description === undefined ? '' : element('subtitle', planet.description),
    link({ rel: 'self', href: self, type: 'application/atom+xml' }),
    link({ rel: 'alternate', href: planet.url, type: 'text/html' }),
    element('updated', time(new Date(newest))),
    `<generator version="${escapeXml(planet.version)}">Planet</generator>`,
    element('icon', new URL('favicon.svg', planet.url).href),
    ...entries.map((entry) => renderEntry(entry, planet, subscriptions.get(entry.feed), calendar)),
    '</feed>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

function renderEntry(entry: Entry, planet: Planet, subscription: Subscription | undefined, calendar: Calendar): string {
  const permalink = `${new URL(spanPath(calendar.dayOf(entry.position)).replace(/index\.html$/, ''), planet.url)}#${makeAnchor(entry.publishedId)}`
  const language = entry.language ?? subscription?.source.language ?? subscription?.about?.language
  const content =
    pointToEntry(entry.contentHtml, entry) ?? (entry.link === undefined ? (entry.summaryHtml ?? '') : undefined)
  const summary = entry.summaryHtml !== undefined && content !== entry.summaryHtml ? entry.summaryHtml : undefined
  return [
    `<entry${language === undefined ? '' : ` xml:lang="${escapeXml(language)}"`}>`,
    element('id', entry.publishedId),
    entry.titleHtml?.includes('<')
      ? `<title type="html">${escapeXml(entry.titleHtml)}</title>`
      : element('title', entry.title ?? ''),
    ...(entry.link === undefined ? [] : [link({ rel: 'alternate', href: entry.link, type: alternateType(entry) })]),
    link({ rel: 'via', href: permalink, type: 'text/html' }),
    ...(entry.commentsUrl === undefined ? [] : [link({ rel: 'replies', href: entry.commentsUrl, type: 'text/html' })]),
    ...entry.enclosures.map(({ url, type, length }) => link({ rel: 'enclosure', href: url, type }, length)),
    entry.published === undefined ? '' : element('published', time(earlier(entry.published, entry.position))),
    element('updated', time(entry.updatedShown)),
    ...nameAuthors(entry, subscription).map((author) => renderPerson('author', author)),
    ...entry.contributors.filter(({ name }) => name).map((person) => renderPerson('contributor', person)),
    ...entry.categories.map(renderCategory),
    entry.rights === undefined ? '' : element('rights', entry.rights),
    summary === undefined ? '' : `<summary type="html">${escapeXml(summary)}</summary>`,
    content === undefined ? '' : `<content type="html">${escapeXml(content)}</content>`,
    renderSource(entry, subscription),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Where the entry comes from: enough to know its feed again. */
function renderSource(entry: Entry, subscription: Subscription | undefined): string {
  const about = subscription?.about
  const authors = about?.authors.filter(({ name }) => name) ?? []
  return [
    '<source>',
    element('id', sourceId(about?.id) ?? entry.feed),
    element('title', subscription?.name ?? about?.title ?? new URL(entry.feed).host),
    about?.subtitle === undefined ? '' : element('subtitle', about.subtitle),
    element('updated', time(entry.updatedShown)),
    link({ rel: 'self', href: entry.feed, type: undefined }),
    ...(subscription?.site === undefined
      ? []
      : [link({ rel: 'alternate', href: subscription.site, type: 'text/html' })]),
    ...authors.map((author) => renderPerson('author', author)),
    about?.rights === undefined ? '' : element('rights', about.rights),
    about?.image === undefined ? '' : element('icon', about.image),
    '</source>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** A feed's own id, where it is one: an absolute address. */
function sourceId(id: string | undefined): string | undefined {
  return id !== undefined && /^(https?:\/\/[^\s/]|urn:[a-z0-9-]+:\S|tag:[^\s,]+,\d{4}\S*:)\S*$/i.test(id)
    ? id
    : undefined
}

/** F-06: never empty, never an address: the entry's, else the feed's, else the operator's word, else the feed's name. */
function nameAuthors(entry: Entry, subscription: Subscription | undefined): Person[] {
  const named = (people: Person[] | undefined) => people?.filter(({ name }) => name) ?? []
  const own = named(entry.authors)
  const ofFeed = own.length > 0 ? own : named(subscription?.about?.authors)
  if (ofFeed.length > 0) return ofFeed
  const name = subscription?.source.author ?? subscription?.name ?? new URL(entry.feed).host
  return [{ name, url: subscription?.site, email: undefined }]
}

function renderPerson(tag: 'author' | 'contributor', { name, url }: Person): string {
  return `<${tag}>${element('name', name ?? '')}${url === undefined ? '' : element('uri', url)}</${tag}>`
}

function renderCategory({ term, scheme, label }: Entry['categories'][number]): string {
  const isIri = scheme !== undefined && URL.canParse(scheme)
  const rest = `${isIri ? ` scheme="${escapeXml(scheme)}"` : ''}${label === undefined ? '' : ` label="${escapeXml(label)}"`}`
  return `<category term="${escapeXml(term)}"${rest}/>`
}

function alternateType({ link: href, links }: Entry): string {
  return links.find((other) => other.rel === 'alternate' && other.href === href)?.type ?? 'text/html'
}

function link({ rel, href, type }: Link, length?: number): string {
  const isType = type !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(type)
  const size = length !== undefined && length >= 0 ? ` length="${Math.floor(length)}"` : ''
  return `<link rel="${rel}"${isType ? ` type="${type}"` : ''} href="${escapeXml(href)}"${size}/>`
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}

/** Links within a post lead to it, wherever its text is read: there is no page around it in a feed reader. */
function pointToEntry(html: string | undefined, { feed, link }: Entry): string | undefined {
  const page = link?.split('#')[0]
  return page === undefined ? html : html?.replaceAll(`href="${escapeXml(feed)}#`, `href="${escapeXml(page)}#`)
}

/** RFC 3339, section 5.6, in UTC, to the second. */
function time(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}
