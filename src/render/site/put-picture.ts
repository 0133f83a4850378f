import { copyFileSync, existsSync, linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../../make-folder.ts'
import { isInside } from '../../text/is-inside.ts'

/**
 * Put a kept file into the site as well: without a second copy where both places are on one disk. The file is named by its content, so that
 * one already in the site is the same.
 *
 * @param from where the file is kept
 * @param file its path in the site
 * @returns whether the site has the file now; false where it is in neither place
 * @throws where the disk refuses it, or a folder of the site is a link that leads out of the site
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

/** Whether a picture is where pictures are kept, or in the site already. */
export function hasPicture(from: string, file: string, folder: string | undefined): boolean {
  return existsSync(from) || (folder !== undefined && existsSync(path.join(folder, file)))
}
