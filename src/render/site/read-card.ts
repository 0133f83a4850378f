import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cardPath } from '../paths/page-path.ts'

/** The planet's own picture, as it stands in the site; `undefined` where it is missing or incomplete (PNG, section 11.2.5). */
export function readCard(folder: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path.join(folder, cardPath))
    return bytes.subarray(-8, -4).toString('latin1') === 'IEND' ? bytes : undefined
  } catch {
    return undefined
  }
}
