import { hash } from 'node:crypto'
import { type WrittenFields, writeFields } from '../../entry-codec.ts'
import type { EntryKeys, ParsedEntry } from '../../model.ts'

/** Dates, since some feeds write new ones at every request; and what comes of the other fields. */
const unseen = new Set<keyof ParsedEntry>(['published', 'updated', 'sourceHash'])

/**
 * A fingerprint of all of an entry that a reader can see, and of its keys: SHA-256, hex, of the JSON of both. Of what is stored it must
 * stay the same, or all would count as changed.
 *
 * @param written its fields, where they are written already
 */
export function hashEntry(entry: ParsedEntry, keys: EntryKeys, written: WrittenFields = writeFields(entry)): string {
  // It comes of what is hashed anyway.
  const { textDay: _textDay, ...found } = keys
  const seen = [...written].flatMap(([name, field]) => (unseen.has(name) ? [] : field))
  return hash('sha256', `[{${seen.join(',')}},${JSON.stringify(found)}]`)
}
