import type { Database } from './database.ts'
import { prepare } from './prepare.ts'

/** What is run for every feed with news, by name. */
const windowStatements = {
  last: 'SELECT entries FROM windows WHERE feed_id = ?',
  find: `SELECT i.entry_id FROM json_each(?) AS j CROSS JOIN entry_ids i ON i.feed_id = ? AND i.id = j.value ORDER BY j.key`,
  keep: `INSERT INTO windows (feed_id, entries) VALUES (?, ?)
    ON CONFLICT (feed_id) DO UPDATE SET entries = excluded.entries`,
  back: 'DELETE FROM missing WHERE entry_id IN (SELECT value FROM json_each(?))',
  gone: `INSERT INTO missing (entry_id, since) SELECT entry_id, :since FROM entries
    WHERE entry_id IN (SELECT value FROM json_each(:entries)) AND off_site IS NULL
    ON CONFLICT (entry_id) DO NOTHING`,
}

/**
 * Remember which entries a version of a feed carries, and which of the last one are missing from among neighbours that are
 * still there: those have not left at the end of the feed as all do in time, but somebody took them out.
 *
 * @param carried ids of the version's entries, in its order
 */
export function trackVanished(database: Database.Database, feed: number, carried: string[], now: Date): void {
  const row = prepare(database, windowStatements.last).get(feed) as { entries: string } | undefined
  const before = row === undefined ? [] : (JSON.parse(row.entries) as number[])
  const found = prepare(database, windowStatements.find).all(JSON.stringify(carried), feed) as { entry_id: number }[]
  const entries = [...new Set(found.map(({ entry_id }) => entry_id))]
  if (entries.length === before.length && entries.every((key, index) => key === before[index])) return

  // A feed that is empty for a day is no reason to forget who was beside whom.
  if (entries.length > 0) prepare(database, windowStatements.keep).run(feed, JSON.stringify(entries))
  prepare(database, windowStatements.back).run(JSON.stringify(entries))
  const missing = findMissing(before, new Set(entries))
  if (missing.length > 0) {
    prepare(database, windowStatements.gone).run({ since: +now, entries: JSON.stringify(missing) })
  }
}

/** Those of a list that are gone while one before them and one behind them are still there. */
function findMissing(before: number[], now: Set<number>): number[] {
  const first = before.findIndex((key) => now.has(key))
  const last = before.findLastIndex((key) => now.has(key))
  return before.slice(first + 1, Math.max(last, 0)).filter((key) => !now.has(key))
}
