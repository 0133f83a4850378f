import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

/**
 * What reads pieces of a file of the site, as they stand there.
 *
 * @returns `undefined` where one of them is not there, or nothing can be read
 */
export function openPieces(folder: string) {
  return (file: string, pieces: readonly { from: number; to: number }[]): Uint8Array[] | undefined => {
    try {
      const handle = openSync(path.join(folder, file), 'r')
      try {
        const read = pieces.map(({ from, to }) => {
          const bytes = Buffer.allocUnsafeSlow(to - from)
          return readSync(handle, bytes, 0, bytes.length, from) === bytes.length ? bytes : undefined
        })
        return read.every((bytes) => bytes !== undefined) ? read : undefined
      } finally {
        closeSync(handle)
      }
    } catch {
      return undefined
    }
  }
}
