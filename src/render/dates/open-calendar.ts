import { TZDate, tzOffset } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { Day, Month, Year } from '../../model.ts'
import { loadLocale } from './load-locale.ts'
import { parseStrftime } from './parse-strftime.ts'

/** The days and months of one time zone, and how one language writes them. */
export type Calendar = {
  /** The day that an instant falls on. */
  dayOf(instant: Date): Day
  /** The first instant of a day, month or year, and that of the next. */
  rangeOf(span: Day | Month | Year): { from: Date; to: Date }
  /** An instant in strftime's letters. */
  format(instant: Date, strftime: string): string
  /** A day in strftime's letters; of a month or year, its first. */
  formatDay(day: Day | Month | Year, strftime: string): string
  /** "2019-04-03T22:03:00+02:00" */
  formatIso(instant: Date): string
  /** The day with which a week begins; 0 is Sunday. */
  weekStart: number
}

const quarter = 15 * 60_000

/**
 * date-fns has its own names of months and days, so that a site is the same on every Node; `Intl`'s differ.
 *
 * @param timezone IANA name
 * @param language BCP 47; one that date-fns does not know is written in English
 */
export async function openCalendar(timezone: string, language: string): Promise<Calendar> {
  const locale = await loadLocale(language)
  // Every zone's clock is a number of quarters from UTC, so a quarter of an hour is never of two days, or of two offsets.
  const offsets = new Map<number, number>()
  const offsetOf = (instant: Date): number => {
    const index = Math.floor(+instant / quarter)
    const known = offsets.get(index)
    if (known !== undefined) return known
    const offset = tzOffset(timezone, instant) * 60_000
    if (offsets.size > 100_000) offsets.clear()
    offsets.set(index, offset)
    return offset
  }
  const dayOf = (instant: Date): Day => new Date(+instant + offsetOf(instant)).toISOString().slice(0, 10)
  // An entry stands on several pages, and its time is written the same on all of them.
  const texts = new Map<string, string>()
  const write = (instant: Date, strftime: string): string => {
    const key = `${+instant} ${strftime}`
    const known = texts.get(key)
    if (known !== undefined) return known
    const options = { locale, useAdditionalDayOfYearTokens: true }
    const text = format(new TZDate(+instant, timezone), parseStrftime(strftime, timezone), options)
    if (texts.size > 100_000) texts.clear()
    texts.set(key, text)
    return text
  }

  /** Midnight, or the first instant after it where clocks skip it; the first of two where they strike it twice. */
  function startOf(year: number, month: number, date: number): Date {
    const noon = new TZDate(year, month - 1, date, 12, timezone)
    const day = dayOf(noon)
    let start = new Date(+new TZDate(noon.getFullYear(), noon.getMonth(), noon.getDate(), timezone))
    while (dayOf(start) < day) start = new Date(+start + quarter)
    for (let before = +start - quarter; dayOf(new Date(before)) === day; before -= quarter) start = new Date(before)
    return start
  }

  return {
    dayOf,
    rangeOf(span) {
      const [year = 0, month, date] = span.split('-').map(Number)
      if (month === undefined) return { from: startOf(year, 1, 1), to: startOf(year + 1, 1, 1) }
      return date === undefined
        ? { from: startOf(year, month, 1), to: startOf(year, month + 1, 1) }
        : { from: startOf(year, month, date), to: startOf(year, month, date + 1) }
    },
    format: write,
    formatDay(day, strftime) {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
      return write(new Date(+new TZDate(year, month - 1, date, 12, timezone)), strftime)
    },
    formatIso(instant) {
      const offset = offsetOf(instant)
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 3_600_000), (Math.abs(offset) / 60_000) % 60]
      const zone = [hours, Math.floor(minutes)].map((part) => String(part).padStart(2, '0')).join(':')
      return `${new Date(+instant + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${zone}`
    },
    weekStart: locale.options?.weekStartsOn ?? 1,
  }
}
