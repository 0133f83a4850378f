import { storedToText } from '../../html/stored-to-text.ts'
import { isUnseen } from '../../html/to-text.ts'
import type { Enclosure } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { element, lines, text } from './element.ts'
import { escapeText } from './escape-text.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'
import { fitEntries } from './fit-entries.ts'
import { makePlain } from './make-plain.ts'

const spaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/**
 * A feed in RSS 2.0 (rssboard.org/rss-specification, and the board's profile of it). Names of authors stand in `dc:creator`, since `author`
 * is for e-mail addresses; `description` stands before the full text, for readers that take the first of the two.
 *
 * @param path where the feed is published: "rss.xml"
 */
export function renderRss(document: FeedDocument, path: string): string {
  const { planet } = document
  const head = lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${spaces}>`,
    '<channel>',
    text('title', makePlain(document.title)),
    element('link', document.page),
    text('description', makePlain(document.subtitle ?? document.title)),
    atomLink('self', makeSiteUrl(path, planet), 'application/rss+xml'),
    ...document.links.filter(({ rel }) => rel === 'hub').map(({ href }) => atomLink('hub', href)),
    element('lastBuildDate', document.updated.toUTCString()),
    element('generator', `Planet ${planet.version}`),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('ttl', '60'),
  ])
  const items = fitEntries(document, renderItem, Buffer.byteLength(head))
  return lines([head, ...items.map(({ text }) => text), '</channel>', '</rss>\n'])
}

function renderItem(entry: FeedEntry): string {
  const full = entry.contentHtml ?? (entry.link === undefined ? undefined : entry.summaryHtml)
  const [file, ...files] = sortFiles(entry.enclosures)
  const title = makePlain(entry.title ?? '')
  return lines([
    '<item>',
    `<guid isPermaLink="${entry.id === entry.link}">${escapeXml(entry.id)}</guid>`,
    isUnseen(title) ? '' : text('title', title),
    entry.link === undefined ? '' : element('link', entry.link),
    element('pubDate', (entry.published ?? entry.updated).toUTCString()),
    element('atom:updated', entry.updated.toISOString().replace('.000Z', 'Z')),
    ...entry.authors.map(({ name }) => text('dc:creator', name)),
    ...entry.contributors.map(({ name }) => text('dc:contributor', name)),
    ...entry.categories.map(({ term, scheme }) => {
      const domain = scheme === undefined ? '' : ` domain="${escapeXml(scheme)}"`
      return `<category${domain}>${escapeText(term)}</category>`
    }),
    entry.language === undefined ? '' : element('dc:language', entry.language),
    entry.rights === undefined ? '' : text('dc:rights', entry.rights),
    entry.license === undefined ? '' : element('creativeCommons:license', entry.license),
    entry.replies === undefined ? '' : element('comments', entry.replies),
    file === undefined ? '' : renderEnclosure(file),
    ...files.map(({ url, type }) => atomLink('enclosure', url, type)),
    element('description', makeDescription(entry)),
    full === undefined ? '' : element('content:encoded', full),
    entry.source.feed === undefined
      ? ''
      : `<source url="${escapeXml(entry.source.feed)}">${escapeText(entry.source.title)}</source>`,
    '</item>',
  ])
}

/**
 * The summary, else the beginning of the text, without elements, escaped since every reader treats it as HTML (the profile, section on
 * `description`).
 */
function makeDescription({ summaryHtml, contentHtml }: FeedEntry): string {
  const plain = cutWords(storedToText(summaryHtml ?? contentHtml ?? ''), 500)
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** RSS allows one enclosure an item, with a web address; further files are written as Atom links. */
function sortFiles(enclosures: Enclosure[]): Enclosure[] {
  const first = enclosures.find(({ url }) => /^https?:/i.test(url))
  return first === undefined ? [] : [first, ...enclosures.filter((other) => other !== first)]
}

/** `type` and `length` are required; 0 stands for an unknown length (the profile, section on `enclosure`). */
function renderEnclosure({ url, type, length }: Enclosure): string {
  return `<enclosure url="${escapeXml(url)}" length="${length ?? 0}" type="${type ?? 'application/octet-stream'}"/>`
}

function atomLink(rel: string, href: string, type?: string): string {
  const media = type === undefined ? '' : ` type="${escapeXml(type)}"`
  return `<atom:link rel="${rel}"${media} href="${escapeXml(href)}"/>`
}
