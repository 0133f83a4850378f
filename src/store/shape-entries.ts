import { decodeEntry, encodeEntry, joinEntry, type StoredEntry, splitEntry } from '../entry-codec.ts'
import type { ParsedEntry } from '../model.ts'
import type { Database, Statements } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch, readRevision, type Touch } from './open-touch.ts'
import type { EntryShape, ShapeEntry } from './store.ts'

/** The statements for shaping by plug-ins, by name. */
const shapeStatements = {
  shaped: 'SELECT entry_id, original FROM shaped LIMIT ?',
  // In order of their numbers, so that no entry is left out or comes twice.
  from: `SELECT entry_id FROM entries WHERE entry_id > ? AND (off_site IS NULL OR off_site IN ('filtered', 'plugin'))
    ORDER BY entry_id LIMIT ?`,
  since: `SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?
    AND (off_site IS NULL OR off_site IN ('filtered', 'plugin')) ORDER BY entry_id`,
  some: `SELECT e.entry_id, e.off_site, f.url, t.entry, t.content, t.summary, s.original FROM entries e JOIN feeds f USING (feed_id)
    JOIN texts t USING (entry_id) LEFT JOIN shaped s USING (entry_id) WHERE e.entry_id IN numbers(?)`,
  putText: 'UPDATE texts SET entry = ?, content = ?, summary = ? WHERE entry_id = ?',
  putEntry: 'UPDATE entries SET link = ?, title = ?, language = ?, authors = ? WHERE entry_id = ?',
  hide: `UPDATE entries SET off_site = 'plugin' WHERE entry_id = ?`,
  show: `UPDATE entries SET off_site = NULL WHERE entry_id = ? AND off_site = 'plugin'`,
  keep: `INSERT INTO shaped (entry_id, original, hidden_by) VALUES (?, ?, ?)
    ON CONFLICT (entry_id) DO UPDATE SET original = excluded.original, hidden_by = excluded.hidden_by`,
  forget: 'DELETE FROM shaped WHERE entry_id = ?',
}

/** `original`: the whole entry as its feed brought it, JSON. */
type Row = StoredEntry & { entry_id: number; off_site: string | null; url: string; original: string | null }

/** Entries that are shaped in one go. */
const batch = 200

/**
 * Let plug-ins decide how entries are shown: all entries where the plug-ins have changed; else entries that changed since. What a feed
 * brought is kept beside the shaped entry, so that it comes back when the plug-ins go.
 *
 * @param hash of the plug-ins and their files; `undefined` where there are none
 */
export async function shapeEntries(
  database: Database,
  hash: string | undefined,
  shape: ShapeEntry,
  now: Date,
): Promise<void> {
  const isSame = ((await readMeta(database, 'plugins')) ?? '') === (hash ?? '')
  const shaped = Number((await readMeta(database, 'shaped')) ?? 0)
  if (isSame && (hash === undefined || shaped === (await readRevision(database)))) return
  if (!isSame) await restoreEntries(database)
  if (hash !== undefined) {
    for await (const keys of isSame ? listSince(database, shaped) : listAll(database)) {
      await shapeSome(database, keys, shape)
    }
  }
  await database.transaction(async (tx) => {
    await writeMeta(tx, 'plugins', hash ?? '')
    await writeMeta(tx, 'shaped', String(await readRevision(tx)))
    if (!isSame) await writeMeta(tx, 'updated', String(+now))
  })
}

/** Show every entry as its feed brought it. @returns whether any entry was shaped */
export async function restoreEntries(database: Database): Promise<boolean> {
  for (let isAny = false; ; isAny = true) {
    const rows = await database.all<Pick<Row, 'entry_id' | 'original'>>(shapeStatements.shaped, batch)
    if (rows.length === 0) return isAny
    await database.transaction(async (tx) => {
      const touch = openTouch(tx)
      for (const { entry_id, original } of rows) await restoreEntry(tx, entry_id, original, touch)
    })
  }
}

async function restoreEntry(tx: Statements, key: number, original: string | null, touch: Touch): Promise<void> {
  if (original !== null) await putEntry(tx, key, decodeEntry(original))
  await tx.run(shapeStatements.show, key)
  await tx.run(shapeStatements.forget, key)
  await touch.entries([key])
}

async function* listAll(database: Database): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const rows = await database.all<{ entry_id: number }>(shapeStatements.from, last, batch)
    const keys = rows.map(({ entry_id }) => entry_id)
    if (keys.length === 0) return
    yield keys
    last = keys.at(-1) ?? last
  }
}

async function* listSince(database: Database, revision: number): AsyncGenerator<number[]> {
  const rows = await database.all<{ entry_id: number }>(shapeStatements.since, revision)
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch).map(({ entry_id }) => entry_id)
}

async function shapeSome(database: Database, keys: number[], shape: ShapeEntry): Promise<void> {
  const rows = await database.all<Row>(shapeStatements.some, keys)
  const shapes: EntryShape[] = []
  for (const row of rows) shapes.push(await shape(readOriginal(row), row.url))
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    for (const [index, row] of rows.entries()) {
      const made = shapes[index]
      if (made !== undefined) await keepShape(tx, row, made, touch)
    }
  })
}

async function keepShape(tx: Statements, row: Row, made: EntryShape, touch: Touch): Promise<void> {
  const { entry_id: key, off_site } = row
  const original = row.original ?? encodeEntry(joinEntry(row))
  if (made.kind === 'hidden') {
    if (row.original !== null) await putEntry(tx, key, decodeEntry(original))
    await tx.run(shapeStatements.keep, key, null, made.by)
    if (off_site === 'plugin') return
    await tx.run(shapeStatements.hide, key)
    await touch.entries([key])
    return
  }
  const text = encodeEntry(made.entry)
  const isOriginal = text === encodeEntry(readOriginal(row))
  if (text === encodeEntry(joinEntry(row)) && off_site !== 'plugin') {
    if (isOriginal && row.original !== null) await tx.run(shapeStatements.forget, key)
    return
  }
  await putEntry(tx, key, made.entry)
  await tx.run(shapeStatements.show, key)
  if (isOriginal) await tx.run(shapeStatements.forget, key)
  else await tx.run(shapeStatements.keep, key, original, null)
  await touch.entries([key])
}

function readOriginal(row: Row): ParsedEntry {
  return row.original === null ? joinEntry(row) : decodeEntry(row.original)
}

async function putEntry(tx: Statements, key: number, made: ParsedEntry): Promise<void> {
  const { link = null, title = null, language = null, authors } = made
  const { entry, content, summary } = splitEntry(made)
  await tx.run(shapeStatements.putText, entry, content, summary, key)
  await tx.run(shapeStatements.putEntry, link, title, language, JSON.stringify(authors), key)
}
