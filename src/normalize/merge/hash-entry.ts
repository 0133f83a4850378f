import { hash } from 'node:crypto'
import { encodeSeen } from '../../entry-codec.ts'
import type { EntryKeys, EntryTexts, ParsedEntry } from '../../model.ts'

/** SHA-256, base64url, of the plain texts: writing them as JSON first would take twice as long as the hash. */
export function hashTexts({ summaryHtml, contentHtml }: EntryTexts): string {
  // The lengths tell where one text ends and the next begins.
  const lengths = JSON.stringify([summaryHtml?.length, contentHtml?.length])
  return hash('sha256', lengths + (summaryHtml ?? '') + (contentHtml ?? ''), 'base64url')
}

/**
 * A fingerprint of all that a reader can see of an entry, and of its keys: SHA-256, base64url. It must stay the same for stored entries, or
 * all would count as changed. Left out are dates, since some feeds write new ones at every request, and fields derived from others.
 *
 * @param texts result of `hashTexts`, where it is known
 * @param seen result of `encodeSeen`, where it is already made
 */
export function hashEntry(
  entry: ParsedEntry,
  keys: EntryKeys,
  texts: string = hashTexts(entry),
  seen: string = encodeSeen(entry),
): string {
  // `textDay` is derived from texts that are hashed anyway.
  const { linkPath, linkKey, titleDay } = keys
  return hash('sha256', `[${seen},"${texts}",${JSON.stringify({ linkPath, linkKey, titleDay })}]`, 'base64url')
}

/** True of a fingerprint that an older version made, in hex. */
export function isOldHash(entryHash: string): boolean {
  return entryHash.length === 64
}

/** True where an older version made this fingerprint of an entry with the same content. */
export function hadHash(entryHash: string, entry: ParsedEntry, keys: EntryKeys): boolean {
  return isOldHash(entryHash) && [entry, contentFirst(entry)].some((one) => hashWhole(one, keys) === entryHash)
}

/** The order of fields in which entries of JSON Feed were hashed. */
function contentFirst({ id, link, title, titleHtml, contentHtml, ...rest }: ParsedEntry): ParsedEntry {
  return { id, link, title, titleHtml, contentHtml, ...rest }
}

/** The old fingerprint: of the JSON of the whole entry, in the order of its fields. */
function hashWhole(entry: ParsedEntry, keys: EntryKeys): string {
  const { published: _published, updated: _updated, sourceHash: _sourceHash, ...seen } = entry
  const { textDay: _textDay, ...found } = keys
  return hash('sha256', JSON.stringify([seen, found]))
}
