import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config/schema.ts'
import type { Archive, BuildReport, Planet, SiteFile } from '../model.ts'
import { type Faces, loadFaces } from '../render/load-faces.ts'
import { type LoadedTheme, loadTheme } from '../render/load-theme.ts'
import { makePages } from '../render/make-pages.ts'
import { openCalendar } from '../render/open-calendar.ts'
import { pagePath } from '../render/page-path.ts'
import { renderAtom } from '../render/render-atom.ts'
import { renderOpml } from '../render/render-opml.ts'
import { renderPage } from '../render/render-page.ts'
import { deleteFiles, writeSite } from '../render/write-site.ts'
import type { Output, Store } from '../store/store.ts'
import { version } from '../version.ts'
import { makeSlug } from './make-slug.ts'
import { makeSubscriptions } from './make-subscriptions.ts'

/** Entries in atom.xml. */
const feedLength = 60

type Site = Pick<BuildReport, 'written' | 'deleted' | 'files' | 'warnings'>

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
    description: config.description,
    owner: config.owner,
    subscriptions,
    updated: await store.updated(),
    version,
  }
  const [theme, faces] = [await loadTheme(), await loadFaces(subscriptions, config.root)]
  const output = { mark: await store.mark(), look: hashLook(config, theme, faces), state: hashState(planet) }
  const before = existsSync(path.join(folder, 'index.html')) ? await store.output(folder) : undefined
  const known = await store.writtenFiles(folder)
  if (isSame(before, output)) return { ...noSite, files: known.size, warnings: faces.warnings }

  const touched = before?.look === output.look ? await store.archive.touchedSince(before.mark) : 'all'
  const gone: string[] = []
  const files = renderSite(store.archive, planet, theme, faces, touched, gone)
  const { all, written } = await writeSite(files, folder, dryRun)

  const stale =
    touched === 'all' ? [...known].filter((file) => !all.includes(file)) : gone.filter((file) => known.has(file))
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
  touched: Date[] | 'all',
  gone: string[],
): AsyncGenerator<SiteFile> {
  yield* theme.files
  yield* files
  const calendar = await openCalendar(planet.timezone, planet.language)
  const look = { planet, calendar, templates: theme.templates, faces }
  for await (const page of makePages(archive, planet, calendar, touched)) {
    if (page.kind !== 'front' && page.entries.length === 0) gone.push(pagePath(page))
    else yield renderPage(page, look)
  }
  const listed = planet.subscriptions.filter(({ active }) => active)
  yield { path: 'opml.xml', bytes: renderOpml(planet.title, planet.owner, planet.updated, listed) }
  yield { path: 'atom.xml', bytes: renderAtom(await archive.newest(feedLength), planet, calendar) }
}

function isSame(before: Output | undefined, now: Output): boolean {
  return before?.mark === now.mark && before.look === now.look && before.state === now.state
}

/** Of all that every page depends on. */
function hashLook(
  { file: _file, root: _root, fetch: _fetch, purged: _purged, ...shown }: Config,
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
