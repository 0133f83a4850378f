import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteFiles, writeSite } from '../../src/render/site/write-site.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-site-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('files are written with their folders, in the order given', async () => {
  const files = [
    { path: '2019/04/index.html', bytes: 'a' },
    { path: 'index.html', bytes: Buffer.from('ü') },
  ]
  const { all, written } = await writeSite(files, folder)
  expect([all, written]).toEqual([files.map((file) => file.path), files.map((file) => file.path)])
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('ü')
})

test('O-14 the same bytes are left alone', async () => {
  const files = [{ path: 'index.html', bytes: 'a' }]
  await writeSite(files, folder)
  const before = statSync(path.join(folder, 'index.html'))
  expect((await writeSite(files, folder)).written).toEqual([])
  const after = statSync(path.join(folder, 'index.html'))
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
})

test('O-12 a file is replaced whole: the old one is never written into', async () => {
  await writeSite([{ path: 'index.html', bytes: 'old' }], folder)
  const before = statSync(path.join(folder, 'index.html')).ino
  await writeSite([{ path: 'index.html', bytes: 'new' }], folder)
  expect(statSync(path.join(folder, 'index.html')).ino).not.toBe(before)
  expect(readdirSync(folder)).toEqual(['index.html'])
})

test('what a killed build left beside a page is overwritten and renamed', async () => {
  writeFileSync(path.join(folder, 'index.html.planet-new'), 'half a pa')
  await writeSite([{ path: 'index.html', bytes: 'whole' }], folder)
  expect(readdirSync(folder)).toEqual(['index.html'])
})

test.each(['../index.html', '/etc/passwd', '2019/../../x', 'nul\0.html'])(
  'a path that leads out of the site is refused: %j',
  async (file) => {
    await expect(writeSite([{ path: file, bytes: 'x' }], path.join(folder, 'site'))).rejects.toThrow(
      'is no path inside the site',
    )
  },
)

test('a folder in the place of a page: the error names the page, nothing is left beside it', async () => {
  mkdirSync(path.join(folder, 'index.html'))
  await expect(writeSite([{ path: 'index.html', bytes: 'x' }], folder)).rejects.toMatchObject({
    path: expect.stringContaining('index.html'),
  })
  expect(readdirSync(folder)).toEqual(['index.html'])
})

test('deleteFiles takes empty folders with it, and nothing else', async () => {
  await writeSite(
    [
      { path: '2019/04/03/index.html', bytes: 'a' },
      { path: '2019/05/index.html', bytes: 'b' },
    ],
    folder,
  )
  writeFileSync(path.join(folder, '2019/mine.txt'), 'the operator’s own')
  await deleteFiles(['2019/04/03/index.html', 'was-never-there.html'], folder)
  expect(readdirSync(path.join(folder, '2019')).sort()).toEqual(['05', 'mine.txt'])
  expect(existsSync(folder)).toBe(true)
})
