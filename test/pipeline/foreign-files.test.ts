import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPlanet, type Planet } from '../open-planet.ts'
import { openScriptedServer, respond, type ScriptedServer } from '../servers/open-scripted-server.ts'

let server: ScriptedServer
let days: string[]
afterEach(() => server.close())

async function open(): Promise<Planet & { write(file: string, text: string): void }> {
  days = ['2020-06-01']
  server = await openScriptedServer((socket, request) => respond(200, {}, renderFeed())(socket, request))
  const planet = openPlanet(`feeds: ["${server.url()}"]`)
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(planet.folder, file)), { recursive: true })
    writeFileSync(path.join(planet.folder, file), text)
  }
  return { ...planet, write }
}

function renderFeed(): string {
  const items = days.map(
    (day) => `<item><guid>${day}</guid><title>Of ${day}</title><pubDate>${day}T12:00:00Z</pubDate></item>`,
  )
  return `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`
}

test.each([
  ['of the day', 'public/2020/06/01/index.html'],
  ['of the month', 'public/2020/06/index.html'],
  ['of the blog', 'public/blog/a/atom.xml'],
  ['of the theme', 'public/planet.css'],
  ['of the list of feeds', 'public/.well-known/recommendations.opml'],
])('the first build stops before somebody’s own file in the place %s', async (_, file) => {
  const planet = await open()
  planet.write(file, 'mine')
  for (const dryRun of [true, false]) {
    await expect(planet.buildAt(0, { dryRun })).rejects.toThrow(
      `a file stands where the site is to be, and Planet did not write it:\n  ${path.join(planet.folder, file)}\n`,
    )
  }
  expect(() => planet.page('index.html')).toThrow('ENOENT')
  expect(readFileSync(path.join(planet.folder, file), 'utf8')).toBe('mine')
  await planet.buildAt(1, { adopt: true })
  expect(readFileSync(path.join(planet.folder, file), 'utf8')).not.toBe('mine')
  days.push('2020-06-02')
  await planet.buildAt(100)
})

test.each([
  ['of a day that has news', '2020/06/02/index.html', ''],
  ['that robots ask for', 'robots.txt', 'robots: noindex\n'],
  ['of a new tag', 'tag/core/index.html', ''],
])('later builds do so, too: a file in the place %s', async (_, file, lines) => {
  const planet = await open()
  await planet.buildAt(0)
  planet.write(`public/${file}`, 'mine')
  await planet.buildAt(100)
  days.push('2020-06-02')
  planet.setConfig(`${lines}feeds: [{url: "${server.url()}", tags: [core]}]`)
  const [front, feed] = [planet.page('index.html'), planet.page('atom.xml')]
  await expect(planet.buildAt(200)).rejects.toThrow(file)
  expect([planet.page('index.html'), planet.page('atom.xml'), planet.page(file)]).toEqual([front, feed, 'mine'])
  await planet.buildAt(300, { adopt: true })
  expect(planet.page(file)).not.toBe('mine')
  expect(planet.page('atom.xml')).toContain('Of 2020-06-02')
})

test('files beside the site are nobody’s business, also in the folders of years', async () => {
  const planet = await open()
  const mine = ['google1234.html', 'sitemap.xml', '2020/06/01/photo.jpg', 'blog/mine/index.html', '.git/HEAD']
  for (const file of mine) planet.write(`public/${file}`, 'mine')
  await planet.buildAt(0)
  days.push('2020-06-02')
  await planet.buildAt(100)
  for (const file of mine) expect(planet.page(file)).toBe('mine')
})

test('a site whose state was lost is this planet’s own; that of another planet is not', async () => {
  const planet = await open()
  const lose = () => rmSync(path.join(planet.folder, '.planet'), { recursive: true })
  await planet.buildAt(0)
  lose()
  await planet.buildAt(0)
  lose()
  const file = path.join(planet.folder, 'feeds.yaml')
  const own = readFileSync(file, 'utf8')
  const refused =
    /^(\d\d) files stand where the site is to be, and Planet did not write them:(\n {2}\/.*\/public\/.*){5}\n {2}and \d+ more\nThis is the site of “.*” \(https:\/\/planet\.example\/\)\.\nNothing was written\. /
  writeFileSync(file, own.replace('planet.example', 'other.example'))
  await expect(planet.buildAt(0)).rejects.toThrow(refused)
  // Two planets that were given one address and one folder by mistake.
  writeFileSync(file, own.replace(/^title: .*$/m, 'title: Another'))
  await expect(planet.buildAt(0)).rejects.toThrow(refused)
  await planet.buildAt(0, { adopt: true })
  expect(planet.page('index.html')).toContain('Another')
})

test('what a killed build left is ours', async () => {
  const planet = await open()
  await planet.buildAt(0)
  days.push('2020-06-02')
  // Half way: begun, as the store says, and the page of the new day is there.
  const folder = path.join(planet.folder, 'public')
  await planet.withStore(async (store) => {
    const last = await store.output(folder)
    if (last !== undefined) await store.saveOutput(folder, { ...last, renderHash: 'begun' })
  })
  planet.write('public/2020/06/02/index.html', 'half')
  await planet.buildAt(100)
  expect(planet.page('2020/06/02/index.html')).toContain('Of 2020-06-02')
})

test('no file of a site that has everything is written over, whatever the page', async () => {
  const planet = await open()
  days = ['2026-03-01']
  planet.setConfig(
    [
      'outputs: [html, atom, rss, rss10, json, opml, foaf]',
      'digest: [daily, weekly]',
      'archive: {stats: true, links: month, tags: auto, languages: true}',
      'state: publish',
      `feeds: [{url: "${server.url()}", tags: [core]}]`,
    ].join('\n'),
  )
  // The week in which the entry came is over by the second build, and has its page.
  const later = 8 * 24 * 60
  const reports = [await planet.buildAt(0), await planet.buildAt(later)]
  const written = [...new Set(reports.flatMap((report) => report.written))]
  expect(written.join(' ')).toMatch(/ stats\/index\.html .* week\/2026-W\d\d\/index\.html$/)
  rmSync(path.join(planet.folder, '.planet'), { recursive: true })
  for (const file of written) planet.write(`public/${file}`, 'mine')
  // Some are named, and each is counted.
  await expect(planet.buildAt(later)).rejects.toThrow(`${written.length} files stand where the site is to be`)
})
