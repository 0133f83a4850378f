import { decodeWhole } from '../../entry-codec.ts'
import type { KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/**
 * Without a date and a page of its own there is nothing to tell an entry by but its id and what it says; and some programs make that id
 * anew whenever they are asked.
 */
export function isBare({ entry, keys }: IdentifiedEntry): boolean {
  const hasDate = entry.published !== undefined || entry.updated !== undefined
  return entry.id !== undefined && !hasDate && keys.linkPath === undefined
}

/**
 * Let an entry that is bare, and says to the letter what one said that its feed carried last and carries no longer, keep the id of that
 * one: there is nothing else in which the two differ. One with a picture or a file is not judged by its words.
 *
 * @param known what is stored of the feed, what its last version carried with it
 * @returns as many, in their order; the same list where nothing is to be kept
 */
export function keepIds(version: IdentifiedEntry[], known: readonly KnownEntry[]): IdentifiedEntry[] {
  const stored = new Set(known.flatMap(({ ids }) => ids))
  const strange = version.filter((found) => isBare(found) && !stored.has(found.id))
  if (strange.length === 0) return version
  const carried = new Set(version.map(({ id }) => id))
  const lost = known.filter(
    ({ ids, published, linkPath }) =>
      published === undefined && linkPath === undefined && !ids.some((id) => carried.has(id)),
  )
  const before = findSingles(lost, ({ sourceHash }) => sourceHash)
  const now = findSingles(strange, ({ entry }) => entry.sourceHash)
  return version.map((found) => {
    const entry = now.get(found.entry.sourceHash) === found ? before.get(found.entry.sourceHash) : undefined
    const [id] = entry?.ids ?? []
    if (entry === undefined || id === undefined || showsMore(found)) return found
    return { ...found, id, entryHash: entry.entryHash }
  })
}

function showsMore({ entry }: IdentifiedEntry): boolean {
  const { image, enclosures } = decodeWhole(entry)
  return image !== undefined || enclosures.length > 0
}
