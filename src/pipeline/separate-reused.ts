import { decodeWhole } from '../entry-codec.ts'
import type { KnownEntry } from '../model.ts'
import { areUnrelated } from '../normalize/merge/are-unrelated.ts'
import { findReused } from '../normalize/merge/find-reused.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import type { Store } from '../store/store.ts'

/** Letters of a text that tells whether it was made from another. */
const shortest = 200

/**
 * Give an entry that has the id of another one the link, which stands for it alone: what its feed said before is to stay. Of texts long
 * enough to tell, they are two where they have next to nothing in common; short ones, under other titles, addresses and dates, are.
 */
export async function separateReused(
  version: IdentifiedEntry[],
  known: readonly KnownEntry[],
  store: Store,
): Promise<IdentifiedEntry[]> {
  const reused = findReused(version, known)
  if (reused === undefined) return version
  const { found, known: before, isApart, isAkin } = reused
  const texts = isApart ? undefined : await store.texts([before.key])
  const isOther = texts === undefined || areOther(texts.get(before.key) ?? '', found, isAkin)
  return isOther ? [{ ...found, id: found.entry.link ?? found.id }] : version
}

function areOther(before: string, { entry }: IdentifiedEntry, isAkin: boolean): boolean {
  const { title = '', contentHtml = '', summaryHtml = '' } = decodeWhole(entry)
  const now = `${title} ${contentHtml} ${summaryHtml}`
  return areUnrelated(before, now) || (!isAkin && Math.max(before.length, now.length) < shortest)
}
