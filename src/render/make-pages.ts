import type { Archive, Day, Entry, Month, Page, Planet } from '../model.ts'
import type { Calendar } from './open-calendar.ts'

/**
 * The pages that must be rendered, a page at a time, the front page last.
 *
 * A changed entry touches the page of its day and of its month; where those are new or gone, the links of their
 * neighbours change as well, so neighbours are rendered, too. What comes out the same is not written anyway.
 * A day or month without entries is yielded empty: its page is to be deleted.
 *
 * @param touched positions of changed entries, or all that there are
 */
export async function* makePages(
  archive: Archive,
  planet: Planet,
  calendar: Calendar,
  touched: Date[] | 'all',
): AsyncGenerator<Page> {
  const [days, months] =
    touched === 'all'
      ? [walk(archive, calendar, toDay), walk(archive, calendar, toMonth)]
      : [withNeighbours(archive, calendar, touched, toDay), withNeighbours(archive, calendar, touched, toMonth)]
  for await (const day of days) {
    const { from, to } = calendar.rangeOf(day)
    const entries = await archive.between(from, to)
    yield { kind: 'day', day, entries, ...(await findNeighbours(archive, calendar, day, toDay)) }
  }
  for await (const month of months) {
    const { from, to } = calendar.rangeOf(month)
    const entries = await archive.titlesBetween(from, to)
    yield { kind: 'month', month, entries, ...(await findNeighbours(archive, calendar, month, toMonth)) }
  }
  yield await makeFrontPage(archive, planet, calendar)
}

type Span = (day: Day) => Day | Month
const toDay: Span = (day) => day
const toMonth: Span = (day) => day.slice(0, 7)

async function findNeighbours(archive: Archive, calendar: Calendar, span: Day | Month, toSpan: Span) {
  const { from, to } = calendar.rangeOf(span)
  const [before, after] = [await archive.lastBefore(from), await archive.firstFrom(to)]
  return {
    older: before && toSpan(calendar.dayOf(before)),
    newer: after && toSpan(calendar.dayOf(after)),
  }
}

/** Every day, or month, that has entries, oldest first. */
async function* walk(archive: Archive, calendar: Calendar, toSpan: Span): AsyncGenerator<Day | Month> {
  let position = await archive.firstFrom(new Date(0))
  while (position !== undefined) {
    const span = toSpan(calendar.dayOf(position))
    yield span
    position = await archive.firstFrom(calendar.rangeOf(span).to)
  }
}

/** The days, or months, of some positions, and those before and after them. */
async function* withNeighbours(archive: Archive, calendar: Calendar, touched: Date[], toSpan: Span) {
  const spans = new Set(touched.map((position) => toSpan(calendar.dayOf(position))))
  for (const span of [...spans]) {
    const { older, newer } = await findNeighbours(archive, calendar, span, toSpan)
    for (const neighbour of [older, newer]) if (neighbour !== undefined) spans.add(neighbour)
  }
  yield* spans
}

/** The newest days and entries, whichever of the two limits is reached first. */
async function makeFrontPage(archive: Archive, planet: Planet, calendar: Calendar): Promise<Page> {
  const { days, entries: most } = planet.show
  const newest = await archive.newest(most === 0 ? 100_000 : most)
  const shown =
    days === 0 ? [...new Set(newest.map((entry) => calendar.dayOf(entry.position)))] : firstDays(newest, calendar, days)
  const entries = newest.filter((entry) => shown.includes(calendar.dayOf(entry.position)))
  return { kind: 'front', entries, older: await findOlder(archive, calendar, entries) }
}

function firstDays(entries: Entry[], calendar: Calendar, count: number): Day[] {
  return [...new Set(entries.map((entry) => calendar.dayOf(entry.position)))].slice(0, count)
}

/** The day to go on with: that of the last entry, where it has more than the front page shows of it; else the one before. */
async function findOlder(archive: Archive, calendar: Calendar, entries: Entry[]): Promise<Day | undefined> {
  const last = entries.at(-1)
  const day = last === undefined ? undefined : calendar.dayOf(last.position)
  const { from, to } = day === undefined ? { from: new Date(8.64e15), to: undefined } : calendar.rangeOf(day)
  if (day !== undefined && to !== undefined) {
    const shown = entries.filter((entry) => calendar.dayOf(entry.position) === day)
    const all = await archive.titlesBetween(from, to)
    if (all.length > shown.length) return day
  }
  const before = await archive.lastBefore(from)
  return before && calendar.dayOf(before)
}
