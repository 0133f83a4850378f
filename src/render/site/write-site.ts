import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SiteFile } from '../../model.ts'

/** What a file is called until it is whole; one that a killed build left is overwritten by the next. */
const unfinished = '.planet-new'

/** Files after which signals are looked after. */
const breath = 16

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
  const folders = new Set<string>()
  for await (const file of files) {
    if (all.length % breath === 0) await setImmediate()
    const target = resolveInside(folder, file.path)
    all.push(file.path)
    const bytes = Buffer.from(file.bytes as Uint8Array)
    if (holds(target, bytes)) continue
    if (!dryRun) {
      const parent = path.dirname(target)
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
      folders.add(parent)
      writeWhole(target, bytes)
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

function holds(target: string, bytes: Buffer): boolean {
  try {
    return statSync(target, { throwIfNoEntry: false })?.size === bytes.length && bytes.equals(readFileSync(target))
  } catch {
    return false
  }
}

/** Nothing else is to be done meanwhile, and a site has thousands of small files: waiting for each would cost more than it. */
function writeWhole(target: string, bytes: Buffer): void {
  const beside = target + unfinished
  try {
    const handle = openSync(beside, 'w')
    try {
      writeFileSync(handle, bytes)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, target)
  } catch (error) {
    forget(beside)
    throw name(error, target)
  }
}

function forget(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // What it could not write is the error to tell.
  }
}

/** Node does not say which file a failed write was for. */
function name(error: unknown, target: string): unknown {
  if (error instanceof Error && !('path' in error && error.path !== undefined))
    return Object.assign(error, { path: target })
  return error
}
