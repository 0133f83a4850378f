import { decodeWhole } from '../../entry-codec.ts'
import type { KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** Letters of a text that nobody says twice without a title: "Good morning" somebody does. */
const shortest = 40

/** Whoever says the same every day says it a day later. */
const mostLater = 20 * 3_600_000

/**
 * Entries whose dates were put right, and with them the days in their addresses and ids: "/2026/01/14/a-walk" has become
 * "/2026/01/13/a-walk", since a clock was set, or their author dated them back. Title and text are to the letter what they were.
 *
 * One alone is enough: what is said once more under the same title, as a programme is each week, is said later.
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
  for (const [hash, { id, entry }] of findSingles(fresh, ({ entry }) => entry.sourceHash)) {
    const known = before.get(hash)
    if (known?.published === undefined || entry.published === undefined) continue
    if (+entry.published - +known.published < mostLater && saysEnough(entry)) found.set(id, known)
  }
  return found
}

function saysEnough(entry: IdentifiedEntry['entry']): boolean {
  if (entry.title !== undefined) return true
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length >= shortest
}

/**
 * Whether any of these entries is older than another that its feed has brought before: it may be one whose date was put right.
 * What is new stands on top.
 */
export function areBackdated(strange: readonly IdentifiedEntry[], known: readonly KnownEntry[]): boolean {
  const newest = known.reduce((latest, { published }) => Math.max(latest, +(published ?? 0)), 0)
  return strange.some(({ entry }) => entry.published !== undefined && +entry.published < newest)
}
