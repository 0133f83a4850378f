import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { PictureFiles } from './picture-store.ts'

/** Copies of pictures, in a folder beside the database: each is named by a hash of its content, and never changes. */
export function openPictureFiles(state: string): PictureFiles {
  const folder = path.join(state, 'pictures')
  const placeOf = (hash: string, width: number) => path.join(folder, `${hash}-${width}.webp`)
  return {
    placeOf,
    write(hash, copies) {
      makeFolder(folder, 0o700)
      for (const { width, bytes } of copies) {
        const place = placeOf(hash, width)
        try {
          writeFileSync(`${place}.new`, bytes)
          renameSync(`${place}.new`, place)
        } catch (error) {
          rmSync(`${place}.new`, { force: true })
          throw error
        }
      }
    },
    remove(hash, widths) {
      for (const width of widths) rmSync(placeOf(hash, width), { force: true })
    },
  }
}
