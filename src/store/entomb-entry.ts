import type { Database } from './open-database.ts'
import { prepare } from './prepare.ts'
import { readMeta, statements, writeMeta } from './write-changes.ts'

/** What takes an entry down, by name, for the test of their plans. */
export const withholdStatements = {
  // Feeds are told of the deletion of what they have shown.
  note: `INSERT INTO removed (entry_id, at) SELECT entry_id, ? FROM entries WHERE entry_id = ? AND withheld IS NULL
    ON CONFLICT (entry_id) DO UPDATE SET at = excluded.at`,
  withhold: `UPDATE entries SET withheld = ?, title = NULL, authors = '[]', entry_hash = '', mark = ? WHERE entry_id = ?`,
  dropText: 'DELETE FROM texts WHERE entry_id = ?',
  dropMissing: 'DELETE FROM missing WHERE entry_id = ?',
}

/**
 * Take an entry down. Its text is deleted; its ids and keys stay, so that it is known again and stays gone.
 */
export function withholdEntry(
  database: Database.Database,
  key: number,
  reason: 'purged' | 'deleted',
  mark: number,
  now: Date,
): void {
  prepare(database, statements.touchTwins).run(mark, null, key)
  prepare(database, withholdStatements.note).run(+now, key)
  prepare(database, withholdStatements.withhold).run(reason, mark, key)
  prepare(database, withholdStatements.dropText).run(key)
  prepare(database, withholdStatements.dropMissing).run(key)
  // The copy still has the text: the build makes another when it ends.
  if (readMeta(database, 'backed_up') !== undefined) writeMeta(database, 'backed_up', '0')
}
