import type { FeedSource } from '../model.ts'
import type { Database, Values } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import type { FeedRow } from './open-memory.ts'
import { openTouch } from './open-touch.ts'
import { newState } from './state-codec.ts'

/** The statements for a changed list, by name. */
const subscriptionStatements = {
  order: 'SELECT feed_id FROM feeds ORDER BY place',
  put: `INSERT INTO feeds (feed_id, url, place, active, source, state, url_domain, site_domain)
    VALUES ((SELECT coalesce(max(feed_id), 0) + 1 FROM feeds), :url, :place, 1, :source, :state, :urlDomain, :siteDomain)
    ON CONFLICT (url) DO UPDATE SET place = excluded.place, active = 1, source = excluded.source,
      url_domain = excluded.url_domain, site_domain = excluded.site_domain`,
  move: 'UPDATE feeds SET place = ?, active = 1 WHERE url = ?',
  leave: 'UPDATE feeds SET place = feed_id + ?, active = 0 WHERE url = ?',
}

/** Feeds that are no longer listed sort after all listed ones. */
const afterAll = 1_000_000_000

/** Take over the list of feeds.yaml, and what it says of each feed. Where nothing has changed, nothing is written. */
export async function writeSubscriptions(database: Database, sources: FeedSource[]): Promise<void> {
  const rows = await readFeedRows(database)
  const before = [...rows.values()]
  // Of ten thousand feeds, only those with news are listed.
  const changed: { source: FeedSource; place: number; text: string; row: FeedRow | undefined }[] = []
  const moved: Values[] = []
  for (const [place, source] of sources.entries()) {
    const row = rows.get(source.url)
    const text = encodeSource(source)
    // What is stored was written by `encodeSource`, and reads the same when it is written again.
    const isKnown = row !== undefined && JSON.stringify(row.feed.source) === text && !row.isUndecided
    if (!isKnown) changed.push({ source, place, text, row })
    else if (row.place !== place || !row.feed.active) moved.push([place, source.url])
  }
  const urls = new Set(sources.map(({ url }) => url))
  const left = before.filter(({ feed }) => feed.active && !urls.has(feed.source.url))
  if (changed.length + moved.length + left.length === 0) return shareSources(database, sources)

  const { findDomain } = await import('../text/find-domain.ts')
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    const puts = changed.map(({ source, place, text }) => {
      const domains = { urlDomain: findDomain(source.url) ?? null, siteDomain: findDomain(source.site ?? '') ?? null }
      return [{ url: source.url, place, source: text, state: JSON.stringify(newState), ...domains }] as Values
    })
    await tx.batch(subscriptionStatements.put, puts)
    for (const { row } of changed) if (row !== undefined) await touch.feed(row.key)
    await tx.batch(subscriptionStatements.move, moved)
    await tx.batch(
      subscriptionStatements.leave,
      left.map(({ feed }) => [afterAll, feed.source.url]),
    )
    const after = await tx.all<{ feed_id: number }>(subscriptionStatements.order)
    const was = before.map(({ key }) => key)
    const is = after.map(({ feed_id }) => feed_id)
    for (const feed of findReordered(was, is)) await touch.twins(feed)
    tx.memory.feeds = undefined
  })
  await shareSources(database, sources)
}

/** Let stored feeds use the objects of feeds.yaml, which say the same: with ten thousand feeds, a second copy would waste memory. */
async function shareSources(database: Database, sources: FeedSource[]): Promise<void> {
  const rows = await readFeedRows(database)
  for (const source of sources) {
    const row = rows.get(source.url)
    if (row !== undefined && source.headers === undefined) row.feed.source = source
  }
}

/** Headers may hold secrets, so only the fact that there are some is stored. */
function encodeSource(source: FeedSource): string {
  return JSON.stringify({ ...source, ...(source.headers === undefined ? {} : { headers: {} }) })
}

/** The feeds from the first to the last one that has changed its place among the others. */
function findReordered(was: number[], after: number[]): number[] {
  const known = new Set(was)
  const is = after.filter((feed) => known.has(feed))
  const first = is.findIndex((feed, index) => feed !== was[index])
  const last = is.findLastIndex((feed, index) => feed !== was[index])
  return first === -1 ? [] : is.slice(first, last + 1)
}
