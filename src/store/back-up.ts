import { constants, copyFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from './database.ts'
import { keepPrivate } from './keep-private.ts'
import { readMeta, writeMeta } from './meta.ts'

const week = 7 * 86_400_000

/**
 * Once a week, keep a copy of the state beside it: backup.db, whole at any moment.
 * A state that is younger than that is not worth one.
 */
export function backUp(database: Database.Database, folder: string, now: Date): void {
  const last = readMeta(database, 'backed_up')
  if (last !== undefined && +now - Number(last) < week) return
  if (last !== undefined) {
    const beside = path.join(folder, 'backup.db-new')
    rmSync(beside, { force: true })
    // Nobody writes but us: once all of the log is in the file, that is the whole state, and where the disk can clone it
    // takes no time. While somebody reads, the log may hold what is not in the file, or what was taken down may be there.
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
    if (busy === 0) copyFileSync(path.join(folder, 'planet.db'), beside, constants.COPYFILE_FICLONE)
    else database.prepare('VACUUM INTO ?').run(beside)
    keepPrivate(beside)
    renameSync(beside, path.join(folder, 'backup.db'))
  }
  writeMeta(database, 'backed_up', String(+now))
}
