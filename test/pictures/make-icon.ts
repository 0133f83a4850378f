type Picture = { width: number } & ({ bits: 8 | 24 | 32 } | { png: Buffer })

/** An ICO file. Bitmaps are blue, but for the first row: red, clear, blue. */
export function makeIcon(pictures: Picture[]): Buffer {
  const made = pictures.map((picture) => ('png' in picture ? picture.png : makeBitmap(picture.width, picture.bits)))
  const header = Buffer.alloc(6 + made.length * 16)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(made.length, 4)
  let at = header.length
  for (const [index, picture] of pictures.entries()) {
    const size = made[index]?.length ?? 0
    const entry = 6 + index * 16
    header.set([picture.width, picture.width], entry)
    header.writeUInt16LE('png' in picture ? 32 : picture.bits, entry + 6)
    header.writeUInt32LE(size, entry + 8)
    header.writeUInt32LE(at, entry + 12)
    at += size
  }
  return Buffer.concat([header, ...made])
}

function makeBitmap(width: number, bits: 8 | 24 | 32): Buffer {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(width, 4)
  header.writeInt32LE(width * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(bits, 14)
  // Blue, green, red.
  const [red, blue] = [
    [0, 0, 255, 255],
    [255, 0, 0, 255],
  ]
  const palette = bits === 8 ? Buffer.from([...(blue ?? []), ...(red ?? [])]) : Buffer.alloc(0)
  if (bits === 8) header.writeUInt32LE(2, 32)
  const stride = Math.ceil((width * bits) / 32) * 4
  const colors = Buffer.alloc(stride * width)
  const mask = Buffer.alloc(Math.ceil(width / 32) * 4 * width)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [isRed, isClear] = [y === 0 && x === 0, y === 0 && x === 1]
      const at = (width - 1 - y) * stride + (x * bits) / 8
      if (bits === 8) colors[at] = isRed ? 1 : 0
      else colors.set(((isRed ? red : blue) ?? []).slice(0, bits / 8), at)
      if (bits === 32 && isClear) colors[at + 3] = 0
      if (bits !== 32 && isClear) mask[(width - 1 - y) * Math.ceil(width / 32) * 4] = 0x40
    }
  }
  return Buffer.concat([header, palette, colors, mask])
}
