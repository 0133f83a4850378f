import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * What the operator says about the planet: about.md in its root.
 *
 * @returns `undefined` where there is none
 */
export async function loadAbout(root: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(root, 'about.md'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
