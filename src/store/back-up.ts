import { renameSync, rmSync } from 'node:fs'
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
    keepPrivate(beside)
    database.prepare('VACUUM INTO ?').run(beside)
    renameSync(beside, path.join(folder, 'backup.db'))
  }
  writeMeta(database, 'backed_up', String(+now))
}
