import { constants, crc32, deflateSync } from 'node:zlib'
import type { Canvas } from './open-canvas.ts'

/** Steps between the ground and the color. */
const shades = 64

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A picture as PNG (W3C PNG, third edition): a number a pixel, and a palette of what the numbers mean.
 *
 * @param ground and `color`: "#5b3fd6"
 */
export function writePng({ width, height, pixels }: Canvas, ground: string, color: string): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    // The first byte of a row says how it is packed: 0, as it is.
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + x + 1] = Math.round((pixels[y * width + x] ?? 0) * (shades - 1))
    }
  }
  // Width, height, 8 bits, palette.
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Looking for runs alone, zlib is the same on each machine: elsewhere, it uses what the processor has.
  const packed = deflateSync(rows, { level: 9, strategy: constants.Z_RLE })
  return Buffer.concat([
    signature,
    writeChunk('IHDR', header),
    writeChunk('PLTE', makePalette(ground, color)),
    writeChunk('IDAT', packed),
    writeChunk('IEND', Buffer.of()),
  ])
}

function makePalette(ground: string, color: string): Buffer {
  const [from, to] = [readColor(ground), readColor(color)]
  const steps = Array.from({ length: shades }, (_, shade) => shade / (shades - 1))
  return Buffer.from(
    steps.flatMap((part) => [...from].map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * part))),
  )
}

function readColor(color: string): Buffer {
  return Buffer.from(color.slice(1), 'hex')
}

function writeChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(name, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8)
  return chunk
}
