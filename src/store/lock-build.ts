import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { privateFolder } from './keep-private.ts'
import { isBusy, openLockDatabase } from './open-database.ts'
import { BusyError, explainDamage } from './state-error.ts'

/** Held while a build runs; the kernel frees it however the build ends. */
export type BuildLock = { release(): Promise<void> }

/**
 * Take the lock of a state folder, which is made where there is none: one build at a time.
 *
 * @param readHolder who has the lock, in words, once it is known to be taken
 * @throws BusyError at once where another build has it
 */
export async function lockBuild(folder: string, readHolder: () => Promise<string | undefined>): Promise<BuildLock> {
  mkdirSync(folder, { recursive: true, mode: privateFolder })
  const file = path.join(folder, 'lock.db')
  const database = openLockDatabase(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw explainDamage(error, file)
    throw new BusyError(`another build has been running since ${(await readHolder()) ?? 'a moment ago'}; nothing done`)
  }
  return { release: async () => void database.close() }
}
