import { isUnseen } from '../../html/to-text.ts'
import type { Category, Link, PartedFile, Person } from '../../model.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { remember } from '../../text/remember.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { relativeLink } from '../paths/page-path.ts'
import { findStart } from '../views/find-start.ts'
import { element, lines } from './element.ts'
import { escapeText } from './escape-text.ts'
import type { FeedDocument, FeedEntry, FeedEntrySource } from './feed-document.ts'
import { fitEntries } from './fit-entries.ts'
import { looksLikeMarkup } from './looks-like-markup.ts'

/** Bytes of the entries of an archive document. */
const largestArchive = 5_000_000

/** Characters of HTML in which the first words of a text are looked for. */
const startSource = 1500

/**
 * A feed in Atom (RFC 4287), every entry with the `source` that it comes from (section 4.2.11). A part of the archive is an archive
 * document (RFC 5005, section 4), a withdrawn entry a tombstone (RFC 6721).
 *
 * `xml:lang` with the planet's language stands only on the planet's own words: on the feed it would apply to every entry that declares no
 * language.
 *
 * @param path where the feed is published: "atom.xml"
 */
export function renderAtom(document: FeedDocument, path: string): string {
  return renderPlaced(document, path).parts.join('')
}

/** The same in parts, with the place in bytes of each entry that is whole. */
export function renderPlaced(document: FeedDocument, path: string) {
  const head = renderHead(document, path)
  const size = Buffer.byteLength(head)
  const texts = fitEntries(document, renderAtomEntry, size)
  let at = size + 1
  const places = new Map<string, { from: number; to: number }>()
  for (const [index, { bytes, isWhole }] of texts.entries()) {
    const id = document.entries[index]?.id
    if (isWhole && id !== undefined) places.set(id, { from: at, to: at + bytes })
    at += bytes + 1
  }
  const entries = texts.map(({ text }) => text)
  return { parts: close(head, entries), places }
}

/** Writes one file of an archive document, which may be too large for a single file, from its links and the path where it is published. */
type RenderPart = (links: Link[], path: string) => PartedFile

/**
 * The parts of a document, each with as many whole entries as fit; the newest first.
 *
 * @param document the document's head, without entries
 * @param texts of its entries, rendered
 */
export function renderAtomParts(document: FeedDocument, texts: readonly (string | Uint8Array)[]): RenderPart[] {
  const parts: (string | Uint8Array)[][] = []
  let size = 0
  for (const text of texts) {
    const bytes = Buffer.byteLength(text)
    const last = parts.at(-1)
    if (last !== undefined && size + bytes <= largestArchive) last.push(text)
    else parts.push([text])
    size = parts.at(-1)?.length === 1 ? bytes : size + bytes
  }
  return parts.map((entries) => (links, path) => ({
    path,
    parts: close(renderHead({ ...document, links }, path), entries),
  }))
}

/** All of it, as the parts of a file. */
function close<Text extends string | Uint8Array>(head: string, entries: readonly Text[]): (string | Text)[] {
  return [head, '\n', ...entries.flatMap((entry) => [entry, '\n']), '</feed>\n']
}

function renderHead(document: FeedDocument, path: string): string {
  const { planet, isArchive, removed } = document
  const language = ` xml:lang="${escapeXml(planet.language)}"`
  const spaces = [
    'xmlns="http://www.w3.org/2005/Atom"',
    isArchive ? 'xmlns:fh="http://purl.org/syndication/history/1.0"' : '',
    removed.length > 0 ? 'xmlns:at="http://purl.org/atompub/tombstones/1.0"' : '',
  ]
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<?xml-stylesheet type="text/css" href="${escapeXml(relativeLink(path, 'feed.css'))}"?>`,
    `<feed ${spaces.filter(Boolean).join(' ')}>`,
    element('id', document.id),
    text('title', document.title, language),
    document.subtitle === undefined ? '' : text('subtitle', document.subtitle, language),
    link({ rel: 'self', href: makeSiteUrl(path, planet), type: 'application/atom+xml' }),
    link({ rel: 'alternate', href: document.page, type: 'text/html' }),
    ...document.links.map((related) => link(related)),
    isArchive ? '<fh:archive/>' : '',
    element('updated', time(document.updated)),
    `<generator version="${escapeXml(planet.version)}">Planet</generator>`,
    element('icon', makeSiteUrl('favicon.svg', planet)),
    ...removed.map(({ publishedId, at }) => `<at:deleted-entry ref="${escapeXml(publishedId)}" when="${time(at)}"/>`),
  ])
}

/**
 * An entry as it stands in each of our feeds that has it whole. It always has a title and a text: failing others, the first words and a
 * link to its page ("it is advisable", RFC 4287, section 4.1.1.1).
 */
export function renderAtomEntry(entry: FeedEntry): string {
  const { summaryHtml, contentHtml } = entry
  const isEmpty = [summaryHtml, contentHtml].every((html) => html === undefined || html === '')
  const [summary, content] = isEmpty ? placeLink(entry) : [summaryHtml, contentHtml]
  return lines([
    `<entry${entry.language === undefined ? '' : ` xml:lang="${escapeXml(entry.language)}"`}>`,
    element('id', entry.id),
    entry.titleHtml === undefined ? text('title', nameEntry(entry)) : html('title', entry.titleHtml),
    entry.link === undefined ? '' : link({ rel: 'alternate', href: entry.link, type: entry.linkType ?? 'text/html' }),
    link({ rel: 'via', href: entry.via, type: 'text/html' }),
    entry.replies === undefined ? '' : link({ rel: 'replies', href: entry.replies, type: 'text/html' }),
    entry.license === undefined ? '' : link({ rel: 'license', href: entry.license, type: undefined }),
    ...entry.enclosures.map(({ url, type, length }) => link({ rel: 'enclosure', href: url, type }, length)),
    entry.published === undefined ? '' : element('published', time(entry.published)),
    element('updated', time(entry.updated)),
    ...entry.authors.map((author) => renderPerson('author', author)),
    ...entry.contributors.map((person) => renderPerson('contributor', person)),
    ...entry.categories.map(renderCategory),
    entry.rights === undefined ? '' : text('rights', entry.rights),
    summary === undefined ? '' : html('summary', summary),
    content === undefined ? '' : html('content', content),
    renderSource(entry.source),
    '</entry>',
  ])
}

/** What an entry is called that has no title. */
function nameEntry({ title, summaryHtml, contentHtml, link, via }: FeedEntry): string {
  if (title !== undefined && !isUnseen(title)) return title
  return findStart((contentHtml ?? summaryHtml ?? '').slice(0, startSource)) || (link ?? via)
}

/**
 * A link to stand for the text of an entry that has none: as its summary, or, where the entry has no page of its own, as its content
 * (section 4.1.2).
 */
function placeLink(entry: FeedEntry): [summary: string | undefined, content: string | undefined] {
  const text = `<p><a href="${escapeXml(entry.link ?? entry.via)}">${escapeXml(nameEntry(entry))}</a></p>`
  return entry.link === undefined ? [undefined, text] : [text, undefined]
}

function renderSource(source: FeedEntrySource): string {
  return lines([
    '<source>',
    element('id', source.id),
    text('title', source.title),
    source.subtitle === undefined ? '' : text('subtitle', source.subtitle),
    element('updated', time(source.updated)),
    source.feed === undefined ? '' : link({ rel: 'self', href: source.feed, type: undefined }),
    source.site === undefined ? '' : link({ rel: 'alternate', href: source.site, type: 'text/html' }),
    source.license === undefined ? '' : link({ rel: 'license', href: source.license, type: undefined }),
    ...source.authors.map((author) => renderPerson('author', author)),
    source.rights === undefined ? '' : text('rights', source.rights),
    source.icon === undefined ? '' : element('icon', source.icon),
    '</source>',
  ])
}

function renderPerson(tag: 'author' | 'contributor', { name, url }: Person & { name: string }): string {
  return `<${tag}><name>${escapeText(name)}</name>${url === undefined ? '' : element('uri', url)}</${tag}>`
}

function renderCategory({ term, scheme, label }: Category): string {
  const rest = [
    scheme === undefined ? '' : ` scheme="${escapeXml(scheme)}"`,
    label === undefined ? '' : ` label="${escapeText(label)}"`,
  ]
  return `<category term="${escapeText(term)}"${rest.join('')}/>`
}

function link({ rel, href, type }: Link, length?: number): string {
  const media = type === undefined ? '' : ` type="${escapeXml(type)}"`
  const size = length === undefined ? '' : ` length="${length}"`
  return `<link rel="${rel}"${media} href="${escapeXml(href)}"${size}/>`
}

/** A text that a reader could take for HTML is written as HTML: else some readers would render a `<b>` in it as markup. */
function text(name: string, value: string, attributes = ''): string {
  if (looksLikeMarkup(value)) return html(name, escapeXml(value.replaceAll('\uFFFD', '?')), attributes)
  return `<${name}${attributes}>${escapeText(value)}</${name}>`
}

function html(name: string, text: string, attributes = ''): string {
  return `<${name} type="html"${attributes}>${escapeXml(text)}</${name}>`
}

/** RFC 3339, section 5.6, in UTC. Most entries write the same instant three times. */
const writeInstant = remember((instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z'), 1000)

function time(instant: Date): string {
  return writeInstant(+instant)
}
