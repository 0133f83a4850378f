import { crc32, deflateSync } from 'node:zlib'

/** A grey picture of any size, in few bytes; `interlaced`: whoever reads it has to hold all of it. */
export function makePng(width: number, height: number, { interlaced = false, shade = 0 } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a point where it is large: what it claims is the attack, not what it holds.
  header[8] = width * height > 1e8 ? 1 : 8
  header[12] = interlaced ? 1 : 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    makeChunk('IHDR', header),
    makeChunk('IDAT', deflateSync(makeRows(width, height, header[8] === 1, interlaced, shade))),
    makeChunk('IEND', Buffer.alloc(0)),
  ])
}

/** The seven passes of an interlaced picture (PNG, section 8): where each begins, and its steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function makeRows(width: number, height: number, isSmall: boolean, interlaced: boolean, shade: number): Buffer {
  const row = (across: number) => 1 + (isSmall ? Math.ceil(across / 8) : across)
  if (!interlaced) {
    const rows = Buffer.alloc(row(width) * height, shade)
    for (let at = 0; at < rows.length; at += row(width)) rows[at] = 0
    return rows
  }
  let size = 0
  for (const [x, y, right, down] of passes) {
    size += row(Math.ceil((width - x) / right)) * Math.ceil((height - y) / down)
  }
  return Buffer.alloc(size)
}

function makeChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}
