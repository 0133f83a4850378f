import { decodeEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'

const newest = `SELECT coalesce(original, entry) AS entry
  FROM (SELECT entry_id FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)
    AND off_site IS DISTINCT FROM 'quarantined' ORDER BY position DESC LIMIT ?) newest
  JOIN texts USING (entry_id) LEFT JOIN shaped USING (entry_id)`

/** The names of the authors of a feed's newest entries, quarantined entries left out. */
export async function readNewestAuthors(database: Database, feed: string, limit: number): Promise<string[]> {
  const rows = await database.all<{ entry: string }>(newest, feed, limit)
  const names = rows.flatMap(({ entry }) => decodeEntry(entry).authors.flatMap(({ name }) => name ?? []))
  return [...new Set(names)]
}
