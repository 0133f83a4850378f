import type { Entry, EntryRecord } from '../model.ts'
import { archiveQueries } from './archive-queries.ts'
import type { Database } from './database.ts'
import { makeRecord, type RecordRow } from './make-record.ts'
import { type EntryRow, makeEntry, type PlaceRow, readRows } from './open-entry-queries.ts'

/** Entries that are in memory at once. */
const batch = 100

/** Every entry with its ids, a feed at a time; the reader may run other queries in between. */
export async function* readEveryEntry(database: Database): AsyncGenerator<Entry & EntryRecord> {
  const feeds = await database.all<{ feed_id: number }>('SELECT feed_id FROM feeds ORDER BY place')
  for (const { feed_id } of feeds) {
    const places = await database.all<PlaceRow>(archiveQueries.every, feed_id)
    for (let at = 0; at < places.length; at += batch) {
      const rows = await readRows<EntryRow & RecordRow>(database, 'someWithIds', places.slice(at, at + batch))
      for (const row of rows) yield Object.assign(makeEntry(row), makeRecord(row))
    }
  }
}
