import type { EntryQueries } from '../../entry-queries.ts'
import type { Day, Entry, Page, Planet } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { findShare } from '../find-share.ts'

/** The newest entries, up to the limit of days or of entries, whichever is reached first. */
export async function makeFrontPage(
  queries: EntryQueries,
  planet: Planet,
  calendar: Calendar,
): Promise<Extract<Page, { kind: 'front' }>> {
  const { days, entries: places, share } = planet.show
  const feeds = planet.subscriptions.filter(({ active }) => active).length
  const caps = new Map(
    planet.subscriptions.flatMap(({ source }) =>
      source.maxEntries === undefined ? [] : [[source.url, source.maxEntries] as const],
    ),
  )
  const [limit, most] = places === 0 ? [100_000, 100_000] : [places, findShare(places, feeds, share)]
  const newest = await queries.newest(limit, most, caps)
  const shown = [...new Set(newest.map((entry) => calendar.dayOf(entry.position)))].slice(0, days || undefined)
  const entries = newest.filter((entry) => shown.includes(calendar.dayOf(entry.position)))
  return { kind: 'front', entries, older: await findOlder(queries, calendar, entries) }
}

/** The day to go on with: the last entry's day, where that day has more entries than the front page shows; else the day before it. */
async function findOlder(queries: EntryQueries, calendar: Calendar, entries: Entry[]): Promise<Day | undefined> {
  const last = entries.at(-1)
  const day = last === undefined ? undefined : calendar.dayOf(last.position)
  const { from, to } = day === undefined ? { from: new Date(8.64e15), to: undefined } : calendar.rangeOf(day)
  if (day !== undefined && to !== undefined) {
    const shown = entries.filter((entry) => calendar.dayOf(entry.position) === day)
    const all = await queries.titlesBetween(from, to, shown.length + 1)
    if (all.length > shown.length) return day
  }
  const before = await queries.lastBefore(from)
  return before && calendar.dayOf(before)
}
