import type { Database } from './database.ts'
import { writeMeta } from './meta.ts'
import { openTouch } from './open-touch.ts'
import { readEnds } from './read-ends.ts'

/** The statements for scheduled entries, by name. */
const scheduledStatements = {
  due: `SELECT entry_id FROM entries WHERE off_site = 'not_due' AND position <= ?`,
  release: `UPDATE entries SET off_site = NULL, 
      updated_shown = CASE WHEN updated_shown < position THEN position ELSE updated_shown END WHERE entry_id IN numbers(?)`,
}

/** Show the entries that were dated in the future, and whose time has come. */
export async function publishScheduled(database: Database, now: Date): Promise<void> {
  const { nextDue } = await readEnds(database)
  if (nextDue === undefined || nextDue > +now) return
  const due = await database.all<{ entry_id: number }>(scheduledStatements.due, +now)
  const keys = due.map(({ entry_id }) => entry_id)
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    await writeMeta(tx, 'updated', String(+now))
    await tx.run(scheduledStatements.release, keys)
    await touch.entries(keys)
  })
}
