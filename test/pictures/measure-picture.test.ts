import sharp from 'sharp'
import { expect, test } from 'vitest'
import { measurePicture } from '../../src/pictures/measure-picture.ts'
import { makePng } from './make-png.ts'

const image = () => sharp({ create: { width: 70, height: 40, channels: 4, background: '#0808' } })

const cases = [
  { name: 'PNG', bytes: () => image().png().toBuffer(), format: 'png' },
  { name: 'GIF', bytes: () => image().gif().toBuffer(), format: 'gif' },
  { name: 'JPEG', bytes: () => image().jpeg().toBuffer(), format: 'jpeg' },
  { name: 'JPEG, progressive', bytes: () => image().jpeg({ progressive: true }).toBuffer(), format: 'jpeg' },
  { name: 'WebP with alpha', bytes: () => image().webp().toBuffer(), format: 'webp' },
  { name: 'WebP without', bytes: () => image().removeAlpha().webp().toBuffer(), format: 'webp' },
  { name: 'WebP without loss', bytes: () => image().webp({ lossless: true }).toBuffer(), format: 'webp' },
  { name: 'AVIF', bytes: () => image().avif({ effort: 0 }).toBuffer(), format: 'avif' },
]

test.each(cases)('measurePicture: $name', async ({ bytes, format }) => {
  expect(measurePicture(await bytes())).toEqual({ format, width: 70, height: 40 })
})

test('a photograph of a camera that was held upright is as it is looked at', async () => {
  const turned = await image().jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect(measurePicture(turned)).toEqual({ format: 'jpeg', width: 40, height: 70 })
})

test('any beginning of a picture measures as the whole or not at all', async () => {
  for (const { bytes } of cases) {
    const whole = await bytes()
    for (let length = 0; length <= whole.length; length += 1) {
      const size = measurePicture(whole.subarray(0, length))
      if (size !== undefined) expect([size.width, size.height]).toEqual([70, 40])
    }
    expect(measurePicture(whole.subarray(0, whole.length - 1))).toBeDefined()
  }
})

const none = [
  { name: 'nothing', bytes: Buffer.alloc(0) },
  { name: 'a web page', bytes: Buffer.from('<!doctype html><title>404</title>') },
  { name: 'SVG', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') },
  { name: 'BMP', bytes: Buffer.from('BM6\0\0\0') },
  { name: 'a GIF of no points', bytes: Buffer.from('GIF89a\0\0\0\0', 'latin1') },
  { name: 'JPEG whose segments lead nowhere', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xff]) },
]

test.each(none)('measurePicture: $name is none', ({ bytes }) => {
  expect(measurePicture(bytes)).toBeUndefined()
})

test('a bomb says how large it is', () => {
  const bomb = makePng(50_000, 50_000)
  expect(bomb.length).toBeLessThan(400_000)
  expect(measurePicture(bomb.subarray(0, 100))).toEqual({ format: 'png', width: 50_000, height: 50_000 })
})
