import { joinEntry } from '../entry-codec.ts'
import type { ParsedEntry } from '../model.ts'
import { buryPictures } from './bury-pictures.ts'
import type { Database, Statements } from './database.ts'
import { makePictureKey } from './make-picture-key.ts'
import { readMeta, writeMeta } from './meta.ts'
import { readRevision } from './open-touch.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import type { PictureMode } from './picture-store.ts'

/** Entries whose texts are in memory at once. */
const batch = 200

type EntryRow = {
  entry_id: number
  feed_id: number
  position: number
  off_site: string | null
  entry: string | null
  content: string | null
  summary: string | null
}

/**
 * Index the pictures of all entries that changed since the last time; of all entries, where none were indexed yet.
 *
 * @param mode `undefined`: forget all pictures
 * @param list addresses of the pictures of an entry
 */
export async function indexPictures(
  database: Database,
  mode: PictureMode | undefined,
  list: (entry: ParsedEntry) => string[],
): Promise<void> {
  const before = (await readMeta(database, 'pictures')) ?? ''
  if (mode === undefined && before === '') return
  const revision = await readRevision(database)
  const indexed = Number((await readMeta(database, 'pictures_to')) ?? 0)
  if (before === mode && indexed === revision) return
  await database.transaction(async (tx) => {
    if (before !== (mode ?? '')) await changeMode(tx, before, mode)
    if (mode === undefined) return
    const rows =
      before === ''
        ? await tx.all<{ entry_id: number }>(statements.allEntries)
        : await tx.all<{ entry_id: number }>(statements.entriesSince, indexed)
    const keys = rows.map(({ entry_id }) => entry_id)
    for (let at = 0; at < keys.length; at += batch) await indexSome(tx, keys.slice(at, at + batch), list)
    await writeMeta(tx, 'pictures_to', String(revision))
  })
}

/** Change the mode, and reuse what is stored for the other mode as far as possible. */
async function changeMode(tx: Statements, before: string, mode: PictureMode | undefined): Promise<void> {
  if (mode !== 'cache') await tx.run(statements.buryAll)
  if (mode === undefined) {
    await tx.run(statements.dropLinks)
    await tx.run(statements.dropAll)
  } else if (before !== '') {
    await tx.run(statements.toWaiting)
    if (mode === 'measure') {
      await tx.run(statements.toMeasured)
      await tx.run(statements.dropFaces)
    }
  }
  await writeMeta(tx, 'pictures', mode ?? '')
}

async function indexSome(tx: Statements, keys: number[], list: (entry: ParsedEntry) => string[]): Promise<void> {
  const rows = await tx.all<EntryRow>(statements.someEntries, keys)
  const had = new Map<number, Set<string>>(keys.map((key) => [key, new Set()]))
  for (const { entry_id, picture } of await tx.all<{ entry_id: number; picture: string }>(statements.ofEntries, keys)) {
    had.get(entry_id)?.add(picture)
  }
  const adds: (string | number)[][] = []
  const links: (string | number)[][] = []
  const unlinks: [number, string][] = []
  for (const { entry_id: key, feed_id: feed, position, off_site, entry, content, summary } of rows) {
    const addresses = off_site === null && entry !== null ? list(joinEntry({ entry, content, summary })) : []
    const shown = new Map(addresses.map((address) => [makePictureKey('entry', '', address), address]))
    const before = had.get(key) ?? new Set()
    for (const [picture, address] of shown) {
      adds.push([picture, 'entry', address, feed, position])
      if (!before.has(picture)) links.push([key, picture])
    }
    for (const picture of before) if (!shown.has(picture)) unlinks.push([key, picture])
  }
  await tx.batch(statements.add, adds)
  await tx.batch(statements.link, links)
  await tx.batch(statements.unlink, unlinks)
  await buryPictures(
    tx,
    unlinks.map(([, picture]) => picture),
  )
}
