import type { Database } from './database.ts'
import { writeMeta } from './meta.ts'
import { openTouch } from './open-touch.ts'
import { transact } from './transact.ts'

/** What every build runs, by name. */
const scheduledStatements = {
  due: `SELECT entry_id FROM entries WHERE off_site = 'not_due' AND position <= ?`,
  release: `UPDATE entries SET off_site = NULL, updated_shown = max(updated_shown, position) WHERE entry_id = ?`,
}

/** Show the entries that waited for their day, and whose day has come. */
export function publishScheduled(database: Database.Database, now: Date): void {
  const due = database.prepare(scheduledStatements.due).all(+now) as { entry_id: number }[]
  if (due.length === 0) return
  const release = database.prepare(scheduledStatements.release)
  transact(database, () => {
    const touch = openTouch(database)
    writeMeta(database, 'updated', String(+now))
    for (const { entry_id } of due) {
      release.run(entry_id)
      touch.entry(entry_id)
    }
  })
}
