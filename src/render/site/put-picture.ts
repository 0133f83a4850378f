import { copyFileSync, existsSync, linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../../make-folder.ts'
import { isInside } from '../../text/is-inside.ts'

/**
 * Let a file stand in the site, too: without a second copy of it where both are on one disk. It is named for what is in it, so that one
 * which is there already is the same.
 *
 * @param from where it is
 * @param file its path in the site
 * @returns whether it stands there; false where there is no such file, here or there
 * @throws where the disk does not take it, or a folder of the site is a link out of it
 */
export function putPicture(from: string, file: string, folder: string): boolean {
  const target = path.join(folder, file)
  const [given, there] = [from, target].map((each) => statSync(each, { throwIfNoEntry: false }))
  if (given === undefined) return there?.isFile() === true
  if (there?.size === given.size) return true
  const parent = path.dirname(target)
  makeFolder(parent)
  if (!isInside(realpathSync(parent), realpathSync(folder))) {
    throw new Error(`${parent} is a link out of the site; take it away. Nothing goes there`)
  }
  const beside = `${target}.planet-new`
  rmSync(beside, { force: true })
  try {
    linkSync(from, beside)
  } catch {
    copyFileSync(from, beside)
  }
  renameSync(beside, target)
  return true
}

/** Whether a copy is where it is kept, or in the site already. */
export function hasPicture(from: string, file: string, folder: string | undefined): boolean {
  return existsSync(from) || (folder !== undefined && existsSync(path.join(folder, file)))
}
