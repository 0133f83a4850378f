import { storedToText } from '../../html/stored-to-text.ts'
import type { Person } from '../../model.ts'
import { stripForbidden } from '../../text/strip-forbidden.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import type { FeedDocument, FeedEntry, FeedEntrySource } from './feed-document.ts'
import { fitEntries } from './fit-entries.ts'

/**
 * A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), one item a line. Values for which the format has no key, above all the feed that an
 * item comes from, stand in the extension `_planet`: docs/feeds.md.
 *
 * @param path where the feed is published: "feed.json"
 */
export function renderJsonFeed(document: FeedDocument, path: string): string {
  const { planet } = document
  const hubs = document.links.filter(({ rel }) => rel === 'hub').map(({ href }) => ({ type: 'WebSub', url: href }))
  const head = render({
    version: 'https://jsonfeed.org/version/1.1',
    title: document.title,
    description: document.subtitle,
    home_page_url: document.page,
    feed_url: makeSiteUrl(path, planet),
    favicon: makeSiteUrl('favicon.svg', planet),
    hubs: hubs.length > 0 ? hubs : undefined,
    _planet: { generator: `Planet ${planet.version}`, updated: document.updated },
  })
  const fitted = fitEntries(document, (entry) => render(makeItem(entry)), Buffer.byteLength(head))
  const items = fitted.map(({ text }) => text)
  return `${head.slice(0, -1)},"items":[\n${items.join(',\n')}${items.length > 0 ? '\n' : ''}]}\n`
}

function makeItem(entry: FeedEntry) {
  const { enclosures } = entry
  return {
    id: entry.id,
    url: entry.link,
    title: entry.title,
    // Content is required; for an entry that has only a summary, the summary stands here.
    content_html: entry.contentHtml ?? entry.summaryHtml ?? '',
    summary:
      entry.summaryHtml === undefined || entry.contentHtml === undefined ? undefined : storedToText(entry.summaryHtml),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors.map(makePerson),
    tags: entry.categories.length > 0 ? entry.categories.map(({ term, label }) => label ?? term) : undefined,
    language: entry.language,
    attachments:
      enclosures.length === 0
        ? undefined
        : enclosures.map(({ url, type, length }) => ({
            url,
            mime_type: type ?? 'application/octet-stream',
            size_in_bytes: length,
          })),
    _planet: {
      via: entry.via,
      comments: entry.replies,
      rights: entry.rights,
      license: entry.license,
      source: makeSource(entry.source),
    },
  }
}

function makeSource({ authors, ...source }: FeedEntrySource) {
  return { ...source, authors: authors.length > 0 ? authors.map(makePerson) : undefined }
}

function makePerson({ name, url }: Person) {
  return { name, url }
}

/** On one line; absent keys are left out, dates are RFC 3339. */
function render(value: object): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? stripForbidden(part) : part))
}
