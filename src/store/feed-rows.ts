import type { FeedSource, FeedState } from '../model.ts'
import type { Database } from './database.ts'
import { prepare } from './prepare.ts'
import { reviveDates } from './revive-dates.ts'
import type { StoredFeed } from './store.ts'
import { transact } from './transact.ts'

/** Of a feed that was never asked. */
export const newState: FeedState = {
  asked: undefined,
  answer: undefined,
  waiting: undefined,
  failure: undefined,
  moved: undefined,
  gone: undefined,
  quarantined: undefined,
  about: undefined,
  intake: undefined,
}

/** Name every feed that has no slug yet and that something is known of. A slug is never changed and never given twice. */
export function writeSlugs(database: Database.Database, makeSlug: (feed: StoredFeed) => string): void {
  const nameless = readFeeds(database).filter(({ slug, source, state }) => {
    return slug === undefined && (source.name !== undefined || state.asked !== undefined)
  })
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
}

export function readFeeds(database: Database.Database): StoredFeed[] {
  const rows = prepare(database, 'SELECT source, slug, active, state FROM feeds ORDER BY place').all() as {
    source: string
    slug: string | null
    active: number
    state: string
  }[]
  return rows.map((row) => ({
    source: JSON.parse(row.source) as FeedSource,
    slug: row.slug ?? undefined,
    active: row.active === 1,
    state: { ...newState, ...(JSON.parse(row.state, reviveDates) as FeedState) },
  }))
}

export function writeFeedState(database: Database.Database, url: string, state: FeedState): void {
  prepare(database, 'UPDATE feeds SET state = ? WHERE url = ?').run(JSON.stringify(state), url)
}
