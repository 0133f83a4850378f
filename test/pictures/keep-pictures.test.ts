import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { hashCopies } from '../../src/pipeline/hash-copies.ts'
import { listEntryPictures } from '../../src/render/list-entry-pictures.ts'
import { openPlanet, type Planet, timeAt } from '../open-planet.ts'
import { makePng } from './make-png.ts'
import { type Exhibit, type Gallery, openGallery } from './open-gallery.ts'
import { openPictureEdge } from './open-picture-edge.ts'

async function open(exhibits: Record<string, Exhibit | Buffer>): Promise<Gallery> {
  const gallery = await openGallery(exhibits)
  onTestFinished(() => gallery.close())
  return gallery
}

const image = (gallery: Gallery, name: string) => `<p><img src="${gallery.url}${name}" alt="${name}"></p>`

function openShow(gallery: Gallery, more = 'images: cache'): Planet {
  return openPlanet(configure(gallery, more))
}

function configure(gallery: Gallery, more: string): string {
  return `${more}\nfetch: {timeout: 2s}\nsearch: false\nfeeds: [${gallery.url}/feed]`
}

const build = (planet: Planet, minutes: number, options = {}) =>
  planet.build(timeAt(minutes), { refresh: true, ...options }, () => ({ pictures: openPictureEdge() }))

const files = (planet: Planet, folder: string) => {
  const place = path.join(planet.folder, folder, 'pictures')
  return existsSync(place) ? readdirSync(place).sort() : []
}

test('P-44 purge takes a picture with its entry, in the site and in the state; one that others show stays', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20), '/b.png': makePng(21, 21), '/c.png': makePng(22, 22) })
  gallery.hang([
    image(gallery, '/a.png') + image(gallery, '/b.png'),
    image(gallery, '/b.png'),
    image(gallery, '/c.png'),
  ])
  const planet = openShow(gallery)
  await build(planet, 0)
  expect([files(planet, 'public').length, files(planet, '.planet').length]).toEqual([3, 3])
  const [newest] = await planet.entries()
  planet.setConfig(
    `${configure(gallery, 'images: cache')}\npurged: [{feed: ${gallery.url}/feed, entry: "${newest?.ids[0]}"}]`,
  )
  // Whoever takes something down builds without asking anybody.
  await planet.build(timeAt(60), { part: 'render' })
  expect(files(planet, 'public')).toHaveLength(2)
  expect(files(planet, '.planet')).toEqual(files(planet, 'public'))
  expect(planet.page('index.html')).not.toContain('/a.png')
  expect(planet.page('index.html').match(/<img src="pictures/g)).toHaveLength(2)
})

test('a picture that is edited out goes; the one in its place comes', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20), '/b.png': makePng(21, 21) })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  await build(planet, 0)
  const before = files(planet, 'public')
  gallery.hang([image(gallery, '/b.png')])
  await build(planet, 60)
  expect(files(planet, 'public')).toHaveLength(1)
  expect(files(planet, 'public')).not.toEqual(before)
  expect(gallery.asked).toEqual(['/a.png', '/b.png'])
})

test('one that cannot be had is asked for ever more seldom, and shown when it comes', async () => {
  let isUp = false
  const gallery = await open({
    '/a.png': (answer) => (isUp ? answer.writeHead(200).end(makePng(20, 20)) : answer.writeHead(503).end()),
  })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  const hours = [0, 0.9, 1.1, 6, 7.2, 30, 31.4]
  const asked: number[] = []
  for (const hour of hours) {
    const report = await build(planet, hour * 60)
    // The page has nothing new to say.
    if (hour > 0) expect(report.written).toEqual([])
    asked.push(gallery.asked.length)
  }
  expect(asked).toEqual([1, 1, 2, 2, 3, 3, 4])
  expect(planet.page('index.html')).toContain(`<a class="picture" href="${gallery.url}/a.png"`)
  isUp = true
  const report = await build(planet, 110 * 60)
  expect(report.written).toContain('index.html')
  expect(planet.page('index.html')).toMatch(/<img src="pictures\//)
})

/** A picture that cannot be made small. */
function noise(seed: number): Promise<Buffer> {
  const points = Buffer.alloc(500 * 500 * 3)
  for (let at = 0; at < points.length; at += 1) points[at] = (at * at * (seed + 7)) % 251
  return sharp(points, { raw: { width: 500, height: 500, channels: 3 } })
    .png()
    .toBuffer()
}

test('a limit: one feed with many pictures does not push out what another has', async () => {
  const names = ['/0.png', '/1.png', '/2.png', '/3.png', '/4.png', '/5.png', '/6.png', '/7.png']
  const many = await open(Object.fromEntries(await Promise.all(names.map(async (name, n) => [name, await noise(n)]))))
  const few = await open({ '/old.png': await noise(8) })
  // The older one: its entry is below all others.
  few.hang([...Array.from({ length: 12 }, () => '<p>Words.</p>'), image(few, '/old.png')])
  many.hang(names.map((name) => image(many, name)))
  const planet = openPlanet(
    `images: {mode: cache, max_total: 1MB}\nfetch: {timeout: 2s}\nsearch: false\nfeeds: [${many.url}/feed, ${few.url}/feed]`,
  )
  await build(planet, 0)
  const page = planet.page('index.html')
  expect(page).toMatch(/<img [^>]*alt="\/old\.png"/)
  expect(page).toMatch(/<img [^>]*alt="\/0\.png"/)
  expect(page).not.toMatch(/<img [^>]*alt="\/7\.png"/)
  await build(planet, 300)
  expect([many.asked.length, few.asked.length]).toEqual([names.length, 1])
})

test('a limit: what the oldest entries show goes, and is not asked for again until the limit is raised', async () => {
  const names = ['/0.png', '/1.png', '/2.png', '/3.png', '/4.png', '/5.png', '/6.png', '/7.png']
  const gallery = await open(
    Object.fromEntries(await Promise.all(names.map(async (name, n) => [name, await noise(n)]))),
  )
  gallery.hang(names.map((name) => image(gallery, name)))
  const planet = openShow(gallery, 'images: {mode: cache, max_total: 1MB}')
  await build(planet, 0)
  const kept = files(planet, 'public').length
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(names.length)
  const shown = [...planet.page('index.html').matchAll(/<img [^>]*alt="(\/\d\.png)"/g)].map(([, name]) => name)
  // The gallery hangs the newest first.
  expect(shown).toEqual(names.slice(0, kept))
  await build(planet, 300)
  expect(gallery.asked).toHaveLength(names.length)
  planet.setConfig(configure(gallery, 'images: {mode: cache, max_total: 100MB}'))
  await build(planet, 360)
  expect(files(planet, 'public')).toHaveLength(names.length)
  expect(gallery.asked).toHaveLength(2 * names.length - kept)
})

test('copies go with the mode, and are had anew with it', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20) })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  await build(planet, 0)
  expect(files(planet, 'public')).toHaveLength(1)
  planet.setConfig(configure(gallery, 'images: remote'))
  await build(planet, 60)
  expect([files(planet, 'public'), files(planet, '.planet')]).toEqual([[], []])
  expect(planet.page('index.html')).toContain(`<img src="${gallery.url}/a.png"`)
  planet.setConfig(configure(gallery, 'images: cache'))
  await build(planet, 120)
  expect(files(planet, 'public')).toHaveLength(1)
  expect(gallery.asked).toHaveLength(2)
})

test('a copy that is gone is a link until it is had again, a day later', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20) })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  await build(planet, 0)
  for (const folder of ['public', '.planet']) rmSync(path.join(planet.folder, folder, 'pictures'), { recursive: true })
  rmSync(path.join(planet.folder, 'public', 'index.html'))
  const report = await build(planet, 60)
  expect(report.warnings.join()).toContain('1 copy of a picture is gone')
  expect(planet.page('index.html')).toContain('<a class="picture"')
  // Nobody is asked every hour by a job whose disk is always empty.
  await build(planet, 120)
  expect(gallery.asked).toHaveLength(1)
  await build(planet, 26 * 60)
  expect(planet.page('index.html')).toMatch(/<img src="pictures\//)
  // The site alone is made from the state.
  rmSync(path.join(planet.folder, 'public'), { recursive: true })
  await build(planet, 27 * 60)
  expect(files(planet, 'public')).toHaveLength(1)
  expect(gallery.asked).toHaveLength(2)
})

test('where nothing takes pictures apart, the build says what to install; pages are whole', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20) })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  const report = await planet.build(timeAt(0), {}, () => ({
    pictures: { ...openPictureEdge(), decode: async () => ({ kind: 'absent' }) },
  }))
  expect(report.warnings.join()).toContain('npm install sharp')
  expect(planet.page('index.html')).toContain('<a class="picture"')
  await build(planet, 15)
  expect(planet.page('index.html')).toMatch(/<img src="pictures\//)
})

test('sizes: the beginning of a picture is enough, and it stays where it is', async () => {
  const ranges: unknown[] = []
  const large = Buffer.concat([makePng(300, 200), Buffer.alloc(1_000_000)])
  const gallery = await open({
    '/a.png': (answer, request) => {
      ranges.push(request.headers.range)
      answer.writeHead(200).end(large)
    },
    '/b.png': (answer) => void answer.writeHead(206).end(makePng(30, 20).subarray(0, 40)),
    '/lie.png': Buffer.from('<!doctype html>'),
  })
  gallery.hang(['/a.png', '/b.png', '/lie.png'].map((name) => image(gallery, name)))
  const planet = openShow(gallery, 'images: {mode: remote, sizes: true}')
  const decode = () => Promise.reject(new Error('nothing is to be taken apart'))
  const report = await planet.build(timeAt(0), {}, () => ({ pictures: { ...openPictureEdge(), decode } }))
  expect(report.pictures).toEqual({ kept: 2, failed: 1, waiting: 0 })
  expect(ranges).toEqual(['bytes=0-65535'])
  const page = planet.page('index.html')
  expect(page).toMatch(/\/a\.png" alt="\/a\.png" [^>]*width="300" height="200"/)
  expect(page).toMatch(/\/b\.png" alt="\/b\.png" [^>]*width="30" height="20"/)
  expect(page).toMatch(/<img src="[^"]*\/lie\.png" alt="\/lie\.png" [^>]*no-referrer" \/>/)
  expect(files(planet, '.planet')).toEqual([])
})

test('a picture that stands in the text itself is kept, too, and asked of nobody', async () => {
  const gallery = await open({})
  const inline = `data:image/png;base64,${makePng(20, 20).toString('base64')}`
  gallery.hang([`<p>A <img src="${inline}" alt="b"></p>`])
  const planet = openShow(gallery)
  await build(planet, 0)
  expect(planet.page('index.html')).toMatch(/<img src="pictures\/[^"]*-20\.webp" alt="b"/)
  expect(planet.page('index.html')).not.toContain('data:image')
  expect(gallery.asked).toEqual([])
})

test('of a picture that moves the first is shown, and leads to where it does', async () => {
  const frames = await sharp([makePng(20, 20), makePng(20, 20, { shade: 200 })], { join: { animated: true } })
    .gif()
    .toBuffer()
  const gallery = await open({ '/moving.gif': frames, '/still.gif': await sharp(makePng(20, 20)).gif().toBuffer() })
  gallery.hang([image(gallery, '/moving.gif'), image(gallery, '/still.gif')])
  const planet = openShow(gallery)
  await build(planet, 0)
  const page = planet.page('index.html')
  expect(page).toMatch(/<a href="[^"]*\/moving\.gif" rel="noopener"><img src="pictures\/[^>]*\/><\/a>/)
  expect(page).toMatch(/<p><img src="pictures\/[^>]*alt="\/still\.gif"[^>]*\/><\/p>/)
})

test('two fetchers that share a state never ask for the same picture', async () => {
  const names = Array.from({ length: 6 }, (_, number) => `/${number}.png`)
  const gallery = await open({})
  gallery.hang(names.map((name) => image(gallery, name)))
  const planet = openShow(gallery)
  await planet.build(timeAt(0), {})
  await planet.withStore(async ({ pictures }) => {
    await pictures.index('cache', listEntryPictures)
    const take = async (minutes: number) => (await pictures.due(timeAt(minutes), undefined, 1e9, 4)).pictures.length
    expect([await take(0), await take(1), await take(2)]).toEqual([4, 2, 0])
    expect(await take(12)).toBe(4)
  })
})

test('what one blog names never makes this machine ask the neighbours that another may have', async () => {
  const [a, b] = [await open({}), await open({ '/b.png': makePng(20, 20) })]
  a.hang([image(b, '/b.png')])
  b.hang(['<p>Nothing</p>'])
  const { host } = new URL(b.url)
  const planet = openPlanet(
    `images: cache\nfetch: {allow_private: ["${host}"]}\nsearch: false\nfeeds: [${a.url}/feed, ${b.url}/feed]`,
  )
  expect((await build(planet, 0)).pictures).toMatchObject({ kept: 0, failed: 1 })
  expect(b.asked).toEqual([])
})

test('a build takes no longer than it may: the rest comes with the next', async () => {
  const names = Array.from({ length: 12 }, (_, number) => `/${number}.png`)
  const gallery = await open(Object.fromEntries(names.map((name, number) => [name, makePng(20 + number, 20)])))
  gallery.hang(names.map((name) => image(gallery, name)))
  const planet = openShow(gallery)
  // After each picture it is a quarter of a minute later.
  const now = () => new Date(+timeAt(0) + gallery.asked.length * 15_000)
  const report = await planet.build(timeAt(0), {}, () => ({ now, pictures: openPictureEdge(now) }))
  expect(report.pictures).toEqual({ kept: 5, failed: 0, waiting: 7 })
  expect((await build(planet, 60)).pictures).toEqual({ kept: 7, failed: 0, waiting: 0 })
  expect(planet.page('index.html').match(/<img src="pictures/g)).toHaveLength(12)
})

test('the halves of a build: fetch has pictures, render shows them and asks nobody; feeds keep their addresses', async () => {
  const gallery = await open({ '/a.png': makePng(20, 20) })
  gallery.hang([image(gallery, '/a.png')])
  const planet = openShow(gallery)
  await build(planet, 0, { part: 'fetch' })
  expect([files(planet, '.planet').length, files(planet, 'public').length]).toEqual([1, 0])
  await planet.build(timeAt(1), { part: 'render' })
  expect(planet.page('index.html')).toMatch(/<img src="pictures\//)
  expect(planet.page('2026/03/02/index.html')).toMatch(/<img src="\.\.\/\.\.\/\.\.\/pictures\//)
  expect(planet.page('atom.xml')).toContain(`${gallery.url}/a.png`)
  expect(planet.page('atom.xml')).not.toContain('pictures/')
  expect(gallery.asked).toEqual(['/a.png'])
  expect(planet.page('about/index.html')).toContain('Pictures are copies that are kept here')
})

test('a blog with thousands of pictures, all newer, does not keep those of others away', async () => {
  const greedy = await open({})
  const modest = await open({ '/a.png': makePng(20, 20) })
  const gallery = (entry: number) =>
    Array.from({ length: 150 }, (_, at) => image(greedy, `/${entry}-${at}.png`)).join('')
  greedy.hang([1, 2, 3].map(gallery))
  modest.hang(['<p>1</p>', '<p>2</p>', '<p>3</p>', '<p>4</p>', image(modest, '/a.png')])
  const planet = openPlanet(
    `images: cache\nfetch: {timeout: 2s}\nsearch: false\nfeeds: [${greedy.url}/feed, ${modest.url}/feed]`,
  )
  await build(planet, 0)
  expect(modest.asked).toEqual(['/a.png'])
  expect(greedy.asked).toHaveLength(399)
})

test('a disk that takes no more copies: pages are whole, and what was had before is not asked for again', async () => {
  const pictures = new Map([20, 21, 22].map((size) => [`/${size}.png`, makePng(size, size)]))
  const gallery = await open(Object.fromEntries(pictures))
  gallery.hang([[...pictures.keys()].map((name) => image(gallery, name)).join('')])
  const planet = openShow(gallery)
  // What is written there finds no room (full(4)).
  const edge = openPictureEdge()
  const limits = { widths: [800, 1600], maxPixels: 50_000_000, maxBytes: 500_000 }
  const made = await edge.decode({ bytes: makePng(21, 21), ...limits })
  const copies = path.join(planet.folder, '.planet', 'pictures')
  mkdirSync(copies, { recursive: true })
  symlinkSync('/dev/full', path.join(copies, `${hashCopies(made.kind === 'made' ? made.copies : [])}-21.webp.new`))
  const report = await build(planet, 0)
  expect(report.warnings.join()).toMatch(/the disk takes no more copies of pictures.*ENOSPC/)
  expect(planet.page('index.html')).toContain(`<a class="picture" href="${gallery.url}/21.png"`)
  const had = gallery.asked.length - 1
  expect(files(planet, '.planet')).toHaveLength(had)
  expect(planet.page('index.html').match(/<img src="pictures/g) ?? []).toHaveLength(had)
  // There is room again.
  await build(planet, 60)
  expect(planet.page('index.html').match(/<img src="pictures/g)).toHaveLength(3)
  expect(gallery.asked.toSorted()).toEqual(['/20.png', '/21.png', '/21.png', '/22.png'])
})
