const hour = 3_600_000

/** Servers cache answers for a while: an entry in the next answer may be dated before the feed was last read. */
const shortest = 3 * hour

/** Where a date has no time of day, an entry is dated at the start of the day on which it came out. */
const longest = 24 * hour

/** A clock that was set makes a post later by at most this. */
export const mostLater = 20 * hour

/**
 * Whether an entry that repeats a known one is dated as if it had come out since its feed was last read. A text that is repeated each day
 * or week is dated so; a post whose date was corrected was out before.
 *
 * @param readAt when the feed was last read; `undefined`: unknown, and nothing tells that the entry was out
 */
export function isNews(published: Date, before: Date, readAt: Date | undefined): boolean {
  const later = +published - +before
  if (later <= 0) return false
  return readAt === undefined || +published > +readAt - (later < mostLater ? shortest : longest)
}
