import type { Database } from './database.ts'
import type { Touch } from './open-touch.ts'

/** The statements that release quarantined entries. */
const releaseStatements = {
  find: `SELECT entry_id FROM entries WHERE feed_id = ? AND off_site = 'quarantined'`,
  release: `UPDATE entries SET off_site = CASE WHEN position > :now THEN 'not_due' END WHERE entry_id IN numbers(:keys)`,
}

/** Show the entries that came while a feed was quarantined, at the positions that they were given then. @returns how many entries */
export async function releaseEntries(database: Database, feed: number, touch: Touch, now: Date): Promise<number> {
  const waiting = await database.all<{ entry_id: number }>(releaseStatements.find, feed)
  const keys = waiting.map(({ entry_id }) => entry_id)
  if (keys.length === 0) return 0
  await database.run(releaseStatements.release, { now: +now, keys })
  await touch.entries(keys)
  return keys.length
}
