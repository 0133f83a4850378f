import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { Connection } from './database.ts'
import { privateFolder } from './keep-private.ts'
import { type LockName, lockStatements, makeLockKey } from './make-lock-key.ts'
import { isBusy, openLockDatabase } from './open-database.ts'
import { BusyError, explainDamage } from './state-error.ts'
import type { PostgresPlace, StatePlace } from './store.ts'

/**
 * Held while a build runs; it is freed however the build ends: by the kernel where it is a file, by PostgreSQL where it is a connection.
 * The holder writes through that same connection, so that a build that has lost the lock cannot write.
 */
export type BuildLock = {
  connection: Connection | undefined
  /** True of a fetcher's lock: other fetchers, and one rendering, may run beside it. */
  isShared: boolean
  release(): Promise<void>
}

/** Who asks for the lock: a build that must be alone; a fetcher; a rendering. With a folder, each is alone. */
export type LockedPart = 'both' | 'fetch' | 'render'

/**
 * Take the lock of a state; its folder is made where there is none. One build at a time; with PostgreSQL, any number of fetchers and one
 * rendering, during which the fetchers wait to write.
 *
 * @param readHolder called where the lock is taken: says who has it, in words
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
      // Waits for the transactions of fetchers that are under way; fetchers wait with their next ones.
      (part !== 'render' || (await take(lockStatements.waitAlone, 'write')))
    if (isTaken) return { connection, isShared: part === 'fetch', release: () => connection.close() }
  } catch (error) {
    await connection.close()
    throw error
  }
  await connection.close()
  return undefined
}
