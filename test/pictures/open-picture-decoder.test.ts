import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { measurePicture } from '../../src/pictures/measure-picture.ts'
import { openPictureDecoder, type PictureResult } from '../../src/workers/open-picture-decoder.ts'
import { makePng } from './make-png.ts'

const decoder = openPictureDecoder()
afterAll(() => decoder.close())

const limits = { widths: [800, 1600], maxPixels: 50_000_000, maxBytes: 500_000 }
const sizes = (result: PictureResult) =>
  result.kind === 'made' ? result.copies.map(({ width, height }) => [width, height]) : result

const made = [
  { name: 'a small one as it is', width: 300, height: 200, copies: [[300, 200]] },
  {
    name: 'a large one twice',
    width: 2000,
    height: 500,
    copies: [
      [800, 200],
      [1600, 400],
    ],
  },
  { name: 'one that is taller than WebP may be, narrower', width: 300, height: 17_000, copies: [[289, 16_377]] },
  { name: 'one hardly larger than the smaller copy once', width: 1000, height: 100, copies: [[1000, 100]] },
]

test.each(made)('$name, as WebP', async ({ width, height, copies }) => {
  const result = await decoder.decode({ bytes: makePng(width, height), ...limits })
  expect(sizes(result)).toEqual(copies)
  for (const { bytes } of result.kind === 'made' ? result.copies : []) {
    expect(measurePicture(bytes)?.format).toBe('webp')
  }
})

test('a photograph stands upright, and tells nobody where it was taken', async () => {
  const bytes = await sharp(makePng(30, 20)).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const result = await decoder.decode({ bytes, ...limits })
  expect(sizes(result)).toEqual([[20, 30]])
  const [copy] = result.kind === 'made' ? result.copies : []
  expect((await sharp(copy?.bytes).metadata()).exif).toBeUndefined()
})

const refused = [
  { name: 'SVG', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') },
  { name: 'a web page', bytes: Buffer.from('<!doctype html><title>404</title>') },
  { name: 'a PDF', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj') },
  { name: 'half a picture', bytes: makePng(100, 100).subarray(0, 60) },
  { name: 'a line that goes down for ever', bytes: makePng(4, 100_000) },
  { name: 'a bomb', bytes: makePng(50_000, 50_000) },
]

test.each(refused)('$name is refused, and the next is not', async ({ bytes }) => {
  expect(await decoder.decode({ bytes, ...limits })).toMatchObject({ kind: 'refused', reason: expect.any(String) })
  expect(sizes(await decoder.decode({ bytes: makePng(10, 10), ...limits }))).toEqual([[10, 10]])
})

test('one that takes too long is ended with its process, and the next has a new one', async () => {
  const hasty = openPictureDecoder({ cpuMs: 150 })
  onTestFinished(() => hasty.close())
  const bomb = { bytes: makePng(30_000, 30_000), ...limits, maxPixels: 1e12 }
  expect(await hasty.decode(bomb)).toEqual({ kind: 'refused', reason: 'took too long to take apart' })
  expect(sizes(await hasty.decode({ bytes: makePng(10, 10), ...limits }))).toEqual([[10, 10]])
})

test('one that takes too much memory likewise', async () => {
  const narrow = openPictureDecoder({ rssMb: 140, cpuMs: 60_000 })
  onTestFinished(() => narrow.close())
  const bytes = makePng(12_000, 12_000, { interlaced: true })
  const result = await narrow.decode({ bytes, ...limits, maxPixels: 1e12 })
  expect(result).toEqual({ kind: 'refused', reason: 'took too much memory to take apart' })
  expect(sizes(await narrow.decode({ bytes: makePng(10, 10), ...limits }))).toEqual([[10, 10]])
})

test('where its process ends after one, the next has a new one', async () => {
  const dying = openPictureDecoder({}, new URL('dying-worker.mjs', import.meta.url))
  onTestFinished(() => dying.close())
  const first = await dying.decode({ bytes: makePng(10, 10), ...limits })
  const pid = first.kind === 'refused' ? Number(first.reason) : 0
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 })
  expect(await dying.decode({ bytes: makePng(10, 10), ...limits })).toMatchObject({
    reason: expect.stringMatching(/^\d+$/),
  })
})

test('where there is no sharp, it says so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-decoder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  // What the process needs of ours comes along; packages do not.
  for (const name of readdirSync('dist/workers')) copyFileSync(path.join('dist/workers', name), path.join(folder, name))
  const alone = openPictureDecoder({}, pathToFileURL(path.join(folder, 'picture-worker.js')))
  onTestFinished(() => alone.close())
  expect(await alone.decode({ bytes: makePng(10, 10), ...limits })).toEqual({ kind: 'absent' })
})
