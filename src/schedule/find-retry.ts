/** An hourly cron job is at times a few seconds early: that must not make the feed wait for the next hour (H-11). */
export const tolerance = 0.05

const day = 86_400_000

/** Longest wait of a feed that has failed for up to `patience`. */
const longestWait = day
/** After failing for so long, a feed is asked once a week. */
const patience = 30 * day

/**
 * When a feed that fails is asked again (H-22): after twice the usual time, then four times, eight times, down to daily. The wait depends
 * on how long the feed has failed, not on the number of tries, so that an operator who tries by hand (`--refresh`) does not make it longer.
 *
 * @param since when the feed first failed, without an answer since
 * @param everyMs time between two requests while all is well
 * @param factor the first wait, as a multiple of `everyMs`
 */
export function findRetry(since: Date, asked: Date, everyMs: number, factor = 2): Date {
  const failedMs = Math.max(0, +asked - +since)
  const waitMs = failedMs > patience ? 7 * day : Math.min(failedMs + factor * everyMs, longestWait)
  return new Date(+asked + Math.max(waitMs, everyMs) * (1 - tolerance))
}
