import type { OffFrontReason } from '../../model.ts'

/** How many entries of one feed may come to the front; see docs/floods.md. */
export type FloodLimits = {
  /** For a new feed. */
  first: number
  /** For any other feed: what is left of its day's number. */
  perDay: number
  /** Milliseconds; entries older than this stay off the front. */
  maxAgeMs?: number | undefined
}

/** A new entry. `isDated`: its position comes from a date of its own. */
export type FloodEntry = { position: Date; rank: number; isDated: boolean }

/**
 * Decide which of one feed's new entries stay off the front page and out of the feeds: all but the newest few. In the first build of an
 * empty store, only entries without dates are limited: all of them would stand on top.
 *
 * @param entries in any order; `rank` decides at equal positions
 * @returns the reasons, in the order of `entries`; `undefined` where the entry is shown
 */
export function limitFlood(
  entries: FloodEntry[],
  limits: FloodLimits,
  about: { isNewFeed: boolean; isFirstBuild: boolean; seenAt: Date },
): (OffFrontReason | undefined)[] {
  const isFirst = about.isNewFeed || about.isFirstBuild
  const reason = isFirst ? 'first' : 'per_day'
  const limited = about.isFirstBuild ? entries.filter(({ isDated }) => !isDated) : entries
  const newest = [...limited].sort((a, b) => +b.position - +a.position || a.rank - b.rank)
  const held = new Set(newest.slice(Math.max(0, isFirst ? limits.first : limits.perDay)))
  const oldest = limits.maxAgeMs === undefined ? -Infinity : +about.seenAt - limits.maxAgeMs
  return entries.map((entry) => (held.has(entry) ? reason : +entry.position < oldest ? 'max_age' : undefined))
}
