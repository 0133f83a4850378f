import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../make-folder.ts'

export type Copy = {
  from: string
  /** From the planet's root. */
  to: string
}

/** Files that are there already stay as they are. */
export async function copyFiles(copies: Copy[], root: string): Promise<void> {
  for (const { from, to } of copies) {
    const target = path.join(root, to)
    if (existsSync(target)) continue
    makeFolder(path.dirname(target))
    await copyFile(from, target)
  }
}
