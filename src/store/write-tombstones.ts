import type { Statements } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { Touch } from './open-touch.ts'

/** The statements that take entries down, by name. */
const tombstoneStatements = {
  // Our feeds announce the deletion only of entries that were shown.
  note: `INSERT INTO removed (entry_id, at) SELECT entry_id, CAST(:now AS BIGINT) FROM entries
    WHERE entry_id IN numbers(:keys) AND off_site IS NULL ON CONFLICT (entry_id) DO UPDATE SET at = excluded.at`,
  bury: `UPDATE entries SET off_site = ?, title = NULL, authors = '[]', entry_hash = '' WHERE entry_id IN numbers(?)`,
  dropText: 'DELETE FROM texts WHERE entry_id IN numbers(?)',
  dropShape: 'DELETE FROM shaped WHERE entry_id IN numbers(?)',
  dropMissing: 'DELETE FROM missing WHERE entry_id IN numbers(?)',
}

/**
 * Take entries down. Their text is deleted; their ids and keys stay, so that the entries are recognised and stay gone.
 */
export async function writeTombstones(
  tx: Statements,
  keys: number[],
  reason: 'purged' | 'deleted',
  touch: Touch,
  now: Date,
): Promise<void> {
  if (keys.length === 0) return
  await touch.entries(keys)
  await tx.run(tombstoneStatements.note, { now: +now, keys })
  await tx.run(tombstoneStatements.bury, reason, keys)
  await tx.run(tombstoneStatements.dropText, keys)
  await tx.run(tombstoneStatements.dropShape, keys)
  await tx.run(tombstoneStatements.dropMissing, keys)
  // The backup still has the text: the build makes another when it ends.
  if ((await readMeta(tx, 'backed_up')) !== undefined) await writeMeta(tx, 'backed_up', '0')
}
