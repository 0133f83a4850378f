import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Make a folder, and its missing parents. Node's own `recursive` loops for ever below a folder that exists but answers ENOENT to mkdir(2),
 * as /proc does (Node 20 to 24).
 *
 * @param mode of each folder that is made, before the umask
 * @throws the system's error for the first folder that cannot be made
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const parent = path.dirname(folder)
  if (parent !== folder && !existsSync(parent)) makeFolder(parent, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Fine where the folder existed, or another process has made it meanwhile.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
