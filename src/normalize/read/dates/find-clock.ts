import { dateWords } from './date-words.ts'
import type { WrittenTime } from './make-instant.ts'
import { splitWords } from './split-words.ts'

/** The time of day in a text, and the text before and after it. */
export type Clock = { time: Pick<WrittenTime, 'hour' | 'minute' | 'second'>; before: string; after: string }

/** Times of a day: with colons or the signs of East Asia; with points or an h, as some languages write it; hours alone. */
const colons = /(\d{1,2}) ?[:時时시] ?(\d{1,2})(?: ?[:分분] ?(\d{1,2}(?:[.,]\d+)?))? ?[秒초分분]?/u
const points = /(?<![\d.])(\d{1,2})[.h](\d{2})(?:[.m](\d{2}))?(?![.\d])/gu
const hours = /(?<![\d.:])(0?\d|1[0-2])() ?(?=[ap]\.? ?m\b)/u

/** Find the time in a text from `foldDateText`, with the words for before and after noon in any language. */
export function findClock(text: string): Clock | undefined {
  const match = colons.exec(text) ?? findPoints(text) ?? findHours(text)
  if (match === null) return undefined
  const [whole, hour = '', minute, second = '0'] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + whole.length)
  const half = findHalf(before, after)
  const isShort = half.half !== undefined && Number(hour) <= 12
  const time = {
    hour: isShort ? toHour(Number(hour), half.half) : Number(hour),
    minute: Number(minute || 0),
    second: Number(second.replace(',', '.')),
  }
  return { time, before: half.before, after: half.after }
}

/** An hour of the 12-hour clock as one of 24. */
export function toHour(hour: number, half: string | undefined): number {
  return (hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)
}

/** Points also separate the numbers of dates: the last match that can be a time is one, and only beside other numbers. */
function findPoints(text: string): RegExpExecArray | null {
  const times = [...text.matchAll(points)].filter(([, hour, minute]) => Number(hour) <= 24 && Number(minute) < 60)
  const last = times.at(-1)
  return last !== undefined && /\d/.test(text.replace(last[0], '')) ? last : null
}

/** An hour alone counts only beside a day and a year: the "2 Am" of "2 Am Màrt 2024" (Gaelic) is no time. */
function findHours(text: string): RegExpExecArray | null {
  const match = hours.exec(text)
  return match !== null && (text.match(/\d+/g)?.length ?? 0) > 2 ? match : null
}

/** The word for the half of the day directly after the time, or directly before it: "3:09pm", "下午 10:03", "3:09 μ.μ.". */
function findHalf(before: string, after: string): { half: 'a' | 'p' | undefined; before: string; after: string } {
  const behind = splitWords(after.slice(0, 40))
  for (let count = Math.min(3, behind.length); count > 0; count--) {
    const words = behind.slice(0, count)
    const start = words[0]?.start ?? 0
    const half = halfOf(words.map(({ text }) => text))
    if (half === undefined || /\S/.test(after.slice(0, start))) continue
    return { half, before, after: after.slice(words.at(-1)?.end).replace(/^\./, '') }
  }
  const ahead = splitWords(before.slice(-40))
  for (let count = Math.min(3, ahead.length); count > 0; count--) {
    const words = ahead.slice(-count)
    const half = halfOf(words.map(({ text }) => text))
    const start = Math.max(0, before.length - 40) + (words[0]?.start ?? 0)
    if (half !== undefined) return { half, before: before.slice(0, start), after }
  }
  return { half: undefined, before, after }
}

function halfOf(words: readonly string[]): 'a' | 'p' | undefined {
  const phrase = words.join(' ')
  const half = dateWords().halves.get(phrase)
  return half === 'both' ? undefined : half
}
