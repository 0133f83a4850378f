import { randomUUID } from 'node:crypto'
import type { Connection } from './database.ts'
import { lockStatements } from './make-lock-key.ts'
import type { PostgresPlace } from './store.ts'

/**
 * True where an address leads to the database that a connection has: one has many spellings. What one of the two locks, the other
 * cannot, for as long as the first is open.
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
