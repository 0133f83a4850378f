import { constants, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from './database.ts'
import { keepPrivate } from './keep-private.ts'
import { readMeta } from './meta.ts'
import { isBusy, openDatabase, openLockDatabase } from './open-database.ts'

const week = 7 * 86_400_000
/** Milliseconds that a process waits for another one that is making a copy. */
const longestWait = 60_000

/** True where the last copy is a week old, or holds entries that were taken down since. A state younger than a week is not worth a copy. */
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
 * Keep a copy of the state beside it: backup.db, complete at any moment. With a large state this takes seconds: call it after a build, when
 * the lock is given back, so that other builds may run meanwhile. Nothing is done where a copy is no longer due.
 *
 * @param folder of the state, where planet.db is
 * @throws where the disk does not take the copy; backup.db is unchanged then
 */
export async function backUp(folder: string, now: Date): Promise<void> {
  const lock = openLockDatabase(path.join(folder, 'backup-lock.db'))
  lock.exec(`PRAGMA busy_timeout = ${longestWait}`)
  const file = path.join(folder, 'planet.db')
  const database = openDatabase(file)
  const readLast = () => (database.prepare(statements.last).get() as { value: string } | undefined)?.value
  try {
    // The kernel frees this lock, however the process ends.
    lock.exec('BEGIN EXCLUSIVE')
    const beside = path.join(folder, 'backup.db-new')
    rmSync(beside, { force: true })
    // Moves the write-ahead log into the file; not all of it where other processes are reading.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.exec('BEGIN')
    const last = readLast()
    if (!isOld(last, now)) return
    // Entries that are taken down from here on are still in the copy: then `backed_up` changes, and it is thrown away below.
    if (isEmpty(`${file}-wal`)) {
      // A transaction that reads while the log is empty reads the file itself, which nobody changes until that transaction ends: so a plain
      // copy is complete, and takes no time where the disk can clone files.
      await copyFile(file, beside, constants.COPYFILE_FICLONE)
      database.exec('ROLLBACK')
    } else {
      database.exec('ROLLBACK')
      database.prepare('VACUUM INTO ?').run(beside)
    }
    keepPrivate(beside)
    // A write lock: no entry can be taken down between this check and the renaming.
    database.exec('BEGIN IMMEDIATE')
    if (readLast() !== last) return rmSync(beside)
    renameSync(beside, path.join(folder, 'backup.db'))
    database.prepare(statements.put).run(String(+now))
    database.exec('COMMIT')
  } catch (error) {
    // Another process writes for long: the next build makes the copy.
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
