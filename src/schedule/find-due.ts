import type { FeedState } from '../model.ts'
import { findRetry, tolerance } from './find-retry.ts'
import { afterSkipped, isSkipped } from './is-skipped.ts'

const day = 86_400_000

/** Feeds that wish for a longer interval are asked daily all the same (H-13). */
const longestWish = day

/** No wait is longer: a later time was written by a clock that was wrong. */
const longest = 8 * day

/**
 * When a feed may be asked again: as often as the operator says, and not before its server, its failures or its own
 * schedule allow; `undefined`: at once, or, where it is gone, never.
 *
 * @param everyMs time between two requests
 */
export function findDue(state: FeedState, everyMs: number, now: Date): Date | undefined {
  if (state.gone !== undefined || state.retried !== undefined) return undefined
  const asked = state.asked === undefined || state.asked.at > now ? undefined : state.asked.at
  const wished = Math.min(state.about?.schedule?.interval ?? 0, longestWish)
  // Most feeds wish to be asked hourly, and most builds run hourly: a wish for just our interval must not cancel the tolerance.
  const own = asked === undefined ? 0 : +asked + (wished > everyMs ? wished : everyMs * (1 - tolerance))
  const named = findNamed(state, asked, everyMs)
  const due = Math.max(own, isBelievable(named, everyMs, now) ? +named : 0)
  return due === 0 ? undefined : afterSkipped(state.about?.schedule, new Date(due))
}

/** The time before which the feed must not be asked, as its server says or because the feed fails. */
function findNamed(
  { waiting, failure, answer }: FeedState,
  asked: Date | undefined,
  everyMs: number,
): Date | undefined {
  if (waiting !== undefined) return waiting.until
  if (failure === undefined) return answer?.freshUntil
  return asked === undefined ? undefined : findRetry(failure.since, asked, everyMs)
}

function isBelievable(instant: Date | undefined, everyMs: number, now: Date): instant is Date {
  return instant !== undefined && +instant <= +now + Math.max(longest, everyMs)
}

/** Ask a feed if it is due (`due`); unless its server's Retry-After or "gone" forbids it (`all`); or in any case (`forced`). */
export type Asking = 'due' | 'all' | 'forced'

/** True where a feed may be asked now. */
export function isDue(state: FeedState, everyMs: number, now: Date, asking: Asking): boolean {
  if (asking === 'forced') return true
  if (state.gone !== undefined) return false
  if (asking === 'all') {
    const retryAfter = state.waiting?.says === 'server' ? state.waiting.until : undefined
    return !isBelievable(retryAfter, everyMs, now) || now >= retryAfter
  }
  const due = findDue(state, everyMs, now)
  return (due === undefined || now >= due) && !isSkipped(state.about?.schedule, now)
}
