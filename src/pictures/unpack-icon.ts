import { crc32, deflateSync } from 'node:zlib'

type Entry = { width: number; bits: number; size: number; at: number }

/**
 * The largest picture in an ICO file, as PNG: taken out as it is, or made from the bitmap that older files hold (of 24 or 32 bits, or with
 * a palette of 256 colours).
 *
 * @returns `undefined` where the file holds neither
 */
export function unpackIcon(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (file.readUInt32LE(0) !== 0x0001_0000) return undefined
    const count = Math.min(file.readUInt16LE(4), 32)
    const entries: Entry[] = Array.from({ length: count }, (_, index) => {
      const at = 6 + index * 16
      return {
        width: file.readUInt8(at) || 256,
        bits: file.readUInt16LE(at + 6),
        size: file.readUInt32LE(at + 8),
        at: file.readUInt32LE(at + 12),
      }
    })
    for (const { at, size } of entries.sort((a, b) => b.width - a.width || b.bits - a.bits)) {
      const picture = file.subarray(at, at + size)
      if (picture.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return picture
      const made = readBitmap(picture)
      if (made !== undefined) return made
    }
  } catch (error) {
    // The file is cut off.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** A bitmap without its file header. Its height counts double, since a mask follows the colours; its rows are stored bottom up. */
function readBitmap(bitmap: Buffer): Buffer | undefined {
  const header = bitmap.readUInt32LE(0)
  const width = bitmap.readInt32LE(4)
  const double = bitmap.readInt32LE(8)
  const bits = bitmap.readUInt16LE(14)
  const height = double / 2
  const isFit = width > 0 && width <= 256 && height > 0 && height <= 256 && Number.isInteger(height)
  if (!isFit || bitmap.readUInt32LE(16) !== 0 || ![8, 24, 32].includes(bits)) return undefined
  const colors = bits === 8 ? bitmap.readUInt32LE(32) || 256 : 0
  const palette = header
  const start = header + colors * 4
  const stride = Math.ceil((width * bits) / 32) * 4
  const maskStride = Math.ceil(width / 32) * 4
  const mask = start + stride * height
  const rows = Buffer.alloc((1 + width * 4) * height)
  let isSeen = false
  for (let y = 0; y < height; y += 1) {
    const below = height - 1 - y
    for (let x = 0; x < width; x += 1) {
      const from = start + below * stride + (x * bits) / 8
      const color = bits === 8 ? palette + bitmap.readUInt8(from) * 4 : from
      const isHidden = ((bitmap.readUInt8(mask + below * maskStride + (x >> 3)) >> (7 - (x & 7))) & 1) === 1
      const alpha = bits === 32 ? bitmap.readUInt8(from + 3) : isHidden ? 0 : 255
      isSeen ||= alpha > 0
      const to = y * (1 + width * 4) + 1 + x * 4
      rows.set([bitmap.readUInt8(color + 2), bitmap.readUInt8(color + 1), bitmap.readUInt8(color), alpha], to)
    }
  }
  return isSeen ? writePng(width, height, rows) : undefined
}

/** @param rows of red, green, blue and alpha, each row after a zero byte (its filter) */
function writePng(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const written = Buffer.alloc(12 + data.length)
  written.writeUInt32BE(data.length, 0)
  written.write(type, 4, 'latin1')
  data.copy(written, 8)
  written.writeUInt32BE(crc32(written.subarray(4, 8 + data.length)), 8 + data.length)
  return written
}
