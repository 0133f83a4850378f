import type { EntryQueries } from '../../entry-queries.ts'
import type { Entry } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { makeRange, type Period } from './find-period.ts'

/**
 * The entries of a period, newest first: those first seen in the period that enter the front page, unless they are dated before the
 * previous period. An entry written late on Sunday and first seen on Monday stands in the next week, so that a period that is over never
 * gets another entry; an entry that a new blog wrote years ago stands in no period.
 */
export async function readPeriod(queries: EntryQueries, calendar: Calendar, period: Period): Promise<Entry[]> {
  const { from, to, since } = makeRange(period, calendar)
  const entries = await queries.between(since, to)
  return entries.filter((entry) => entry.offFront === undefined && entry.firstSeen >= from && entry.firstSeen < to)
}
