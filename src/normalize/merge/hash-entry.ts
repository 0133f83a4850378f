import { createHash } from 'node:crypto'
import type { EntryKeys, ParsedEntry } from '../../model.ts'

/**
 * A fingerprint of all of an entry that a reader can see, and of its keys: SHA-256, hex.
 * Dates are left out, since some feeds write new ones at every request.
 */
export function hashEntry(entry: ParsedEntry, keys: EntryKeys): string {
  // It comes of what is hashed anyway.
  const { textDay: _textDay, ...found } = keys
  const { published: _published, updated: _updated, sourceHash: _sourceHash, ...seen } = entry
  return createHash('sha256')
    .update(JSON.stringify([seen, found]))
    .digest('hex')
}
