import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { makeFolder } from '../../make-folder.ts'
import type { PartedFile, SiteFile } from '../../model.ts'
import { isInside } from '../../text/is-inside.ts'

/** What a file is called until it is whole; one that a killed build left is taken away by the next. */
const unfinished = '.planet-new'

/** Files after which signals are looked after. */
const breath = 16

/** Files after which it is noted how far it has come. */
const stage = 32

export type WriteOptions = {
  /** Write nothing; only say what would be written. */
  dryRun?: boolean
  /** False for a path where somebody's own file must stay. */
  mayReplace?(file: string): boolean
  /** Told now and then of files that stand there as they should. */
  onDone?(files: string[]): Promise<void> | undefined
}

/**
 * Write files into a folder, in the order given. One whose bytes are there already is left alone; any other is written
 * beside its place and renamed in, so that a visitor never meets half a page.
 *
 * @returns the paths of all files, and of those that were written, and how many bytes these have
 * @throws where a path leads out of the folder, also by a link; where a file stands that must stay; where the disk does not
 * take it
 */
export async function writeSite(
  files: AsyncIterable<SiteFile | PartedFile> | Iterable<SiteFile | PartedFile>,
  folder: string,
  { dryRun = false, mayReplace = () => true, onDone }: WriteOptions = {},
): Promise<{ all: string[]; written: string[]; bytes: number }> {
  const all = new Set<string>()
  const written: string[] = []
  const folders = new Set<string>()
  const toBytes = openEncoder()
  let [count, size] = [0, 0]
  let done: string[] = []
  for await (const file of files) {
    if (count++ % breath === 0) await setImmediate()
    if (done.length >= stage) {
      await onDone?.(done)
      done = []
    }
    const target = resolveInside(folder, file.path)
    const isNew = !all.has(file.path)
    all.add(file.path)
    const bytes = toBytes('parts' in file ? file.parts : [file.bytes])
    if (holds(target, bytes)) {
      done.push(file.path)
      continue
    }
    if (isNew && !mayReplace(file.path) && lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw new Error(`${target} stands where a page is to be, and Planet did not write it: planet build --adopt`)
    }
    if (!dryRun) {
      const parent = path.dirname(target)
      if (!folders.has(parent)) makeInside(parent, folder)
      folders.add(parent)
      // Each time: what was a folder when the build began may be a link by now.
      if (!leadsInside(parent, folder)) throw leadsOut(parent)
      writeWhole(target, bytes)
    }
    written.push(file.path)
    done.push(file.path)
    size += bytes.length
  }
  return { all: [...all], written, bytes: size }
}

/** The bytes of one file at a time, in the same memory for all: they are good until the next are asked for. */
function openEncoder(): (parts: PartedFile['parts']) => Uint8Array {
  let memory = Buffer.allocUnsafeSlow(1_000_000)
  return (parts) => {
    // A character takes at most three bytes, and nearly always one: what is large is counted.
    const most = parts.reduce((sum, part) => sum + part.length * (typeof part === 'string' ? 3 : 1), 0)
    if (memory.length < most) {
      const size = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(size)
    }
    let size = 0
    for (const part of parts) {
      if (typeof part === 'string') size += memory.write(part, size)
      else {
        memory.set(part, size)
        size += part.length
      }
    }
    return memory.subarray(0, size)
  }
}

/** Delete files that a build wrote, and folders that are empty then. What is gone already is no error. */
export async function deleteFiles(paths: string[], folder: string): Promise<void> {
  for (const file of paths) {
    const target = resolveInside(folder, file)
    if (!leadsInside(path.dirname(target), folder)) continue
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

/** Make a folder of the site, with those above it; a link that leads out of the site is no such folder. */
function makeInside(folder: string, site: string): void {
  if (folder === site) {
    makeFolder(folder)
    return
  }
  makeInside(path.dirname(folder), site)
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder)
  // Before anything is made within it.
  if (!leadsInside(folder, site)) throw leadsOut(folder)
}

function leadsOut(folder: string): Error {
  return new Error(`${folder} is a link out of the site; take it away. Nothing goes there`)
}

function leadsInside(folder: string, site: string): boolean {
  try {
    return isInside(realpathSync.native(folder), realpathSync.native(site))
  } catch {
    return false
  }
}

function holds(target: string, bytes: Uint8Array): boolean {
  try {
    return statSync(target, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(target).equals(bytes)
  } catch {
    return false
  }
}

/** Nothing else is to be done meanwhile, and a site has thousands of small files: waiting for each would cost more than it. */
function writeWhole(target: string, bytes: Uint8Array): void {
  const beside = target + unfinished
  try {
    const handle = openNew(beside)
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

/** A new file, or none: a link that stands here is never followed. What a killed build left goes. */
function openNew(file: string): number {
  try {
    return openSync(file, 'wx')
  } catch {
    forget(file)
    return openSync(file, 'wx')
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
