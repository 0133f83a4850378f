import type { EntryQueries } from '../../entry-queries.ts'
import type { Day, DayCounts, Year } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'

/** How many entries each day of a year has. */
export async function countDays(queries: EntryQueries, calendar: Calendar, year: Year): Promise<DayCounts> {
  const first = Date.UTC(Number(year), 0)
  const length = Math.round((Date.UTC(Number(year) + 1, 0) - first) / 86_400_000)
  const days: Day[] = Array.from({ length }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
  const starts = days.map((day) => calendar.rangeOf(day).from)
  const counts = await queries.counts([...starts, calendar.rangeOf(year).to])
  return new Map(days.flatMap((day, index) => ((counts[index] ?? 0) > 0 ? [[day, counts[index] ?? 0]] : [])))
}
