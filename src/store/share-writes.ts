import type { Connection } from './database.ts'
import { lockStatements, makeLockKey } from './make-lock-key.ts'
import type { PostgresPlace } from './store.ts'

/** A connection of a fetcher that shares the state: each transaction waits while somebody must not see the state change. */
export function shareWrites(connection: Connection, place: PostgresPlace): Connection {
  return {
    ...connection,
    async exec(sql) {
      await connection.exec(sql)
      if (sql === 'BEGIN') await connection.get(lockStatements.shareTransaction, makeLockKey(place, 'write'))
    },
  }
}
