import { findZoneOffset } from './find-zone-offset.ts'

/** A zone: its offset from UTC in minutes, or its name in the IANA time zone database, where the offset depends on the date. */
export type Zone = number | string

/** A date and time as it is written. */
export type WrittenTime = {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour?: number | undefined
  minute?: number | undefined
  /** With its fraction, if any. */
  second?: number | undefined
  zone?: Zone | undefined
}

const day = 86_400_000
const oldest = Date.UTC(1970, 0, 1)
/** Later years belong to another calendar (2567 in Thailand, 5784 in the Jewish one), or mean "never". */
const newestYear = 2199

/**
 * The instant, or `undefined` for a date or time that does not exist, and for one that nobody means: the first second of Unix time is a
 * field that nobody filled in.
 */
export function makeInstant(time: WrittenTime | Date): Date | undefined {
  if (time instanceof Date) return time.getTime() > oldest ? time : undefined
  const { year, month, day: date, hour = 0, minute = 0, second = 0, zone = 0 } = time
  if (year < 1970 || year > newestYear || month < 1 || month > 12 || date < 1 || date > daysOf(year, month))
    return undefined
  // 24:00 is the end of the day (ISO 8601); a leap second (RFC 3339, section 5.7) is the first of the next minute.
  const isMidnight = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isMidnight) || minute > 59 || second >= 61) return undefined
  const local = Date.UTC(year, month - 1, date, hour, minute) + Math.floor(second * 1000 + 1e-7)
  const offset = typeof zone === 'number' ? zone : findZoneOffset(zone, local)
  if (offset === undefined || Math.abs(offset) > 24 * 60) return undefined
  const instant = local - offset * 60_000
  return instant < oldest - day || instant === oldest ? undefined : new Date(instant)
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A year of two digits (RFC 2822, section 4.3). */
export function widenYear(text: string): number {
  const year = Number(text)
  if (text.length >= 4) return year
  return text.length === 3 ? 1900 + year : year < 70 ? 2000 + year : 1900 + year
}
