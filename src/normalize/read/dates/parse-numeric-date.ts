import { findOrder, type NumericOrder } from './date-words.ts'
import { makeInstant, type WrittenTime, widenYear } from './make-instant.ts'

type Day = Pick<WrittenTime, 'year' | 'month' | 'day'>
type Reading = Day & Pick<NumericOrder, 'order'>

const form = /(?<![\d'\p{L}])(\d{1,4})( ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d{1,4})(?!\d)/u

/**
 * A date of three numbers: "28/05/2010", "10/30/23", "30.10.23", "Wed, 04/03/2024", "2004. 7. 8.".
 *
 * Where day and month could be either, the weekday decides, else the sign (points and blanks stand between day, month and year), else the
 * language; where none of them does, it is no date. A letter directly before the date may be an era ("R06.05.07").
 *
 * @param weekdays the possible weekdays beside the date, 0 for Sunday; empty: there is none
 */
export function parseNumericDate(text: string, weekdays: readonly number[], language?: string): Day | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, first = '', between = '', second = '', third = ''] = match
  const readings = readingsOf(first, second, third).filter((day) => makeInstant(day) !== undefined)
  const onWeekday = readings.filter((day) => weekdays.includes(weekdayOf(day)))
  const left = onWeekday.length > 0 ? onWeekday : readings
  const [only, other] = left
  if (other === undefined || left.every((day) => isSameDay(day, only))) return only
  const sign = between.trim()
  const known = findOrder(language)
  const order = known?.sign === sign ? known.order : isLikeWords(between, first, third) ? 'dmy' : undefined
  return left.find((day) => day.order === order)
}

/** Whether the sign tells the order day, month, year: points and blanks do, except in Korea's "24. 1. 15.". */
function isLikeWords(between: string, first: string, third: string): boolean {
  return between === ' ' || between === '.' || (between.trim() === '.' && (third.length === 4 || !isShortYear(first)))
}

function readingsOf(first: string, second: string, third: string): Reading[] {
  if (first.length === 4) return third.length > 2 ? [] : [read('ymd', first, second, third)]
  if (first.length > 2) return []
  const last = [read('dmy', third, second, first), read('mdy', third, first, second)]
  if (third.length === 4) return last
  if (third.length === 3) return []
  return [...(isShortYear(third) ? last : []), ...(isShortYear(first) ? [read('ymd', first, second, third)] : [])]
}

/** Whether two digits may be a year. From 30 to 69 they may only be a day: no feed has years of the 2030s yet, nor any before 1970. */
function isShortYear(text: string): boolean {
  return text.length === 2 && (Number(text) < 30 || Number(text) >= 70)
}

function read(order: Reading['order'], year: string, month: string, day: string): Reading {
  return { order, year: widenYear(year), month: Number(month), day: Number(day) }
}

function isSameDay(one: Day, other: Day | undefined): boolean {
  return one.year === other?.year && one.month === other.month && one.day === other.day
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}
