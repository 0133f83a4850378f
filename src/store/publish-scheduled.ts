import type { Database } from './open-database.ts'
import { transact } from './transact.ts'
import { readMark, writeMeta } from './write-changes.ts'

/** What every build runs, by name, for the test of their plans. */
export const releaseStatements = {
  due: `SELECT entry_id, link_key FROM entries WHERE withheld = 'not_due' AND position <= ?`,
  release: `UPDATE entries SET withheld = NULL, mark = ?, updated_shown = max(updated_shown, position) WHERE entry_id = ?`,
  touch: 'UPDATE entries SET mark = ? WHERE link_key = ?',
}

/** Show the entries that waited for their day, and whose day has come. */
export function releaseDue(database: Database.Database, now: Date): void {
  const due = database.prepare(releaseStatements.due).all(+now) as { entry_id: number; link_key: string | null }[]
  if (due.length === 0) return
  const [release, touch] = [database.prepare(releaseStatements.release), database.prepare(releaseStatements.touch)]
  transact(database, () => {
    const mark = readMark(database) + 1
    writeMeta(database, 'mark', String(mark))
    writeMeta(database, 'updated', String(+now))
    for (const { entry_id, link_key } of due) {
      release.run(mark, entry_id)
      if (link_key !== null) touch.run(mark, link_key)
    }
  })
}
