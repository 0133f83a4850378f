import type { LastWindow } from '../model.ts'
import type { Database } from './database.ts'

/** The statements for a feed that seems to be somebody else's, by name. */
const statements = {
  window: 'SELECT entries FROM windows WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)',
  seen: `SELECT count(*) AS entries, min(first_seen) AS first, max(first_seen) AS last FROM entries WHERE entry_id IN numbers(?)`,
}

/** What the last version of a feed that was not quarantined carried; `undefined` where no entries are known. */
export async function readLastWindow(database: Database, feed: string): Promise<LastWindow | undefined> {
  const window = await database.get<{ entries: string }>(statements.window, feed)
  if (window === undefined) return undefined
  const keys = JSON.parse(window.entries) as number[]
  const seen = await database.get<{ entries: number; first: number; last: number }>(statements.seen, keys)
  if (seen === undefined || seen.entries === 0) return undefined
  return { entries: seen.entries, first: new Date(seen.first), last: new Date(seen.last) }
}
