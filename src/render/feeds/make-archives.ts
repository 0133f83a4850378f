import type { Archive } from '../../entry-queries.ts'
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
  archive: Archive,
  calendar: Calendar,
  touched: Date[] | 'all',
): AsyncGenerator<MonthArchive> {
  const months = touched === 'all' ? walkMonths(archive, calendar) : findMonths(archive, calendar, touched)
  for await (const month of months) {
    const { from, to } = calendar.rangeOf(month)
    yield { month, entries: await archive.between(from, to), ...(await findNeighbours(archive, calendar, month)) }
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
  archive: Archive,
  calendar: Calendar,
  entries: Entry[],
): Promise<Month | undefined> {
  const held = new Set(entries.map(({ publishedId }) => publishedId))
  for (let position = await archive.lastBefore(new Date(8.64e15)); position !== undefined; ) {
    const month = toMonth(calendar, position)
    const { from, to } = calendar.rangeOf(month)
    const titles = await archive.titlesBetween(from, to)
    if (titles.some(({ publishedId }) => !held.has(publishedId))) return month
    position = await archive.lastBefore(from)
  }
  return undefined
}

function toMonth(calendar: Calendar, position: Date): Month {
  return calendar.dayOf(position).slice(0, 7)
}

async function findNeighbours(archive: Archive, calendar: Calendar, month: Month) {
  const { from, to } = calendar.rangeOf(month)
  const [before, after] = [await archive.lastBefore(from), await archive.firstFrom(to)]
  return { older: before && toMonth(calendar, before), newer: after && toMonth(calendar, after) }
}

async function* walkMonths(archive: Archive, calendar: Calendar): AsyncGenerator<Month> {
  for (let position = await archive.firstFrom(new Date(0)); position !== undefined; ) {
    const month = toMonth(calendar, position)
    yield month
    position = await archive.firstFrom(calendar.rangeOf(month).to)
  }
}

async function* findMonths(archive: Archive, calendar: Calendar, touched: Date[]): AsyncGenerator<Month> {
  const months = new Set(touched.map((position) => toMonth(calendar, position)))
  for (const month of [...months]) {
    const { older, newer } = await findNeighbours(archive, calendar, month)
    for (const neighbour of [older, newer]) if (neighbour !== undefined) months.add(neighbour)
  }
  yield* months
}
