import type { OffFrontReason } from '../../model.ts'

/** How many entries of one feed may come to the front at once; see docs/configuration.md, `defaults`. */
export type FloodLimits = {
  /** Of a feed that is new. */
  first: number
  /** Of any other, in one build. */
  per_build: number
  /** Milliseconds; entries older than this stay off the front. */
  max_age?: number | undefined
}

/**
 * Decide which of one feed's new entries stay off the front page and out of the feeds: all but the newest few.
 *
 * @param entries in any order; `rank` decides at equal positions
 * @returns the reasons, in the order of `entries`; `undefined` where the entry is shown
 */
export function limitFlood(
  entries: { position: Date; rank: number }[],
  limits: FloodLimits,
  about: { newFeed: boolean; firstBuild: boolean; seenAt: Date },
): (OffFrontReason | undefined)[] {
  const reason = about.newFeed ? 'first' : 'per_build'
  const newest = [...entries].sort((a, b) => +b.position - +a.position || a.rank - b.rank)
  const shown = new Set(about.firstBuild ? newest : newest.slice(0, limits[reason]))
  const oldest = limits.max_age === undefined ? -Infinity : +about.seenAt - limits.max_age
  return entries.map((entry) => (shown.has(entry) ? (+entry.position < oldest ? 'max_age' : undefined) : reason))
}
