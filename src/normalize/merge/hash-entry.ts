import { createHash } from 'node:crypto'
import type { EntryKeys, ParsedEntry } from '../../model.ts'

/**
 * A fingerprint of all of an entry that a reader can see, and of its keys: SHA-256, hex.
 * Dates are left out, since some feeds write new ones at every request.
 */
export function hashEntry(entry: ParsedEntry, keys: EntryKeys): string {
  const { published: _published, updated: _updated, sourceHash: _sourceHash, ...seen } = entry
  return createHash('sha256')
    .update(JSON.stringify([seen, keys]))
    .digest('hex')
}
