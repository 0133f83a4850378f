import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

/** A hub: remembers who published what, and how the site stood then. */
type Hub = {
  url: string
  status: number
  pings: { method: string; path: string; headers: IncomingHttpHeaders; form: URLSearchParams; atom: string }[]
  server: Server
}

let folder: string
let feeds: FeedServer
let hub: Hub

async function openHub(): Promise<Hub> {
  const server = createServer(async (request, answer) => {
    let body = ''
    for await (const part of request) body += part
    const { method = '', url = '', headers } = request
    const atom = readFileSync(path.join(folder, 'public/atom.xml'), 'utf8')
    hub.pings.push({ method, path: url, headers, form: new URLSearchParams(body), atom })
    answer.writeHead(hub.status).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, status: 204, pings: [], server }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-websub-'))
  feeds = await serveFeeds()
  hub = await openHub()
})

afterEach(async () => {
  hub.server.close()
  hub.server.closeAllConnections()
  await feeds.close()
  rmSync(folder, { recursive: true })
})

const post = (id: number) => `<item><guid>https://a.example/${id}</guid><title>Post ${id}</title></item>`

function serve(...ids: number[]): void {
  feeds.feeds.set('/a', `<rss version="2.0"><channel><title>A</title>${ids.map(post).join('')}</channel></rss>`)
}

function configure(lines: string): void {
  const head = 'title: Planet Test\nurl: https://planet.example/sub/\nfetch: {host_delay: 0s, timeout: 2s}\n'
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}${lines}\nfeeds:\n  - ${feeds.url}/a\n`)
}

const build = (...words: string[]) => runPlanet(folder, 'build', '--refresh', ...words)
const topics = () => hub.pings.map(({ form }) => form.getAll('hub.url'))

test('H-31 the hub gets one ping for the feed when there is news, after it is in its place, and none when there is not', async () => {
  serve(1)
  configure(`outputs: [html, atom]\nwebsub: ${hub.url}/publish?key=1`)
  expect(await build()).toMatchObject({ code: 0, stderr: '' })
  expect(hub.pings).toMatchObject([{ method: 'POST', path: '/publish?key=1' }])
  expect(hub.pings[0]?.form.get('hub.mode')).toBe('publish')
  expect(topics()).toEqual([['https://planet.example/sub/atom.xml']])
  expect(hub.pings[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(hub.pings[0]?.headers['user-agent']).toMatch(/^planet\/\d.* \(\+https:\/\/planet\.example\/sub\/\)$/)
  expect(hub.pings[0]?.atom).toContain('Post 1')
  expect(hub.pings[0]?.atom).toContain(`<link rel="hub" href="${hub.url}/publish?key=1"/>`)

  expect(await build()).toMatchObject({ code: 0, stderr: '' })
  expect(hub.pings).toHaveLength(1)

  feeds.feeds.delete('/a')
  await build()
  expect(hub.pings).toHaveLength(1)

  serve(1, 2)
  await build()
  expect(hub.pings).toHaveLength(2)
  expect(hub.pings[1]?.atom).toContain('Post 2')
})

test('H-31 every feed that names the hub is announced, all in one ping', async () => {
  serve(1)
  configure(`websub: ${hub.url}`)
  await build()
  expect(topics()).toEqual([['atom.xml', 'rss.xml', 'feed.json'].map((file) => `https://planet.example/sub/${file}`)])
  const read = (file: string) => readFileSync(path.join(folder, 'public', file), 'utf8')
  expect(read('rss.xml')).toContain(`<atom:link rel="hub" href="${hub.url}/"/>`)
  expect(JSON.parse(read('feed.json')).hubs).toEqual([{ type: 'WebSub', url: `${hub.url}/` }])
  expect(read('blog/a/atom.xml')).not.toContain('rel="hub"')
})

test('H-31 a hub that refuses is a warning; the site is up to date', async () => {
  serve(1)
  hub.status = 503
  configure(`outputs: [html, atom]\nwebsub: ${hub.url}`)
  const { code, stderr } = await build()
  expect(code).toBe(0)
  expect(stderr).toBe(
    `planet: the hub ${hub.url}/ was not told of the news: answered 503; its subscribers hear of the next\n`,
  )
})

test('H-31 a hub that is not there is a warning', async () => {
  serve(1)
  hub.server.close()
  configure(`outputs: [html, atom]\nwebsub: ${hub.url}`)
  expect(await build()).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^planet: the hub .* refused the connection/),
  })
})

test('H-31 nobody is told where no hub is named, nor by a build that asks nobody', async () => {
  serve(1)
  configure('outputs: [html, atom]')
  await build()
  configure(`outputs: [html, atom]\nwebsub: ${hub.url}`)
  await build('--offline')
  expect(hub.pings).toEqual([])
})

test('a planet that inspects this planet sees in every format what was published', async () => {
  serve(1, 2, 3)
  configure('')
  await build()
  const files = ['atom.xml', 'rss.xml', 'feed.json'].map((file) => path.join(folder, 'public', file))
  const { stdout } = await runPlanet(folder, 'inspect', '--json', '--base-url', 'https://planet.example/sub/', ...files)
  const [atom, rss, json] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const seen = ({ entries }: { entries: Record<string, unknown>[] }) =>
    entries.map(({ id, link, title, authors, updated }) => ({ id, link, title, authors, updated }))
  expect(atom).toMatchObject({ ok: true, warnings: [], feed: { id: 'https://planet.example/sub/atom.xml' } })
  expect(seen(atom).map(({ id }) => id)).toEqual([1, 2, 3].map((id) => `https://a.example/${id}`))
  expect(seen(rss)).toEqual(seen(atom))
  expect(seen(json)).toEqual(seen(atom))
})
