import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { Planet, Subscription } from '../model.ts'
import { makeSubscriptions } from '../planet/make-subscriptions.ts'
import { fillFormats } from '../render/dates/fill-formats.ts'
import { findTopics } from '../render/find-topics.ts'
import { listEntryPictures } from '../render/list-entry-pictures.ts'
import { isWhole } from '../render/pages/is-whole.ts'
import { planCard } from '../render/pages/plan-card.ts'
import { cardPath } from '../render/paths/page-path.ts'
import { isSiteOf } from '../render/site/is-site-of.ts'
import { loadAbout } from '../render/site/load-about.ts'
import { type Faces, loadFaces } from '../render/site/load-faces.ts'
import { type LoadedTheme, loadTheme } from '../render/site/load-theme.ts'
import { openPieces } from '../render/site/open-pieces.ts'
import { deleteFiles, writeSite } from '../render/site/write-site.ts'
import { explainUnfinished } from '../store/state-error.ts'
import type { Output, Store } from '../store/store.ts'
import { describeMistake } from '../text/describe-mistake.ts'
import { buildId, version } from '../version.ts'
import { findDigestDays } from './find-digest-days.ts'
import { findExpired } from './find-expired.ts'
import { findFaces } from './find-faces.ts'
import { hasSearch } from './has-search.ts'
import { findPictureMode } from './keep-pictures.ts'
import { type KnownPictures, openKnownPictures } from './open-known-pictures.ts'
import { hasBegun, planRendering } from './plan-rendering.ts'
import { removePictures } from './remove-pictures.ts'
import { tellFaces } from './tell-faces.ts'
import { tellStanding } from './tell-standing.ts'
import { watchQueries } from './watch-queries.ts'

export type Site = Pick<BuildReport, 'written' | 'deleted' | 'files' | 'warnings'> & { work: RenderWork }

type RenderWork = Omit<BuildReport['work'], 'entriesConformed'>

const noWork: RenderWork = { entriesRead: 0, entriesRendered: 0, filesMade: 0, bytesWritten: 0 }

export type SiteOptions = {
  /** Folder of the site. */
  output: string
  /** Write no file of the site: only say which would be written. */
  dryRun?: boolean
  /** Write over files of the output folder that nobody knows to be ours. */
  adopt?: boolean
  /** A person looks on: what cron would not mail is said, too. */
  isWatched?: boolean
  /** Told when the site has changed, and all of it stands there: what fails from then on does not undo that. */
  onWritten?(): void
}

/** Where nothing was rendered. */
export const noSite: Site = { written: [], deleted: [], files: 0, warnings: [], work: noWork }

/**
 * Bring an output folder up to date: the pages that entries changed since it was last written, and all of them where
 * what every page shows has changed; nothing where nothing has.
 *
 * @param now decides what is quiet and what is too old, and stands in no file
 * @throws before anything is written, where a file stands in our way that nobody knows to be ours
 */
export async function publishSite(
  config: Config,
  store: Store,
  { output: folder, dryRun = false, adopt = false, isWatched = false, onWritten }: SiteOptions,
  now: Date,
): Promise<Site> {
  const mode = findPictureMode(config)
  await store.pictures.index(mode, listEntryPictures)
  await store.indexTopics({ tags: config.archive.tags === 'auto', languages: config.archive.languages })
  const standings = {
    now,
    spans: await store.spans(),
    inactiveAfterMs: config.defaults.inactiveAfterMs,
    defaults: config.defaults,
  }
  const subscriptions = makeSubscriptions(await store.feeds(), standings)
  const planet: Planet = {
    ...config,
    id: config.id ?? new URL('atom.xml', config.url).href,
    description: config.description,
    websub: config.websub,
    owner: config.owner,
    show: fillFormats(config.show, config.language, config.theme),
    subscriptions,
    updated: await store.updated(),
    version,
    search: await hasSearch(config, store, now),
  }
  const pictures = mode && openKnownPictures(store.pictures, mode, dryRun ? undefined : folder)
  const [theme, faces] = [await loadTheme(config.theme, config.root), await loadFaces(subscriptions, config.root)]
  for (const [feed, face] of await findFaces(planet, pictures)) faces.faces.set(feed, face)
  const faceless = dryRun ? faces.warnings : await tellFaces(faces.warnings, isWatched, store, now)
  const themed = dryRun ? theme.warnings : await tellStanding('theme', theme.warnings, isWatched, store, now)
  const warnings = [...themed, ...faceless, ...(await findLostState(store, folder))]
  const about = await loadAbout(config.root)
  const known = await store.writtenFiles(folder)
  const expiry = await findExpired(planet, now, known)
  const { cutoff, expired } = expiry
  const hasPages = config.outputs.includes('html')
  // The pages of days tell which entries are no longer kept. Feeds alone do not, so all are looked at once a day.
  const renderHash = hashRendering(
    { ...config, search: planet.search ?? false },
    theme,
    faces,
    hasPages ? undefined : cutoff,
  )
  const last = await store.output(folder)
  const { days, mark } = await findDigestDays(planet, now, last)
  const { all: shown, listed } = hashState(planet, about, faces)
  const card = hash([planCard(planet, theme), version, buildId])
  const state = [shown, theme.looks, listed, card, mark].filter(Boolean).join(' ')
  const output = { revision: await store.revision(), renderHash, state }
  const landmarks = hasPages ? ['status.json', 'index.html'] : ['status.json']
  const stands = (file: string) => existsSync(path.join(folder, file))
  const isThere = landmarks.every(stands)
  if (isThere && isSame(last, output) && expired.length === 0) return { ...noSite, files: known.size, warnings }

  const { touched, begun } = await planRendering(
    output,
    theme.looks,
    { folder, last, isThere, stands },
    store,
    expiry,
    planet,
  )
  // What renders is loaded when there is something to render: most builds have no news, and should be over at once.
  const { renderSite } = await import('./render-site.ts')
  const { refuseForeignFiles } = await import('./refuse-foreign-files.ts')
  const gone: string[] = []
  const broken = new Map<string, unknown>()
  const onBroken = (feed: string, error: unknown) => void broken.set(feed, error)
  const isOurs = adopt || hasBegun(last) || (known.size === 0 && isSiteOf(planet.url, folder))
  const [work, done] = [{ ...noWork }, touched === 'all' ? undefined : touched.done]
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
  const [, looks, lastListed, drawn] = last?.state.split(' ') ?? []
  // One that has begun says what was to be drawn.
  const isDrawn = drawn === card && !hasBegun(last) && known.has(cardPath)
  const lastCard = isDrawn ? readCard(folder) : undefined
  const styled = { theme, isRestyled: looks !== theme.looks, lastCard, faces }
  const hasAbout = !isWhole(touched) && lastListed === listed && known.has(aboutPath) && stands(aboutPath)
  const standing = new Set(hasAbout ? [aboutPath] : [])
  const files = renderSite({ queries, planet, cutoff, touched, topics, known, standing, about, ...styled, ...watching })
  const { all, written, bytes } = await writeSite(files, folder, {
    dryRun,
    mayReplace: (file) => isOurs || known.has(file),
    onDone: (paths) => (isWhole(touched) && !dryRun ? store.addRenderedFiles(folder, paths) : undefined),
  }).catch((error: unknown) => {
    throw dryRun ? error : explainUnfinished(error, isThere ? 'old' : 'none')
  })
  if (!dryRun && written.length > 0) onWritten?.()

  // What was done before it was killed is not made again, and stays.
  const empty = new Set(gone)
  const made = [...all, ...[...(done ?? [])].filter((file) => !empty.has(file))]
  const kept = new Set(made)
  const before = new Set([...known, ...(done ?? [])])
  const stale = isWhole(touched)
    ? [...before].filter((file) => !kept.has(file))
    : gone.filter((file) => known.has(file))
  if (!dryRun) {
    await deleteFiles(stale, folder)
    warnings.push(...(await loseMissing(store, pictures, now)))
    await removePictures(store.pictures, folder)
  }
  const fresh = made.filter((file) => !known.has(file))
  await store.saveWrittenFiles(folder, fresh, stale)
  await store.saveOutput(folder, output)
  if (isWhole(touched)) await store.forgetRenderedFiles(folder)
  return {
    written,
    deleted: stale,
    files: new Set([...before, ...made]).size - stale.length,
    warnings: [...warnings, ...nameBroken(broken, subscriptions)],
    work: { ...work, filesMade: all.length, bytesWritten: bytes },
  }
}

/** A day later: a job that begins with an empty disk each hour must not ask for all of them each hour. */
const lostWaitMs = 86_400_000

/** Copies that the state says there are, and that are nowhere. */
async function loseMissing(store: Store, pictures: KnownPictures | undefined, now: Date): Promise<string[]> {
  const missing = [...(pictures?.missing ?? [])]
  if (missing.length === 0) return []
  await store.pictures.lose(missing, new Date(+now + lostWaitMs))
  const [noun, verb] = missing.length === 1 ? ['copy of a picture', 'is'] : ['copies of pictures', 'are']
  return [
    `${missing.length} ${noun} ${verb} gone from the state (pictures/ beside planet.db), and asked for again tomorrow: docs/pictures.md says how a job with an empty disk keeps them`,
  ]
}

/** Entries that stand there as plain text: a line for each feed, with the last that was wrong. */
function nameBroken(broken: Map<string, unknown>, subscriptions: Subscription[]): string[] {
  return [...broken].map(([feed, error]) => {
    const name = subscriptions.find(({ source }) => source.url === feed)?.name ?? feed
    return `${name}: an entry stands there as plain text, since it is more than Planet can cope with (${describeMistake(error)}); please report this, as docs/problems.md says`
  })
}

/** Files that nobody else writes, and a state that knows nothing of them: it was deleted, or is of another folder. */
async function findLostState(store: Store, folder: string): Promise<string[]> {
  if (!existsSync(path.join(folder, 'status.json')) || !(await store.isNew())) return []
  // A planet whose feeds have brought nothing yet has written that site itself.
  if ((await store.output(folder)) !== undefined) return []
  const file = path.basename(folder)
  return [
    `the state is new, but ${file}/ has a site already: what has left the feeds since is only in its old files; if you have a copy of the state, put it back and build again (docs/retention.md)`,
  ]
}

function isSame(before: Output | undefined, now: Output): boolean {
  return before?.revision === now.revision && before.renderHash === now.renderHash && before.state === now.state
}

/** The planet's own picture, as it stands there; `undefined` where nothing does, or not the whole of it (PNG, section 11.2.5). */
function readCard(folder: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path.join(folder, cardPath))
    return bytes.subarray(-8, -4).toString('latin1') === 'IEND' ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Of all that every page depends on: not of the color, which stands in the style alone. */
function hashRendering(
  { file: _file, root: _root, fetch: _fetch, purged: _purged, notes: _notes, ...shown }: Config,
  theme: LoadedTheme,
  { files }: Faces,
  cutoff: Date | undefined,
): string {
  return hash([
    { ...shown, theme: { ...shown.theme, color: undefined } },
    version,
    buildId,
    cutoff,
    theme.hash,
    files.map(({ path, bytes }) => [path, hash(Buffer.from(bytes).toString('base64'))]),
  ])
}

const aboutPath = 'about/index.html'

/**
 * Of what the front page, the pages about blogs and the feeds show beside entries: feed by feed, since ten thousand are 10 MB of JSON.
 * `listed`: of what of it /about/ shows, which is all but when the blogs wrote.
 */
function hashState({ subscriptions, updated }: Planet, about: string | undefined, { faces }: Faces) {
  const [all, listed] = [createHash('sha256'), createHash('sha256').update(JSON.stringify([about, [...faces]]))]
  for (const { span, about: says, ...subscription } of subscriptions) {
    listed.update(JSON.stringify([subscription, { ...says, updated: undefined }]))
    all.update(JSON.stringify([span, says?.updated]))
  }
  const known = listed.digest('hex')
  return { all: all.update(JSON.stringify([updated, known])).digest('hex'), listed: known }
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
