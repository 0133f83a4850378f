import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { Day, Month, Year } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import { findDateForms } from './find-date-forms.ts'
import { loadLocale } from './load-locale.ts'
import { openOffsets } from './open-offsets.ts'
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
const dayLength = 86_400_000

/**
 * date-fns has its own names of months and days, so that a site is the same on every Node; `Intl`'s differ.
 *
 * @param timezone IANA name
 * @param language BCP 47; one that date-fns does not know is written in English
 */
export async function openCalendar(timezone: string, language: string): Promise<Calendar> {
  const [locale, forms] = [await loadLocale(language), findDateForms(language)]
  const offsetOf = openOffsets(timezone)
  const nameDay = remember((number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10))
  const dayOf = (instant: Date): Day => nameDay(Math.floor((+instant + offsetOf(+instant)) / dayLength))
  // An entry stands on several pages, and its time is written the same on all of them; so is a day in its month's calendars.
  const openWriter = remember((strftime: string) => {
    const [pattern, options] = [
      parseStrftime(strftime, timezone, forms),
      { locale, useAdditionalDayOfYearTokens: true },
    ]
    return remember((instant: number) => {
      const clock = showClock(instant, offsetOf(instant), strftime) ?? new TZDate(instant, timezone)
      return format(clock, pattern, options)
    })
  })
  const openDayWriter = remember((strftime: string) => {
    const write = openWriter(strftime)
    return remember((day: Day | Month | Year) => {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
      return write(+toInstant(year, month, date, 12))
    })
  })

  /** When the zone's clocks show this; where they skip it, what they would have shown. */
  function toInstant(year: number, month: number, date: number, hour: number): Date {
    const shown = Date.UTC(year, month - 1, date, hour)
    return new Date(shown - offsetOf(shown - offsetOf(shown)))
  }

  /** Midnight, or the first instant after it where clocks skip it; the first of two where they strike it twice. */
  function startOf(year: number, month: number, date: number): Date {
    const day = dayOf(toInstant(year, month, date, 12))
    const [shownYear = 0, shownMonth = 0, shownDate = 0] = day.split('-').map(Number)
    let start = toInstant(shownYear, shownMonth, shownDate, 0)
    while (dayOf(start) < day) start = new Date(+start + quarter)
    for (let before = +start - quarter; dayOf(new Date(before)) === day; before -= quarter) start = new Date(before)
    return start
  }

  return {
    dayOf,
    rangeOf: remember((span: Day | Month | Year) => {
      const [year = 0, month, date] = span.split('-').map(Number)
      if (month === undefined) return { from: startOf(year, 1, 1), to: startOf(year + 1, 1, 1) }
      return date === undefined
        ? { from: startOf(year, month, 1), to: startOf(year, month + 1, 1) }
        : { from: startOf(year, month, date), to: startOf(year, month, date + 1) }
    }),
    format: (instant, strftime) => openWriter(strftime)(+instant),
    formatDay: (day, strftime) => openDayWriter(strftime)(day),
    formatIso(instant) {
      const offset = offsetOf(+instant)
      return `${new Date(+instant + offset).toISOString().slice(0, 19)}${renderOffset(offset)}`
    },
    weekStart: locale.options?.weekStartsOn ?? 1,
  }
}

/**
 * A date that shows here what the zone's clocks show then: much cheaper to read than one that asks `Intl` for every part.
 *
 * @returns `undefined` where the format tells more than a clock does, or this machine's clocks skip that time
 */
function showClock(instant: number, offset: number, strftime: string): Date | undefined {
  if (/%[-_]?[zs]/.test(strftime)) return undefined
  const shown = new Date(instant + offset)
  const [year, month, date, hour] = [
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
  ]
  const [minute, second] = [shown.getUTCMinutes(), shown.getUTCSeconds()]
  const clock = new Date(year, month, date, hour, minute, second, shown.getUTCMilliseconds())
  const isSame =
    clock.getFullYear() === year &&
    clock.getMonth() === month &&
    clock.getDate() === date &&
    clock.getHours() === hour &&
    clock.getMinutes() === minute
  return isSame ? clock : undefined
}

/** "+02:00" */
function renderOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60_000)
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${parts.join(':')}`
}
