import type { Database } from './database.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import type { DuePicture } from './picture-store.ts'
import { countPictureBytes, undropPictures } from './trim-pictures.ts'

/** The last instant that a `Date` can be. It is the position of faces: so they are fetched first, and give way last. */
export const latestInstant = 8_640_000_000_000_000

/** Milliseconds. By then, a process that took a picture has fetched it, or was killed. */
const mostWork = 600_000

/** Pictures are not fetched only to be dropped at once: from this part of the limit on, feeds with a full share get only newer ones. */
const nearlyFull = 0.95

type DueRow = { picture: string; kind: DuePicture['kind']; address: string; failures: number; url: string }
type ShareRow = { feed_id: number; bytes: number; oldest: number }

/** Which pictures are wanted. `since`: none of older entries. */
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
  // Most builds have no picture to fetch, and need not count the bytes.
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
