import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

/** From one byte of a file to another. */
type Piece = { from: number; to: number }

/** Two pieces at most this many bytes apart are read together with the gap: less work than a second read. */
const mostBetween = 4096

/**
 * Make a function that reads pieces of a file of the site, as they stand on disk.
 *
 * @returns `undefined` from that function where a piece is missing, or the file cannot be read
 */
export function openPieces(folder: string) {
  return (file: string, pieces: readonly Piece[]): Uint8Array[] | undefined => {
    try {
      const handle = openSync(path.join(folder, file), 'r')
      try {
        return readAll(handle, pieces)
      } finally {
        closeSync(handle)
      }
    } catch {
      return undefined
    }
  }
}

/** Pieces that stand close together are read together. */
function readAll(handle: number, pieces: readonly Piece[]): Uint8Array[] | undefined {
  const order = [...pieces.entries()].sort(([, a], [, b]) => a.from - b.from)
  const read = new Array<Uint8Array>(pieces.length)
  for (let first = 0; first < order.length; ) {
    const start = order[first]?.[1].from ?? 0
    let end = start
    let next = first
    for (
      let piece = order[next]?.[1];
      piece !== undefined && piece.from <= end + mostBetween;
      piece = order[++next]?.[1]
    )
      end = Math.max(end, piece.to)
    const bytes = Buffer.allocUnsafeSlow(end - start)
    if (readSync(handle, bytes, 0, bytes.length, start) !== bytes.length) return undefined
    for (const [index, { from, to }] of order.slice(first, next)) read[index] = bytes.subarray(from - start, to - start)
    first = next
  }
  return read
}
