import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config/schema.ts'
import type { Archive, BuildReport, Planet, SiteFile } from '../model.ts'
import { renderFeeds } from '../render/feeds/render-feeds.ts'
import { type Faces, loadFaces } from '../render/load-faces.ts'
import { type LoadedTheme, loadTheme } from '../render/load-theme.ts'
import { makePages } from '../render/make-pages.ts'
import { openCalendar } from '../render/open-calendar.ts'
import { pagePath } from '../render/page-path.ts'
import { renderPage } from '../render/render-page.ts'
import { deleteFiles, writeSite } from '../render/write-site.ts'
import type { Output, Store } from '../store/store.ts'
import { version } from '../version.ts'
import { makeSlug } from './make-slug.ts'
import { makeSubscriptions } from './make-subscriptions.ts'

type Site = Pick<BuildReport, 'written' | 'deleted' | 'files' | 'warnings'>

/** What changed since the site was last written: positions of entries, and their feeds. */
type Touched = { positions: Date[]; feeds: string[] } | 'all'

/** Where nothing was rendered. */
export const noSite: Site = { written: [], deleted: [], files: 0, warnings: [] }

/**
 * Bring an output folder up to date: the pages that entries changed since it was last written, and all of them where
 * what every page shows has changed; nothing where nothing has.
 *
 * @param dryRun only say what would be written and deleted
 */
export async function publishSite(config: Config, store: Store, folder: string, dryRun = false): Promise<Site> {
  await store.giveSlugs(makeSlug)
  const subscriptions = makeSubscriptions(await store.feeds())
  const planet: Planet = {
    ...config,
    id: config.id ?? new URL('atom.xml', config.url).href,
    description: config.description,
    websub: config.websub,
    owner: config.owner,
    subscriptions,
    updated: await store.updated(),
    version,
  }
  const [theme, faces] = [await loadTheme(), await loadFaces(subscriptions, config.root)]
  const output = { mark: await store.mark(), look: hashLook(config, theme, faces), state: hashState(planet) }
  const landmarks = config.outputs.includes('html') ? ['status.json', 'index.html'] : ['status.json']
  const isThere = landmarks.every((file) => existsSync(path.join(folder, file)))
  const before = isThere ? await store.output(folder) : undefined
  const known = await store.writtenFiles(folder)
  if (isSame(before, output)) return { ...noSite, files: known.size, warnings: faces.warnings }

  const touched = before?.look === output.look ? await findTouched(store.archive, before.mark) : 'all'
  const gone: string[] = []
  const files = renderSite(store.archive, planet, theme, faces, touched, known, gone)
  const { all, written } = await writeSite(files, folder, dryRun)

  const kept = new Set(all)
  const stale =
    touched === 'all' ? [...known].filter((file) => !kept.has(file)) : gone.filter((file) => known.has(file))
  if (!dryRun) await deleteFiles(stale, folder)
  await store.saveWrittenFiles(folder, all, stale)
  await store.saveOutput(folder, output)
  const count = new Set([...known, ...all]).size - stale.length
  return { written, deleted: stale, files: count, warnings: faces.warnings }
}

/** The files of the site in the order in which they are written: what pages need, the pages, then the front and the feeds. */
async function* renderSite(
  archive: Archive,
  planet: Planet,
  theme: LoadedTheme,
  { faces, files }: Faces,
  touched: Touched,
  known: Set<string>,
  gone: string[],
): AsyncGenerator<SiteFile> {
  yield* theme.files
  yield* files
  const calendar = await openCalendar(planet.timezone, planet.language)
  const look = { planet, calendar, templates: theme.templates, faces }
  const positions = touched === 'all' ? touched : touched.positions
  const pages = planet.outputs.includes('html') ? makePages(archive, planet, calendar, positions) : []
  for await (const page of pages) {
    if (page.kind !== 'front' && page.entries.length === 0) gone.push(pagePath(page))
    else yield renderPage(page, look)
  }
  for await (const { path, bytes } of renderFeeds({ archive, planet, calendar, touched, known })) {
    if (bytes === undefined) gone.push(path)
    else yield { path, bytes }
  }
}

async function findTouched(archive: Archive, mark: number): Promise<Touched> {
  return { positions: await archive.touchedSince(mark), feeds: await archive.touchedFeedsSince(mark) }
}

function isSame(before: Output | undefined, now: Output): boolean {
  return before?.mark === now.mark && before.look === now.look && before.state === now.state
}

/** Of all that every page depends on. */
function hashLook(
  { file: _file, root: _root, fetch: _fetch, ...shown }: Config,
  theme: LoadedTheme,
  { files }: Faces,
): string {
  return hash([
    shown,
    version,
    theme.hash,
    files.map(({ path, bytes }) => [path, hash(Buffer.from(bytes).toString('base64'))]),
  ])
}

/** Of what the front page and the feeds show beside entries. */
function hashState({ subscriptions, updated }: Planet): string {
  return hash([subscriptions, updated])
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
