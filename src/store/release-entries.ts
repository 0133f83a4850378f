import type { Database } from './database.ts'
import type { Touch } from './open-touch.ts'
import { prepare } from './prepare.ts'

/** What lets quarantined entries out. */
const releaseStatements = {
  find: `SELECT entry_id FROM entries WHERE feed_id = ? AND off_site = 'quarantined'`,
  release: `UPDATE entries SET off_site = CASE WHEN position > :now THEN 'not_due' END WHERE entry_id = :key`,
}

/** Give what came while a feed was quarantined the places that it was given then. @returns how many entries */
export function releaseEntries(database: Database.Database, feed: number, touch: Touch, now: Date): number {
  const waiting = prepare(database, releaseStatements.find).all(feed) as { entry_id: number }[]
  for (const { entry_id } of waiting) {
    prepare(database, releaseStatements.release).run({ now: +now, key: entry_id })
    touch.entry(entry_id)
  }
  return waiting.length
}
