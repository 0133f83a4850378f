const hour = 3_600_000

/** Servers keep answers for a while: what they say next may be dated before they were asked last. */
const shortest = 3 * hour

/** Where a date says no more than a day, what came out on that day is dated before it. */
const longest = 24 * hour

/** So much later, and no more, a post is by a clock that was set. */
export const mostLater = 20 * hour

/**
 * Whether an entry that says what a known one said is dated like one that has come out since its feed was read last. Whoever says the same
 * every day, or each week, dates it then; a post whose date was put right was out before, whenever it is dated.
 *
 * @param readAt when the feed was read last; `undefined`: it is not known, and nothing says that the entry was out
 */
export function isNews(published: Date, before: Date, readAt: Date | undefined): boolean {
  const later = +published - +before
  if (later <= 0) return false
  return readAt === undefined || +published > +readAt - (later < mostLater ? shortest : longest)
}
