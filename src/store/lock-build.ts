import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Connection } from './database.ts'
import { privateFolder } from './keep-private.ts'
import { isBusy, openLockDatabase } from './open-database.ts'
import { BusyError, explainDamage } from './state-error.ts'
import type { PostgresPlace, StatePlace } from './store.ts'

/**
 * Held while a build runs; it is free again however the build ends: the kernel frees a lock of a file, PostgreSQL one of a connection.
 * Whoever holds that writes through its connection, so that nobody writes who has lost the lock.
 */
export type BuildLock = { connection: Connection | undefined; release(): Promise<void> }

/**
 * Take the lock of a state, whose folder is made where there is none: one build at a time.
 *
 * @param readHolder who has the lock, in words, once it is known to be taken
 * @throws BusyError at once where another build has it
 */
export async function lockBuild(place: StatePlace, readHolder: () => Promise<string | undefined>): Promise<BuildLock> {
  const lock = place.kind === 'folder' ? lockFolder(place.folder) : await lockSchema(place)
  if (lock !== undefined) return lock
  throw new BusyError(`another build has been running since ${(await readHolder()) ?? 'a moment ago'}; nothing done`)
}

function lockFolder(folder: string): BuildLock | undefined {
  mkdirSync(folder, { recursive: true, mode: privateFolder })
  const file = path.join(folder, 'lock.db')
  const database = openLockDatabase(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw explainDamage(error, file)
    return undefined
  }
  return { connection: undefined, release: async () => void database.close() }
}

async function lockSchema(place: PostgresPlace): Promise<BuildLock | undefined> {
  const { openPostgres } = await import('./open-postgres.ts')
  const connection = await openPostgres(place)
  try {
    const take = 'SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(?, 0)) THEN 1 ELSE 0 END AS taken'
    const row = await connection.get<{ taken: number }>(take, `planet build ${place.schema}`)
    if (row?.taken === 1) return { connection, release: () => connection.close() }
  } catch (error) {
    await connection.close()
    throw error
  }
  await connection.close()
  return undefined
}
