import type { EntryChange, Intake } from '../../model.ts'
import type { Amount, LimitedChanges } from './limit-growth.ts'

/** A little less than 24 hours, so that a daily cron job that runs a little early finds the day over. */
const day = 0.95 * 86_400_000

/** Room for the first version of a feed that is ever read: all entries, within reason. */
const firstRoom: Amount = { entries: 5000, bytes: 50_000_000 }

/** What a feed may bring in a day. */
export type DayLimits = { perDay: number; maxNew: number; maxTextBytes: number }

/** What is left of a feed's day. */
export type OpenIntake = {
  perDay: number
  room: Amount
  /** The day's intake, with what a version has brought. */
  close(limited: LimitedChanges): Intake
}

/**
 * What a feed may still bring today. Its day begins with the first version that brings anything, and ends a day later. The first version of
 * a feed has limits of its own, and does not count for the day.
 *
 * @param intake what the feed has brought so far in its last day, which may be over
 */
export function openIntake(intake: Intake | undefined, limits: DayLimits, isNewFeed: boolean, now: Date): OpenIntake {
  const isOver = intake === undefined || Math.abs(+now - +intake.since) >= day
  const today = isOver ? { since: now, entries: 0, shown: 0, bytes: 0 } : intake
  const first = {
    entries: limits.maxNew === Infinity ? Infinity : firstRoom.entries,
    bytes: limits.maxTextBytes === Infinity ? Infinity : firstRoom.bytes,
  }
  const rest = { entries: limits.maxNew - today.entries, bytes: limits.maxTextBytes - today.bytes }
  return {
    perDay: Math.max(0, limits.perDay - today.shown),
    room: isNewFeed ? first : rest,
    close({ changes, taken, left }) {
      const isFull = left.entries + left.bytes > 0
      if (isNewFeed) return { ...today, isFull }
      return {
        since: today.since,
        entries: today.entries + taken.entries,
        shown: today.shown + changes.filter(isShown).length,
        bytes: today.bytes + taken.bytes,
        isFull,
      }
    },
  }
}

function isShown(change: EntryChange): boolean {
  return change.kind === 'added' && change.record.offFront === undefined && change.record.offSite !== 'filtered'
}
