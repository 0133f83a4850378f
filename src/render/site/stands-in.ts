import { existsSync } from 'node:fs'
import path from 'node:path'

/** Whether anything stands at a path in the folder of a site. */
export function standsIn(folder: string, file: string): boolean {
  return existsSync(path.join(folder, file))
}
