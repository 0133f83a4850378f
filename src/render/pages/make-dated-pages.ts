import type { EntryQueries } from '../../entry-queries.ts'
import type { Day, DayCounts, Month, Page, Planet, Year } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { spanPath } from '../paths/page-path.ts'

/** A day, a month or a year. */
type Span = Day | Month | Year
type ToSpan = (day: Day) => Span
type Kind = keyof typeof spans

const spans = {
  day: (day: Day) => day,
  month: (day: Day) => day.slice(0, 7),
  year: (day: Day) => day.slice(0, 4),
} satisfies Record<string, ToSpan>

/** Titles on the page of a month; its calendar links to the days, which have the rest. */
const mostTitles = 5000

/** Titles of one month on the page of its year; the page of the month has the rest. */
const titlesOfMonth = 100

/**
 * The pages of days, months and years that some positions touch.
 *
 * A changed entry touches the page of its day, month and year; where one of these pages is new or gone, the links of its neighbours change
 * as well, so the neighbours are made, too. A page without entries is made empty: its file is to be deleted.
 *
 * @param archive must give the same entries for as long as pages are being made
 * @param touched positions of changed entries, with the pages already `done` apart from theirs; or all entries
 * @param known paths of the pages that are there
 * @param countYear as countDays does
 */
export async function* makeDatedPages(
  archive: EntryQueries,
  planet: Planet,
  calendar: Calendar,
  touched: { positions: Date[]; done?: ReadonlySet<string> } | 'all',
  known: ReadonlySet<string>,
  countYear: (year: Year) => Promise<DayCounts>,
): AsyncGenerator<Page> {
  // The first entry after a day is asked for three times: for the day's page, for the next day's, and for the calendar of the month.
  const firstFrom = remember((instant: number) => archive.firstFrom(new Date(instant)), 1000)
  const queries = { ...archive, firstFrom: (instant: Date) => firstFrom(+instant) }
  let [listed, days, isOver]: [Month, Day[], boolean] = ['', [], false]
  /**
   * The days that the calendar on a day's page shows of its month: all of them once a later month has entries; until then only those up to
   * the next day, or each new day would rewrite every page of its month. Days of one month are asked for in succession.
   */
  const listDays = async (day: Day, newer: Day | undefined) => {
    const month = day.slice(0, 7)
    if (month !== listed) {
      const next = await queries.firstFrom(calendar.rangeOf(month).to)
      ;[listed, days, isOver] = [month, await walkMonth(queries, calendar, month), next !== undefined]
    }
    return isOver ? days : days.filter((one) => one <= (newer ?? day))
  }
  const kinds = planet.archive.pages
  const list = touched === 'all' ? walkTogether(queries, calendar, kinds) : listSpans(touched)
  for await (const [kind, span] of list) {
    const { from, to } = calendar.rangeOf(span)
    const beside = await findNeighbours(queries, calendar, span, spans[kind])
    if (kind === 'day') {
      const written = await listDays(span, beside.newer)
      yield { kind, day: span, entries: await queries.between(from, to), written, ...beside }
    } else if (kind === 'month')
      yield { kind, month: span, entries: await queries.titlesBetween(from, to, mostTitles), ...beside }
    else {
      const months = await makeMonths(queries, calendar, span)
      const counts = await countYear(span)
      yield { kind, year: span, months, counts, ...beside }
    }
  }

  async function* listSpans({ positions, done }: Exclude<typeof touched, 'all'>): AsyncGenerator<[Kind, Span]> {
    for (const kind of kinds) {
      const list =
        done === undefined
          ? withNeighbours(queries, calendar, positions, spans[kind], known)
          : withMissing(queries, calendar, positions, spans[kind], done)
      for await (const span of list) yield [kind, span]
    }
  }
}

/**
 * Every day, month and year that has entries, as far as they have pages, oldest first: a month after its days, a year after its months.
 * What was read and computed for the days is then still in memory for their month.
 */
async function* walkTogether(
  queries: EntryQueries,
  calendar: Calendar,
  kinds: readonly Kind[],
): AsyncGenerator<[Kind, Span]> {
  const order = (['day', 'month', 'year'] as const).filter((kind) => kinds.includes(kind))
  const [first] = order
  if (first === undefined) return
  let last: Span | undefined
  for await (const span of walk(queries, calendar, spans[first])) {
    if (last !== undefined) yield* listEnded(last, span)
    last = span
  }
  if (last !== undefined) yield* listEnded(last, '')

  /** The day, month and year that end with a span, given the span that follows it. */
  function* listEnded(span: Span, next: Span): Generator<[Kind, Span]> {
    for (const kind of order) {
      const ended = spans[kind](span)
      if (ended !== spans[kind](next)) yield [kind, ended]
    }
  }
}

/** Every month that has entries, newest first. */
export async function listMonths(queries: EntryQueries, calendar: Calendar): Promise<Month[]> {
  const months: Month[] = []
  for await (const month of walk(queries, calendar, spans.month)) months.unshift(month)
  return months
}

async function makeMonths(queries: EntryQueries, calendar: Calendar, year: Year) {
  const months = []
  for (let number = 12; number > 0; number--) {
    const month = `${year}-${String(number).padStart(2, '0')}`
    const { from, to } = calendar.rangeOf(month)
    const titles = await queries.titlesBetween(from, to, titlesOfMonth + 1)
    const isWhole = titles.length <= titlesOfMonth
    if (titles.length > 0) months.push({ month, entries: titles.slice(0, titlesOfMonth), isWhole })
  }
  return months
}

async function findNeighbours(queries: EntryQueries, calendar: Calendar, span: Span, toSpan: ToSpan) {
  const { from, to } = calendar.rangeOf(span)
  const before = await queries.lastBefore(from)
  const after = await queries.firstFrom(to)
  return {
    older: before && toSpan(calendar.dayOf(before)),
    newer: after && toSpan(calendar.dayOf(after)),
  }
}

/** Every day, month or year that has entries, oldest first. */
async function* walk(queries: EntryQueries, calendar: Calendar, toSpan: ToSpan): AsyncGenerator<Span> {
  let position = await queries.firstFrom(new Date(0))
  while (position !== undefined) {
    const span = toSpan(calendar.dayOf(position))
    yield span
    position = await queries.firstFrom(calendar.rangeOf(span).to)
  }
}

/** Every day of a month that has entries. */
async function walkMonth(queries: EntryQueries, calendar: Calendar, month: Month): Promise<Day[]> {
  const days: Day[] = []
  const { from, to } = calendar.rangeOf(month)
  for (let position = await queries.firstFrom(from); position !== undefined && position < to; ) {
    const day = calendar.dayOf(position)
    days.push(day)
    position = await queries.firstFrom(calendar.rangeOf(day).to)
  }
  return days
}

/**
 * The days, months or years of some positions; the neighbours of each that is new or gone; and the days whose calendars show it: the later
 * days of its month, or all its days once the month is over; and the days of the month before, which the first day of a new month ends.
 */
async function* withNeighbours(
  queries: EntryQueries,
  calendar: Calendar,
  touched: Date[],
  toSpan: ToSpan,
  known: ReadonlySet<string>,
) {
  const spans = new Set(touched.map((position) => toSpan(calendar.dayOf(position))))
  for (const span of [...spans]) {
    const { from, to } = calendar.rangeOf(span)
    const first = await queries.firstFrom(from)
    const isThere = first !== undefined && first < to
    if (isThere === known.has(spanPath(span))) continue
    const { older, newer } = await findNeighbours(queries, calendar, span, toSpan)
    const listing = span.length < 10 ? [] : await findListing(queries, calendar, span, older)
    for (const neighbour of [older, newer, ...listing]) if (neighbour !== undefined) spans.add(neighbour)
  }
  yield* spans
}

/** Days whose calendars show a day that is new or gone. */
async function findListing(
  queries: EntryQueries,
  calendar: Calendar,
  day: Day,
  older: Day | undefined,
): Promise<Day[]> {
  const month = day.slice(0, 7)
  const days = await walkMonth(queries, calendar, month)
  if ((await queries.firstFrom(calendar.rangeOf(month).to)) !== undefined) return days
  const before = older?.slice(0, 7)
  const ended = before === undefined || before === month ? [] : await walkMonth(queries, calendar, before)
  return [...ended, ...days.filter((one) => one > day)]
}

/** The same, followed by every other span that is not done. */
async function* withMissing(
  queries: EntryQueries,
  calendar: Calendar,
  touched: Date[],
  toSpan: ToSpan,
  done: ReadonlySet<string>,
) {
  const listed = new Set<Span>()
  for await (const span of withNeighbours(queries, calendar, touched, toSpan, done)) {
    listed.add(span)
    yield span
  }
  for await (const span of walk(queries, calendar, toSpan)) {
    if (!listed.has(span) && !done.has(spanPath(span))) yield span
  }
}
