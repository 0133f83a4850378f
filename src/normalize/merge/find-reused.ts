import type { KnownEntry } from '../../model.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** An entry, and the known entry that has its id. */
export type Reused = {
  found: IdentifiedEntry
  known: KnownEntry
  /** The two were told apart before: its link is an id of another known entry. */
  isApart: boolean
  /** Their titles have a word in common. */
  isAkin: boolean
}

/**
 * An entry that has the id of a known entry, but hardly anything else of it: the only entry of its version, published later, at another
 * address. Such is a feed that carries one entry at a time, and gives one guid to all of them. Where a version has several entries, each is
 * the one that its id says, whatever else its author changed. Their texts decide.
 */
export function findReused(version: readonly IdentifiedEntry[], known: readonly KnownEntry[]): Reused | undefined {
  const [found] = version
  if (found === undefined || version.length > 1) return undefined
  const before = known.find(({ ids }) => ids.includes(found.id))
  if (before === undefined || !isAnother(found, before)) return undefined
  const { link } = found.entry
  const isApart = link !== undefined && known.some((other) => other !== before && other.ids.includes(link))
  return { found, known: before, isApart, isAkin: areAkin(titleOf(found.keys.titleDay), titleOf(before.titleDay)) }
}

function isAnother({ entry, keys }: IdentifiedEntry, known: KnownEntry): boolean {
  if (keys.linkPath === undefined || known.linkPath === undefined || keys.linkPath === known.linkPath) return false
  return entry.published !== undefined && known.published !== undefined && entry.published > known.published
}

/** The title in a key of `makeEntryKeys`: it stands behind the day. */
function titleOf(titleDay: string | undefined): string | undefined {
  return titleDay?.slice(titleDay.indexOf(' ') + 1)
}

/** A title that was corrected keeps a word of the old one; where a title is missing, nothing can be said. */
function areAkin(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const words = new Set(listWords(a))
  return listWords(b).some((word) => words.has(word)) || a === b
}

function listWords(title: string): string[] {
  return title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]{2,}/gu) ?? []
}
