import type { FeedSource, FeedState } from '../model.ts'
import { cacheFeeds, type FeedRow, forgetFeeds } from './cache-feeds.ts'
import type { Database } from './database.ts'
import { prepare } from './prepare.ts'
import { type Asked, decodeState, encodeState } from './state-codec.ts'
import type { StoredFeed } from './store.ts'
import { transact } from './transact.ts'

const statements = {
  all: `SELECT feed_id, source, slug, active, state, asked_at, status, answered_at, fresh_until
    FROM feeds LEFT JOIN asks USING (feed_id) ORDER BY place`,
  putState: 'UPDATE feeds SET state = ? WHERE feed_id = ?',
  putAsked: `INSERT INTO asks (feed_id, asked_at, status, answered_at, fresh_until)
    VALUES (:key, :asked_at, :status, :answered_at, :fresh_until)
    ON CONFLICT (feed_id) DO UPDATE SET asked_at = excluded.asked_at, status = excluded.status,
      answered_at = excluded.answered_at, fresh_until = excluded.fresh_until`,
}

type Row = Asked & { feed_id: number; source: string; slug: string | null; active: number; state: string }

/** Name every feed that has no slug yet and that something is known of. A slug is never changed and never given twice. */
export function writeSlugs(database: Database.Database, makeSlug: (feed: StoredFeed) => string): void {
  const nameless = readFeeds(database).filter(({ slug, source, state }) => {
    return slug === undefined && (source.name !== undefined || state.asked !== undefined)
  })
  if (nameless.length === 0) return
  const isTaken = prepare(database, 'SELECT 1 FROM feeds WHERE slug = ?')
  const put = prepare(database, 'UPDATE feeds SET slug = ? WHERE url = ?')
  transact(database, () => {
    for (const feed of nameless) {
      const slug = makeSlug(feed)
      let free = slug
      for (let next = 2; isTaken.get(free) !== undefined; next += 1) free = `${slug}-${next}`
      put.run(free, feed.source.url)
    }
  })
  forgetFeeds(database)
}

export function readFeeds(database: Database.Database): StoredFeed[] {
  return [...readRows(database).values()].map(({ feed }) => feed)
}

/** Write the state of a feed: where it has no news, no more than when it was asked. */
export function writeFeedState(database: Database.Database, url: string, state: FeedState): void {
  const row = readRows(database).get(url)
  if (row === undefined) return
  const { rest, asked } = encodeState(state)
  if (rest !== row.rest) prepare(database, statements.putState).run(rest, row.key)
  prepare(database, statements.putAsked).run({ key: row.key, ...asked })
  row.feed = { ...row.feed, state }
  row.rest = rest
}

function readRows(database: Database.Database): Map<string, FeedRow> {
  return cacheFeeds(database, () => (prepare(database, statements.all).all() as Row[]).map(makeRow))
}

function makeRow(row: Row): FeedRow {
  const feed = {
    source: JSON.parse(row.source) as FeedSource,
    slug: row.slug ?? undefined,
    active: row.active === 1,
    state: decodeState(row.state, row),
  }
  return { key: row.feed_id, feed, rest: row.state }
}
