import type { SiteFile, Subscription } from '../../model.ts'
import { feedLength } from '../feed-length.ts'
import { findShare } from '../find-share.ts'
import { noTopics } from '../find-topics.ts'
import { nameLanguage } from '../name-language.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { blogPath, feedBeside, languagePath, tagPath } from '../paths/page-path.ts'
import { indexSubscriptions } from '../views/index-subscriptions.ts'
import { listTags } from '../views/list-tags.ts'
import { nameTag } from '../views/name-tag.ts'
import type { FeedFile, FeedsToRender } from './feeds-to-render.ts'
import { findFirstArchive } from './make-archives.ts'
import { makeFeedDocument } from './make-feed-document.ts'
import { archiveLink, renderArchives } from './render-archives.ts'
import { renderAtom } from './render-atom.ts'
import { renderBlogFeed } from './render-blog-feed.ts'
import { renderDigests } from './render-digests.ts'
import { renderFoafroll } from './render-foafroll.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderOpml } from './render-opml.ts'
import { renderRss } from './render-rss.ts'
import { renderRss10 } from './render-rss10.ts'
import { renderStatus } from './render-status.ts'

/** F-11: 90 days, counted back from the newest change: what a feed says depends on what is stored, and never on the clock. */
const tombstoneAge = 90 * 86_400_000

/**
 * Everything but pages: what changed of the archive, the blogs and the tags, then the files at the top, the main feed last, so that no link
 * leads to a file that is not there yet.
 */
export async function* renderFeeds(input: FeedsToRender): AsyncGenerator<FeedFile> {
  const { planet } = input
  const listed = planet.subscriptions.filter(({ active }) => active)
  if (planet.outputs.includes('atom')) {
    yield* renderArchives(input, { ...makeContext(input), isLive: false })
    if (planet.archive.authors) yield* renderBlogs(input)
    if (planet.archive.tags) yield* renderTags(input)
    yield* renderTopics(input)
  }
  const since = firstOf(planet.subscriptions) ?? new Date(0)
  yield* renderDigests(input, { ...makeContext(input), isLive: false }, since)
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
  const { queries, planet } = input
  const feeds = planet.subscriptions.filter(({ active }) => active).length
  const entries = await queries.newest(feedLength, findShare(feedLength, feeds, planet.show.share))
  const removed = await queries.removedSince(new Date(+(planet.updated ?? 0) - tombstoneAge))
  const first = await findFirstArchive(queries, entries)
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

/** Feeds of blogs, except those that were made with the blogs' pages. */
async function* renderBlogs(input: FeedsToRender): AsyncGenerator<FeedFile> {
  const { queries, planet, touched, known, made } = input
  const changed = new Set(touched === 'all' ? [] : touched.feeds)
  for (const subscription of planet.subscriptions) {
    const { source, slug, active } = subscription
    if (slug === undefined) continue
    const path = feedBeside(blogPath(slug))
    if (made?.has(path)) continue
    if (touched !== 'all' && (touched.done ?? known).has(path) && !changed.has(source.url)) continue
    const entries = await queries.newestOf([source.url], feedLength)
    if (entries.length === 0 && !active) yield { path, bytes: undefined }
    else yield renderBlogFeed(subscription, slug, entries, input)
  }
}

/** F-20: a feed for each tag, with entries that enter the front page only: one new blog must not push out all others. */
async function* renderTags(input: FeedsToRender): AsyncGenerator<SiteFile> {
  const { queries, planet, touched, known } = input
  const context = { ...makeContext(input), isLive: false }
  for (const [tag, feeds] of listTags(planet)) {
    const page = tagPath(tag)
    const path = feedBeside(page)
    if (touched !== 'all' && (touched.done ?? known).has(path) && !feeds.some((feed) => touched.feeds.includes(feed)))
      continue
    const since = firstOf(planet.subscriptions.filter(({ source }) => feeds.includes(source.url)))
    const head = { id: makeSiteUrl(path, planet), title: `${planet.title}: ${nameTag(tag, planet)}`, page, since }
    const most = findShare(feedLength, feeds.length, planet.show.share)
    const entries = await queries.newestShownOf(feeds, feedLength, most)
    yield { path, bytes: renderAtom(makeFeedDocument(head, entries, context), path) }
  }
}

/** The same for categories that have become tags, and for languages. */
async function* renderTopics(input: FeedsToRender): AsyncGenerator<SiteFile> {
  const { queries, planet, touched, known, topics = noTopics } = input
  const context = { ...makeContext(input), isLive: false }
  const done = (touched === 'all' ? undefined : touched.done) ?? known
  const all = [
    ...topics.tags.map(({ topic, tag, name, feeds }) => ({
      topic,
      page: tagPath(tag),
      feeds,
      name: nameTag(tag, planet, name),
    })),
    ...topics.languages.map(({ topic, language, feeds }) => {
      return { topic, page: languagePath(language), feeds, name: nameLanguage(language) }
    }),
  ]
  const changed = touched === 'all' || touched.topics === 'all' ? undefined : new Set(touched.topics)
  for (const { topic, page, feeds, name } of all) {
    const path = feedBeside(page)
    if (changed?.has(topic) === false && done.has(path)) continue
    const most = findShare(feedLength, feeds, planet.show.share)
    const entries = await queries.newestShownOfTopic(topic, feedLength, most)
    const since = firstOf(planet.subscriptions)
    const head = { id: makeSiteUrl(path, planet), title: `${planet.title}: ${name}`, page, since }
    yield { path, bytes: renderAtom(makeFeedDocument(head, entries, context), path) }
  }
}

function makeContext({ planet, calendar, translate, onBroken, onRendered }: FeedsToRender) {
  return { planet, calendar, translate, onBroken, onRendered, subscriptions: indexSubscriptions(planet) }
}

/** When we first saw any of these blogs. */
function firstOf(subscriptions: Subscription[]): Date | undefined {
  const seen = subscriptions.flatMap(({ firstReadAt }) => (firstReadAt === undefined ? [] : +firstReadAt))
  return seen.length === 0 ? undefined : new Date(Math.min(...seen))
}
