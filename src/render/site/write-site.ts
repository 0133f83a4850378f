import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
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

/** A file's suffix until it is whole; a file that a killed build left is removed by the next build. */
const unfinished = '.planet-new'

/** Number of files after which signals get their turn. */
const breath = 16

/** Number of files after which progress is noted. */
const stage = 32

export type WriteOptions = {
  /** Write nothing; only say what would be written. */
  dryRun?: boolean
  /** False for a path at which somebody else's file must stay. */
  mayReplace?(file: string): boolean
  /** Called now and then with files that are in place as they should be. */
  onDone?(files: string[]): Promise<void> | undefined
}

/**
 * Write files into a folder, in the order given. A file whose bytes are there already is left alone; any other is written beside its place
 * and renamed into it, so that a visitor never meets half a page.
 *
 * @returns the paths of all files, and of those that were written, and how many bytes these have
 * @throws where a path leads out of the folder, also by a link; where a file is in the way that must stay; where the disk refuses a file
 */
export async function writeSite(
  files: AsyncIterable<SiteFile | PartedFile> | Iterable<SiteFile | PartedFile>,
  folder: string,
  { dryRun = false, mayReplace = () => true, onDone }: WriteOptions = {},
): Promise<{ all: string[]; written: string[]; bytes: number }> {
  const all = new Set<string>()
  const written: string[] = []
  const makeContent = openEncoder()
  const holds = openComparer()
  const checkFolder = openFolders(folder)
  let count = 0
  let size = 0
  let done: string[] = []
  for await (const file of files) await put(file)
  return { all: [...all], written, bytes: size }

  /** A function of its own: a loop would keep the file, which may have 11 MB, while the next one is made. */
  async function put(file: SiteFile | PartedFile): Promise<void> {
    if (count++ % breath === 0) await setImmediate()
    if (done.length >= stage) {
      await onDone?.(done)
      done = []
    }
    const target = resolveInside(folder, file.path)
    const isNew = !all.has(file.path)
    all.add(file.path)
    const content = makeContent('parts' in file ? file.parts : [file.bytes])
    if (holds(target, content)) {
      done.push(file.path)
      return
    }
    if (isNew && !mayReplace(file.path) && lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw new Error(`${target} stands where a page is to be, and Planet did not write it: planet build --adopt`)
    }
    if (!dryRun) {
      checkFolder(path.dirname(target))
      writeWhole(target, content)
    }
    written.push(file.path)
    done.push(file.path)
    size += content.size
  }
}

/** Bytes that are compared and written at once: most files have no more. */
const chunkSize = 500_000

/** A chunk with less room than this many bytes is not filled up further. */
const leastRoom = 5000

/** The bytes of a file; a chunk is valid until the next is asked for, and all are invalid once another file is encoded. */
type Content = { size: number; chunks(): Iterable<Uint8Array> }

/**
 * All files are encoded into the same memory, a chunk at a time: a file of 11 MB, which lists ten thousand blogs, is not in memory twice.
 */
function openEncoder(): (parts: PartedFile['parts']) => Content {
  const memory = Buffer.allocUnsafeSlow(chunkSize)
  return (parts) => {
    const end = encodeSmall(parts, memory)
    if (end === undefined) {
      const size = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
      return { size, chunks: () => encode(parts, memory) }
    }
    const whole = memory.subarray(0, end)
    return { size: end, chunks: () => [whole] }
  }
}

/** Bytes of a character at most. */
const character = 4

/**
 * Encode the whole file at once: counting its bytes first would take as long again.
 *
 * @returns how many bytes the file has; `undefined` where the memory may be too small
 */
function encodeSmall(parts: PartedFile['parts'], memory: Buffer): number | undefined {
  let end = 0
  for (const part of parts) {
    if (part.length > memory.length - end) return undefined
    end += put(part, memory, end)
    // Less than a character may be what did not fit.
    if (memory.length - end < character) return undefined
  }
  return end
}

function* encode(parts: PartedFile['parts'], memory: Buffer): Generator<Uint8Array> {
  let end = 0
  for (const part of parts) {
    for (let from = 0; from < part.length; ) {
      if (memory.length - end < leastRoom) {
        yield memory.subarray(0, end)
        end = 0
      }
      const until = findEnd(part, from, memory.length - end)
      end += put(typeof part === 'string' ? part.slice(from, until) : part.subarray(from, until), memory, end)
      from = until
    }
  }
  yield memory.subarray(0, end)
}

/** The end of as much of a part as surely fits, never within a character. */
function findEnd(part: string | Uint8Array, from: number, room: number): number {
  if (typeof part !== 'string') return from + room
  const until = from + Math.floor(room / 3)
  const last = part.charCodeAt(until - 1)
  return last >= 0xd800 && last < 0xdc00 ? until - 1 : until
}

function put(part: string | Uint8Array, memory: Buffer, at: number): number {
  if (typeof part === 'string') return memory.write(part, at)
  memory.set(part, at)
  return part.length
}

/** Delete files that a build wrote, and folders that this leaves empty. A file that is gone already is no error. */
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

/** Folders that are remembered: a site may have as many as there are blogs, and mostly writes the files of a folder one after another. */
const mostFolders = 1000

/**
 * Makes folders of a site, each with those above it, where they are not there; a link that leads out of the site is refused. Called again
 * before each file, it only checks that the folder is still the same one: it may have become a link.
 */
function openFolders(site: string): (folder: string) => void {
  const known = new Map<string, string>()
  const nameOf = (folder: string) => {
    const found = statSync(folder, { throwIfNoEntry: false })
    return found && `${found.dev} ${found.ino}`
  }
  return function check(folder: string): void {
    const found = nameOf(folder)
    if (found !== undefined && known.get(folder) === found) return
    if (folder === site) makeFolder(folder)
    else {
      check(path.dirname(folder))
      // Checked before anything is made within the folder; a folder made now is inside the site because its parent is.
      if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder)
      else if (!leadsInside(folder, site)) throw leadsOut(folder)
    }
    if (known.size >= mostFolders) known.clear()
    known.set(folder, nameOf(folder) ?? '')
  }
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

/** Tells whether a file has these bytes. */
function openComparer(): (target: string, content: Content) => boolean {
  const memory = Buffer.allocUnsafeSlow(chunkSize)
  return (target, { size, chunks }) => {
    try {
      if (statSync(target, { throwIfNoEntry: false })?.size !== size) return false
      const handle = openSync(target, 'r')
      try {
        for (const chunk of chunks()) {
          const read = readSync(handle, memory, 0, chunk.length, null)
          if (!memory.subarray(0, read).equals(chunk)) return false
        }
        return true
      } finally {
        closeSync(handle)
      }
    } catch {
      return false
    }
  }
}

/**
 * Synchronous: there is nothing else to do meanwhile, and a site has thousands of small files; awaiting each write would cost more than the
 * write.
 */
function writeWhole(target: string, { chunks }: Content): void {
  const beside = target + unfinished
  try {
    const handle = openNew(beside)
    try {
      for (const chunk of chunks()) writeFileSync(handle, chunk)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, target)
  } catch (error) {
    forget(beside)
    throw name(error, target)
  }
}

/** Open a new file or fail: a link at this path is never followed. A file that a killed build left is removed. */
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
    // The failed write is the error to report.
  }
}

/** Node's error does not name the file whose write failed. */
function name(error: unknown, target: string): unknown {
  if (error instanceof Error && !('path' in error && error.path !== undefined))
    return Object.assign(error, { path: target })
  return error
}
