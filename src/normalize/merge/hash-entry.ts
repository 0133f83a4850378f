import { hash } from 'node:crypto'
import { encodeSeen } from '../../entry-codec.ts'
import type { EntryKeys, EntryTexts, ParsedEntry } from '../../model.ts'

/** SHA-256, base64url, of texts as they are: to write them as JSON first would take twice as long as the hash. */
export function hashTexts({ summaryHtml, contentHtml }: EntryTexts): string {
  // Lengths keep apart what would else run together.
  const lengths = JSON.stringify([summaryHtml?.length, contentHtml?.length])
  return hash('sha256', lengths + (summaryHtml ?? '') + (contentHtml ?? ''), 'base64url')
}

/**
 * A fingerprint of all of an entry that a reader can see, and of its keys: SHA-256, base64url. Of what is stored it must stay the same,
 * or all would count as changed. Dates are left out, since some feeds write new ones at every request, and what comes of the other fields.
 *
 * @param texts `hashTexts`, where it is known
 * @param seen `encodeSeen`, where it is made already
 */
export function hashEntry(
  entry: ParsedEntry,
  keys: EntryKeys,
  texts: string = hashTexts(entry),
  seen: string = encodeSeen(entry),
): string {
  // The key of the text comes of what is hashed anyway.
  const { linkPath, linkKey, titleDay } = keys
  return hash('sha256', `[${seen},"${texts}",${JSON.stringify({ linkPath, linkKey, titleDay })}]`, 'base64url')
}

/** True of a fingerprint that an older version made: in hex. */
export function isOldHash(entryHash: string): boolean {
  return entryHash.length === 64
}

/** True where an older version made this fingerprint of an entry that says the same. */
export function hadHash(entryHash: string, entry: ParsedEntry, keys: EntryKeys): boolean {
  return isOldHash(entryHash) && [entry, contentFirst(entry)].some((one) => hashWhole(one, keys) === entryHash)
}

/** Those of JSON Feed were written so. */
function contentFirst({ id, link, title, titleHtml, contentHtml, ...rest }: ParsedEntry): ParsedEntry {
  return { id, link, title, titleHtml, contentHtml, ...rest }
}

/** Of the JSON of all of it, whose order was that of its fields. */
function hashWhole(entry: ParsedEntry, keys: EntryKeys): string {
  const { published: _published, updated: _updated, sourceHash: _sourceHash, ...seen } = entry
  const { textDay: _textDay, ...found } = keys
  return hash('sha256', JSON.stringify([seen, found]))
}
