import type { EntryQueries } from '../../entry-queries.ts'
import type { Day, DigestKind } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { findPeriod, type Period } from './find-period.ts'

/** Today, and the day on which the site was last written: they tell which periods are over now, and which were over then. */
export type DigestDays = { today: Day; before: Day | undefined }

/**
 * The periods that are over and must be written again: all with entries, or those of changed entries and those that have ended since the
 * last writing. An entry may stand in the period of its date or in the next.
 *
 * @param touched positions of changed entries, or all entries
 */
export async function* listPeriods(
  kind: DigestKind,
  queries: EntryQueries,
  calendar: Calendar,
  touched: readonly Date[] | 'all',
  { today, before }: DigestDays,
): AsyncGenerator<Period> {
  const open = findPeriod(kind, today)
  const firsts = new Set<Day>()
  const add = ({ first }: Period) => first < open.first && firsts.add(first)
  if (touched === 'all') {
    let position = await queries.firstFrom(new Date(0))
    while (position !== undefined) {
      const period = findPeriod(kind, calendar.dayOf(position))
      add(period)
      const next = findPeriod(kind, period.next)
      add(next)
      position = await queries.firstFrom(calendar.rangeOf(period.next).from)
    }
  } else {
    for (const position of touched) {
      const period = findPeriod(kind, calendar.dayOf(position))
      add(period)
      add(findPeriod(kind, period.next))
    }
    let ended = findPeriod(kind, before ?? today)
    while (ended.first < open.first) {
      add(ended)
      ended = findPeriod(kind, ended.next)
    }
  }
  for (const first of [...firsts].sort()) yield findPeriod(kind, first)
}

/** Periods that a digest holds at most. */
export const mostPeriods = { daily: 14, weekly: 8 }

/** The last periods that are over and may have entries, newest first: twice as many as a digest holds. */
export async function listLastPeriods(
  kind: DigestKind,
  queries: EntryQueries,
  calendar: Calendar,
  today: Day,
): Promise<Period[]> {
  const open = findPeriod(kind, today)
  const firsts = new Set<Day>()
  let position = await queries.lastBefore(calendar.rangeOf(open.first).from)
  while (position !== undefined && firsts.size < 2 * mostPeriods[kind]) {
    const period = findPeriod(kind, calendar.dayOf(position))
    for (const { first } of [findPeriod(kind, period.next), period]) if (first < open.first) firsts.add(first)
    position = await queries.lastBefore(calendar.rangeOf(period.first).from)
  }
  return [...firsts].map((first) => findPeriod(kind, first))
}
