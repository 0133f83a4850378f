import { createHash } from 'node:crypto'
import { joinEntry } from '../entry-codec.ts'
import type { KnownPicture, ParsedEntry } from '../model.ts'
import type { Database, Statements } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openPictureFiles } from './open-picture-files.ts'
import { openTouch, readRevision } from './open-touch.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import type { DuePicture, PictureMode, PictureOutcome, PictureStore, WantedFace } from './store.ts'

/** Entries whose texts are in memory at once. */
const batch = 200

/** Faces are had first, and never make room for others. */
const always = 8_640_000_000_000_000

/** Who takes a picture has had it by then, or was killed. */
const mostWork = 600_000

/** Not to fetch what would have to go at once: from this part of the limit on, only what is newer than what is kept. */
const nearlyFull = 0.95

type EntryRow = {
  entry_id: number
  feed_id: number
  position: number
  off_site: string | null
  entry: string | null
  content: string | null
  summary: string | null
}
type PictureRow = {
  picture: string
  width: number
  height: number
  hash: string | null
  widths: string | null
  moves: number
}
type DueRow = { picture: string; kind: DuePicture['kind']; address: string; failures: number; url: string }
type FaceRow = PictureRow & { kind: 'face' | 'icon'; address: string; state: string; url: string }
type SizeRow = { bytes: number }
type KeptRow = { picture: string; kind: string; feed_id: number; bytes: number }
type ShareRow = { feed_id: number; bytes: number; oldest: number }

/** The part of the store that knows pictures. @param folder of the state */
export function openPictures(database: Database, folder: string): PictureStore {
  return {
    files: openPictureFiles(folder),
    index: (mode, list) => indexPictures(database, mode, list),
    wantFaces: (faces) => wantFaces(database, faces),
    async due(now, since, maxTotalBytes, limit) {
      await undrop(database, maxTotalBytes)
      const values = { now: +now, floor: since === undefined ? -always : +since }
      const ask = (full: number[][]) => database.all<DueRow>(statements.due, { ...values, limit, full })
      let full: number[][] = []
      let rows = await ask(full)
      // Most builds have none, and need not know how full it is.
      if (rows.length === 0) return { pictures: [], waiting: 0 }
      const size = await database.get<SizeRow>(statements.size)
      if ((size?.bytes ?? 0) > maxTotalBytes * nearlyFull) {
        const shares = await database.all<ShareRow>(statements.shares)
        const share = maxTotalBytes / shares.length
        full = shares.filter(({ bytes }) => bytes >= share).map(({ feed_id, oldest }) => [feed_id, oldest])
        rows = await ask(full)
      }
      const counted = await database.get<{ waiting: number }>(statements.countDue, { ...values, full })
      const taken = await database.transaction((tx) =>
        tx.all<{ picture: string }>(
          statements.take,
          +now + mostWork,
          +now,
          rows.map(({ picture }) => picture),
        ),
      )
      const ours = new Set(taken.map(({ picture }) => picture))
      const pictures = rows
        .filter(({ picture }) => ours.has(picture))
        .map(({ picture, url, ...row }) => ({ key: picture, feed: url, ...row }))
      return { pictures, waiting: Number(counted?.waiting ?? 0) }
    },
    async save(outcomes) {
      if (outcomes.length === 0) return
      await database.transaction(async (tx) => {
        for (const outcome of outcomes) await saveOutcome(tx, outcome)
        const came = outcomes.filter(({ kind }) => kind === 'kept' || kind === 'measured')
        await touch(
          tx,
          came.map(({ key }) => key),
        )
      })
    },
    trim: (maxTotalBytes) => trim(database, maxTotalBytes),
    async find(addresses) {
      const keys = new Map(addresses.map((address) => [keyOf('entry', '', address), address]))
      const rows = await database.all<PictureRow>(statements.find, [...keys.keys()])
      return new Map(rows.map((row) => [keys.get(row.picture) ?? '', readKnown(row)]))
    },
    async faces() {
      const rows = await database.all<FaceRow>(statements.faces)
      return rows.map(({ url, kind, address, state, ...row }) => ({
        ...{ feed: url, kind, address, picture: readKnown(row) },
        state: state === 'kept' || state === 'waiting' ? state : 'failed',
      }))
    },
    lose: (hashes, nextTry) =>
      database.transaction((tx) =>
        tx.batch(
          statements.lose,
          hashes.map((hash) => [+nextTry, hash]),
        ),
      ),
    async gone() {
      const rows = await database.all<{ hash: string; widths: string }>(statements.gone)
      return rows.map(({ hash, widths }) => ({ hash, widths: JSON.parse(widths) as number[] }))
    },
    forgetGone: () => database.transaction(async (tx) => void (await tx.run(statements.forgetGone))),
  }
}

/** An address may be longer than an index takes. A face is one of its feed alone. */
function keyOf(kind: string, feed: string, address: string): string {
  return createHash('sha256').update(`${kind} ${feed} ${address}`).digest('base64url').slice(0, 32)
}

function readKnown({ width, height, hash, widths, moves }: PictureRow): KnownPicture {
  const made = widths === null ? [] : (JSON.parse(widths) as number[])
  return { width, height, hash: hash ?? undefined, widths: made, moves: moves === 1 }
}

async function indexPictures(
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

/** What was kept for another mode serves this one as far as it can. */
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
  const [adds, links, unlinks] = [[] as (string | number)[][], [] as (string | number)[][], [] as [number, string][]]
  for (const { entry_id: key, feed_id: feed, position, off_site, entry, content, summary } of rows) {
    const addresses = off_site === null && entry !== null ? list(joinEntry({ entry, content, summary })) : []
    const shown = new Map(addresses.map((address) => [keyOf('entry', '', address), address]))
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
  await bury(
    tx,
    unlinks.map(([, picture]) => picture),
  )
}

/** Of pictures that nobody shows any more, what is known goes. */
async function bury(tx: Statements, pictures: string[]): Promise<void> {
  const rows = pictures.map((picture) => [picture])
  await tx.batch(statements.bury, rows)
  await tx.batch(statements.drop, rows)
}

async function wantFaces(database: Database, faces: WantedFace[]): Promise<void> {
  const had = new Set((await database.all<PictureRow>(statements.faces)).map(({ picture }) => picture))
  const wanted = new Map(faces.map((face) => [keyOf(face.kind, face.feed, face.address), face]))
  const goes = [...had].filter((key) => !wanted.has(key))
  const comes = [...wanted].filter(([key]) => !had.has(key))
  if (goes.length + comes.length === 0) return
  await database.transaction(async (tx) => {
    const feeds = await tx.all<{ feed_id: number; url: string }>(statements.feedIds)
    const ids = new Map(feeds.map(({ feed_id, url }) => [url, feed_id]))
    await touch(tx, goes)
    await bury(tx, goes)
    for (const [key, { kind, feed, address }] of comes) {
      const id = ids.get(feed)
      if (id !== undefined) await tx.run(statements.add, key, kind, address, id, always)
    }
  })
}

async function saveOutcome(tx: Statements, outcome: PictureOutcome): Promise<void> {
  const { key, kind } = outcome
  if (kind === 'kept') {
    const { width, height, hash, widths, moves, bytes } = outcome
    await tx.run(statements.keep, width, height, hash, JSON.stringify(widths), moves ? 1 : 0, bytes, key)
    await tx.run(statements.revive, hash)
  } else if (kind === 'measured') {
    await tx.run(statements.measure, outcome.width, outcome.height, key)
  } else if (kind === 'waiting') {
    await tx.run(statements.wait, +outcome.nextTry, key)
  } else {
    const { nextTry, problem } = outcome
    const [state, at] = nextTry === undefined ? ['failed', null] : ['waiting', +nextTry]
    await tx.run(statements.fail, state, at, problem.slice(0, 300), key)
  }
}

/** What was dropped for a limit comes back, as far as there is room, when that is raised. */
async function undrop(database: Database, maxTotalBytes: number): Promise<void> {
  const before = await readMeta(database, 'pictures_most')
  if (before === String(maxTotalBytes)) return
  await database.transaction(async (tx) => {
    if (maxTotalBytes > Number(before ?? 0)) await tx.run(statements.undrop)
    await writeMeta(tx, 'pictures_most', String(maxTotalBytes))
  })
}

/**
 * What makes room first: always the oldest of the feed that has most at that moment, so that none with thousands pushes out what
 * others have; faces last.
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

async function trim(database: Database, maxTotalBytes: number): Promise<void> {
  let total = (await database.get<SizeRow>(statements.size))?.bytes ?? 0
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
    await touch(tx, goes)
  })
}

/** Pages that show them are made again. */
async function touch(tx: Statements, pictures: string[]): Promise<void> {
  if (pictures.length === 0) return
  const entries = await tx.all<{ entry_id: number }>(statements.entriesOf, pictures)
  const feeds = await tx.all<{ feed_id: number }>(statements.feedsOf, pictures)
  const touching = openTouch(tx)
  await touching.entries(entries.map(({ entry_id }) => entry_id))
  for (const { feed_id } of feeds) await touching.feed(feed_id)
}
