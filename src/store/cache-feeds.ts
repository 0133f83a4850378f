import type { Database } from './database.ts'
import type { StoredFeed } from './store.ts'

/** A feed as it is stored, its number, and its state as it is written. */
export type FeedRow = { key: number; feed: StoredFeed; rest: string }

const cached = new WeakMap<Database.Database, Map<string, FeedRow>>()

/** The rows of all feeds by address, in their order: read once, for a build asks for them again and again. */
export function cacheFeeds(database: Database.Database, read: () => FeedRow[]): Map<string, FeedRow> {
  const rows = cached.get(database) ?? new Map(read().map((row) => [row.feed.source.url, row]))
  cached.set(database, rows)
  return rows
}

/** They are read anew: something else of them was written, or what was written did not land. */
export function forgetFeeds(database: Database.Database): void {
  cached.delete(database)
}
