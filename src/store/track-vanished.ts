import type { Statements } from './database.ts'

/** What is run for every feed with news, by name. */
const windowStatements = {
  last: 'SELECT entries FROM windows WHERE feed_id = ?',
  find: 'SELECT id, entry_id FROM entry_ids WHERE feed_id = ? AND id IN texts(?)',
  keep: `INSERT INTO windows (feed_id, entries) VALUES (?, ?)
    ON CONFLICT (feed_id) DO UPDATE SET entries = excluded.entries`,
  back: 'DELETE FROM missing WHERE entry_id IN numbers(?)',
  gone: `INSERT INTO missing (entry_id, since) SELECT entry_id, CAST(:since AS BIGINT) FROM entries
    WHERE entry_id IN numbers(:entries) AND off_site IS NULL
    ON CONFLICT (entry_id) DO NOTHING`,
}

/**
 * Remember which entries a version of a feed carries, and which of the last one are missing from among neighbours that are
 * still there: those have not left at the end of the feed as all do in time, but somebody took them out.
 *
 * @param carried ids of the version's entries, in its order
 */
export async function trackVanished(tx: Statements, feed: number, carried: string[], now: Date): Promise<void> {
  const row = await tx.get<{ entries: string }>(windowStatements.last, feed)
  const before = row === undefined ? [] : (JSON.parse(row.entries) as number[])
  const found = await tx.all<{ id: string; entry_id: number }>(windowStatements.find, feed, carried)
  const byId = new Map(found.map(({ id, entry_id }) => [id, entry_id]))
  const entries = [...new Set(carried.flatMap((id) => byId.get(id) ?? []))]
  if (entries.length === before.length && entries.every((key, index) => key === before[index])) return

  // A feed that is empty for a day is no reason to forget who was beside whom.
  if (entries.length > 0) await tx.run(windowStatements.keep, feed, JSON.stringify(entries))
  await tx.run(windowStatements.back, entries)
  const missing = findMissing(before, new Set(entries))
  if (missing.length > 0) await tx.run(windowStatements.gone, { since: +now, entries: missing })
}

/** Those of a list that are gone while one before them and one behind them are still there. */
function findMissing(before: number[], now: Set<number>): number[] {
  const first = before.findIndex((key) => now.has(key))
  const last = before.findLastIndex((key) => now.has(key))
  return before.slice(first + 1, Math.max(last, 0)).filter((key) => !now.has(key))
}
