import type { Statements } from './database.ts'
import type { Memory } from './open-memory.ts'

/** The statements that write the states of asked feeds, by name. */
const statements = {
  putAsked: `INSERT INTO asks (feed_id, asked_at, status, answered_at, fresh_until)
    SELECT key, asked_at, status, answered_at, fresh_until
    FROM rows(?, key INTEGER, asked_at INTEGER, status INTEGER, answered_at INTEGER, fresh_until INTEGER) AS noted WHERE true
    ON CONFLICT (feed_id) DO UPDATE SET asked_at = excluded.asked_at, status = excluded.status,
      answered_at = excluded.answered_at, fresh_until = excluded.fresh_until`,
  putStates: `UPDATE feeds SET state = noted.state FROM rows(?, key INTEGER, state TEXT) AS noted WHERE feed_id = noted.key`,
}

/** True where only times were noted: then one statement suffices, without a transaction. */
export function isOneStatement({ states }: Memory): boolean {
  for (const { rest } of states.values()) if (rest !== undefined) return false
  return true
}

/** Write the noted states, all feeds in one statement; of a feed without news, only the times of asking. */
export async function landStates(tx: Statements & { memory: Memory }): Promise<void> {
  const noted = [...tx.memory.states]
  if (noted.length === 0) return
  tx.memory.states.clear()
  const asked = noted.map(([key, { asked }]) => [
    key,
    asked.asked_at,
    asked.status,
    asked.answered_at,
    asked.fresh_until,
  ])
  await tx.run(statements.putAsked, asked)
  const states = noted.flatMap(([key, { rest }]) => (rest === undefined ? [] : [[key, rest]]))
  if (states.length > 0) await tx.run(statements.putStates, states)
}
