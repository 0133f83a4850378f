import { constants, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from './database.ts'
import { keepPrivate } from './keep-private.ts'
import { readMeta } from './meta.ts'
import { isBusy, openDatabase, openLockDatabase } from './open-database.ts'

const week = 7 * 86_400_000
/** Milliseconds that one waits for another that makes a copy. */
const longestWait = 60_000

/** True where the last copy is a week old, or holds what was taken down. A state that is younger than that is not worth one. */
export async function isBackupDue(database: Database, now: Date): Promise<boolean> {
  return isOld(await readMeta(database, 'backed_up'), now)
}

function isOld(last: string | undefined, now: Date): boolean {
  return last !== undefined && +now - Number(last) >= week
}

const statements = {
  last: "SELECT value FROM meta WHERE name = 'backed_up'",
  put: "UPDATE meta SET value = ? WHERE name = 'backed_up'",
}

/**
 * Keep a copy of the state beside it: backup.db, whole at any moment. Of a large state that takes seconds: it is for after a build, when
 * the lock is given back, and others may build meanwhile. Nothing is done where a copy is not due any more.
 *
 * @param folder of the state, where planet.db is
 * @throws where the disk does not take it; backup.db is what it was then
 */
export async function backUp(folder: string, now: Date): Promise<void> {
  const lock = openLockDatabase(path.join(folder, 'backup-lock.db'))
  lock.exec(`PRAGMA busy_timeout = ${longestWait}`)
  const file = path.join(folder, 'planet.db')
  const database = openDatabase(file)
  const readLast = () => (database.prepare(statements.last).get() as { value: string } | undefined)?.value
  try {
    // Freed by the kernel, however this ends.
    lock.exec('BEGIN EXCLUSIVE')
    const beside = path.join(folder, 'backup.db-new')
    rmSync(beside, { force: true })
    // All of the log is in the file then; while others read, it may not be.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.exec('BEGIN')
    const last = readLast()
    if (!isOld(last, now)) return
    // What was taken down meanwhile is in the copy: whoever did that makes another.
    if (isEmpty(`${file}-wal`)) {
      // Whoever reads while the log is empty reads the file itself, which nobody changes until he is done: a plain copy of it is whole,
      // and takes no time where the disk can clone.
      await copyFile(file, beside, constants.COPYFILE_FICLONE)
      database.exec('ROLLBACK')
    } else {
      database.exec('ROLLBACK')
      database.prepare('VACUUM INTO ?').run(beside)
    }
    keepPrivate(beside)
    // Nobody takes anything down between the look and the name.
    database.exec('BEGIN IMMEDIATE')
    if (readLast() !== last) return rmSync(beside)
    renameSync(beside, path.join(folder, 'backup.db'))
    database.prepare(statements.put).run(String(+now))
    database.exec('COMMIT')
  } catch (error) {
    // Somebody writes for long: the next build makes one.
    if (!isBusy(error)) throw error
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
    database.close()
    lock.close()
  }
}

function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}
