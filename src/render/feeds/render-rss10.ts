import { storedToText } from '../../html/stored-to-text.ts'
import { cutWords } from '../../text/cut-words.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { element, lines, text } from './element.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'
import { fitEntries } from './fit-entries.ts'
import { makePlain } from './make-plain.ts'

const spaces = [
  'xmlns="http://purl.org/rss/1.0/"',
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/**
 * A feed in RSS 1.0 (purl.org/rss/1.0/spec), which old planets had and some readers still ask for. An item is identified by its published
 * id; `title` and `link` are required, so the entry's place on our page stands in for a missing link.
 *
 * @param path where the feed is published: "rss10.xml"
 */
export function renderRss10(document: FeedDocument, path: string): string {
  const head = lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rdf:RDF ${spaces}>`,
    `<channel rdf:about="${escapeXml(makeSiteUrl(path, document.planet))}">`,
    text('title', makePlain(document.title)),
    element('link', document.page),
    text('description', makePlain(document.subtitle ?? document.title)),
    element('dc:date', time(document.updated)),
    '<items>',
    '<rdf:Seq>',
    ...document.entries.map(({ id }) => `<rdf:li rdf:resource="${escapeXml(id)}"/>`),
    '</rdf:Seq>',
    '</items>',
    '</channel>',
  ])
  const items = fitEntries(document, (entry) => renderItem(entry, document), Buffer.byteLength(head))
  return lines([head, ...items.map(({ text }) => text), '</rdf:RDF>\n'])
}

function renderItem(entry: FeedEntry, { translate }: FeedDocument): string {
  const full = entry.contentHtml ?? entry.summaryHtml ?? ''
  return lines([
    `<item rdf:about="${escapeXml(entry.id)}">`,
    text('title', makePlain(entry.title ?? translate('untitled'))),
    element('link', entry.link ?? entry.via),
    element('dc:date', time(entry.published ?? entry.updated)),
    ...entry.authors.map(({ name }) => text('dc:creator', name)),
    ...entry.categories.map(({ term }) => text('dc:subject', term)),
    entry.language === undefined ? '' : element('dc:language', entry.language),
    entry.rights === undefined ? '' : text('dc:rights', entry.rights),
    text('description', escapeXml(cutWords(storedToText(entry.summaryHtml ?? full), 500))),
    element('content:encoded', full),
    '</item>',
  ])
}

function time(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z')
}
