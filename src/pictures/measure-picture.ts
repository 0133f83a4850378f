/** A picture as its first bytes describe it: what it claims, not what it holds. Pixels, after its rotation. */
export type PictureSize = { format: 'avif' | 'gif' | 'jpeg' | 'png' | 'webp'; width: number; height: number }

/** Bytes within which nearly all pictures tell their size; in JPEG, a preview, a profile and comments may come before it. */
export const enoughToMeasure = 65_536

/**
 * Read the size of a picture from its beginning, by its bytes alone: the server's Content-Type is ignored.
 *
 * @param bytes the first bytes of the picture, or all
 * @returns `undefined` where the bytes are no raster image that browsers show, or end before the size
 */
export function measurePicture(bytes: Uint8Array): PictureSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = measure(view)
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // The bytes end before the size.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function measure(bytes: Buffer): PictureSize | undefined {
  const word = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (word(0, 8) === '\x89PNG\r\n\x1a\n') {
    return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (/^GIF8[79]a$/.test(word(0, 6))) {
    return { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  }
  if (word(0, 4) === 'RIFF' && word(8, 12) === 'WEBP') return measureWebp(bytes, word(12, 16))
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return measureJpeg(bytes)
  return word(4, 8) === 'ftyp' && /avi[fs]/.test(word(8, 64)) ? measureAvif(bytes) : undefined
}

/** RFC 9649: one of three kinds comes first. */
function measureWebp(bytes: Buffer, kind: string): PictureSize | undefined {
  const format = 'webp'
  if (kind === 'VP8X') return { format, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    return { format, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8 ') return undefined
  return { format, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
}

/** Segment by segment, up to the one that begins a frame (ITU-T T.81, B.2.2); the orientation (Exif) comes before it. */
function measureJpeg(bytes: Buffer): PictureSize | undefined {
  let isTurned = false
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || marker === 0xda) return undefined
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const height = bytes.readUInt16BE(at + 5)
      const width = bytes.readUInt16BE(at + 7)
      return { format: 'jpeg', ...(isTurned ? { width: height, height: width } : { width, height }) }
    }
    if (marker === 0xe1) isTurned = readOrientation(bytes.subarray(at + 4, at + 2 + length)) >= 5
    at += 2 + length
  }
}

/** Tag 0x0112 of the first directory (Exif 2.3, section 4.6); 1, not rotated, where there is none. */
function readOrientation(exif: Buffer): number {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const tiff = exif.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    const count = Math.min(read16(directory), 100)
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + index * 12
      if (read16(at) === 0x0112) return read16(at + 8)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** The largest image of the file, which may also hold a small one; and whether it is rotated (ISO/IEC 23008-12, 6.5.3 and 6.5.10). */
function measureAvif(bytes: Buffer): PictureSize | undefined {
  let width = 0
  let height = 0
  for (let at = bytes.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf('ispe', at + 4)) {
    if (bytes.readUInt32BE(at + 8) <= width) continue
    width = bytes.readUInt32BE(at + 8)
    height = bytes.readUInt32BE(at + 12)
  }
  const turn = bytes.indexOf('irot')
  const isTurned = turn >= 0 && ((bytes[turn + 4] ?? 0) & 1) === 1
  return { format: 'avif', ...(isTurned ? { width: height, height: width } : { width, height }) }
}
