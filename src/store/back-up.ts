import { constants, copyFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from './database.ts'
import { keepPrivate } from './keep-private.ts'
import { readMeta, writeMeta } from './meta.ts'

const week = 7 * 86_400_000

/**
 * Once a week, keep a copy of the state beside it: backup.db, whole at any moment.
 * A state that is younger than that is not worth one.
 *
 * @param folder of the state, where planet.db is
 */
export async function backUp(database: Database, folder: string, now: Date): Promise<void> {
  const last = await readMeta(database, 'backed_up')
  if (last !== undefined && +now - Number(last) < week) return
  if (last !== undefined) {
    const beside = path.join(folder, 'backup.db-new')
    rmSync(beside, { force: true })
    // Nobody writes but us: once all of the log is in the file, that is the whole state, and where the disk can clone it
    // takes no time. While somebody reads, the log may hold what is not in the file, or what was taken down may be there.
    await database.land()
    const log = await database.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
    if (log?.busy === 0) copyFileSync(path.join(folder, 'planet.db'), beside, constants.COPYFILE_FICLONE)
    else await database.run('VACUUM INTO ?', beside)
    keepPrivate(beside)
    renameSync(beside, path.join(folder, 'backup.db'))
  }
  await database.transaction((tx) => writeMeta(tx, 'backed_up', String(+now)))
}
