import { decodeWhole } from '../entry-codec.ts'
import type { KnownEntry } from '../model.ts'
import { areUnrelated } from '../normalize/merge/are-unrelated.ts'
import { findReused } from '../normalize/merge/find-reused.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import type { Store } from '../store/store.ts'

/** Fewest letters of a text by which to tell whether it was made from another. */
const shortest = 200

/**
 * Where a feed gives a new entry the id of a stored one, use the new entry's link as its id, so that the stored entry stays. The two are
 * different where their texts, if long enough to tell, have next to nothing in common; short texts are different where title, address and
 * date differ.
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
