import type { EntryQueries } from '../../entry-queries.ts'
import type { Page, Planet, Year } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { DigestDays } from '../digest/list-periods.ts'
import { type FoundTopics, listTopics, noTopics } from '../find-topics.ts'
import { hasArchivePage } from '../paths/has-archive-page.ts'
import type { Touched } from '../touched.ts'
import { countDays } from './count-days.ts'
import { isWhole } from './is-whole.ts'
import { listMonthsUpTo } from './list-months-up-to.ts'
import { makeBlogPages } from './make-blog-pages.ts'
import { listMonths, makeDatedPages } from './make-dated-pages.ts'
import { makeFrontPage } from './make-front-page.ts'
import { makeLinksPage } from './make-links-page.ts'
import { makeStatsPage } from './make-stats-page.ts'
import { makeTopicPages } from './make-topic-pages.ts'
import { makeWeekPages } from './make-week-pages.ts'

/** Titles on /titles/: as many as a person will look through. */
const mostTitles = 300

/** Everything that decides which pages there are, and what they show. */
type PagesToRender = {
  queries: EntryQueries
  planet: Planet
  calendar: Calendar
  touched: Pick<Exclude<Touched, 'all'>, 'positions' | 'feeds' | 'topics' | 'done'> | 'all'
  /** Paths of the files that are there. */
  known: ReadonlySet<string>
  /** The text of about.md, where there is one. */
  about?: string | undefined
  /** Which days and weeks are over, for a planet with a digest. */
  days?: DigestDays
  /** Categories and languages that have pages. */
  topics?: FoundTopics
}

/** The pages that must be rendered, a page at a time, the front page last. A page that is the same as before is not written anyway. */
export async function* makePages({
  queries,
  planet,
  calendar,
  touched,
  known,
  about,
  days = { today: '', before: undefined },
  topics = noTopics,
}: PagesToRender): AsyncGenerator<Page> {
  // The page of a year shows its count, and the archive page that of the last year.
  const countYear = remember((year: Year) => countDays(queries, calendar, year))
  yield* makeDatedPages(queries, planet, calendar, touched, known, countYear)
  yield* makeBlogPages(queries, planet, calendar, touched)
  const positions = touched === 'all' || touched.done !== undefined ? 'all' : touched.positions
  const done = (touched === 'all' ? undefined : touched.done) ?? known
  yield* makeTopicPages(queries, topics, calendar, touched === 'all' ? touched : (touched.topics ?? []), done)
  if (planet.digest?.includes('weekly')) yield* makeWeekPages(queries, calendar, positions, days)
  const listed = listTopics(topics)
  if (hasArchivePage(planet)) {
    const months = await listMonths(queries, calendar)
    const year = months[0]?.slice(0, 4)
    const counts = year === undefined ? new Map() : await countYear(year)
    yield { kind: 'archive', months, counts, topics: listed }
  }
  const hasTopics = planet.archive.tags === 'auto' || planet.archive.languages
  if (isWhole(touched) || hasTopics) yield { kind: 'subscribe', topics: listed }
  if (isWhole(touched)) {
    if (planet.search) yield { kind: 'search' }
    yield { kind: 'notFound' }
  }
  yield { kind: 'titles', entries: await queries.titlesBetween(new Date(0), new Date(8.64e15), mostTitles) }
  const counted = await countEntries(queries, planet, calendar)
  yield { kind: 'blogs', order: 'last', ...counted }
  yield { kind: 'blogs', order: 'name', ...counted }
  if (planet.archive.stats) yield await makeStatsPage(queries, planet, calendar, counted)
  if (planet.archive.links !== 'none') yield await makeLinksPage(queries, planet, planet.archive.links)
  yield { kind: 'about', text: about }
  yield { ...(await makeFrontPage(queries, planet, calendar)), topics: listed }
}

/** True where a page that was made has nothing to show, so that its file must not exist. */
export function isEmptyPage(page: Page): boolean {
  switch (page.kind) {
    case 'day':
    case 'month':
    case 'week':
      return page.entries.length === 0
    case 'year':
      return page.months.length === 0
    case 'blog':
      return page.entries.length === 0 && !page.subscription.active
    default:
      return false
  }
}

/** Counts of the twelve months that end with the newest change's month: no page depends on the time of the build. */
async function countEntries(queries: EntryQueries, { updated }: Planet, calendar: Calendar) {
  if (updated === undefined) return { months: [], postCounts: new Map<string, number[]>() }
  const months = listMonthsUpTo(calendar.dayOf(updated).slice(0, 7))
  const postCounts = await queries.postCounts(months.map((month) => calendar.rangeOf(month).from))
  return { months: months.slice(0, 12), postCounts }
}
