import type { EntryQueries } from '../../entry-queries.ts'
import type { Entry, Month } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'

/** A month that must be written again, whole; without entries it is to be deleted. */
export type MonthArchive = { month: Month; entries: Entry[]; older: Month | undefined; newer: Month | undefined }

/**
 * The months whose archive documents must be rendered, one at a time: those of changed entries and, since a month may be
 * new or gone, those beside them, whose links lead there.
 *
 * @param touched positions of changed entries, or all that there are
 */
export async function* makeArchives(
  queries: EntryQueries,
  calendar: Calendar,
  touched: Date[] | 'all',
): AsyncGenerator<MonthArchive> {
  const months = touched === 'all' ? walkMonths(queries, calendar) : findMonths(queries, calendar, touched)
  for await (const month of months) {
    const { from, to } = calendar.rangeOf(month)
    yield { month, entries: await queries.between(from, to), ...(await findNeighbours(queries, calendar, month)) }
  }
}

/** Where the archive document of a month is: "2019/04/atom.xml". */
export function archivePath(month: Month): string {
  return `${month.replace('-', '/')}/atom.xml`
}

/**
 * The newest month that a feed does not hold whole: there a reader who wants everything goes on. Held-back entries and
 * those beyond the feed's length stand only there.
 *
 * @param entries of the feed. Each month that is held whole takes at least one of them, so that few are looked at
 */
export async function findFirstArchive(
  queries: EntryQueries,
  calendar: Calendar,
  entries: Entry[],
): Promise<Month | undefined> {
  const held = new Set(entries.map(({ publishedId }) => publishedId))
  for (let position = await queries.lastBefore(new Date(8.64e15)); position !== undefined; ) {
    const month = toMonth(calendar, position)
    const { from, to } = calendar.rangeOf(month)
    const titles = await queries.titlesBetween(from, to)
    if (titles.some(({ publishedId }) => !held.has(publishedId))) return month
    position = await queries.lastBefore(from)
  }
  return undefined
}

function toMonth(calendar: Calendar, position: Date): Month {
  return calendar.dayOf(position).slice(0, 7)
}

async function findNeighbours(queries: EntryQueries, calendar: Calendar, month: Month) {
  const { from, to } = calendar.rangeOf(month)
  const [before, after] = [await queries.lastBefore(from), await queries.firstFrom(to)]
  return { older: before && toMonth(calendar, before), newer: after && toMonth(calendar, after) }
}

async function* walkMonths(queries: EntryQueries, calendar: Calendar): AsyncGenerator<Month> {
  for (let position = await queries.firstFrom(new Date(0)); position !== undefined; ) {
    const month = toMonth(calendar, position)
    yield month
    position = await queries.firstFrom(calendar.rangeOf(month).to)
  }
}

async function* findMonths(queries: EntryQueries, calendar: Calendar, touched: Date[]): AsyncGenerator<Month> {
  const months = new Set(touched.map((position) => toMonth(calendar, position)))
  for (const month of [...months]) {
    const { older, newer } = await findNeighbours(queries, calendar, month)
    for (const neighbour of [older, newer]) if (neighbour !== undefined) months.add(neighbour)
  }
  yield* months
}
