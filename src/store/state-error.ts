import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import type { StatePlace } from './store.ts'

/** The state folder cannot be used; the message says why, and what to do. Nothing in it was changed. */
export class StateError extends Error {
  override name = 'StateError'
}

/** The database could not be reached, or the connection was lost. An open transaction was not kept. */
export class LostError extends Error {
  override name = 'LostError'
}

/**
 * What is there of a site when the machine fails: `old`, the old site, though some pages may be new already; `none` in a first build, where
 * the front page is written last, so that nobody finds the other pages yet; or `new`, the complete new site, of which the state does not
 * know.
 */
export type Standing = 'old' | 'none' | 'new'

/** The machine failed while the site was written, or after that: what was stored before is complete. `cause` is the first error. */
export class UnfinishedError extends Error {
  override name = 'UnfinishedError'
  readonly stands: Standing

  constructor(stands: Standing, cause: unknown) {
    super('the build is not finished', { cause })
    this.stands = stands
  }
}

/** Another build holds the lock. */
export class BusyError extends Error {
  override name = 'BusyError'
}

/**
 * A StateError in place of SQLite's error, where the file is no database or damaged, or cannot be written; any other error unchanged.
 */
export function explainDamage(error: unknown, place: StatePlace | string): unknown {
  if (error instanceof UnfinishedError) return new UnfinishedError(error.stands, explainDamage(error.cause, place))
  const code = findCode(error)
  // Errors of PostgreSQL are explained by `explainPostgres`.
  if (typeof place !== 'string' && place.kind === 'postgres') return error
  const file = typeof place === 'string' ? place : path.join(place.folder, 'planet.db')
  if (/FULL|IOERR/.test(code)) {
    const reason = code.includes('FULL') ? 'no space left on device' : 'the disk reports an error'
    const message = `cannot write ${file}: ${reason}; the site is as it was, and nothing stored is lost; free some space, and build again`
    return new StateError(message, { cause: error })
  }
  if (/READONLY|CANTOPEN/.test(code)) {
    const message = isOnReadOnlyDisk(file)
      ? `cannot write ${file}: read-only file system; the site is as it was, and nothing stored is lost; mount it so that it can be written`
      : `cannot write ${file}: it, or the folder that it is in, is not ours to write; run planet as the user who owns it`
    return new StateError(message, { cause: error })
  }
  if (!/NOTADB|CORRUPT/.test(code)) return error
  return new StateError(
    `${file} is damaged; nothing was touched. Copy backup.db, which lies beside it and is at most a week older, over it and delete planet.db-wal and planet.db-shm; without one, move it away to begin anew`,
    { cause: error },
  )
}

/** True where the disk is mounted read-only, as after a disk error: SQLite reports that like a file that belongs to somebody else. */
function isOnReadOnlyDisk(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EROFS'
  }
}

/** The code of an error of SQLite, such as "SQLITE_FULL"; empty for any other. */
function findCode(error: unknown): string {
  // The driver gives an error of opening no code, but has SQLite's number in its words.
  if (error instanceof Error && /^ConnectionFailed\(.*: 14"\)$/s.test(error.message)) return 'SQLITE_CANTOPEN'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') ? code : ''
}

/** A failure of the machine, with what is there of the site; any other error, and an UnfinishedError, unchanged. */
export function explainUnfinished(error: unknown, stands: Standing): unknown {
  return isMachineFailure(error) ? new UnfinishedError(stands, error) : error
}

/** True of an error for which the machine or its operator is to blame, not the data to be stored. */
export function isMachineFailure(error: unknown): boolean {
  if (error instanceof StateError || error instanceof LostError) return true
  const code = findCode(error)
  if (code !== '') return /FULL|IOERR|READONLY|CANTOPEN|NOTADB|CORRUPT|BUSY|LOCKED|NOMEM/.test(code)
  return error instanceof Error && 'errno' in error && 'syscall' in error
}
