import type { KnownEntry } from '../model.ts'
import { type IdentifiedEntry, isMadeId, makeContentId } from '../normalize/merge/identify-entries.ts'
import { isBare } from '../normalize/merge/keep-ids.ts'

/**
 * An entry with neither id, date nor page of its own is identified by its title. Where that is the title of a stored entry that the last
 * version no longer carried, and the text is another, it is another entry ("Closed today"), which is identified by its text as well. It stands
 * above all that the last version carried: below, a feed that was cut off for a while has its older entries again.
 *
 * @param readLast what the last version carried
 */
export async function separateTitled(
  version: IdentifiedEntry[],
  known: readonly KnownEntry[],
  readLast: () => Promise<readonly KnownEntry[]>,
): Promise<IdentifiedEntry[]> {
  const byId = new Map(known.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)))
  const doubtful = version.filter((found) => {
    const before = byId.get(found.id)
    // While a feed is held, nothing tells what its last version carried.
    if (before === undefined || before.offSite === 'quarantined') return false
    return isMadeId(found.id) && isBare(found) && isOther(found, before)
  })
  if (doubtful.length === 0) return version
  const carried = await readLast()
  const last = new Set(carried.flatMap(({ ids }) => ids))
  // Beside another of its title, it was identified otherwise.
  const texts = new Map(carried.map(({ sourceHash, ids }) => [sourceHash, ids[0]]))
  const first = version.findIndex(({ id }) => last.has(id))
  const news = new Set(first === -1 ? version : version.slice(0, first))
  const others = new Map(
    doubtful.flatMap((found) => {
      const id = texts.get(found.entry.sourceHash) ?? makeContentId(found.entry)
      return news.has(found) || last.has(id) ? [[found, id] as const] : []
    }),
  )
  if (others.size === 0) return version
  return version.map((found) => ({ ...found, id: others.get(found) ?? found.id }))
}

/** The hash of what is shown stays where only the markup changes; that of the source is stored with it. */
function isOther({ entry, entryHash }: IdentifiedEntry, known: KnownEntry): boolean {
  return entry.sourceHash !== known.sourceHash && entryHash !== known.entryHash
}
