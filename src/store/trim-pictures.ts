import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import { touchPictures } from './touch-pictures.ts'

type KeptRow = { picture: string; kind: string; feed_id: number; bytes: number }

/** Give up copies until the rest takes no more bytes than this. */
export async function trimPictures(database: Database, maxTotalBytes: number): Promise<void> {
  let total = await countPictureBytes(database)
  if (total <= maxTotalBytes) return
  const goes: string[] = []
  for (const { picture, bytes } of orderVictims(await database.all<KeptRow>(statements.kept))) {
    if (total <= maxTotalBytes) break
    total -= bytes
    goes.push(picture)
  }
  await database.transaction(async (tx) => {
    const rows = goes.map((picture) => [picture])
    await tx.batch(statements.buryAny, rows)
    await tx.batch(statements.leave, rows)
    await touchPictures(tx, goes)
  })
}

/** Bytes of all copies that are kept. */
export async function countPictureBytes(database: Database): Promise<number> {
  return (await database.get<{ bytes: number }>(statements.size))?.bytes ?? 0
}

/** When the limit is raised, pictures that were dropped for it are wanted again, as far as there is room. */
export async function undropPictures(database: Database, maxTotalBytes: number): Promise<void> {
  const before = await readMeta(database, 'pictures_most')
  if (before === String(maxTotalBytes)) return
  await database.transaction(async (tx) => {
    if (maxTotalBytes > Number(before ?? 0)) await tx.run(statements.undrop)
    await writeMeta(tx, 'pictures_most', String(maxTotalBytes))
  })
}

/**
 * The order in which pictures give way: always the oldest of the feed that has most bytes at that moment, so that a feed with thousands
 * does not push out those of others; faces last.
 *
 * @param rows oldest first
 */
function* orderVictims(rows: KeptRow[]): Generator<KeptRow> {
  const feeds = new Map<number, { bytes: number; line: KeptRow[]; at: number }>()
  for (const row of rows) {
    const feed = feeds.get(row.feed_id) ?? { bytes: 0, line: [], at: 0 }
    feeds.set(row.feed_id, feed)
    feed.bytes += row.bytes
    if (row.kind === 'entry') feed.line.push(row)
  }
  for (;;) {
    const left = [...feeds.values()].filter(({ line, at }) => at < line.length)
    const most = left.reduce((a, b) => (b.bytes > a.bytes ? b : a), left[0] ?? { bytes: 0, line: [], at: 0 })
    const victim = most.line[most.at]
    if (victim === undefined) break
    most.at += 1
    most.bytes -= victim.bytes
    yield victim
  }
  yield* rows.filter(({ kind }) => kind !== 'entry')
}
