import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** Letters of a text that is too long to be said again. */
const shortest = 200

/**
 * Entries without dates that have another address now, and with it another id: title and text are the same to the letter. Each stands below
 * an entry that stays; what comes stands above all others.
 *
 * @param version the entries of a version, with what they were found to be
 * @param fresh ids of those that no other rule has found to be known
 * @param lost entries that the last version carried, and this one lacks
 */
export function findRenamed(
  version: readonly (IdentifiedEntry & { known: KnownEntry | undefined })[],
  fresh: ReadonlySet<string>,
  lost: readonly KnownEntry[],
): ReadonlyMap<string, KnownEntry> {
  const before = findSingles(lost, ({ sourceHash, published }) => (published === undefined ? sourceHash : undefined))
  if (before.size === 0) return new Map()
  const now = findSingles(version, ({ entry }) => entry.sourceHash)
  const top = version.findIndex(({ known }) => known !== undefined)
  const below = top === -1 ? [] : version.slice(top)
  return new Map(
    below.flatMap((found) => {
      const { entry } = found
      const known = before.get(entry.sourceHash)
      if (known === undefined || !fresh.has(found.id) || now.get(entry.sourceHash) !== found) return []
      return isLongUndated(entry) ? [[found.id, known] as const] : []
    }),
  )
}

function isLongUndated(entry: EncodedEntry): boolean {
  if (entry.published !== undefined || entry.updated !== undefined) return false
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length >= shortest
}
