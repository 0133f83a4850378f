import type { Database } from './database.ts'
import type { FeedSummary } from './store.ts'

type MissingRow = { url: string; title: string | null; link: string | null; published_id: string; since: number }

/**
 * How many entries each feed has, without those that were taken down, the position of the newest, and the entries that vanished from the
 * feed.
 */
export async function summariseFeeds(database: Database): Promise<Map<string, FeedSummary>> {
  const rows = await database.all<{ url: string; entries: number; newest: number | null }>(
    `SELECT f.url, (SELECT count(*) FROM entries e WHERE e.feed_id = f.feed_id
           AND (off_site IS NULL OR off_site NOT IN ('purged', 'deleted'))) AS entries,
         (SELECT max(position) FROM entries e WHERE e.feed_id = f.feed_id AND off_site IS NULL) AS newest
       FROM feeds f ORDER BY f.place`,
  )
  const summaries = new Map<string, FeedSummary>(
    rows.map(({ url, entries, newest }) => [
      url,
      { entries, newest: newest === null ? undefined : new Date(newest), missing: [] },
    ]),
  )
  const missing = await database.all<MissingRow>(
    `SELECT f.url, e.title, e.link, e.published_id, m.since
       FROM missing m JOIN entries e USING (entry_id) JOIN feeds f USING (feed_id) ORDER BY m.since, e.entry_id`,
  )
  for (const { url, title, link, published_id, since } of missing) {
    const entry = { title: title ?? undefined, link: link ?? undefined, publishedId: published_id }
    summaries.get(url)?.missing.push({ ...entry, since: new Date(since) })
  }
  return summaries
}
