import type { KnownEntry } from '../../model.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** An entry, and the one that its id stands for. */
export type Reused = {
  found: IdentifiedEntry
  known: KnownEntry
  /** It has been told from that one before: its address is what it goes by. */
  isApart: boolean
  /** Their titles have a word in common. */
  isAkin: boolean
}

/**
 * The entry whose id stands on another one now, and hardly anything else of it: the only entry of its version, published later, at another
 * address. So it is with a feed that carries one entry at a time, and has one guid for all that it ever says.
 * Where several have ids of their own, each is what its id says, whatever else its author changed. Their texts decide.
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

/** Behind the day, as `makeEntryKeys` writes it. */
function titleOf(titleDay: string | undefined): string | undefined {
  return titleDay?.slice(titleDay.indexOf(' ') + 1)
}

/** A title that was put right keeps a word of what it was; of what has none, nothing can be said. */
function areAkin(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const words = new Set(listWords(a))
  return listWords(b).some((word) => words.has(word)) || a === b
}

function listWords(title: string): string[] {
  return title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]{2,}/gu) ?? []
}
