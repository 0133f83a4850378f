import type { Database } from './open-database.ts'
import { transact } from './transact.ts'
import { readRevision, writeMeta } from './write-changes.ts'

/** What every build runs, by name, for the test of their plans. */
export const scheduledStatements = {
  due: `SELECT entry_id, link_key FROM entries WHERE off_site = 'not_due' AND position <= ?`,
  release: `UPDATE entries SET off_site = NULL, revision = ?, updated_shown = max(updated_shown, position) WHERE entry_id = ?`,
  touch: 'UPDATE entries SET revision = ? WHERE link_key = ?',
}

/** Show the entries that waited for their day, and whose day has come. */
export function publishScheduled(database: Database.Database, now: Date): void {
  const due = database.prepare(scheduledStatements.due).all(+now) as { entry_id: number; link_key: string | null }[]
  if (due.length === 0) return
  const [release, touch] = [database.prepare(scheduledStatements.release), database.prepare(scheduledStatements.touch)]
  transact(database, () => {
    const revision = readRevision(database) + 1
    writeMeta(database, 'revision', String(revision))
    writeMeta(database, 'updated', String(+now))
    for (const { entry_id, link_key } of due) {
      release.run(revision, entry_id)
      if (link_key !== null) touch.run(revision, link_key)
    }
  })
}
