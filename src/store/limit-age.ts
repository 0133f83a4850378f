import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'

/**
 * After a change of `max_age`, for all feeds or for one: decide again which entries are too old for the front page. Goes through the whole
 * history then, and only then.
 */
export async function limitAge(database: Database, maxAge: number | undefined): Promise<void> {
  const all = await readFeeds(database)
  const feeds = all.filter(({ source }) => source.maxAgeMs !== undefined)
  const wanted = JSON.stringify([maxAge ?? 'none', ...feeds.map(({ source }) => [source.url, source.maxAgeMs])])
  if ((await readMeta(database, 'max_age')) === wanted) return
  const limit = `UPDATE entries SET off_front = CASE WHEN position < first_seen - ? THEN 'max_age' END
     WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?) AND (off_front IS NULL OR off_front = 'max_age')`
  await database.transaction(async (tx) => {
    await writeMeta(tx, 'max_age', wanted)
    await tx.batch(
      limit,
      all.map(({ source }) => [source.maxAgeMs ?? maxAge ?? Number.MAX_SAFE_INTEGER, source.url]),
    )
  })
}
