import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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

const smile = '\u{1f600}'

test.each([
  { name: 'one byte a character', parts: ['a'.repeat(1_700_000)] },
  { name: 'pairs of surrogates, wherever a chunk ends', parts: ['a', smile.repeat(500_000)] },
  { name: 'one more', parts: [`aa${smile.repeat(500_000)}`] },
  { name: 'three bytes a character', parts: ['€'.repeat(500_000), 'ü'.repeat(500_000)] },
  { name: 'half a pair', parts: [`${smile.repeat(200_000)}\ud83d`, `\ud83d${'a'.repeat(500_000)}\ude00`] },
  { name: 'strings and bytes', parts: ['ü'.repeat(300_000), Buffer.alloc(1_200_000, 'b'), 'c', Buffer.from('d')] },
  { name: 'characters that are cut where there is room for less', parts: ['a'.repeat(499_998), 'ü'.repeat(2)] },
  { name: 'as much as goes at once', parts: ['a'.repeat(499_999), 'b'] },
])('a large file is written whole, and left alone where it is the same: $name', async ({ parts }) => {
  const file = path.join(folder, 'index.html')
  const whole = Buffer.concat(parts.map((part) => Buffer.from(part)))
  expect(await writeSite([{ path: 'index.html', parts }], folder)).toMatchObject({ bytes: whole.length })
  expect(readFileSync(file).equals(whole)).toBe(true)
  expect((await writeSite([{ path: 'index.html', parts }], folder)).written).toEqual([])
  whole[whole.length - 1] = 0x2e
  writeFileSync(file, whole)
  expect((await writeSite([{ path: 'index.html', parts }], folder)).written).toEqual(['index.html'])
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

test.each([
  ['a link', symlinkSync],
  ['a second name', linkSync],
])('O-12 what stands beside a page may be %s of another file, which stays as it is', async (_, link) => {
  const site = path.join(folder, 'site')
  mkdirSync(site)
  writeFileSync(path.join(folder, 'other'), 'the operator’s own')
  link(path.join(folder, 'other'), path.join(site, 'index.html.planet-new'))
  await writeSite([{ path: 'index.html', bytes: 'new' }], site)
  expect(readFileSync(path.join(folder, 'other'), 'utf8')).toBe('the operator’s own')
  expect(readdirSync(site)).toEqual(['index.html'])
})

test('a folder that is a link out of the site: nothing is written there, nor deleted; one that leads inside may be', async () => {
  const [site, outside] = [path.join(folder, 'site'), path.join(folder, 'outside')]
  for (const made of [path.join(site, 'inside'), path.join(outside, '04')]) mkdirSync(made, { recursive: true })
  symlinkSync(outside, path.join(site, '2019'))
  symlinkSync(path.join(site, 'inside'), path.join(site, '2020'))
  writeFileSync(path.join(outside, '04/index.html'), 'the operator’s own')
  for (const file of ['2019/04/index.html', '2019/05/06/index.html']) {
    await expect(writeSite([{ path: file, bytes: 'x' }], site)).rejects.toThrow('2019 is a link out of the site')
  }
  await deleteFiles(['2019/04/index.html'], site)
  expect(readdirSync(outside, { recursive: true })).toEqual(['04', '04/index.html'])
  await writeSite([{ path: '2020/index.html', bytes: 'x' }], site)
  expect(readdirSync(path.join(site, 'inside'))).toEqual(['index.html'])
})

test.each(['2019', '2019/04', '2019/04/03'])(
  'a folder that becomes a link out of the site while it is written: nothing is written into %s',
  async (place) => {
    const [site, outside] = [path.join(folder, 'site'), path.join(folder, 'outside')]
    for (const made of [site, path.join(outside, '04/03')]) mkdirSync(made, { recursive: true })
    async function* files() {
      yield { path: `${place}/a.html`, bytes: 'a' }
      rmSync(path.join(site, '2019'), { recursive: true })
      symlinkSync(outside, path.join(site, '2019'))
      yield { path: `${place}/b.html`, bytes: 'b' }
    }
    await expect(writeSite(files(), site)).rejects.toThrow('is a link out of the site')
    expect(readdirSync(outside, { recursive: true })).toEqual(['04', '04/03'])
  },
)

test('a folder that goes while it is written is made again', async () => {
  async function* files() {
    yield { path: '2019/04/a.html', bytes: 'a' }
    rmSync(path.join(folder, '2019'), { recursive: true })
    yield { path: '2019/04/b.html', bytes: 'b' }
  }
  await writeSite(files(), folder)
  expect(readdirSync(path.join(folder, '2019'), { recursive: true })).toEqual(['04', '04/b.html'])
})

test('a site that is itself reached by a link is written', async () => {
  symlinkSync(path.join(folder), path.join(folder, 'public'))
  await writeSite([{ path: '2019/index.html', bytes: 'x' }], path.join(folder, 'public'))
  expect(existsSync(path.join(folder, '2019/index.html'))).toBe(true)
})

test('a file that must stay stays, and whatever leads to one', async () => {
  writeFileSync(path.join(folder, 'mine'), 'mine')
  symlinkSync(path.join(folder, 'mine'), path.join(folder, 'feed.json'))
  const mayReplace = () => false
  await writeSite([{ path: 'feed.json', bytes: 'mine' }], folder, { mayReplace })
  for (const file of ['mine', 'feed.json']) {
    await expect(writeSite([{ path: file, bytes: 'x' }], folder, { mayReplace })).rejects.toThrow('--adopt')
  }
  expect(readFileSync(path.join(folder, 'mine'), 'utf8')).toBe('mine')
  const twice = ['a', 'b'].map((bytes) => ({ path: 'new', bytes }))
  expect((await writeSite(twice, folder, { mayReplace })).all).toEqual(['new'])
})
