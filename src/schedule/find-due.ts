import type { FeedState } from '../model.ts'
import { afterSkipped, isSkipped } from './is-skipped.ts'

const day = 86_400_000

/** A cron job that runs hourly is at times a few seconds early: that must not make it two-hourly (H-11). */
export const tolerance = 0.05

/** Feeds that wish for more than this are asked daily all the same (H-13). */
const longestWish = day

/** No wait is longer: what is due later than this, a clock that was wrong has written. */
const longest = 8 * day

/**
 * When a feed may be asked again: as often as the operator says, and not before its server, its failures or its own
 * schedule allow; `undefined`: at once, or, where it is gone, never.
 *
 * @param every milliseconds between two requests
 */
export function findDue(state: FeedState, every: number, now: Date): Date | undefined {
  if (state.goneSince !== undefined) return undefined
  const asked = state.askedAt === undefined || state.askedAt > now ? undefined : +state.askedAt
  const wished = Math.min(state.about?.schedule?.interval ?? 0, longestWish)
  // Most feeds wish to be asked hourly, as cron jobs do: that is no longer interval than ours.
  const own = asked === undefined ? 0 : asked + (wished > every ? wished : every * (1 - tolerance))
  const named = state.nextDue === undefined || +state.nextDue > +now + Math.max(longest, every) ? 0 : +state.nextDue
  const due = Math.max(own, named)
  return due === 0 ? undefined : afterSkipped(state.about?.schedule, new Date(due))
}

/** Everything that is due; everything but what a server's Retry-After or "gone" forbids; or this one, whatever was said. */
export type Asking = 'due' | 'all' | 'forced'

/** True where a feed may be asked now. */
export function isDue(state: FeedState, every: number, now: Date, asking: Asking): boolean {
  if (asking === 'forced') return true
  if (state.goneSince !== undefined) return false
  const due = findDue(state, every, now)
  if (asking === 'all') return !state.serverHolds || state.nextDue === undefined || now >= state.nextDue
  return (due === undefined || now >= due) && !isSkipped(state.about?.schedule, now)
}
