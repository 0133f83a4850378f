import { readFileSync } from 'node:fs'
import path from 'node:path'

/** True where a folder holds the site of the planet of this address, whatever the state says: the folder's status.json tells. */
export function isSiteOf(url: string, folder: string): boolean {
  try {
    const status = JSON.parse(readFileSync(path.join(folder, 'status.json'), 'utf8')) as { planet?: { url?: unknown } }
    return status.planet?.url === url
  } catch {
    return false
  }
}
