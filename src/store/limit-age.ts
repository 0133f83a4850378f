import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'
import { transact } from './transact.ts'

/**
 * After a change of `max_age`, the one for all or one of a feed: which entries are too old for the front follows it.
 * Reads the whole history then, and nothing else.
 */
export function limitAge(database: Database.Database, maxAge: number | undefined): void {
  const feeds = readFeeds(database).filter(({ source }) => source.maxAgeMs !== undefined)
  const wanted = JSON.stringify([maxAge ?? 'none', ...feeds.map(({ source }) => [source.url, source.maxAgeMs])])
  if (readMeta(database, 'max_age') === wanted) return
  const limit = database.prepare(
    `UPDATE entries SET off_front = CASE WHEN position < first_seen - ? THEN 'max_age' END
     WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?) AND (off_front IS NULL OR off_front = 'max_age')`,
  )
  transact(database, () => {
    writeMeta(database, 'max_age', wanted)
    for (const { source } of readFeeds(database)) {
      limit.run(source.maxAgeMs ?? maxAge ?? Number.MAX_SAFE_INTEGER, source.url)
    }
  })
}
