import type { EntryQueries } from '../../entry-queries.ts'
import type { Page } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { addDays, nameWeek } from '../digest/find-period.ts'
import { type DigestDays, listPeriods } from '../digest/list-periods.ts'
import { readPeriod } from '../digest/read-period.ts'

/** The pages of weeks that are over and have changed, or have ended since the last writing: each shows the entries of its weekly digest. */
export async function* makeWeekPages(
  queries: EntryQueries,
  calendar: Calendar,
  touched: readonly Date[] | 'all',
  days: DigestDays,
): AsyncGenerator<Page> {
  for await (const period of listPeriods('weekly', queries, calendar, touched, days)) {
    const { first, next } = period
    const entries = await readPeriod(queries, calendar, period)
    yield { kind: 'week', week: nameWeek(first), first, last: addDays(next, -1), entries }
  }
}
