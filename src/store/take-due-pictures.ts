import type { Database } from './database.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import type { DuePicture } from './picture-store.ts'
import { countPictureBytes, undropPictures } from './trim-pictures.ts'

/** The last instant that a `Date` can be. Faces have it for their position: they are had first, and never make room for others. */
export const latestInstant = 8_640_000_000_000_000

/** Milliseconds. Who takes a picture has had it by then, or was killed. */
const mostWork = 600_000

/** Not to fetch what would have to go at once: from this part of the limit on, only what is newer than what is kept. */
const nearlyFull = 0.95

type DueRow = { picture: string; kind: DuePicture['kind']; address: string; failures: number; url: string }
type ShareRow = { feed_id: number; bytes: number; oldest: number }

/** What is due. `since`: of entries that are older, none is. */
type Wanted = { now: Date; since: Date | undefined; maxTotalBytes: number; limit: number }

/** See `PictureStore.due`. */
export async function takeDuePictures(
  database: Database,
  { now, since, maxTotalBytes, limit }: Wanted,
): Promise<{ pictures: DuePicture[]; waiting: number }> {
  await undropPictures(database, maxTotalBytes)
  const values = { now: +now, floor: since === undefined ? -latestInstant : +since }
  const ask = (full: number[][]) => database.all<DueRow>(statements.due, { ...values, limit, full })
  let full: number[][] = []
  let rows = await ask(full)
  // Most builds have none, and need not know how full it is.
  if (rows.length === 0) return { pictures: [], waiting: 0 }
  if ((await countPictureBytes(database)) > maxTotalBytes * nearlyFull) {
    const shares = await database.all<ShareRow>(statements.shares)
    const share = maxTotalBytes / shares.length
    full = shares.filter(({ bytes }) => bytes >= share).map(({ feed_id, oldest }) => [feed_id, oldest])
    rows = await ask(full)
  }
  const counted = await database.get<{ waiting: number }>(statements.countDue, { ...values, full })
  const keys = rows.map(({ picture }) => picture)
  const taken = await database.transaction((tx) =>
    tx.all<{ picture: string }>(statements.take, +now + mostWork, +now, keys),
  )
  const ours = new Set(taken.map(({ picture }) => picture))
  const pictures = rows
    .filter(({ picture }) => ours.has(picture))
    .map(({ picture, url, ...row }) => ({ key: picture, feed: url, ...row }))
  return { pictures, waiting: Number(counted?.waiting ?? 0) }
}
