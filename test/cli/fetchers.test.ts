import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLeases } from '../../src/store/open-leases.ts'
import type { PostgresPlace } from '../../src/store/store.ts'
import { postgres, withPostgres } from '../place-state.ts'
import { openTunnelProxy } from '../servers/open-tunnel-proxy.ts'
import { watchWire } from '../servers/watch-wire.ts'
import { runPlanet } from './run-planet.ts'
import { startPlanet, startPlanetWith } from './start-planet.ts'

/** Many fetchers share one state: each host of 127.0.0.x is a server of its own. */
const onPostgres = test.skipIf(postgres === undefined)

const [hosts, feeds] = [16, 80]
let folder: string
let schema: string
let server: Server
/** What each host is asked at the moment, and how often each feed was. */
let underWay: Map<string, number>
let asked: Map<string, number>
let mostAtOnce: number
let answer: (url: string, response: ServerResponse) => Promise<void>

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-fetchers-'))
  schema = `fetchers_${path.basename(folder).replace(/\W/g, '_').toLowerCase()}`
  ;[underWay, asked, mostAtOnce] = [new Map(), new Map(), 0]
  answer = async () => undefined
  server = createServer(async (request, response) => {
    const { host = '' } = request.headers
    const url = `http://${host}${request.url}`
    asked.set(url, (asked.get(url) ?? 0) + 1)
    underWay.set(host, (underWay.get(host) ?? 0) + 1)
    mostAtOnce = Math.max(mostAtOnce, underWay.get(host) ?? 0)
    response.on('close', () => underWay.set(host, (underWay.get(host) ?? 0) - 1))
    await answer(url, response)
    if (response.writableEnded) return
    const item = `<item><guid>${url}</guid><title>Post</title><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>`
    response.end(`<rss version="2.0"><channel><title>B</title>${item}</channel></rss>`)
  })
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const list = Array.from({ length: feeds }, (_, feed) => `  - http://127.0.0.${2 + (feed % hosts)}:${port}/${feed}\n`)
  const head = `title: P\nurl: https://planet.example\nstate: \${PLANET_TEST_POSTGRES}\nstate_schema: ${schema}\n`
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `${head}fetch: {host_delay: 0s, parallel: 4, timeout: 60s}\nfeeds:\n${list.join('')}`,
  )
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
  if (postgres) await withPostgres((client) => client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`))
})

onPostgres('four at once: each feed is asked once, and no host by two', async () => {
  const four = [1, 2, 3, 4].map(() => startPlanet(folder, 'fetch', '--json'))
  const ended = await Promise.all(four.map((one) => one.ended))
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(Array(4).fill([0, '']))
  expect([...asked.values()]).toEqual(Array(feeds).fill(1))
  expect(mostAtOnce).toBe(1)
  const reports = ended.flatMap(({ stdout }) => JSON.parse(stdout).feeds as { url: string; result: string }[])
  const fresh = reports.filter(({ result }) => result === 'new-entries').map(({ url }) => url)
  expect(new Set(fresh).size).toBe(feeds)

  // None is due any more, for anybody; all that came is there.
  expect((await runPlanet(folder, 'fetch')).code).toBe(0)
  expect(asked.size).toBe(feeds)
  const { stdout } = await runPlanet(folder, 'export', '--entries')
  expect(stdout.trim().split('\n')).toHaveLength(feeds)
  expect(await runPlanet(folder, 'render')).toMatchObject({ code: 0, stderr: '' })
})

onPostgres('without news, a fetcher asks the database a few things for each host, and none for each feed', async () => {
  const wire = await watchWire(postgres ?? '')
  try {
    for (const _ of ['new', 'known', 'the same']) {
      wire.statements.length = 0
      expect((await runPlanet(folder, 'fetch', '--refresh', '--state', wire.url)).code).toBe(0)
    }
    expect(asked.get([...asked.keys()][0] ?? '')).toBe(3)
    // To take it, to read its feeds, to write what they answered in a transaction, to leave it; and what is asked once, or in vain.
    expect(wire.statements.length).toBeLessThan(6 * hosts + 50)
    expect(wire.statements.filter((sql) => /INSERT INTO asks/.test(sql)).length).toBeLessThanOrEqual(hosts + 1)
  } finally {
    wire.close()
  }
})

onPostgres('while one fetches: another may, one may render, and a build may not', async () => {
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  const isAsked = new Promise<void>((done) => {
    answer = async (url) => {
      if (!url.endsWith('/7')) return
      done()
      await released
    }
  })
  const first = startPlanet(folder, 'fetch')
  await isAsked
  expect((await runPlanet(folder, 'build')).code).toBe(75)
  expect(await runPlanet(folder, 'render')).toMatchObject({ code: 0, stderr: '' })
  release()
  expect((await first.ended).code).toBe(0)
  expect([...asked.values()]).toEqual(Array(feeds).fill(1))
})

onPostgres('a redirect into a host that another fetcher has waits until that has left it', async () => {
  const names = await useNames(['from', 'to', 'third'])
  await names.start('fetch').ended
  const others = await openLeases(placeOf())
  const log: string[] = []
  try {
    const leave = await others.visit('to.example', 0)
    const isThird = new Promise<void>((hear) => {
      answer = async (url, response) => {
        log.push(url)
        if (url === 'http://from.example/0') response.writeHead(302, { Location: 'http://to.example/else' }).end()
        if (log.length === 2) hear()
      }
    })
    const { ended } = names.start('fetch', '--refresh')
    await isThird
    log.push('left')
    await leave?.()
    expect((await ended).code).toBe(0)
    expect(log.slice(0, 3).sort()).toEqual(['http://from.example/0', 'http://third.example/2', 'left'])
    expect(log.slice(3).sort()).toEqual(['http://to.example/1', 'http://to.example/else'])
    expect(mostAtOnce).toBe(1)
  } finally {
    await Promise.all([others.close(), names.close()])
  }
})

onPostgres('who is redirected to a host that is not to be had asks nobody', async () => {
  await runPlanet(folder, 'fetch')
  const [first, second] = [await openLeases(placeOf()), await openLeases(placeOf(), { ...brief, visitMs: 1 })]
  try {
    const leave = await first.visit('b.example', 0)
    expect(await second.visit('b.example', 0)).toBeUndefined()
    await leave?.()
    expect(await second.visit('b.example', 0)).toBeDefined()
  } finally {
    await Promise.all([first.close(), second.close()])
  }
})

onPostgres('H-16 a 429 that one fetcher hears silences all, for all feeds of the host', async () => {
  const hosts = Array.from({ length: 12 }, (_, feed) => (feed % 3 === 0 ? 'busy' : `b${feed}`))
  const names = await useNames(hosts)
  answer = async (url, response) => {
    if (url.startsWith('http://busy.')) response.writeHead(429, { 'Retry-After': '7200' }).end()
  }
  const fetchAll = () => names.start('fetch', '--refresh').ended
  const three = await Promise.all([fetchAll(), fetchAll(), fetchAll()])
  expect(three.map(({ code }) => code)).toEqual([0, 0, 0])
  const busy = () => [...asked].filter(([url]) => url.startsWith('http://busy.')).map(([, count]) => count)
  expect([busy(), asked.size]).toEqual([[1], 9])
  await fetchAll()
  expect(busy()).toEqual([1])
  await names.close()
})

onPostgres('a host stays with a fetcher that gives word, and goes to another when it gives none', async () => {
  await runPlanet(folder, 'fetch')
  const [first, second] = [await openLeases(placeOf(), brief), await openLeases(placeOf(), brief)]
  try {
    const [url = ''] = asked.keys()
    const host = new URL(url).host
    const now = new Date()
    await first.plan([{ url, host, dueAt: +now }])
    expect(await first.take(now, [])).toEqual({ host, urls: [url] })
    const takeAll = async () => [await second.take(now, []), await second.isAnyDue(now, [])]
    expect(await takeAll()).toEqual([undefined, true])
    // Longer than without word.
    const later = performance.now() + 600
    await vi.waitUntil(() => performance.now() > later, { timeout: 5000 })
    expect([first.holds(host), await takeAll()]).toEqual([true, [undefined, true]])
    await first.close()
    await vi.waitUntil(async () => (await second.take(now, []))?.host === host, { timeout: 20_000 })
    expect([first.holds(host), second.holds(host)]).toEqual([false, true])
    await second.leave(host, [{ url, dueAt: +now + 1000 }], 0)
    expect(await second.isAnyDue(now, [])).toBe(false)
  } finally {
    await Promise.all([first.close(), second.close()])
  }
})

const brief = { leaseMs: 400, renewMs: 50 }

function placeOf(): PostgresPlace {
  return { kind: 'postgres', url: postgres ?? '', schema, folder, planet: 'https://planet.example/' }
}

/** A feed at each of these names, which a proxy leads to the server. */
async function useNames(hosts: string[]) {
  const { port } = server.address() as AddressInfo
  const proxy = await openTunnelProxy(() => port)
  const [head] = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8').split('feeds:\n')
  const list = hosts.map((host, feed) => `  - http://${host}.example/${feed}\n`)
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${list.join('')}`)
  const start = (...words: string[]) => startPlanetWith(folder, { ...process.env, http_proxy: proxy.url }, ...words)
  return { start, close: () => proxy.close() }
}
