import type { FeedSchedule } from '../model.ts'

const hour = 3_600_000

/** True in an hour or on a day (UTC) in which a feed wants to be left alone (RSS skipHours, skipDays; H-14). */
export function isSkipped(schedule: FeedSchedule | undefined, instant: Date): boolean {
  if (schedule === undefined) return false
  return schedule.skipHours.includes(instant.getUTCHours()) || schedule.skipDays.includes(instant.getUTCDay())
}

/** The first instant, from the given one on, that is in no skipped hour; never more than eight days on. */
export function afterSkipped(schedule: FeedSchedule | undefined, instant: Date): Date {
  let at = instant
  for (let hours = 0; hours < 8 * 24 && isSkipped(schedule, at); hours += 1) {
    at = new Date(Math.floor(+at / hour) * hour + hour)
  }
  return at
}
