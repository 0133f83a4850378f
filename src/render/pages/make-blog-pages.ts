import type { EntryQueries } from '../../entry-queries.ts'
import type { Month, Page, Planet } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { feedLength } from '../feed-length.ts'
import { blogPath, tagPath } from '../paths/page-path.ts'
import { listTags } from '../views/list-tags.ts'
import { listMonthsUpTo } from './list-months-up-to.ts'

/** Entries on the page of a blog or tag. */
const pageLength = 30

/**
 * The pages of blogs and of tags. A blog's page comes with the entries of its feed, since the feed begins with the same entries.
 *
 * @param touched feeds whose entries changed, with the pages already `done` apart from theirs; or all
 */
export async function* makeBlogPages(
  queries: EntryQueries,
  planet: Planet,
  calendar: Calendar,
  touched: { feeds: string[]; done?: ReadonlySet<string> } | 'all',
): AsyncGenerator<Page> {
  const changed = new Set(touched === 'all' ? [] : touched.feeds)
  const isTouched = (feed: string) => touched === 'all' || changed.has(feed)
  const isMissing = (page: string) => touched !== 'all' && touched.done?.has(page) === false
  for (const subscription of planet.archive.authors ? planet.subscriptions : []) {
    const { source, slug } = subscription
    if (slug === undefined || !(isTouched(source.url) || isMissing(blogPath(slug)))) continue
    const found = await findEntries(queries, calendar, [source.url], feedLength)
    const postCounts = await countPosts(queries, calendar, source.url, found.entries[0]?.position)
    yield { kind: 'blog', subscription, slug, ...found, postCounts }
  }
  for (const [tag, feeds] of planet.archive.tags ? listTags(planet) : []) {
    if (!(feeds.some(isTouched) || isMissing(tagPath(tag)))) continue
    const { entries, more } = await findEntries(queries, calendar, feeds)
    yield { kind: 'tag', tag, feeds, entries, more }
  }
}

/** Counts of the twelve months that end with the last entry's month: nothing on such a page changes with time alone. */
async function countPosts(queries: EntryQueries, calendar: Calendar, feed: string, last: Date | undefined) {
  if (last === undefined) return []
  const months = listMonthsUpTo(calendar.dayOf(last).slice(0, 7))
  const counts = await queries.postCounts(
    months.map((month) => calendar.rangeOf(month).from),
    feed,
  )
  return (counts.get(feed) ?? []).slice(0, 12)
}

/** The newest entries of some feeds, those of them that stand on the page, and the months that have more, newest first. */
async function findEntries(queries: EntryQueries, calendar: Calendar, feeds: string[], most = pageLength + 1) {
  const newest = await queries.newestOf(feeds, most)
  const entries = newest.slice(0, pageLength)
  const more: Month[] = []
  let position = newest[pageLength]?.position
  while (position !== undefined) {
    const month = calendar.dayOf(position).slice(0, 7)
    more.push(month)
    position = await queries.lastOf(feeds, calendar.rangeOf(month).from)
  }
  return { newest, entries, more }
}
