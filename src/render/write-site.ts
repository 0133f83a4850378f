import { mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type { SiteFile } from '../model.ts'

/** What a file is called until it is whole; one that a killed build left is overwritten by the next. */
const unfinished = '.planet-new'

/**
 * Write files into a folder, in the order given. One whose bytes are there already is left alone; any other is written
 * beside its place and renamed in, so that a visitor never meets half a page.
 *
 * @param dryRun write nothing; only say what would be written
 * @returns the paths of all files, and of those that were written
 * @throws where a path leads out of the folder, or the disk does not take it
 */
export async function writeSite(
  files: AsyncIterable<SiteFile> | Iterable<SiteFile>,
  folder: string,
  dryRun = false,
): Promise<{ all: string[]; written: string[] }> {
  const all: string[] = []
  const written: string[] = []
  for await (const file of files) {
    const target = resolveInside(folder, file.path)
    all.push(file.path)
    const bytes = Buffer.from(file.bytes as Uint8Array)
    if (await holds(target, bytes)) continue
    if (!dryRun) {
      await mkdir(path.dirname(target), { recursive: true })
      await writeWhole(target, bytes)
    }
    written.push(file.path)
  }
  return { all, written }
}

/** Delete files that a build wrote, and folders that are empty then. What is gone already is no error. */
export async function deleteFiles(paths: string[], folder: string): Promise<void> {
  for (const file of paths) {
    const target = resolveInside(folder, file)
    await rm(target, { force: true })
    for (let parent = path.dirname(target); parent.length > folder.length; parent = path.dirname(parent)) {
      const isEmpty = await rmdir(parent).then(
        () => true,
        () => false,
      )
      if (!isEmpty) break
    }
  }
}

function resolveInside(folder: string, file: string): string {
  const target = path.resolve(folder, file)
  if (!target.startsWith(folder + path.sep) || file.includes('\0'))
    throw new Error(`${file} is no path inside the site`)
  return target
}

async function holds(target: string, bytes: Buffer): Promise<boolean> {
  try {
    return bytes.equals(await readFile(target))
  } catch {
    return false
  }
}

async function writeWhole(target: string, bytes: Buffer): Promise<void> {
  const beside = target + unfinished
  try {
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw name(error, target)
  }
}

/** Node does not say which file a failed write was for. */
function name(error: unknown, target: string): unknown {
  if (error instanceof Error && !('path' in error && error.path !== undefined))
    return Object.assign(error, { path: target })
  return error
}
