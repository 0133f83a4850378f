import { outputFiles } from '../config/check-output.ts'
import type { EntryQueries } from '../entry-queries.ts'
import type { PartedFile, Planet, SiteFile } from '../model.ts'
import { openCalendar } from '../render/dates/open-calendar.ts'
import type { DigestDays } from '../render/digest/list-periods.ts'
import { makeFeedStyle } from '../render/feeds/make-feed-style.ts'
import { openKeptTexts, type ReadPieces } from '../render/feeds/open-kept-texts.ts'
import { renderBlogFeed } from '../render/feeds/render-blog-feed.ts'
import { renderFeeds } from '../render/feeds/render-feeds.ts'
import type { FoundTopics } from '../render/find-topics.ts'
import type { OnBroken } from '../render/make-from-entry.ts'
import { loadMessages } from '../render/messages/load-messages.ts'
import { isWhole } from '../render/pages/is-whole.ts'
import { limitQueries } from '../render/pages/limit-queries.ts'
import { isEmptyPage, makePages } from '../render/pages/make-pages.ts'
import { findLostTopics } from '../render/pages/make-topic-pages.ts'
import { renderManifest } from '../render/pages/render-manifest.ts'
import { type RenderContext, renderPage } from '../render/pages/render-page.ts'
import { feedBeside, pagePath } from '../render/paths/page-path.ts'
import type { Faces } from '../render/site/load-faces.ts'
import type { LoadedTheme } from '../render/site/load-theme.ts'
import { makeSamplePages } from '../render/theme/make-sample-pages.ts'
import { openTemplates } from '../render/theme/open-templates.ts'
import type { Touched } from '../render/touched.ts'
import type { PicturesOfSite } from '../render/views/pictures-of-site.ts'
import { findCard } from './find-card.ts'

export type Rendering = {
  /** Queries over all entries; those older than the cutoff are not shown. */
  queries: EntryQueries
  cutoff: Date | undefined
  planet: Planet
  touched: Touched
  topics: FoundTopics
  /** Paths that were written before. */
  known: Set<string>
  /** Paths of pages that are up to date, and not rendered. */
  standing: ReadonlySet<string>
  about: string | undefined
  theme: LoadedTheme
  /** The theme's style has changed since the site was last written. */
  isRestyled: boolean
  /** The planet's picture as it was drawn when the site was last written, where it would be the same now. */
  lastCard: Uint8Array | undefined
  faces: Faces
  /** Collects the paths of files that have nothing left to show. */
  gone: string[]
  /** Which days and weeks are over. */
  days: DigestDays
  /** What is known of pictures; absent: pages show them as feeds wrote them. */
  pictures?: PicturesOfSite | undefined
  onBroken: OnBroken
  /** Reads files of the site that are already written; absent in a dry run. */
  readBack?: ReadPieces | undefined
  /** Called for every entry that is rendered into a page or a feed. */
  onRendered: () => void
}

/**
 * The files of the site in the order in which they are written: what pages need, the pages, then the front and the feeds.
 *
 * @throws before the first file, where a template of the operator's own fails on one of the sample pages
 */
export async function* renderSite(rendering: Rendering): AsyncGenerator<SiteFile | PartedFile> {
  const { planet, touched, topics, known, about, theme, faces, gone, cutoff, days, pictures, readBack } = rendering
  const { onBroken, onRendered, standing } = rendering
  const calendar = await openCalendar(planet.timezone, planet.language)
  const queries = cutoff === undefined ? rendering.queries : limitQueries(rendering.queries, cutoff)
  const translate = await loadMessages(planet.language)
  const shared = { planet, calendar, translate, onBroken, onRendered }
  const card = await findCard(rendering)
  const context = {
    ...shared,
    templates: openTemplates(theme),
    faces: faces.faces,
    pictures,
    card: card?.size,
  }
  if (isWhole(touched) && theme.isOwn) validateTheme(context)
  for (const file of theme.files) yield file.path === 'feed.css' ? makeFeedStyle(file, translate) : file
  yield* faces.files
  if (planet.robots === 'noindex') yield { path: 'robots.txt', bytes: 'User-agent: *\nDisallow: /\n' }
  if (planet.outputs.includes('html')) yield renderManifest(planet)
  if (card?.file !== undefined) yield card.file
  const pages = planet.outputs.includes('html')
    ? makePages({ queries, planet, calendar, touched, known, about, days, topics })
    : []
  const made = new Set<string>()
  // With `show.feedTitle`, titles in the archive differ from those in a blog's own feed: no texts are shared.
  const texts = readBack === undefined || planet.show.feedTitle !== undefined ? undefined : openKeptTexts(readBack)
  for await (const page of pages) {
    if (isEmptyPage(page)) {
      gone.push(pagePath(page))
      continue
    }
    if (standing.has(pagePath(page))) continue
    yield renderPage(page, context)
    if (page.kind !== 'blog' || !planet.outputs.includes('atom')) continue
    const feed = renderBlogFeed(page.subscription, page.slug, page.newest, shared, texts)
    made.add(feed.path)
    yield feed
  }
  if (touched !== 'all' && (planet.archive.tags === 'auto' || planet.archive.languages)) {
    for (const path of findLostTopics(topics, known)) gone.push(path, feedBeside(path))
  }
  for await (const file of renderFeeds({ ...shared, queries, touched, topics, known, days, made, texts })) {
    if ('parts' in file) {
      yield file
      continue
    }
    const { path, bytes } = file
    if (bytes === undefined) gone.push(path)
    else {
      // Aliases first: once the file itself is there, all of its names are.
      for (const alias of findAliases(path, planet)) yield { path: alias, bytes }
      yield { path, bytes }
    }
  }
}

/** The other names of an output. */
function findAliases(path: string, { aliases }: Planet): string[] {
  return aliases.flatMap((alias) => (outputFiles[alias.format] === path ? [alias.path] : []))
}

/** Render sample pages, so that a broken theme fails before the first file of the site. */
function validateTheme(context: RenderContext): void {
  const { planet, pages } = makeSamplePages(context.planet)
  for (const page of pages)
    renderPage(page, {
      ...context,
      planet,
      faces: new Map(),
      pictures: undefined,
      onBroken: undefined,
      onRendered: undefined,
    })
}
