import type { ParsedEntry } from '../model.ts'
import type { Database } from './database.ts'
import { decodeEntry, encodeEntry } from './entry-codec.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch, readRevision, type Touch } from './open-touch.ts'
import { prepare } from './prepare.ts'
import type { EntryShape, ShapeEntry } from './store.ts'
import { transact } from './transact.ts'

/** What is run where there are plug-ins, or were, by name. */
const shapeStatements = {
  shaped: 'SELECT entry_id, original FROM shaped LIMIT ?',
  // Entries by number: none is left out, and none comes twice.
  from: `SELECT entry_id FROM entries WHERE entry_id > ? AND (off_site IS NULL OR off_site IN ('filtered', 'plugin'))
    ORDER BY entry_id LIMIT ?`,
  since: `SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?
    AND (off_site IS NULL OR off_site IN ('filtered', 'plugin')) ORDER BY entry_id`,
  some: `SELECT e.entry_id, e.off_site, f.url, t.entry, s.original FROM entries e JOIN feeds f USING (feed_id)
    JOIN texts t USING (entry_id) LEFT JOIN shaped s USING (entry_id) WHERE e.entry_id IN (SELECT value FROM json_each(?))`,
  putText: 'UPDATE texts SET entry = ? WHERE entry_id = ?',
  putEntry: 'UPDATE entries SET link = ?, title = ?, language = ?, authors = ? WHERE entry_id = ?',
  hide: `UPDATE entries SET off_site = 'plugin' WHERE entry_id = ?`,
  show: `UPDATE entries SET off_site = NULL WHERE entry_id = ? AND off_site = 'plugin'`,
  keep: `INSERT INTO shaped (entry_id, original, hidden_by) VALUES (?, ?, ?)
    ON CONFLICT (entry_id) DO UPDATE SET original = excluded.original, hidden_by = excluded.hidden_by`,
  forget: 'DELETE FROM shaped WHERE entry_id = ?',
}

type Row = { entry_id: number; off_site: string | null; url: string; entry: string; original: string | null }

/** Entries that are shaped in one go. */
const batch = 200

/**
 * Let plug-ins say how entries are shown: where the plug-ins are others than before, all entries; else those that changed since. What
 * a feed brought is kept beside what was made of it, so that it comes back when they go.
 *
 * @param hash of the plug-ins and what they are made of; `undefined` where there are none
 */
export async function shapeEntries(
  database: Database.Database,
  hash: string | undefined,
  shape: ShapeEntry,
  now: Date,
): Promise<void> {
  const isSame = (readMeta(database, 'plugins') ?? '') === (hash ?? '')
  const shaped = Number(readMeta(database, 'shaped') ?? 0)
  if (isSame && (hash === undefined || shaped === readRevision(database))) return
  if (!isSame) restoreEntries(database)
  if (hash !== undefined) {
    for (const keys of isSame ? listSince(database, shaped) : listAll(database)) {
      await shapeSome(database, keys, shape)
    }
  }
  transact(database, () => {
    writeMeta(database, 'plugins', hash ?? '')
    writeMeta(database, 'shaped', String(readRevision(database)))
    if (!isSame) writeMeta(database, 'updated', String(+now))
  })
}

/** Show every entry as its feed brought it. @returns whether any was shown otherwise */
export function restoreEntries(database: Database.Database): boolean {
  for (let isAny = false; ; isAny = true) {
    const rows = database.prepare(shapeStatements.shaped).all(batch) as Pick<Row, 'entry_id' | 'original'>[]
    if (rows.length === 0) return isAny
    transact(database, () => {
      const touch = openTouch(database)
      for (const { entry_id, original } of rows) restoreEntry(database, entry_id, original, touch)
    })
  }
}

function restoreEntry(database: Database.Database, key: number, original: string | null, touch: Touch): void {
  if (original !== null) putEntry(database, key, decodeEntry(original), original)
  prepare(database, shapeStatements.show).run(key)
  prepare(database, shapeStatements.forget).run(key)
  touch.entry(key)
}

function* listAll(database: Database.Database): Generator<number[]> {
  for (let last = 0; ; ) {
    const rows = prepare(database, shapeStatements.from).all(last, batch) as { entry_id: number }[]
    const keys = rows.map(({ entry_id }) => entry_id)
    if (keys.length === 0) return
    yield keys
    last = keys.at(-1) ?? last
  }
}

function* listSince(database: Database.Database, revision: number): Generator<number[]> {
  const rows = prepare(database, shapeStatements.since).all(revision) as { entry_id: number }[]
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch).map(({ entry_id }) => entry_id)
}

async function shapeSome(database: Database.Database, keys: number[], shape: ShapeEntry): Promise<void> {
  const rows = prepare(database, shapeStatements.some).all(JSON.stringify(keys)) as Row[]
  const shapes: EntryShape[] = []
  for (const row of rows) shapes.push(await shape(decodeEntry(row.original ?? row.entry), row.url))
  transact(database, () => {
    const touch = openTouch(database)
    for (const [index, row] of rows.entries()) {
      const made = shapes[index]
      if (made !== undefined) keepShape(database, row, made, touch)
    }
  })
}

function keepShape(database: Database.Database, row: Row, made: EntryShape, touch: Touch): void {
  const { entry_id: key, entry, off_site } = row
  const original = row.original ?? entry
  if (made.kind === 'hidden') {
    if (row.original !== null) putEntry(database, key, decodeEntry(original), original)
    prepare(database, shapeStatements.keep).run(key, null, made.by)
    if (off_site === 'plugin') return
    prepare(database, shapeStatements.hide).run(key)
    touch.entry(key)
    return
  }
  const text = encodeEntry(made.entry)
  if (text === entry && off_site !== 'plugin') {
    if (text === original && row.original !== null) prepare(database, shapeStatements.forget).run(key)
    return
  }
  putEntry(database, key, made.entry, text)
  prepare(database, shapeStatements.show).run(key)
  if (text === original) prepare(database, shapeStatements.forget).run(key)
  else prepare(database, shapeStatements.keep).run(key, original, null)
  touch.entry(key)
}

function putEntry(database: Database.Database, key: number, entry: ParsedEntry, text: string): void {
  const { link = null, title = null, language = null, authors } = entry
  prepare(database, shapeStatements.putText).run(text, key)
  prepare(database, shapeStatements.putEntry).run(link, title, language, JSON.stringify(authors), key)
}
