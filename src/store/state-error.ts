import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import type { StatePlace } from './store.ts'

/** The state folder cannot be used; the message says why, and what to do. Nothing in it was changed. */
export class StateError extends Error {
  override name = 'StateError'
}

/** What keeps the state could not be reached, or the connection to it was lost. What was not whole was not kept. */
export class LostError extends Error {
  override name = 'LostError'
}

/**
 * What of a site stands when the machine fails: the old one, but for pages that are new already; none in a first build, where the front page
 * comes last, so that nobody finds the others yet; or the new one, whole, of which the state does not know.
 */
export type Standing = 'old' | 'none' | 'new'

/** The machine failed while the site was written, or after that: what came before stands there, whole. `cause` is what failed. */
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
 * A StateError in place of SQLite's, where that says that the file is no database or broken, or that the disk does not take
 * it; any other error as it is.
 */
export function explainDamage(error: unknown, place: StatePlace | string): unknown {
  if (error instanceof UnfinishedError) return new UnfinishedError(error.stands, explainDamage(error.cause, place))
  const code = findCode(error)
  // What PostgreSQL says is explained where it is heard.
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

/** A disk that the system no longer lets anybody write, as after an error of its own: SQLite says the same of a file of others. */
function isOnReadOnlyDisk(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EROFS'
  }
}

/** Whichever engine stands behind the store: "SQLITE_FULL". */
function findCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') ? code : ''
}

/** What the machine failed at, with what stands of the site by then; any other error, and one that says so already, as it is. */
export function explainUnfinished(error: unknown, stands: Standing): unknown {
  return isMachineFailure(error) ? new UnfinishedError(stands, error) : error
}

/** True of an error that the machine is to blame for, or whoever runs it, and not what was to be stored. */
export function isMachineFailure(error: unknown): boolean {
  if (error instanceof StateError || error instanceof LostError) return true
  const code = findCode(error)
  if (code !== '') return /FULL|IOERR|READONLY|CANTOPEN|NOTADB|CORRUPT|BUSY|LOCKED|NOMEM/.test(code)
  return error instanceof Error && 'errno' in error && 'syscall' in error
}
