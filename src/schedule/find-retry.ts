/** A cron job that runs hourly is at times a few seconds early: that must not make it two-hourly (H-11). */
export const tolerance = 0.05

const day = 86_400_000

/** However long it has failed, up to `patience`. */
const longestWait = day
/** From then on a failing feed is asked once a week. */
const patience = 30 * day

/**
 * When a feed that fails is asked again (H-22): after twice the usual time, then four times, eight times, down to daily. It goes
 * by the time that it has failed, not by the number of tries, so that who tries by hand (`--refresh`) loses nothing by it.
 *
 * @param since when it failed first, with no answer since
 * @param everyMs between two requests while all is well
 * @param factor how many times that, at first
 */
export function findRetry(since: Date, asked: Date, everyMs: number, factor = 2): Date {
  const failedMs = Math.max(0, +asked - +since)
  const waitMs = failedMs > patience ? 7 * day : Math.min(failedMs + factor * everyMs, longestWait)
  return new Date(+asked + Math.max(waitMs, everyMs) * (1 - tolerance))
}
