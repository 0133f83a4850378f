import type { LastWindow } from '../model.ts'
import type { Database } from './database.ts'
import { prepare } from './prepare.ts'

const seen = `SELECT count(*) AS entries, min(first_seen) AS first, max(first_seen) AS last FROM entries
  WHERE entry_id IN (SELECT value FROM json_each((SELECT entries FROM windows JOIN feeds USING (feed_id) WHERE url = ?)))`

/** What the last version of a feed that was believed carried; `undefined` where nothing did. */
export function readLastWindow(database: Database.Database, feed: string): LastWindow | undefined {
  const { entries, first, last } = prepare(database, seen).get(feed) as { entries: number; first: number; last: number }
  return entries === 0 ? undefined : { entries, first: new Date(first), last: new Date(last) }
}
