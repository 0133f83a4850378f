import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../../text/is-inside.ts'
import { looksLikeImage } from './looks-like-image.ts'

/**
 * A picture that is to be published as it is.
 *
 * @param file its path from the planet's root
 * @returns `undefined` where the file is no picture, or where a link leads out of the root, or to a name that begins with a dot
 * @throws where the file cannot be read
 */
export async function readPicture(file: string, root: string): Promise<Buffer | undefined> {
  const place = await realpath(path.join(root, file))
  const top = await realpath(root)
  const folders = path.relative(top, path.dirname(place)).split(path.sep)
  if (!isInside(place, top) || folders.some((part) => part.startsWith('.'))) return undefined
  const bytes = await readFile(place)
  return looksLikeImage(bytes, file) ? bytes : undefined
}
