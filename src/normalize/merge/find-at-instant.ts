import type { EntryHead, KnownEntry } from '../../model.ts'
import { areSimilar, areUnrelated } from './are-unrelated.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** An entry that nothing else tells to be known, and the lost entry of its very instant. */
export type InstantPair = { found: IdentifiedEntry; known: KnownEntry }

/** The two sides, each with what is left of it when all other rules have spoken. */
type Sides = {
  version: readonly IdentifiedEntry[]
  /** Entries of the version that are not known. */
  fresh: readonly IdentifiedEntry[]
  known: readonly KnownEntry[]
  /** Known entries that the version lacks, though it carries older ones. */
  lost: readonly KnownEntry[]
}

/**
 * Entries that came at the very instant of a lost one: a post may get another title and address, and be edited, all at once. Its date, to the
 * second, stays. An instant that several entries have says nothing; of a day, each is the only one that is new, or lost.
 */
export function findAtInstant({ version, fresh, known, lost }: Sides): InstantPair[] {
  const before = findSingles(lost, placeOf)
  const pairs = [...findSingles(fresh, timeOf)].flatMap(([instant, found]): InstantPair[] => {
    const one = before.get(instant)
    return one === undefined ? [] : [{ found, known: one }]
  })
  if (!pairs.some(isPrecise)) return pairs
  const [allNow, allBefore] = [findSingles(version, timeOf), findSingles(known, placeOf)]
  return pairs.filter((pair) => {
    const instant = timeOf(pair.found) ?? ''
    return !isPrecise(pair) || (allNow.has(instant) && allBefore.has(instant))
  })
}

/** A date that has seconds. Others may be a day, or the planned time of a post: several posts have the same. */
export function isPrecise({ found: { entry } }: InstantPair): boolean {
  const date = dateOf(entry)
  return date !== undefined && +date % 60_000 >= 1000
}

/**
 * Whether the texts of a pair are those of one post. Where the instant says little, most of their words have to be the same; else it is
 * enough that they are not unrelated.
 */
export function areOfOnePost(pair: InstantPair, before: string, now: string): boolean {
  return isPrecise(pair) ? !areUnrelated(before, now) : areSimilar(before, now)
}

function timeOf({ entry }: IdentifiedEntry): string | undefined {
  return instantOf(dateOf(entry))
}

function placeOf({ published, position }: KnownEntry): string | undefined {
  return instantOf(published ?? position)
}

/** RSS has no parts of a second, Atom may. */
function instantOf(date: Date | undefined): string | undefined {
  return date === undefined ? undefined : String(Math.floor(+date / 1000))
}

function dateOf({ published, updated }: EntryHead): Date | undefined {
  return published ?? updated
}
