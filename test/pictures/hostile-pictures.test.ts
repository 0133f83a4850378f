import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { openPlanet, timeAt } from '../open-planet.ts'
import { executablePath, openBrowser, openPage } from '../pages/open-page.ts'
import { serveSite } from '../pages/serve-site.ts'
import { makePng } from './make-png.ts'
import { type Exhibit, type Gallery, openGallery } from './open-gallery.ts'
import { openPictureEdge } from './open-picture-edge.ts'

const html = Buffer.from('<!doctype html><script>pwned()</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="pwned()"><script>pwned()</script></svg>')

/** What is not shown: one of a kind. */
async function makeHostile(): Promise<Record<string, Exhibit | Buffer>> {
  const photo = await sharp(makePng(600, 400, { shade: 90 }))
    .jpeg()
    .toBuffer()
  const send = (type: string, body: Buffer): Exhibit => {
    return (answer) => void answer.writeHead(200, { 'Content-Type': type }).end(body)
  }
  const lead = (to: string): Exhibit => {
    return (answer) => void answer.writeHead(302, { Location: to }).end()
  }
  return {
    '/bomb.png': makePng(50_000, 50_000),
    '/tall.png': makePng(100, 1_000_000),
    '/lie.png': html,
    '/picture.svg': send('image/svg+xml', svg),
    '/svg.png': send('image/png', svg),
    '/half.jpg': send('image/jpeg', photo.subarray(0, 300)),
    '/empty.png': Buffer.alloc(0),
    '/to-metadata.png': lead('http://169.254.169.254/latest/meta-data/'),
    '/to-router.png': lead('http://192.168.0.1/logo.png'),
    '/to-neighbour.png': lead('http://127.0.0.1:1/'),
    '/to-itself.png': lead('/to-itself.png'),
    '/to-file.png': lead('file:///etc/passwd'),
    '/gone.png': (answer) => void answer.writeHead(410).end(),
    '/silent.png': () => undefined,
    '/endless.png': (answer) => {
      answer.writeHead(200, { 'Content-Type': 'image/png' })
      const piece = Buffer.alloc(65_536)
      const pump = () => {
        while (!answer.destroyed && answer.write(piece));
      }
      answer.on('drain', pump)
      pump()
    },
    '/slow.png': (answer) => {
      answer.writeHead(200, { 'Content-Type': 'image/png' })
      const timer = setInterval(() => answer.write('x'), 50)
      answer.on('close', () => clearInterval(timer))
    },
  }
}

const galleries = 5
const eachShows = 24

async function openGalleries(hostile: Record<string, Exhibit | Buffer>): Promise<Gallery[]> {
  const bad = Object.keys(hostile)
  return Promise.all(
    Array.from({ length: galleries }, async (_, place) => {
      const good = Array.from({ length: eachShows }, (_, number): [string, Buffer] => [
        `/good-${number}.png`,
        makePng(number === 0 ? 1800 : 40 + number, 30 + place, { shade: number }),
      ])
      const gallery = await openGallery({ ...hostile, ...Object.fromEntries(good) })
      const shown = [...good.map(([name]) => name), ...bad]
      gallery.hang(shown.map((name) => `<p>Look: <img src="${gallery.url}${name}" alt="of ${name}"></p>`))
      onTestFinished(() => gallery.close())
      return gallery
    }),
  )
}

test('P-44 two hundred pictures, many of them hostile: pages are whole, and all that they show is ours', async () => {
  const hostile = await makeHostile()
  const bad = Object.keys(hostile).length
  const all = await openGalleries(hostile)
  expect(galleries * (eachShows + bad)).toBe(200)
  const planet = openPlanet(
    [
      'images: cache',
      'fetch: {timeout: 700ms}',
      'show: {entries: 0, days: 0, share: 1, fold: 0}',
      'defaults: {first: 100}',
      'search: false',
      `feeds: [${all.map(({ url }) => `${url}/feed`).join(', ')}]`,
    ].join('\n'),
  )
  const before = process.memoryUsage().rss
  const report = await planet.build(timeAt(0), {}, () => ({ pictures: openPictureEdge() }))
  expect(report.warnings).toEqual([])
  expect(report.pictures).toEqual({ kept: galleries * eachShows, failed: galleries * bad, waiting: 0 })
  // Two hundred bodies, some without an end, would be gigabytes.
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)

  const page = planet.page('index.html')
  expect(page.match(/<article/g)).toHaveLength(200)
  expect(page.match(/<img [^>]*src="pictures\/[0-9a-f]{24}-\d+\.webp"/g)).toHaveLength(galleries * eachShows)
  expect(page.match(/<a class="picture" href="http:\/\/127/g)).toHaveLength(galleries * bad)
  expect(page).toContain("img-src 'self';")
  // The same points at the same size are one file.
  expect(readdirSync(path.join(planet.folder, 'public', 'pictures')).length).toBeGreaterThan(100)
  for (const { asked } of all) expect(new Set(asked).size).toBe(eachShows + bad)

  // Nobody is asked a second time for what was had, nor for what will never be one.
  for (const { asked } of all) asked.length = 0
  const second = await planet.build(timeAt(120), {}, () => ({ pictures: openPictureEdge() }))
  expect(second.written).toEqual([])
  const again = new Set(all.flatMap(({ asked }) => asked))
  expect([...again].filter((name) => !/gone|silent|endless|slow|to-itself|to-file|empty/.test(name))).toEqual([])

  if (executablePath) await look(planet.folder, galleries * eachShows)
})

/** What Chromium makes of it: every picture is there, and nobody else was asked for anything. */
async function look(folder: string, pictures: number): Promise<void> {
  const server = await serveSite()
  const browser = await openBrowser()
  try {
    server.setFolder(path.join(folder, 'public'))
    const { page, complaints, foreign } = await openPage(browser, `${server.url}index.html`, server.url)
    const widths = await page.evaluate(async () => {
      const images = [...document.querySelectorAll<HTMLImageElement>('article img')]
      for (const image of images) image.loading = 'eager'
      await Promise.all(images.map((image) => image.decode()))
      return images.map((image) => image.naturalWidth)
    })
    expect(widths.filter((width) => width > 0)).toHaveLength(pictures)
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
  } finally {
    await browser.close()
    await server.close()
  }
}
