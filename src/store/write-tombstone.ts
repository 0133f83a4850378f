import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { Touch } from './open-touch.ts'
import { prepare } from './prepare.ts'

/** What takes an entry down, by name. */
const tombstoneStatements = {
  // Feeds are told of the deletion of what they have shown.
  note: `INSERT INTO removed (entry_id, at) SELECT entry_id, ? FROM entries WHERE entry_id = ? AND off_site IS NULL
    ON CONFLICT (entry_id) DO UPDATE SET at = excluded.at`,
  bury: `UPDATE entries SET off_site = ?, title = NULL, authors = '[]', entry_hash = '' WHERE entry_id = ?`,
  dropText: 'DELETE FROM texts WHERE entry_id = ?',
  dropShape: 'DELETE FROM shaped WHERE entry_id = ?',
  dropMissing: 'DELETE FROM missing WHERE entry_id = ?',
}

/**
 * Take an entry down. Its text is deleted; its ids and keys stay, so that it is known again and stays gone.
 */
export function writeTombstone(
  database: Database.Database,
  key: number,
  reason: 'purged' | 'deleted',
  touch: Touch,
  now: Date,
): void {
  touch.entry(key)
  prepare(database, tombstoneStatements.note).run(+now, key)
  prepare(database, tombstoneStatements.bury).run(reason, key)
  prepare(database, tombstoneStatements.dropText).run(key)
  prepare(database, tombstoneStatements.dropShape).run(key)
  prepare(database, tombstoneStatements.dropMissing).run(key)
  // The copy still has the text: the build makes another when it ends.
  if (readMeta(database, 'backed_up') !== undefined) writeMeta(database, 'backed_up', '0')
}
