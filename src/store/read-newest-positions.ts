import type { Database } from './database.ts'
import { prepare } from './prepare.ts'

const newest = `SELECT position FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)
  AND off_site IS NOT 'quarantined' ORDER BY position DESC LIMIT ?`

/** Places of a feed's newest entries, but for those that are quarantined. */
export function readNewestPositions(database: Database.Database, feed: string, limit: number): Date[] {
  const rows = prepare(database, newest).all(feed, limit) as { position: number }[]
  return rows.map(({ position }) => new Date(position))
}
