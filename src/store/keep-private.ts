import { chmodSync, closeSync, openSync, statSync } from 'node:fs'

/** The mode of a state folder that we make. */
export const privateFolder = 0o700

/**
 * Make a file of the state, for its owner alone, where there is none; where it exists, take all rights from others: addresses with keys are
 * in it. The files that SQLite keeps beside a database get the same mode.
 *
 * Where we may not change the file or the disk, nothing happens here: the write that follows reports the error.
 */
export function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    takeFromOthers(file, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** The folder that earlier versions made readable for others. Other folders stay as they are: they may hold more than the state. */
export function keepFolderPrivate(folder: string): void {
  try {
    takeFromOthers(folder, privateFolder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

function takeFromOthers(file: string, mode: number): void {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, mode)
}
