import type { Database } from './open-database.ts'
import { readMark, readMeta, writeMeta } from './write-changes.ts'

/** Which entries are too old for the front follows the configuration, where that has changed. */
export function limitAges(database: Database.Database, limits: { feed: string; maxAge: number | undefined }[]): void {
  const wanted = JSON.stringify(limits.map(({ feed, maxAge }) => [feed, maxAge ?? null]))
  if (readMeta(database, 'max_age') === wanted) return
  const limit = database.prepare(
    `UPDATE entries SET hidden = CASE WHEN position < first_seen - ? THEN 'max_age' END
     WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?) AND (hidden IS NULL OR hidden = 'max_age')`,
  )
  database.transaction(() => {
    writeMeta(database, 'max_age', wanted)
    for (const { feed, maxAge } of limits) limit.run(maxAge ?? Number.MAX_SAFE_INTEGER, feed)
  })()
}

/** Show what was still to come and has come. */
export function releaseDue(database: Database.Database, now: Date): void {
  const due = "hidden = 'future' AND position <= ?"
  if (database.prepare(`SELECT 1 FROM entries WHERE ${due} LIMIT 1`).get(+now) === undefined) return
  database.transaction(() => {
    const mark = readMark(database) + 1
    writeMeta(database, 'mark', String(mark))
    writeMeta(database, 'updated', String(+now))
    database.prepare(`UPDATE entries SET hidden = NULL, mark = ? WHERE ${due}`).run(mark, +now)
  })()
}
