import type { KnownEntry } from '../../model.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/**
 * The entry whose id stands on another one now, and nothing else of it: the only entry of its version, published later, at another
 * address and under another title. So it is with a feed that carries one entry at a time, and has one guid for all that it ever says.
 * Where several have ids of their own, each is what its id says, whatever else its author changed. Their texts decide.
 */
export function findReused(
  version: readonly IdentifiedEntry[],
  known: readonly KnownEntry[],
): { found: IdentifiedEntry; known: KnownEntry } | undefined {
  const [found] = version
  if (found === undefined || version.length > 1) return undefined
  const before = known.find(({ ids }) => ids.includes(found.id))
  return before !== undefined && isAnother(found, before) ? { found, known: before } : undefined
}

function isAnother({ entry, keys }: IdentifiedEntry, known: KnownEntry): boolean {
  if (keys.linkPath === undefined || known.linkPath === undefined || keys.linkPath === known.linkPath) return false
  if (entry.published === undefined || known.published === undefined || entry.published <= known.published) return false
  const [now, then] = [titleOf(keys.titleDay), titleOf(known.titleDay)]
  return now !== undefined && then !== undefined && !sharesWord(now, then)
}

/** Behind the day, as `makeEntryKeys` writes it. */
function titleOf(titleDay: string | undefined): string | undefined {
  return titleDay?.slice(titleDay.indexOf(' ') + 1)
}

/** A title that was put right keeps a word of what it was. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(listWords(a))
  return listWords(b).some((word) => words.has(word)) || a === b
}

function listWords(title: string): string[] {
  return title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]{2,}/gu) ?? []
}
