import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { Day, Month, Year } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import { cutFormat, type FormatPart } from './cut-format.ts'
import { findDateForms } from './find-date-forms.ts'
import { loadLocale } from './load-locale.ts'
import { openOffsets } from './open-offsets.ts'
import { parseStrftime } from './parse-strftime.ts'

/** The days and months of one time zone, and how one language writes them. */
export type Calendar = {
  /** The day that an instant falls on. */
  dayOf(instant: Date): Day
  /** The first instant of a day, month or year, and the first instant of the next one. */
  rangeOf(span: Day | Month | Year): { from: Date; to: Date }
  /** An instant in strftime's letters. */
  format(instant: Date, strftime: string): string
  /** A day in strftime's letters; for a month or year, its first day. */
  formatDay(day: Day | Month | Year, strftime: string): string
  /** "2019-04-03T22:03:00+02:00" */
  formatIso(instant: Date): string
  /** The day on which a week begins; 0 is Sunday. */
  weekStart: number
}

const minute = 60_000
const quarter = 15 * minute
const dayLength = 86_400_000

/** Texts of one part of a format that are kept at once. */
const mostWritten = 20_000

/**
 * Names of months and days are those of date-fns, so that a site is the same on every Node; `Intl`'s names differ between versions.
 *
 * @param timezone IANA name
 * @param language BCP 47; one that date-fns does not know is written in English
 */
export async function openCalendar(timezone: string, language: string): Promise<Calendar> {
  const locale = await loadLocale(language)
  const forms = findDateForms(language)
  const offsetOf = openOffsets(timezone)
  const nameDay = remember((number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10))
  const dayOf = (instant: Date): Day => nameDay(split(+instant + offsetOf(+instant))[0])
  const options = { locale, useAdditionalDayOfYearTokens: true }
  // Entries stand on several pages, and many share a day: a part of a format is made once for all instants for which its text is the same.
  const openPartWriter = ({ text, needs }: FormatPart) => {
    const pattern = parseStrftime(text, timezone, forms)
    const unit = /%[-_]?[STr]/.test(text) ? 1000 : minute
    const known = new Map<number, string>()
    return (instant: number) => {
      const offset = offsetOf(instant)
      const [day, time] = split(instant + offset)
      const key = needs === 'instant' ? instant : needs === 'day' ? day : Math.floor(time / unit)
      const found = known.get(key)
      if (found !== undefined) return found
      const written = format(showClock(instant, offset, text) ?? new TZDate(instant, timezone), pattern, options)
      if (known.size >= mostWritten) known.clear()
      known.set(key, written)
      return written
    }
  }
  const openWriter = remember((strftime: string) => {
    const writers = cutFormat(strftime).map(openPartWriter)
    return (instant: number) => writers.reduce((written, write) => written + write(instant), '')
  })
  const openDayWriter = remember((strftime: string) => {
    const write = openWriter(strftime)
    return remember((day: Day | Month | Year) => {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
      return write(+toInstant(year, month, date, 12))
    })
  })

  /** The instant at which the zone's clocks show this time; where they skip it, the instant at which they would have shown it. */
  function toInstant(year: number, month: number, date: number, hour: number): Date {
    const shown = Date.UTC(year, month - 1, date, hour)
    return new Date(shown - offsetOf(shown - offsetOf(shown)))
  }

  /** Midnight; where clocks skip midnight, the first instant after it; where they strike it twice, the first of the two. */
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
      const [day, time] = split(+instant + offset)
      const second = pad(Math.floor(time / 1000) % 60)
      return `${nameDay(day)}T${writeMinutes(Math.floor(time / minute))}:${second}${writeOffset(offset)}`
    },
    weekStart: locale.options?.weekStartsOn ?? 1,
  }
}

/**
 * A Date that in this machine's zone shows what the planet's clocks show then: much cheaper to read than a date that asks `Intl` for every
 * part.
 *
 * @returns `undefined` where the format needs more than a clock shows (`%z`, `%s`), or this machine's clocks skip that time
 */
function showClock(instant: number, offset: number, strftime: string): Date | undefined {
  if (/%[-_]?[zs]/.test(strftime)) return undefined
  const shown = new Date(instant + offset)
  const year = shown.getUTCFullYear()
  const month = shown.getUTCMonth()
  const date = shown.getUTCDate()
  const hour = shown.getUTCHours()
  const minute = shown.getUTCMinutes()
  const second = shown.getUTCSeconds()
  const clock = new Date(year, month, date, hour, minute, second, shown.getUTCMilliseconds())
  const isSame =
    clock.getFullYear() === year &&
    clock.getMonth() === month &&
    clock.getDate() === date &&
    clock.getHours() === hour &&
    clock.getMinutes() === minute
  return isSame ? clock : undefined
}

/** Split what a zone's clocks show, in milliseconds as if it were UTC, into the number of the day and the time of day. */
function split(shown: number): [day: number, time: number] {
  const day = Math.floor(shown / dayLength)
  return [day, shown - day * dayLength]
}

/** "22:03" of a number of minutes. */
function writeMinutes(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** "+02:00" */
function writeOffset(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${writeMinutes(Math.floor(Math.abs(offset) / minute))}`
}

const pads = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

function pad(number: number): string {
  return pads[number] ?? String(number)
}
