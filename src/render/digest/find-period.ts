import type { Day, DigestKind } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'

/** A day, or a week from Monday to Sunday (ISO 8601), for which a digest has an entry. */
export type Period = {
  kind: DigestKind
  first: Day
  /** The first day of the previous period, and of the next. */
  before: Day
  next: Day
}

/** The period that a day is in. */
export function findPeriod(kind: DigestKind, day: Day): Period {
  const length = kind === 'daily' ? 1 : 7
  const first = kind === 'daily' ? day : addDays(day, -((weekdayOf(day) + 6) % 7))
  return { kind, first, before: addDays(first, -length), next: addDays(first, length) }
}

/** "2026-W48": the year of a week is that of its Thursday (ISO 8601, section 3.1.1.23). */
export function nameWeek(monday: Day): string {
  const year = addDays(monday, 3).slice(0, 4)
  const first = findPeriod('weekly', `${year}-01-04`).first
  const number = Math.round((toTime(monday) - toTime(first)) / (7 * 86_400_000)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

export function addDays(day: Day, days: number): Day {
  return new Date(toTime(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
function weekdayOf(day: Day): number {
  return new Date(toTime(day)).getUTCDay()
}

function toTime(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Start and end of a period, and the earliest date (`since`) that an entry of the period may have. */
export function makeRange({ first, before, next }: Period, calendar: Calendar): { from: Date; to: Date; since: Date } {
  const startOf = (day: Day) => calendar.rangeOf(day).from
  return { from: startOf(first), to: startOf(next), since: startOf(before) }
}
