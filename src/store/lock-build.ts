import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { Connection } from './database.ts'
import { privateFolder } from './keep-private.ts'
import { type LockName, lockStatements, makeLockKey } from './make-lock-key.ts'
import { isBusy, openLockDatabase } from './open-database.ts'
import { BusyError, explainDamage } from './state-error.ts'
import type { PostgresPlace, StatePlace } from './store.ts'

/**
 * Held while a build runs; it is free again however the build ends: the kernel frees a lock of a file, PostgreSQL one of a connection.
 * Whoever holds that writes through its connection, so that nobody writes who has lost the lock.
 */
export type BuildLock = {
  connection: Connection | undefined
  /** A fetcher's, beside which others may fetch, and one may render. */
  isShared: boolean
  release(): Promise<void>
}

/** Who wants it: one that must be alone; a fetcher; a rendering. In a folder each is alone. */
export type LockedPart = 'both' | 'fetch' | 'render'

/**
 * Take the lock of a state, whose folder is made where there is none: one build at a time; in a database any number that fetch, and one
 * that renders, for which they wait.
 *
 * @param readHolder who has the lock, in words, once it is known to be taken
 * @throws BusyError at once where another build has it
 */
export async function lockBuild(
  place: StatePlace,
  readHolder: () => Promise<string | undefined>,
  part: LockedPart = 'both',
): Promise<BuildLock> {
  const lock = place.kind === 'folder' ? lockFolder(place.folder) : await lockSchema(place, part)
  if (lock !== undefined) return lock
  throw new BusyError(`another build has been running since ${(await readHolder()) ?? 'a moment ago'}; nothing done`)
}

function lockFolder(folder: string): BuildLock | undefined {
  makeFolder(folder, privateFolder)
  const file = path.join(folder, 'lock.db')
  const database = openLockDatabase(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw explainDamage(error, file)
    return undefined
  }
  return { connection: undefined, isShared: false, release: async () => void database.close() }
}

async function lockSchema(place: PostgresPlace, part: LockedPart): Promise<BuildLock | undefined> {
  const { openPostgres } = await import('./open-postgres.ts')
  const connection = await openPostgres(place)
  const take = async (statement: string, name: LockName) =>
    (await connection.get<{ taken: number }>(statement, makeLockKey(place, name)))?.taken === 1
  try {
    const isTaken =
      (await take(part === 'both' ? lockStatements.tryAlone : lockStatements.tryShared, 'run')) &&
      (part !== 'render' || (await take(lockStatements.tryAlone, 'render'))) &&
      // Fetchers keep what they were about to, and wait with the rest.
      (part !== 'render' || (await take(lockStatements.waitAlone, 'write')))
    if (isTaken) return { connection, isShared: part === 'fetch', release: () => connection.close() }
  } catch (error) {
    await connection.close()
    throw error
  }
  await connection.close()
  return undefined
}
