import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nameCached } from '../../src/convert/name-cached.ts'
import { runPlanet } from '../cli/run-planet.ts'
import { headerOf, openScriptedServer, respond } from '../servers/open-scripted-server.ts'

const feeds = 10
const entriesEach = 100

type Cached = { id: string; feed: number; updated: Date }

/** Entries of all feeds, the newest first: one every seven hours, of one feed after the other. */
const cached: Cached[] = Array.from({ length: feeds * entriesEach }, (_, index) => ({
  id:
    index % 3 === 0
      ? `tag:blog-${index % feeds}.example,2019:${index}`
      : `http://blog-${index % feeds}.example/?p=${index}`,
  feed: index % feeds,
  updated: new Date(Date.UTC(2024, 4, 1) - index * 7 * 3_600_000),
}))

/** As Venus writes it: one Atom entry a file, its feed in `source`, the time of the file that of the entry. */
function renderEntry({ id, feed, updated }: Cached, server: string): string {
  const time = updated.toISOString().replace('.000', '')
  const marks = `<planet:name>Blog ${feed}</planet:name><planet:http_etag>"v${feed}"</planet:http_etag><planet:http_status>200</planet:http_status>`
  return `<?xml version="1.0" encoding="utf-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:planet="http://planet.intertwingly.net/"><id>${id.replaceAll('&', '&amp;')}</id><link href="http://blog-${feed}.example/post/${updated.getTime()}" rel="alternate" type="text/html"/><title>Post ${id.slice(-3)}</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text of <b>${id.replaceAll('&', '&amp;')}</b></p></div></content><updated planet:format="May 01, 2024">${time}</updated><author><name>Ann</name></author><source><id>http://blog-${feed}.example/</id><link href="http://blog-${feed}.example/" rel="alternate"/><link href="${server}/feed-${feed}" rel="self" type="application/atom+xml"/><title>Blog ${feed}</title><updated>${time}</updated>${marks}</source></entry>`
}

function renderSource(feed: number, server: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:planet="http://planet.intertwingly.net/"><id>http://blog-${feed}.example/</id><link href="http://blog-${feed}.example/" rel="alternate"/><link href="${server}/feed-${feed}" rel="self"/><title>Blog ${feed}</title><planet:name>Blog ${feed}</planet:name><planet:http_etag>"v${feed}"</planet:http_etag><planet:http_last_modified>Wed, 01 May 2024 0${feed}:00:00 GMT</planet:http_last_modified><planet:http_status>200</planet:http_status></feed>`
}

test('M-03 M-04 a cache of Venus with a thousand entries: ids, dates and order stay, every request is conditional, no entry is new to anybody', async () => {
  const server = await openScriptedServer((socket, request) =>
    respond(headerOf(request, 'if-none-match') ? 304 : 200, {}, '<rss/>')(socket, request),
  )
  onTestFinished(() => server.close())
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (name: string, text: string, time: Date) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    utimesSync(file, time, time)
  }
  const base = server.url('')
  for (const entry of cached) write(`cache/${nameCached(entry.id)}`, renderEntry(entry, base), entry.updated)
  for (let feed = 0; feed < feeds; feed++)
    write(
      `cache/sources/${nameCached(`${base}/feed-${feed}`)}`,
      renderSource(feed, base),
      new Date(Date.UTC(2024, 4, 1)),
    )
  const gone = { ...(cached[5] as Cached), id: 'tag:gone.example,2019:1' }
  write(
    `cache/${nameCached(gone.id)}`,
    renderEntry(gone, 'http://gone.example').replaceAll(/blog-5|Blog 5/g, 'gone'),
    gone.updated,
  )
  write('cache/blacklist/blog-7.example,p=7', '', new Date(0))
  const sections = Array.from({ length: feeds }, (_, feed) => `[${base}/feed-${feed}]\nname = Blog ${feed}\n`)
  write(
    'config.ini',
    `[Planet]\nname = P\nlink = http://planet.example/\nfeed_timeout = 20\n\n${sections.join('\n')}`,
    new Date(),
  )

  const { stdout, code } = await runPlanet(folder, 'import', 'config.ini', '--cache', 'cache')
  expect(code).toBe(0)
  expect(stdout).toContain(
    '999 entries of the cache that were not stored yet; 10 of 10 feeds are asked conditionally at once',
  )
  expect(stdout).toContain('1 entries of feeds that are listed no more')
  expect(stdout).toContain('planet purge http://blog-7.example/?p=7')

  const kept = cached.filter(({ id }) => id !== 'http://blog-7.example/?p=7')
  const stored = (await runPlanet(folder, 'export', '--entries')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const order = [...stored].sort((a, b) => b.position.localeCompare(a.position))
  expect(order.map(({ publishedId }) => publishedId)).toEqual(kept.map(({ id }) => id))
  expect(order.map(({ position }) => position)).toEqual(kept.map(({ updated }) => updated.toISOString()))
  expect(server.requests).toEqual([])

  const config = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
  writeFileSync(path.join(folder, 'feeds.yaml'), config.replace('fetch:\n', 'fetch:\n  host_delay: 0s\n'))
  expect((await runPlanet(folder, 'build')).code).toBe(0)
  expect(server.requests).toHaveLength(feeds)
  for (const request of server.requests) {
    const feed = request.target.slice(-1)
    expect(headerOf(request, 'if-none-match')).toBe(`"v${feed}"`)
    expect(headerOf(request, 'if-modified-since')).toBe(`Wed, 01 May 2024 0${feed}:00:00 GMT`)
  }
  const atom = readFileSync(path.join(folder, 'public/atom.xml'), 'utf8')
  const published = [...atom.matchAll(/<entry>[\s\S]*?<id>([^<]*)<\/id>/g)].map(([, id]) => id)
  expect(published).toEqual(kept.slice(0, 60).map(({ id }) => id))
  expect(atom).toContain('&lt;p&gt;Text of &lt;b&gt;')

  const again = await runPlanet(folder, 'import', '--cache', 'cache')
  expect(again.stdout).toContain('0 entries of the cache that were not stored yet')
})

test('a cache needs a list of feeds; and a folder', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(await runPlanet(folder, 'import', '--cache', 'cache')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('name the file to import'),
  })
  writeFileSync(path.join(folder, 'feeds.yaml'), 'title: P\nurl: https://p.example/\nfeeds: [https://a.example/f]\n')
  expect(await runPlanet(folder, 'import', '--cache', 'cache')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no such folder'),
  })
})

const names = [
  { name: 'a path', id: 'http://www.blog.example/2019/05/post/', file: 'blog.example,2019,05,post' },
  { name: 'a query', id: 'https://blog.example/?p=7&x=1', file: 'blog.example,p=7&x=1' },
  { name: 'a tag', id: 'tag:blog.example,2019:7', file: 'blog.example,2019,7' },
  {
    name: 'what is too long',
    id: `http://blog.example/${'a'.repeat(200)}/${'b'.repeat(60)}`,
    file: expect.stringMatching(/^blog\.example,a+,[0-9a-f]{32}$/),
  },
]

test.each(names)('what Venus called a file: $name', ({ id, file }) => {
  expect(nameCached(id)).toEqual(file)
})
