import { decodeWhole } from '../../entry-codec.ts'
import type { KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/**
 * Whether an entry has neither a date nor a page of its own: then only its id and its text identify it. Some programs make a new id for each
 * request; where there is none, we make it of the title, or of the content as well where the title is repeated.
 */
export function isBare({ entry, keys }: IdentifiedEntry): boolean {
  const hasDate = entry.published !== undefined || entry.updated !== undefined
  return !hasDate && keys.linkPath === undefined
}

/**
 * Let a bare entry keep the id of the entry of the last version that it repeats to the letter, where the feed no longer carries that one:
 * the two differ in nothing else. An entry with a picture or a file is not judged by its words.
 *
 * @param known what is stored of the feed, including all that its last version carried
 * @returns as many entries, in their order; the same list where no id is to be kept
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
