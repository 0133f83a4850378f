import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Make a folder, and those above it that are missing. Node's own `recursive` asks for ever where a folder is there and lets none be made
 * in it, as /proc does (mkdir(2), ENOENT; Node 20 to 24).
 *
 * @param mode of each that is made, before the umask
 * @throws what the system says of the first that cannot be made
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const parent = path.dirname(folder)
  if (parent !== folder && !existsSync(parent)) makeFolder(parent, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // It was there, or somebody else has made it meanwhile.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
