import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Config } from '../config/schema.ts'
import { downloadFile } from '../fetch/download-file.ts'
import { findPublicUrl } from '../planet/find-public-url.ts'
import { copyPublicState } from '../store/copy-public-state.ts'
import { hasStore, openStore } from '../store/open-store.ts'
import { restoreState } from '../store/restore-state.ts'
import { StateError } from '../store/state-error.ts'
import type { StatePlace } from '../store/store.ts'
import { version } from '../version.ts'
import { exitCodes } from './exit-codes.ts'
import type { BuildFlags } from './flags.ts'
import type { PlanetPlaces } from './load-planet.ts'
import { complain } from './print.ts'

/** The file in the site that holds the state, compressed by brotli (RFC 7932). */
const name = 'state.db.br'

const compress = promisify(zlib.brotliCompress)
const decompress = promisify(zlib.brotliDecompress)

/** Bytes: more than any planet's state, and less than a machine's memory. */
const mostBytes = 1_000_000_000
/** Milliseconds for the whole download, which is larger than a feed. */
const longest = 10 * 60_000

/**
 * Write the state into the site, where it differs from the one published there. Called by the holder of the lock, once the store is closed.
 *
 * @param adopt also write over a file that is not known to be ours
 */
export async function publishState({ output, state }: PlanetPlaces, adopt: boolean): Promise<void> {
  if (state.kind !== 'folder') return
  const target = path.join(output, name)
  await claimPlace(output, state, target, adopt)
  // The copy is made in the folder of the state, which others may not read.
  const folder = mkdtempSync(path.join(state.folder, 'publish-'))
  try {
    const copy = path.join(folder, 'planet.db')
    copyPublicState(state.folder, copy, (source) => findPublicUrl(source) === undefined)
    const bytes = readFileSync(copy)
    if (isPublished(target, bytes)) return
    const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 }
    writeFileSync(`${target}.new`, await compress(bytes, { params: quality }))
    renameSync(`${target}.new`, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether the published state has the same bytes once unpacked. */
function isPublished(target: string, bytes: Uint8Array): boolean {
  if (!existsSync(target)) return false
  try {
    const there = zlib.brotliDecompressSync(readFileSync(target), { maxOutputLength: bytes.length + 1 })
    return there.equals(bytes)
  } catch {
    return false
  }
}

/** Note the file as one of ours: once the operator no longer publishes the state, the next rendering of everything deletes it. */
async function claimPlace(output: string, state: StatePlace, target: string, adopt: boolean): Promise<void> {
  const store = await openStore(state)
  try {
    if (!adopt && existsSync(target) && !isDatabase(unpackStart(readStart(target)))) {
      throw new StateError(
        `${target} stands where the state is to be published, and Planet did not write it; move it away, or let it be written over: planet build --adopt`,
      )
    }
    await store.saveWrittenFiles(output, [name], [])
  } finally {
    await store.close()
  }
}

/**
 * Where there is no state: begin with the published one. Where the site has none yet, the planet is new; where the published state cannot
 * be fetched, the next build tries again, since a planet that began anew would forget all that it had.
 *
 * @returns the exit code to end with, or `undefined` to go on
 * @throws StateError where the answer is no state that this program can use
 */
export async function restorePublished(
  { config, state }: PlanetPlaces,
  { restore, quiet }: BuildFlags,
): Promise<number | undefined> {
  if (restore === undefined || state.kind !== 'folder' || (await hasStore(state))) return undefined
  const url = restore === true ? new URL(name, config.url).href : restore
  const options = { ...config.fetch, timeoutMs: longest, userAgent: `planet/${version} (+${config.url})` }
  const download = await downloadFile(url, options, mostBytes)
  if (download.kind === 'failed') {
    complain(`planet: ${url}: ${download.problem.message}; the state could not be restored, and nothing was done\n`)
    return exitCodes.tryLater
  }
  if (download.kind === 'missing') {
    if (!quiet) complain(`planet: ${url}: there is no state yet; this planet begins anew\n`)
    return undefined
  }
  restoreState(state.folder, await unpack(download.bytes, url), listUrls(config))
  return undefined
}

function readStart(file: string): Uint8Array {
  const bytes = Buffer.alloc(65_536)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}

/** Unpack the beginning of a file cut short; empty where it is not packed by brotli. */
function unpackStart(bytes: Uint8Array): Uint8Array {
  try {
    return zlib.brotliDecompressSync(bytes, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH })
  } catch {
    return new Uint8Array()
  }
}

function isDatabase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 15)).toString('latin1') === 'SQLite format 3'
}

/** Unpack the state. Some servers take `.br` in the name for a Content-Encoding, which the client has already undone. */
async function unpack(bytes: Uint8Array, url: string): Promise<Uint8Array> {
  if (isDatabase(bytes)) return bytes
  try {
    return await decompress(bytes, { maxOutputLength: mostBytes })
  } catch {
    throw new StateError(`${url} is no published state, or it was cut off; nothing was touched`)
  }
}

function listUrls({ feeds }: Config): string[] {
  return feeds.map(({ url }) => url)
}
