import sharp from 'sharp'
import { expect, test } from 'vitest'
import { unpackIcon } from '../../src/pictures/unpack-icon.ts'
import { makeIcon } from './make-icon.ts'
import { makePng } from './make-png.ts'

const cases = [
  { name: '32 bits', bits: 32 as const },
  { name: '24 bits and a mask', bits: 24 as const },
  { name: 'a palette and a mask', bits: 8 as const },
]

test.each(cases)('a bitmap of $name stands upright, and is clear where it says', async ({ bits }) => {
  const { data, info } = await sharp(unpackIcon(makeIcon([{ width: 5, bits }])))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([5, 5, 4])
  // The first point of the first row is red, the second clear, the rest blue.
  expect([...data.subarray(0, 4)]).toEqual([255, 0, 0, 255])
  expect(data[7]).toBe(0)
  expect([...data.subarray(5 * 4, 5 * 4 + 4)]).toEqual([0, 0, 255, 255])
})

test('of several the largest, of the same size the one with more colours; PNG as it is', () => {
  const png = makePng(48, 48)
  const icon = makeIcon([
    { width: 16, bits: 32 },
    { width: 48, png },
    { width: 32, bits: 8 },
  ])
  expect(unpackIcon(icon)).toEqual(png)
})

const none = [
  { name: 'nothing', bytes: Buffer.alloc(0) },
  { name: 'a web page', bytes: Buffer.from('<!doctype html>') },
  { name: 'PNG', bytes: makePng(9, 9) },
  { name: 'one that leads nowhere', bytes: makeIcon([{ width: 16, bits: 32 }]).subarray(0, 100) },
]

test.each(none)('$name is none', ({ bytes }) => {
  expect(unpackIcon(bytes)).toBeUndefined()
})

test('damaged ones neither throw nor take long', () => {
  const icon = makeIcon([
    { width: 16, bits: 8 },
    { width: 8, bits: 32 },
  ])
  for (let at = 0; at < icon.length; at += 1) {
    for (const value of [0, 255]) {
      const damaged = Buffer.from(icon)
      damaged[at] = value
      expect(() => unpackIcon(damaged)).not.toThrow()
    }
  }
})
