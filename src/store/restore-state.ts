import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type Sqlite from 'libsql'
import { hideUrl } from './hide-url.ts'
import { keepPrivate } from './keep-private.ts'
import { openDatabase, openLockDatabase } from './open-database.ts'
import { StateError } from './state-error.ts'
import { transact } from './transact.ts'

/**
 * Begin with a state that was published: only where there is no state yet.
 *
 * @param bytes of the database
 * @param urls of feeds.yaml, among them the ones that are hidden in the published state
 * @throws StateError where the bytes are no state of a planet, damaged, or newer than this program; the folder is unchanged then
 */
export function restoreState(folder: string, bytes: Uint8Array, urls: string[]): void {
  const beside = path.join(folder, 'planet.db-restored')
  try {
    rmSync(beside, { force: true })
    keepPrivate(beside)
    writeFileSync(beside, bytes)
    verify(beside)
    const database = openDatabase(beside)
    try {
      compareSchema(database)
      const show = database.prepare(
        "UPDATE feeds SET url = :url, source = json_set(source, '$.url', :url) WHERE url = :hidden",
      )
      transact(database, () => {
        for (const url of urls) show.run({ url, hidden: hideUrl(url) })
      })
      database.exec('PRAGMA journal_mode = DELETE')
    } finally {
      database.close()
    }
    renameSync(beside, path.join(folder, 'planet.db'))
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(beside + end, { force: true })
  }
}

/** Check the file before anything is done that could change it. */
function verify(file: string): void {
  const refuse = (why: string) => new StateError(`what was to be restored ${why}; nothing was touched`)
  let database: Sqlite.Database | undefined
  try {
    database = openLockDatabase(file)
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'entry_ids'").all()
    if (version === 0 || tables.length === 0) throw refuse('is no state of a planet')
    const [result] = database.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[]
    if (result?.integrity_check !== 'ok') throw refuse('is damaged')
  } catch (error) {
    throw error instanceof StateError ? error : refuse('is damaged, or no state of a planet')
  } finally {
    database?.close()
  }
}

/** Refuse a foreign schema: its triggers and views would run within our statements. */
function compareSchema(database: Sqlite.Database): void {
  const fresh = openDatabase(':memory:')
  try {
    const read = (from: Sqlite.Database) =>
      JSON.stringify(from.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all())
    if (read(database) !== read(fresh))
      throw new StateError('what was to be restored is not built as a state of this version is; nothing was touched')
  } finally {
    fresh.close()
  }
}
