import type { Connection } from './database.ts'
import { makeLockKey } from './make-lock-key.ts'
import type { PostgresPlace } from './store.ts'

/** A connection of a fetcher that shares the state: each transaction waits while another process must not see the state change. */
export function shareWrites(connection: Connection, place: PostgresPlace): Connection {
  const key = makeLockKey(place, 'write').replaceAll("'", "''")
  // Two statements in one request, since every transaction begins so.
  const begin = `BEGIN; SELECT pg_advisory_xact_lock_shared(hashtextextended('${key}', 0))`
  return { ...connection, takesTurns: true, exec: (sql) => connection.exec(sql === 'BEGIN' ? begin : sql) }
}
