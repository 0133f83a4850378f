import { type WrittenTime, widenYear } from './make-instant.ts'
import { findMonth } from './month-names.ts'
import { toHour } from './parse-iso-date.ts'
import { parseOffset } from './parse-offset.ts'

/** Times of a day: with colons or the signs of East Asia; else with points or an h, as some languages have it. */
const timePatterns = [
  /(\d{1,2})\s*[:\u6642\u65f6\uc2dc]\s*(\d{1,2})(?:\s*[:\u5206\ubd84]\s*(\d{1,2}(?:[.,]\d+)?))?\s*[\u79d2\ucd08\u5206\ubd84]?/u,
  /(?<![\d.])(\d{1,2})[.h](\d{2})(?:[.m](\d{2}))?(?![.\d])/u,
]
/** Before and after noon, in the languages that put such a word beside the time. */
const beforeNoon = /\ba\.?m\b\.?|\u4e0a\u5348|\u5348\u524d|\uc624\uc804|\u03c0\u03bc/iu
const afterNoon = /\bp\.?m\b\.?|\u4e0b\u5348|\u5348\u5f8c|\uc624\ud6c4|\u03bc\u03bc/iu

/**
 * A date that says its month by name, or its parts in the order of a language: RFC 822 (RSS 2.0, pubDate) with or without
 * weekday, seconds, zone, century; asctime; "Apr 3, 2019"; "3. März 2019"; "2019年4月3日"; OnBlog and
 * Nate ("2004-05-28  오후 11:31:58"); "28/05/2010".
 */
export function parseTextualDate(text: string): WrittenTime | undefined {
  const time = findTime(text)
  const { before, after } = time ?? { before: text, after: '' }
  const date = parseDay(before) ?? parseSplitDay(before, after)
  if (date === undefined) return undefined
  const offset = date.offset ?? findZone(after, korean.test(text))
  return offset === undefined ? undefined : { ...date.day, ...time?.clock, offset }
}

type Day = Pick<WrittenTime, 'year' | 'month' | 'day'>
type Clock = Pick<WrittenTime, 'hour' | 'minute' | 'second'>

function findTime(text: string): { clock: Clock; before: string; after: string } | undefined {
  const match = timePatterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)
  if (match === undefined) return undefined
  const [whole, hour = '', minute = '', second = '0'] = match
  const half = afterNoon.test(text) ? 'p' : beforeNoon.test(text) ? 'a' : undefined
  const hours = half === undefined || Number(hour) > 12 ? Number(hour) : toHour(Number(hour), half)
  const clock = { hour: hours, minute: Number(minute), second: Number(second.replace(',', '.')) }
  const strip = (part: string) => part.replace(afterNoon, ' ').replace(beforeNoon, ' ')
  return { clock, before: strip(text.slice(0, match.index)), after: strip(text.slice(match.index + whole.length)) }
}

/** Korean blog software writes the time of Korea and does not say so. */
const korean = /[\ub144\uc6d4\uc77c]|\uc624[\uc804\ud6c4]/u

/** The parts of a day in whatever order, when month or form makes the order plain. */
function parseDay(text: string): { day: Day; offset?: number } | undefined {
  const east = /(\d{4})\s*[\u5e74\ub144]\s*(\d{1,2})\s*[\u6708\uc6d4]\s*(\d{1,2})\s*[\u65e5\uc77c]?/u.exec(text)
  if (east !== null) return makeDay(east[1], Number(east[2]), east[3])
  const iso = /(?:^|\s)(\d{4})[-/.]\s*(\d{1,2})[-/.]\s*(\d{1,2})(?!\d)/.exec(text)
  if (iso !== null) return makeDay(iso[1], Number(iso[2]), iso[3])
  const month = findMonth(text)
  const numbers = [...text.matchAll(/\d+/g)].map(([number]) => number)
  const named = month === undefined ? undefined : parseAround(month, numbers)
  if (named !== undefined) return named
  // A number for the month: "28/05/2010"; the machine's weekday and then "13 4 2019".
  const numeric = /(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4})/.exec(text)
  if (numeric === null) return undefined
  const [first, second] = [Number(numeric[1]), Number(numeric[2])]
  const isAmerican = text.includes('/') && second > 12
  return isAmerican ? makeDay(numeric[3], first, numeric[2]) : makeDay(numeric[3], second, numeric[1])
}

/** Day and year around a month's name: the longer number is the year, the first of two short ones the day. */
function parseAround(month: number, numbers: string[]): { day: Day } | undefined {
  const [first = '', second = ''] = numbers
  if (numbers.length !== 2) return undefined
  return first.length > 2 ? makeDay(first, month, second) : makeDay(second, month, first)
}

/** asctime and its kin have the year behind the time: "Sun Jan  4 16:29:06 PST 2004". */
function parseSplitDay(before: string, after: string): { day: Day; offset?: number } | undefined {
  const month = findMonth(before)
  const [, zone = '', year] = /^\s*([a-z]{2,5}|[+-]\d{4})?\s*,?\s*(\d{4})\s*$/i.exec(after) ?? []
  const [, day] = /(?:^|\D)(\d{1,2})\D*$/.exec(before) ?? []
  if (year !== undefined && month !== undefined) {
    const offset = zone === '' ? 0 : parseOffset(zone)
    const made = makeDay(year, month, day)
    return made === undefined || offset === undefined ? undefined : { ...made, offset }
  }
  // "12:30:15 28 May 2010"
  return before.trim() === '' ? parseTimeFirst(after) : undefined
}

function parseTimeFirst(after: string): { day: Day; offset?: number } | undefined {
  const [, zone, rest = after] = /^\s*([a-z]{3,4}|[+-]\d{4})\s+(.*)$/i.exec(after) ?? []
  const isZone = zone !== undefined && parseOffset(zone) !== undefined
  const day = parseDay(isZone ? rest : after)
  return day && { ...day, offset: isZone ? (parseOffset(zone) ?? 0) : 0 }
}

function makeDay(year: string | undefined, month: number, day: string | undefined): { day: Day } | undefined {
  if (year === undefined || day === undefined || day.length > 2 || year.length > 4) return undefined
  return { day: { year: widenYear(year), month, day: Number(day) } }
}

/** The zone behind a time, in minutes; none is UTC. What else may stand there: "Uhr", "hrs", a full stop. */
function findZone(after: string, isKorean: boolean): number | undefined {
  const text = after
    .replace(/^[\s,.]*(uhr|hrs?|h|\u03ce\u03c1\u03b1)?\.?/iu, '')
    .replace(/[.,;]+$/, '')
    .trim()
  if (text === '' || /^\d{4}$/.test(text)) return isKorean ? 9 * 60 : 0
  const offset = parseOffset(text)
  if (offset !== undefined) return offset
  // An unknown name says nothing, as RFC 2822, section 4.3, has it.
  return /^[a-z_/]{1,30}(\s\d{4})?$/i.test(text) ? (parseOffset(text.split(' ')[0] ?? '') ?? 0) : undefined
}
