import { decodeWhole } from '../entry-codec.ts'
import type { KnownEntry } from '../model.ts'
import { areUnrelated } from '../normalize/merge/are-unrelated.ts'
import { findReused } from '../normalize/merge/find-reused.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import type { Store } from '../store/store.ts'

/** Entries whose texts are compared with stored ones, at most. */
const mostTexts = 50

/** Letters of a text that tells whether it was made from another. */
const shortest = 200

/**
 * Give entries that have the id of another one of theirs: the link, which stands for them alone. Their feed says the same id of
 * whatever is the newest, and what it said before is to stay. Of texts long enough to tell, they are others where they have next to
 * nothing in common; short ones, under other titles, addresses and dates, are.
 */
export async function separateReused(
  version: IdentifiedEntry[],
  known: readonly KnownEntry[],
  store: Store,
): Promise<IdentifiedEntry[]> {
  const doubtful = findReused(version, known).slice(0, mostTexts)
  if (doubtful.length === 0) return version
  const texts = await store.texts(doubtful.map(({ known }) => known.key))
  const others = new Set(
    doubtful.flatMap(({ found, known }) => (isOther(texts.get(known.key) ?? '', found) ? [found] : [])),
  )
  return version.map((found) => (others.has(found) ? { ...found, id: found.entry.link ?? found.id } : found))
}

function isOther(before: string, { entry }: IdentifiedEntry): boolean {
  const { title = '', contentHtml = '', summaryHtml = '' } = decodeWhole(entry)
  const now = `${title} ${contentHtml} ${summaryHtml}`
  return areUnrelated(before, now) || Math.max(before.length, now.length) < shortest
}
