import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'libsql'
import { keepFolderPrivate, keepPrivate } from './keep-private.ts'
import { type Migration, migrations } from './migrations.ts'
import { explainDamage, StateError } from './state-error.ts'
import { transact } from './transact.ts'

/** A database without a file. */
const inMemory = ':memory:'

/**
 * Open `planet.db`, made where there is none, and bring it to the schema of this version; a copy of an older one is kept
 * beside it.
 *
 * @throws StateError where the file is damaged, or newer than this program
 */
export function openDatabase(file: string, steps = migrations): Sqlite.Database {
  const isNew = !existsSync(file)
  if (file !== inMemory) keepPrivate(file)
  try {
    try {
      return open(file, isNew, steps, 'NORMAL')
    } catch (error) {
      // Readers and writers share an index of the log in a file of 32 KB. Where a full disk has no room for that file, exclusive mode keeps
      // the index in memory, for one process at a time: the state can be read all the same.
      if (isNew || !hasNoRoomForIndex(error)) throw error
      return open(file, isNew, steps, 'EXCLUSIVE')
    }
  } catch (error) {
    throw explainDamage(error, file)
  }
}

function hasNoRoomForIndex(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(IOERR_SHM|FULL)/.test(error.code)
}

function open(file: string, isNew: boolean, steps: Migration[], locking: 'NORMAL' | 'EXCLUSIVE'): Sqlite.Database {
  const database = new Sqlite(file)
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    if (locking === 'EXCLUSIVE') database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = NORMAL')
    // 16 MB: the index pages that a batch touches stay in memory until the commit. More memory, mmap and larger pages gained nothing.
    database.exec('PRAGMA cache_size = -16384')
    database.exec('PRAGMA foreign_keys = ON')
    // Texts that were taken down are overwritten on disk, not only unlinked.
    database.exec('PRAGMA secure_delete = ON')
    migrate(database, file, isNew, steps)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Open a database file that holds no data: a lock. Answers "busy" at once instead of waiting. */
export function openLockDatabase(file: string): Sqlite.Database {
  try {
    const database = new Sqlite(file)
    database.exec('PRAGMA busy_timeout = 0')
    return database
  } catch (error) {
    throw explainDamage(error, file)
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function migrate(database: Sqlite.Database, file: string, isNew: boolean, steps: Migration[]): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number }
  const version = row.user_version
  if (version > steps.length) {
    throw new StateError(`${file} was written by a newer version of planet; nothing was touched. Update planet`)
  }
  if (version === 0 && !isNew && tableCount(database) > 0) {
    throw new StateError(
      `${file} is a database of another program; nothing was touched. Name another folder with --state`,
    )
  }
  if (version === steps.length) return
  if (version > 0) keepOld(database, `${file}.version-${version}`)
  if (version > 0 && path.basename(path.dirname(file)) === '.planet') keepFolderPrivate(path.dirname(file))
  transact(database, () => {
    for (const step of steps.slice(version)) {
      if (typeof step === 'string') database.exec(step)
      else step(database)
    }
    database.exec(`PRAGMA user_version = ${steps.length}`)
  })
}

/** Keeps a copy for operators who want to go back to the version of planet that wrote it. */
function keepOld(database: Sqlite.Database, copy: string): void {
  rmSync(copy, { force: true })
  keepPrivate(copy)
  database.prepare('VACUUM INTO ?').run(copy)
}

function tableCount(database: Sqlite.Database): number {
  return (database.prepare('SELECT count(*) AS count FROM sqlite_master').get() as { count: number }).count
}
