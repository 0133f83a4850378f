import type { EntryQueries } from '../entry-queries.ts'
import type { Planet, SearchRecord, SiteFile, Year } from '../model.ts'
import { type Calendar, openCalendar } from '../render/dates/open-calendar.ts'
import { limitQueries } from '../render/pages/limit-queries.ts'
import { searchStatePath } from '../render/paths/page-path.ts'
import { listDueYears, mostAtOnce, type SearchedYear, type SearchState } from '../render/search/list-due-years.ts'
import { makeSearchRecord } from '../render/search/make-search-record.ts'
import type { MakeSearchIndex } from '../render/site/make-search-index.ts'
import { indexSubscriptions } from '../render/views/index-subscriptions.ts'

/** As soon as a build has indexed so many entries, it begins no further year: a planet of twenty years is indexed over several builds. */
const mostInOneBuild = 10_000

type YearsToIndex = {
  queries: EntryQueries
  planet: Planet
  now: Date
  revision: number
  state: SearchState | undefined
  makeIndex: MakeSearchIndex
}

/**
 * Index the years that are due: each year has a folder of its own, and the browser searches all of them.
 *
 * @returns the files to write, the state of the search last among them, that state, and the years that were indexed
 */
export async function indexYears(
  search: YearsToIndex,
): Promise<{ files: SiteFile[]; state: SearchState; indexed: Year[] }> {
  const { planet, now, revision, makeIndex } = search
  const calendar = await openCalendar(planet.timezone, planet.language)
  const { keepMs } = planet.archive
  const cutoff = keepMs === undefined ? undefined : calendar.rangeOf(calendar.dayOf(new Date(+now - keepMs))).from
  const queries = cutoff === undefined ? search.queries : limitQueries(search.queries, cutoff)
  const form = `2 ${planet.timezone}`
  const state = search.state?.form === form ? search.state : undefined
  const yearOf = (position: Date) => calendar.dayOf(position).slice(0, 4)
  const changed = state === undefined ? [] : await search.queries.touchedSince(state.revision)
  // With a cutoff, the first kept year loses a day each day, and the years before it are gone.
  const first = cutoff === undefined ? '' : yearOf(cutoff)
  const touched = new Set([...changed.map(yearOf), ...(first === '' ? [] : [first])])
  const listed = state === undefined ? await walkYears(queries, calendar) : state.years.map(({ year }) => year)
  const { years, small } = await measureYears(
    queries,
    calendar,
    listed.filter((year) => year >= first),
    touched,
  )
  const since = state?.years.map(({ at }) => at).sort()[0]
  const [removed] = since === undefined ? [] : await queries.removedSince(new Date(since))
  const purgedAt = removed?.at.toISOString() ?? ''
  const today = now.toISOString().slice(0, 10)
  const { due, waiting } = listDueYears(state, { today, years, touched, small, purgedAt })
  const files: SiteFile[] = []
  const indexed: SearchedYear[] = []
  let room = mostInOneBuild
  for (const year of due) {
    if (room <= 0) break
    const count = async function* () {
      for await (const record of listRecords(queries, calendar, planet, year)) {
        room -= 1
        yield record
      }
    }
    const made = await makeIndex(count())
    files.push(...made.map((file) => ({ ...file, path: `search/${year}/${file.path}` })))
    indexed.push({ year, at: now.toISOString(), due: '' })
  }
  // Years that had no turn keep their old index, and are due in the next build.
  const later = (state?.years ?? [])
    .filter(({ year }) => due.includes(year) && !indexed.some((each) => each.year === year))
    .map((each) => ({ ...each, due: today }))
  const kept = [...waiting, ...later]
  const all = [...indexed, ...kept].sort((a, b) => (a.year < b.year ? 1 : -1))
  const next: SearchState = { form, revision, years: all, isDone: indexed.length === due.length }
  const bytes = `${JSON.stringify(next)}\n`
  return { files: [...files, { path: searchStatePath, bytes }], state: next, indexed: indexed.map(({ year }) => year) }
}

/** Every year that has entries. */
async function walkYears(queries: EntryQueries, calendar: Calendar): Promise<Year[]> {
  const years: Year[] = []
  let position = await queries.firstFrom(new Date(0))
  while (position !== undefined) {
    const year = calendar.dayOf(position).slice(0, 4)
    years.push(year)
    position = await queries.firstFrom(calendar.rangeOf(year).to)
  }
  return years
}

/** Years that have entries, newest first. Only the touched ones are counted: the others have as many entries as before. */
async function measureYears(queries: EntryQueries, calendar: Calendar, listed: Year[], touched: ReadonlySet<Year>) {
  const years: Year[] = []
  const small = new Set<Year>()
  for (const year of [...new Set([...listed, ...touched])].sort().reverse()) {
    const { from, to } = calendar.rangeOf(year)
    const some = touched.has(year) ? await queries.titlesBetween(from, to, mostAtOnce + 1) : undefined
    if (some?.length === 0) continue
    if (some !== undefined && some.length <= mostAtOnce) small.add(year)
    years.push(year)
  }
  return { years, small }
}

/** Reads a month at a time, so that the texts of a whole year are never in memory. */
async function* listRecords(
  queries: EntryQueries,
  calendar: Calendar,
  planet: Planet,
  year: Year,
): AsyncGenerator<SearchRecord> {
  const context = { planet, calendar, subscriptions: indexSubscriptions(planet) }
  for (let month = 1; month <= 12; month++) {
    const { from, to } = calendar.rangeOf(`${year}-${String(month).padStart(2, '0')}`)
    for (const entry of await queries.between(from, to)) yield makeSearchRecord(entry, context)
  }
}
