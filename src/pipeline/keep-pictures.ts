import type { PictureReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import { listFaces } from '../planet/list-faces.ts'
import { fillSource } from '../planet/make-subscriptions.ts'
import { listEntryPictures } from '../render/list-entry-pictures.ts'
import type { DuePicture, PictureMode, WantedFace } from '../store/picture-store.ts'
import type { Store } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import type { PictureCopy } from '../workers/open-picture-decoder.ts'
import type { PictureEdge } from './edges.ts'
import { hashText } from './hash-text.ts'

/** Most pictures of one build, and the time (ms) after which no more are begun: the rest comes with the next build. */
const mostPictures = 400
const mostMs = 60_000
/** No page waits for a slow server: the longest timeout (ms) of a picture. */
const mostPatience = 20_000
/** Pictures asked for at once, each of another host; few, since each may be as large as a picture may be. */
const parallel = 6

type Kept = { report: PictureReport | undefined; warnings: string[] }

/** What comes back where no pictures are asked for. */
const noPictures: Kept = { report: undefined, warnings: [] }

/** Whether pictures are copied or only measured; `undefined`: neither. */
export function findPictureMode({ images, pictures, outputs }: Config): PictureMode | undefined {
  if (!outputs.includes('html')) return undefined
  return images === 'cache' ? 'cache' : images === 'remote' && pictures.sizes ? 'measure' : undefined
}

/**
 * Ask for pictures that entries show and that were not asked for yet: feeds take turns, each with those of its newest entries first; a
 * limited number in each build, and one at a time for each host.
 *
 * @param now the time of this machine, by which later tries are dated
 * @returns no report where no pictures are wanted; a warning where the machine has no decoder
 */
export async function keepPictures(
  config: Config,
  store: Store,
  edge: PictureEdge | undefined,
  now: () => Date,
): Promise<Kept> {
  const mode = findPictureMode(config)
  if (mode === undefined || edge === undefined) return noPictures
  const startedAt = now()
  const { maxTotalBytes } = config.pictures
  const timeoutMs = Math.min(config.fetch.timeoutMs, mostPatience)
  const { keepMs } = config.archive
  const since = keepMs === undefined ? undefined : new Date(+startedAt - keepMs)
  await store.pictures.index(mode, listEntryPictures)
  if (mode === 'cache') await store.pictures.wantFaces(await findWantedFaces(config, store))
  const { pictures, waiting } = await store.pictures.due(startedAt, since, maxTotalBytes, mostPictures)
  if (pictures.length === 0) return { report: { kept: 0, failed: 0, waiting: 0 }, warnings: [] }
  const { kept, failed, warnings } = await fetchAll(pictures, { store, edge, mode, timeoutMs, now, startedAt })
  if (mode === 'cache') await store.pictures.trim(maxTotalBytes)
  return { report: { kept, failed, waiting: Math.max(0, waiting - kept - failed) }, warnings }
}

type Fetching = {
  store: Store
  edge: PictureEdge
  mode: PictureMode
  timeoutMs: number
  now: () => Date
  startedAt: Date
}

const sharpIsAbsent =
  'images: cache needs the package sharp, and it is not installed: npm install sharp (docs/pictures.md); until then pictures are links'

/** Ask for as many of these as there is time for; stop at the first obstacle that would meet every other one (no decoder, a full disk). */
async function fetchAll(pictures: DuePicture[], { store, edge, mode, timeoutMs, now, startedAt }: Fetching) {
  const { fetchPicture } = await import('./fetch-picture.ts')
  const hosts = groupByHost(pictures)
  let kept = 0
  let failed = 0
  /** Why no more are asked for. */
  let obstacle: string | undefined
  const isOver = () => obstacle !== undefined || +now() - +startedAt > mostMs
  const work = async () => {
    for (let due = hosts.take(); due !== undefined && !isOver(); due = hosts.take()) {
      const fetched = await fetchPicture(due, mode === 'measure', edge, timeoutMs, now())
      hosts.giveBack(due)
      if (fetched === undefined) {
        obstacle ??= sharpIsAbsent
        return
      }
      const { outcome, copies } = fetched
      if (outcome.kind === 'kept') {
        // Written before the state says that the copies exist.
        obstacle ??= writeCopies(store, outcome.hash, copies)
        if (obstacle !== undefined) return
      }
      if (outcome.kind === 'failed') edge.onFailure?.(due.address, outcome.problem)
      // Saved at once: a build that is killed leaves no copies that the state does not know, and does not ask again for those it had.
      await store.pictures.save([outcome])
      if (outcome.kind === 'failed') failed += 1
      else if (outcome.kind !== 'waiting') kept += 1
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return { kept, failed, warnings: obstacle === undefined ? [] : [obstacle] }
}

/** @returns a sentence where the disk does not take the copies; none of them is left then */
function writeCopies({ pictures: { files } }: Store, hash: string, copies: PictureCopy[]): string | undefined {
  try {
    files.write(hash, copies)
    return undefined
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return `the disk takes no more copies of pictures, and those that this build lacks are links: ${said}`
  }
}

/** For each feed its best candidate, and with it those before it that are known to have failed. */
async function findWantedFaces({ defaults }: Config, store: Store): Promise<WantedFace[]> {
  const known = await store.pictures.faces()
  const failed = new Set(
    known.flatMap(({ state, feed, address }) => (state === 'failed' ? [`${feed} ${address}`] : [])),
  )
  return (await store.feeds()).flatMap(({ source, state }) => {
    const places = listFaces(fillSource(source, defaults), state.about, hashText)
    const at = places.findIndex(({ feed, address }) => !failed.has(`${feed} ${address}`))
    return at < 0 ? places : places.slice(0, at + 1)
  })
}

type Hosts = { take(): DuePicture | undefined; giveBack(done: DuePicture): void }

/** Hosts take turns: one picture of each, then the next host; never two of one host at once. */
function groupByHost(pictures: DuePicture[]): Hosts {
  const lines = new Map<string, DuePicture[]>()
  for (const due of pictures) {
    const line = lines.get(hostOf(due)) ?? []
    lines.set(hostOf(due), line)
    line.push(due)
  }
  const free = [...lines.keys()]
  return {
    take() {
      const host = free.shift()
      return host === undefined ? undefined : lines.get(host)?.shift()
    },
    giveBack(done) {
      const host = hostOf(done)
      if ((lines.get(host)?.length ?? 0) > 0) free.push(host)
    },
  }
}

function hostOf({ address }: DuePicture): string {
  return /^https?:/.test(address) ? (parseUrl(address)?.host ?? '') : ''
}
