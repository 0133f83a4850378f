import { toHour } from './find-clock.ts'
import { type WrittenTime, widenYear } from './make-instant.ts'
import { parseZone } from './parse-zone.ts'

/** The time of a day: "T18:30:02.25", "T1830", " 18:30", " at 18:30", "T18". */
const timePart = /^[t ,_-]{0,3}(?:at )?(\d{1,2})(?:[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,:](\d+))?)?)?/i

type Form = { pattern: RegExp; read(parts: string[]): Pick<WrittenTime, 'year' | 'month' | 'day'> | undefined }

/** The forms of a calendar date, the longest first; the time follows. */
const forms: Form[] = [
  {
    pattern: /^(\d{4})-?w(\d{2})(?:-?([1-7]))?(?!\d)/i,
    read: ([year = '', week = '', day = '1']) => ofWeek(+year, +week, +day),
  },
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, read: ymd },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/, read: ymd },
  { pattern: /^((?:19|20)\d{2})(\d{2})(\d{2})(?=\d{4}$|\d{6}$)/, read: ymd },
  { pattern: /^(\d{4})-?(\d{3})(?!\d)/, read: ([year = '', day = '']) => ofOrdinal(+year, +day) },
  { pattern: /^(\d{4})-(\d{2})(?![\d-])/, read: ([year = '', month = '']) => ymd([year, month, '1']) },
  {
    pattern: /^(\d{2})(\d{2})(\d{2})(?!\d)/,
    read: ([year = '', month = '', day = '']) => ymd([String(widenYear(year)), month, day]),
  },
  // Digits behind a year and a hyphen are the month, not an hour.
  { pattern: /^(\d{4})(?!-?[\d:])-?/, read: ([year = '']) => ymd([year, '1', '1']) },
]

/**
 * ISO 8601 as feeds write it: RFC 3339 (RFC 4287, section 3.3), W3CDTF with its partial dates, week and ordinal dates,
 * the basic forms without hyphens; a blank in place of the T, a comma before the fraction, no seconds, no colon in the offset.
 */
export function parseIsoDate(text: string): WrittenTime | undefined {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text)
    if (match === null) continue
    const date = read(match.slice(1).map((part) => part ?? undefined) as string[])
    if (date === undefined) continue
    const rest = text.slice(match[0].length).trim()
    if (rest === '') return date
    const time = parseTime(rest)
    if (time !== undefined) return { ...date, ...time }
  }
  return undefined
}

function parseTime(text: string): Pick<WrittenTime, 'hour' | 'minute' | 'second' | 'zone'> | undefined {
  const match = timePart.exec(text)
  if (match === null) {
    const zone = parseZone(text)
    return zone === undefined ? undefined : { zone }
  }
  const [whole, hour = '', minute, second, fraction = '0'] = match
  const rest = text
    .slice(whole.length)
    .replace(/^:(?=[+-])/, '')
    .trim()
  const noon = /^([ap])\.?m\.?(?=\s|$)/i.exec(rest)
  const behind = noon === null ? rest : rest.slice(noon[0].length).trim()
  // A "+" may have been decoded as a blank, as in the query of an address.
  const zone = behind === '' ? 0 : parseZone(/^\d{2}:\d{2}$/.test(behind) ? `+${behind}` : behind)
  if (zone === undefined) return undefined
  const hours = noon === null ? Number(hour) : toHour(Number(hour), noon[1])
  return { hour: hours, minute: Number(minute ?? 0), second: Number(`${second ?? 0}.${fraction}`), zone }
}

function ymd([year = '', month = '', day = '']: string[]) {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function ofDate(date: Date) {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The first week is the one with January 4; weeks begin on Monday (ISO 8601, section 2.2.10). */
function ofWeek(year: number, week: number, day: number) {
  if (week < 1 || week > 53) return undefined
  const fourth = new Date(Date.UTC(year, 0, 4))
  const weekday = (fourth.getUTCDay() + 6) % 7
  return ofDate(new Date(Date.UTC(year, 0, 4 - weekday + (week - 1) * 7 + day - 1)))
}

function ofOrdinal(year: number, day: number) {
  const date = new Date(Date.UTC(year, 0, day))
  return day >= 1 && date.getUTCFullYear() === year ? ofDate(date) : undefined
}
