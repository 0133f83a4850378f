import { chmodSync, closeSync, openSync, statSync } from 'node:fs'

/** The mode of a state folder that we make. */
export const privateFolder = 0o700

/**
 * Make a file of the state where there is none, for its owner alone, and take from others what they may do with one that is
 * there: addresses with keys stand in it. What SQLite keeps beside a database has the same mode.
 *
 * Where the file or the disk is not ours to change, it stays as it is: whoever goes on to write it is told so then.
 */
export function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    takeFromOthers(file, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** The folder that planets of earlier versions made, and shared. Others may hold more than the state. */
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
