import type { Database } from './database.ts'

const newest = `SELECT position FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)
  AND off_site IS DISTINCT FROM 'quarantined' ORDER BY position DESC LIMIT ?`

/** Positions of a feed's newest entries, quarantined entries left out. */
export async function readNewestPositions(database: Database, feed: string, limit: number): Promise<Date[]> {
  const rows = await database.all<{ position: number }>(newest, feed, limit)
  return rows.map(({ position }) => new Date(position))
}
