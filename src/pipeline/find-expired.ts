import type { Day } from '../model.ts'
import type { Calendar } from '../render/dates/open-calendar.ts'

/**
 * The first instant that `archive.keep` keeps: the beginning of a day, so that a page is whole or gone.
 *
 * @param keep milliseconds; `undefined`: for ever
 */
export function findCutoff(keep: number | undefined, now: Date, calendar: Calendar): Date | undefined {
  return keep === undefined ? undefined : calendar.rangeOf(calendar.dayOf(new Date(+now - keep))).from
}

/** Days whose pages were written and are no longer kept, as instants of them. */
export function findExpired(written: Set<string>, cutoff: Date | undefined, calendar: Calendar): Date[] {
  if (cutoff === undefined) return []
  const first = calendar.dayOf(cutoff)
  const days = [...written].flatMap((file): Day[] => {
    const [, year, month, date] = /^(\d{4})\/(\d\d)\/(\d\d)\/index\.html$/.exec(file) ?? []
    return date === undefined ? [] : [`${year}-${month}-${date}`]
  })
  return days.filter((day) => day < first).map((day) => calendar.rangeOf(day).from)
}
