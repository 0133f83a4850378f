import { randomUUID } from 'node:crypto'
import type { Connection } from './database.ts'
import { lockStatements } from './make-lock-key.ts'
import type { PostgresPlace } from './store.ts'

/**
 * True where an address leads to the same database as a connection; addresses cannot be compared, since each has many spellings. The test:
 * a lock that the connection holds cannot be taken through the address.
 */
export async function isSameDatabase(connection: Connection, place: PostgresPlace): Promise<boolean> {
  const { openPostgres } = await import('./open-postgres.ts')
  const key = `planet place ${randomUUID()}`
  const other = await openPostgres(place)
  try {
    await connection.get(lockStatements.tryAlone, key)
    return (await other.get<{ taken: number }>(lockStatements.tryAlone, key))?.taken === 0
  } finally {
    await other.close()
    await connection.get(lockStatements.leave, key)
  }
}
