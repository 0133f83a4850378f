import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, KnownEntry } from '../../model.ts'
import { findName } from './find-resettled.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** Letters of a text that nobody says twice without a title: "Good morning" somebody does. */
const shortest = 40

/** Letters of a text that nobody who took it back says once more, unless it is to be that post. */
const long = 200

/** Whoever says the same every day says it a day later. */
const mostLater = 20 * 3_600_000

/**
 * Entries whose dates were put right, and with them the days in their addresses and ids: "/2026/01/14/a-walk" has become
 * "/2026/01/13/a-walk", since a clock was set, or their author dated them otherwise. Title and text are to the letter what they were.
 *
 * One alone is enough: what is said once more under the same title, as a programme is each week, is said later. One that is later is the
 * same where the text is long and the address ends alike.
 *
 * @param fresh entries of a version that nothing else shows to be known
 * @param lost entries that the version lacks, though it carries older ones
 * @returns the known entry by the new id
 */
export function findRedated(
  fresh: readonly IdentifiedEntry[],
  lost: readonly KnownEntry[],
): ReadonlyMap<string, KnownEntry> {
  const before = findSingles(lost, ({ sourceHash }) => sourceHash)
  const found = new Map<string, KnownEntry>()
  for (const [hash, one] of findSingles(fresh, ({ entry }) => entry.sourceHash)) {
    const known = before.get(hash)
    if (known !== undefined && isRedated(one, known)) found.set(one.id, known)
  }
  return found
}

function isRedated({ entry, keys }: IdentifiedEntry, known: KnownEntry): boolean {
  if (entry.published === undefined || known.published === undefined) return false
  const letters = countLetters(entry)
  if (+entry.published - +known.published < mostLater) return entry.title !== undefined || letters >= shortest
  const name = findName(keys.linkPath)
  return letters >= long && name !== undefined && name === findName(known.linkPath)
}

function countLetters(entry: EncodedEntry): number {
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length
}
