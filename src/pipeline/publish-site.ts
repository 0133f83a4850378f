import type { BuildReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { Subscription } from '../model.ts'
import { findTopics } from '../render/find-topics.ts'
import { isWhole } from '../render/pages/is-whole.ts'
import { isSiteOf } from '../render/site/is-site-of.ts'
import { openPieces } from '../render/site/open-pieces.ts'
import { standsIn } from '../render/site/stands-in.ts'
import { deleteFiles, writeSite } from '../render/site/write-site.ts'
import type { Touched } from '../render/touched.ts'
import { explainUnfinished } from '../store/state-error.ts'
import type { Output, Store } from '../store/store.ts'
import { describeMistake } from '../text/describe-mistake.ts'
import { findDigestDays } from './find-digest-days.ts'
import { findExpired } from './find-expired.ts'
import { findUnchanged } from './find-unchanged.ts'
import { hashSite, writeState } from './hash-site.ts'
import { loseMissing } from './lose-missing.ts'
import { hasBegun, planRendering } from './plan-rendering.ts'
import type { PreparedSite } from './prepare-site.ts'
import { removePictures } from './remove-pictures.ts'
import { watchQueries } from './watch-queries.ts'

export type Site = Pick<BuildReport, 'written' | 'deleted' | 'files' | 'warnings'> & { work: RenderWork }

type RenderWork = Omit<BuildReport['work'], 'entriesConformed'>

const noWork: RenderWork = { entriesRead: 0, entriesRendered: 0, filesMade: 0, bytesWritten: 0 }

export type SiteOptions = {
  /** Folder of the site. */
  output: string
  /** Write no file of the site: only say which would be written. */
  dryRun?: boolean
  /** Write over files of the output folder that are not known to be ours. */
  adopt?: boolean
  /** A person watches: standing warnings are always told, not once a day as to cron. */
  isWatched?: boolean
  /** Called once all changed files are in place: a failure after that does not undo them. */
  onWritten?(): void
}

/** The result where nothing was rendered. */
export const noSite: Site = { written: [], deleted: [], files: 0, warnings: [], work: noWork }

/**
 * Bring an output folder up to date: render the pages whose entries have changed since it was last written; all pages where something that
 * every page shows has changed; none where nothing has.
 *
 * @param site what it shows beside its entries
 * @param now decides which entries are too old; stands in no file
 * @throws before anything is written, where a file that is not known to be ours stands at a path of the site
 */
export async function publishSite(
  config: Config,
  store: Store,
  site: PreparedSite,
  options: SiteOptions,
  now: Date,
): Promise<Site> {
  const { output: folder, dryRun = false, adopt = false, onWritten } = options
  const stands = (file: string) => standsIn(folder, file)
  const { planet, theme, faces, about, pictures, warnings } = site
  const expiry = await findExpired(planet, now, () => store.writtenFiles(folder))
  const hasPages = config.outputs.includes('html')
  const last = await store.output(folder)
  const { days, mark } = await findDigestDays(planet, now, last)
  // With HTML, the written pages of days show which entries are no longer kept. Feeds alone do not show it, so with them the cutoff is in
  // the hash, and all are rendered once a day.
  const hashes = hashSite(config, site, hasPages ? undefined : expiry.cutoff)
  const revision = await store.revision()
  const state = writeState(hashes, mark)
  const output = { revision, renderHash: hashes.rendering, state }
  const landmarks = hasPages ? ['status.json', 'index.html'] : ['status.json']
  const isThere = landmarks.every(stands)
  if (isThere && isSame(last, output) && expiry.expired.length === 0)
    return { ...noSite, files: await store.countWrittenFiles(folder), warnings }

  const known = await store.writtenFiles(folder)
  const place = { folder, last, isThere, stands }
  const { touched, begun } = await planRendering(output, theme.looks, place, store, expiry, planet)
  // The rendering code is loaded only when there is something to render: most builds have no news, and should end at once.
  const { renderSite } = await import('./render-site.ts')
  const { refuseForeignFiles } = await import('./refuse-foreign-files.ts')
  const gone: string[] = []
  const broken = new Map<string, unknown>()
  const onBroken = (feed: string, error: unknown) => void broken.set(feed, error)
  const isOurs = adopt || hasBegun(last) || (known.size === 0 && isSiteOf(planet, folder))
  const work = { ...noWork }
  const queries = watchQueries(store.queries, async (entries) => {
    work.entriesRead += entries.length
    await pictures?.meet(entries)
  })
  const topics = await findTopics(queries, planet)
  if (!isOurs)
    await refuseForeignFiles({ planet, touched, topics, known, folder, more: [...theme.files, ...faces.files] })
  await store.saveOutput(folder, begun)
  const onRendered = () => {
    work.entriesRendered += 1
  }
  const watching = { gone, days, pictures, readBack: dryRun ? undefined : openPieces(folder), onBroken, onRendered }
  const shown = { planet, theme, faces, about, ...findUnchanged(hashes, touched, known, place) }
  const files = renderSite({ queries, cutoff: expiry.cutoff, touched, topics, known, ...shown, ...watching })
  const { all, written, bytes } = await writeSite(files, folder, {
    dryRun,
    mayReplace: (file) => isOurs || known.has(file),
    onDone: (paths) => (isWhole(touched) && !dryRun ? store.addRenderedFiles(folder, paths) : undefined),
  }).catch((error: unknown) => {
    throw dryRun ? error : explainUnfinished(error, isThere ? 'old' : 'none')
  })
  if (!dryRun && written.length > 0) onWritten?.()

  const { standing, stale, files: count } = listStanding(all, gone, known, touched)
  if (!dryRun) {
    await deleteFiles(stale, folder)
    warnings.push(...(await loseMissing(store, pictures, now)))
    await removePictures(store.pictures, folder)
  }
  const fresh = standing.filter((file) => !known.has(file))
  await store.saveWrittenFiles(folder, fresh, stale)
  await store.saveOutput(folder, output)
  if (isWhole(touched)) await store.forgetRenderedFiles(folder)
  return {
    written,
    deleted: stale,
    files: count,
    warnings: [...warnings, ...nameBroken(broken, planet.subscriptions)],
    work: { ...work, filesMade: all.length, bytesWritten: bytes },
  }
}

/**
 * Which files are in the folder in the end, and which are to be deleted. Files that a killed rendering had finished are not made again, and
 * stay.
 */
function listStanding(made: string[], gone: string[], known: Set<string>, touched: Touched) {
  const empty = new Set(gone)
  const done = touched === 'all' ? [] : [...(touched.done ?? [])]
  const standing = [...made, ...done.filter((file) => !empty.has(file))]
  const before = new Set([...known, ...done])
  const kept = new Set(standing)
  const stale = isWhole(touched)
    ? [...before].filter((file) => !kept.has(file))
    : gone.filter((file) => known.has(file))
  return { standing, stale, files: new Set([...before, ...kept]).size - stale.length }
}

/** A line for each feed with entries that are shown as plain text, with the last error. */
function nameBroken(broken: Map<string, unknown>, subscriptions: Subscription[]): string[] {
  return [...broken].map(([feed, error]) => {
    const name = subscriptions.find(({ source }) => source.url === feed)?.name ?? feed
    return `${name}: an entry stands there as plain text, since it is more than Planet can cope with (${describeMistake(error)}); please report this, as docs/problems.md says`
  })
}

function isSame(before: Output | undefined, now: Output): boolean {
  return before?.revision === now.revision && before.renderHash === now.renderHash && before.state === now.state
}
