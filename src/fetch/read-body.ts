import type { Readable, Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { ProblemCode } from '../model.ts'

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

const decoders: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
}

/** More than one is rare, more than this an attack. */
const maxEncodings = 3

/**
 * Read and decompress a body, up to a size; what is larger is not read to its end.
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
  const names = (encodings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const coded = names.filter((name) => name !== '' && name !== 'identity').reverse()
  if (coded.length > maxEncodings) throw new FetchError('ENCODING', 'is packed more than three times over')

  const packed = await collect(body, maxSize, signal)
  let bytes = packed
  for (const name of coded) {
    const decoder = decoders[name]
    if (decoder === undefined)
      throw new FetchError('ENCODING', `is packed as "${name.slice(0, 20)}", which we did not ask for`)
    if (isGzipName(name) && !isGzip(bytes)) continue
    bytes = await unpack(bytes, decoder(), maxSize, signal)
  }
  return isGzip(bytes) ? unpack(bytes, zlib.createGunzip(), maxSize, signal) : bytes
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

async function collect(stream: Readable, maxSize: number, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const abort = () => stream.destroy(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  try {
    for await (const part of stream) {
      size += (part as Uint8Array).length
      if (size > maxSize) throw new FetchError('TOO_LARGE', `is larger than ${renderSize(maxSize)}`)
      parts.push(part as Uint8Array)
    }
  } finally {
    signal.removeEventListener('abort', abort)
    stream.destroy()
  }
  return Buffer.concat(parts)
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
