import type { Readable, Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { ProblemCode } from '../model.ts'
import { findGzip } from './find-gzip.ts'
import { openParts } from './open-parts.ts'

/** An answer that is refused, with the code and the words for it. */
export class FetchError extends Error {
  override name = 'FetchError'

  constructor(
    readonly code: ProblemCode,
    message: string,
  ) {
    super(message)
  }
}

type MakeDecoder = (bytes: Uint8Array) => Transform

const decoders = new Map<string, MakeDecoder>([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  // Half of the servers leave out the two bytes that the standard puts before the packed data (RFC 9110, section 8.4.1.2).
  ['deflate', ([first = 0]) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
  ['br', () => zlib.createBrotliDecompress()],
])

/** What servers write as Content-Encoding where nothing is compressed. */
const unpacked = new Set(['', 'identity', 'none', 'utf-8', 'utf8'])

/** More than one encoding is rare, more than this an attack. */
const maxEncodings = 3

/**
 * Read and decompress a body, up to a size; a larger body is not read to its end.
 *
 * A body that is no gzip though its header says so is taken as it is, and one that is gzip without saying so is
 * unpacked: both are servers' mistakes that hide a good feed.
 *
 * @param encodings the Content-Encoding header
 * @throws FetchError; whatever the connection throws
 */
export async function readBody(
  body: Readable,
  encodings: string | undefined,
  maxSize: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    const coded = readEncodings(encodings)
    let bytes = await collect(body, maxSize, signal)
    for (const [name, makeDecoder] of coded) {
      if (isGzipName(name) && !isGzip(bytes)) continue
      bytes = isGzipName(name)
        ? await unpackGzip(bytes, maxSize, signal)
        : await unpack(bytes, makeDecoder(bytes), maxSize, signal)
    }
    return isGzip(bytes) ? await unpackGzip(bytes, maxSize, signal) : bytes
  } finally {
    // A body that is refused unread would otherwise hold its connection; nobody else listens for its errors.
    body.on('error', () => undefined).destroy()
  }
}

/** The first bytes of a body, or all where the body is shorter; the rest is not waited for. */
export async function readStart(body: Readable, size: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await collect(body, size, signal, true)
  } finally {
    body.on('error', () => undefined).destroy()
  }
}

/** The encodings to undo, outermost first. */
function readEncodings(encodings: string | undefined): [name: string, MakeDecoder][] {
  const names = (encodings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const coded = names.filter((name) => !unpacked.has(name)).reverse()
  if (coded.length > maxEncodings) throw new FetchError('ENCODING', 'is packed more than three times over')
  return coded.map((name) => {
    const makeDecoder = decoders.get(name)
    if (makeDecoder !== undefined) return [name, makeDecoder]
    throw new FetchError('ENCODING', `is packed as "${name.slice(0, 20)}", which we did not ask for`)
  })
}

/** Servers write other things behind the gzip data, which are left out: a comment, the beginning of something else. */
async function unpackGzip(bytes: Uint8Array, maxSize: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await unpack(bytes, zlib.createGunzip(), maxSize, signal)
  } catch (error) {
    if (!(error instanceof FetchError) || error.code !== 'ENCODING') throw error
    const sound = await findGzip(bytes, async (packed) => {
      const decoder = zlib.createInflateRaw()
      return unpack(packed, decoder, maxSize, signal).then(
        () => decoder.bytesWritten,
        () => undefined,
      )
    })
    if (sound === undefined) throw error
    return unpack(sound, zlib.createGunzip(), maxSize, signal)
  }
}

async function unpack(
  bytes: Uint8Array,
  decoder: Transform,
  maxSize: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    decoder.end(bytes)
    return await collect(decoder, maxSize, signal)
  } catch (error) {
    if (error instanceof FetchError || signal.aborted) throw error
    throw new FetchError('ENCODING', 'its compressed body is broken or cut off')
  }
}

async function collect(stream: Readable, maxSize: number, signal: AbortSignal, isStart = false): Promise<Uint8Array> {
  const parts = openParts()
  let size = 0
  const abort = () => stream.destroy(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  try {
    for await (const part of stream) {
      size += (part as Uint8Array).length
      if (isStart && size >= maxSize) {
        parts.add((part as Uint8Array).subarray(0, (part as Uint8Array).length - (size - maxSize)))
        break
      }
      if (size > maxSize) throw new FetchError('TOO_LARGE', `is larger than ${renderSize(maxSize)}`)
      parts.add(part as Uint8Array)
    }
  } finally {
    signal.removeEventListener('abort', abort)
    stream.destroy()
  }
  return parts.join()
}

function isGzipName(name: string): boolean {
  return name === 'gzip' || name === 'x-gzip'
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function renderSize(bytes: number): string {
  return bytes >= 1e6 ? `${Math.round(bytes / 1e5) / 10} MB` : `${Math.round(bytes / 100) / 10} kB`
}
