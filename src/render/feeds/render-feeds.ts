import type { EntryQueries } from '../../entry-queries.ts'
import type { Link, Planet, SiteFile, Subscription } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { OnBroken } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { blogPath, feedBeside, monthPath, tagPath } from '../paths/page-path.ts'
import { indexSubscriptions } from '../views/index-subscriptions.ts'
import { listTags } from '../views/list-tags.ts'
import { nameTag } from '../views/name-tag.ts'
import { archivePath, findFirstArchive, makeArchives } from './make-archives.ts'
import { makeFeedDocument } from './make-feed-document.ts'
import { renderAtom } from './render-atom.ts'
import { renderFoafroll } from './render-foafroll.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderOpml } from './render-opml.ts'
import { renderRss } from './render-rss.ts'
import { renderRss10 } from './render-rss10.ts'
import { renderStatus } from './render-status.ts'

/** F-21: entries of a feed. */
const feedLength = 60

/** F-11: 90 days. They count from the newest change: what a feed says depends on what is stored, and never on the clock. */
const tombstoneAge = 90 * 86_400_000

/** What decides which feeds are written. */
export type FeedsToRender = {
  queries: EntryQueries
  planet: Planet
  calendar: Calendar
  translate: Translate
  /** What changed since the feeds were last written: positions of entries, and their feeds; or everything. */
  touched: { positions: Date[]; feeds: string[] } | 'all'
  /** Paths that were written before. */
  known: Set<string>
  onBroken?: OnBroken | undefined
}

/** A file of the site; without bytes, one that is no longer there. */
export type FeedFile = SiteFile | { path: string; bytes: undefined }

/**
 * Everything but pages: what changed of the months, the blogs and the tags, then what stands at the top, the main feed last,
 * so that nobody is led to what is not there yet.
 */
export async function* renderFeeds(input: FeedsToRender): AsyncGenerator<FeedFile> {
  const { planet } = input
  const listed = planet.subscriptions.filter(({ active }) => active)
  if (planet.outputs.includes('atom')) {
    yield* renderArchives(input)
    if (planet.archive.authors) yield* renderBlogs(input)
    if (planet.archive.tags) yield* renderTags(input)
  }
  if (planet.outputs.includes('opml')) {
    const bytes = renderOpml(planet.title, planet.owner, planet.updated, listed)
    yield { path: '.well-known/recommendations.opml', bytes }
    yield { path: 'opml.xml', bytes }
  }
  if (planet.outputs.includes('foaf')) yield { path: 'foafroll.xml', bytes: renderFoafroll(planet, listed) }
  yield { path: 'status.json', bytes: renderStatus(planet) }
  yield* renderMain(input)
}

/** The newest entries of all blogs, in every format that the operator wants. */
async function* renderMain(input: FeedsToRender): AsyncGenerator<SiteFile> {
  const { queries, planet, calendar } = input
  const entries = await queries.newest(feedLength)
  const removed = await queries.removedSince(new Date(+(planet.updated ?? 0) - tombstoneAge))
  const first = await findFirstArchive(queries, calendar, entries)
  const head = {
    id: planet.id,
    title: planet.title,
    subtitle: planet.description,
    page: 'index.html',
    removed,
    since: firstOf(planet.subscriptions),
  }
  const hub = planet.websub === undefined ? [] : [{ rel: 'hub', href: planet.websub, type: undefined }]
  const older = first === undefined ? [] : [archiveLink('prev-archive', first, planet)]
  const context = { ...makeContext(input), isLive: true }
  const document = makeFeedDocument({ ...head, links: [...hub, ...older] }, entries, context)
  const formats = [
    { output: 'rss10', path: 'rss10.xml', render: renderRss10 },
    { output: 'json', path: 'feed.json', render: renderJsonFeed },
    { output: 'rss', path: 'rss.xml', render: renderRss },
    { output: 'atom', path: 'atom.xml', render: renderAtom },
  ] as const
  for (const { output, path, render } of formats) {
    if (planet.outputs.includes(output)) yield { path, bytes: render(document, path) }
  }
}

/** Every month with all its entries (RFC 5005, section 4): parts of one feed, so all have its id. */
async function* renderArchives(input: FeedsToRender): AsyncGenerator<FeedFile> {
  const { queries, planet, calendar, touched } = input
  const context = { ...makeContext(input), isLive: false }
  const positions = touched === 'all' ? touched : touched.positions
  for await (const { month, entries, older, newer } of makeArchives(queries, calendar, positions)) {
    const path = archivePath(month)
    if (entries.length === 0) {
      yield { path, bytes: undefined }
      continue
    }
    const links = [
      { rel: 'current', href: makeSiteUrl('atom.xml', planet), type: 'application/atom+xml' },
      ...(older === undefined ? [] : [archiveLink('prev-archive', older, planet)]),
      ...(newer === undefined ? [] : [archiveLink('next-archive', newer, planet)]),
    ]
    const head = {
      id: planet.id,
      title: planet.title,
      page: monthPath(month, planet) ?? 'index.html',
      links,
      isArchive: true,
    }
    yield { path, bytes: renderAtom(makeFeedDocument(head, entries, context), path) }
  }
}

/** F-20: a feed for each blog, with all that it brought: a flood of its own harms nobody here. */
async function* renderBlogs(input: FeedsToRender): AsyncGenerator<FeedFile> {
  const { queries, planet, touched, known } = input
  const context = { ...makeContext(input), isLive: false }
  for (const { source, slug, name, active, firstReadAt } of planet.subscriptions) {
    if (slug === undefined) continue
    const page = blogPath(slug)
    const path = feedBeside(page)
    if (touched !== 'all' && known.has(path) && !touched.feeds.includes(source.url)) continue
    const entries = await queries.newestOf([source.url], feedLength)
    if (entries.length === 0 && !active) {
      yield { path, bytes: undefined }
      continue
    }
    const head = { id: makeSiteUrl(path, planet), title: `${planet.title}: ${name}`, page, since: firstReadAt }
    yield { path, bytes: renderAtom(makeFeedDocument(head, entries, context), path) }
  }
}

/** F-20: a feed for each tag, with what enters the front page: one new blog must not push out all others. */
async function* renderTags(input: FeedsToRender): AsyncGenerator<SiteFile> {
  const { queries, planet, touched, known } = input
  const context = { ...makeContext(input), isLive: false }
  for (const [tag, feeds] of listTags(planet)) {
    const page = tagPath(tag)
    const path = feedBeside(page)
    if (touched !== 'all' && known.has(path) && !feeds.some((feed) => touched.feeds.includes(feed))) continue
    const since = firstOf(planet.subscriptions.filter(({ source }) => feeds.includes(source.url)))
    const head = { id: makeSiteUrl(path, planet), title: `${planet.title}: ${nameTag(tag, planet)}`, page, since }
    const entries = await queries.newestShownOf(feeds, feedLength)
    yield { path, bytes: renderAtom(makeFeedDocument(head, entries, context), path) }
  }
}

function makeContext({ planet, calendar, translate, onBroken }: FeedsToRender) {
  return { planet, calendar, translate, onBroken, subscriptions: indexSubscriptions(planet) }
}

/** When we first saw any of these blogs. */
function firstOf(subscriptions: Subscription[]): Date | undefined {
  const seen = subscriptions.flatMap(({ firstReadAt }) => (firstReadAt === undefined ? [] : +firstReadAt))
  return seen.length === 0 ? undefined : new Date(Math.min(...seen))
}

function archiveLink(rel: string, month: string, planet: Planet): Link {
  return { rel, href: makeSiteUrl(archivePath(month), planet), type: 'application/atom+xml' }
}
