import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openScriptedServer, respond } from '../servers/open-scripted-server.ts'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, holdFeed, serveFeeds } from './serve-feeds.ts'
import { startPlanet } from './start-planet.ts'

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-halves-'))
  server = await serveFeeds()
  server.feeds.set('/a', feed)
  configure()
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const feed = '<rss version="2.0"><channel><title>A</title><item><guid>1</guid><title>One</title></item></channel></rss>'

function configure(more = ''): void {
  const head = `title: Planet Test\nurl: https://planet.example\nfetch: {host_delay: 0s, timeout: 30s}\n${more}`
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}\nfeeds:\n  - ${server.url}/a\n`)
}

const run = (...words: string[]) => runPlanet(folder, ...words)
const site = path.join('public', 'index.html')
const has = (file: string) => existsSync(path.join(folder, file))

test('fetch asks and stores, and makes no site; render writes it, and asks nobody', async () => {
  expect(await run('fetch')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  expect([has('public'), server.requests.length]).toEqual([false, 1])
  expect(await run('render')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  expect([has(site), server.requests.length]).toEqual([true, 1])
  expect(readFileSync(path.join(folder, site), 'utf8')).toContain('One')
})

test('render before anything was fetched: a planet without entries', async () => {
  expect(await run('render')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  expect(has(site)).toBe(true)
})

test('--json prints the same document as build', async () => {
  const fetched = JSON.parse((await run('fetch', '--json')).stdout)
  expect(fetched).toMatchObject({ schema: 1, feeds: [{ added: 1 }], written: [], work: { entriesConformed: 1 } })
  const rendered = JSON.parse((await run('render', '--json')).stdout)
  expect(rendered).toMatchObject({ schema: 1, feeds: [], work: { entriesConformed: 0 } })
  expect(rendered.written).toContain('index.html')
  expect(Object.keys(fetched)).toEqual(Object.keys(rendered))
})

test('--dry-run of either keeps and writes nothing', async () => {
  expect(await run('fetch', '--dry-run')).toMatchObject({ code: 0, stderr: '' })
  expect((await run('export', '--entries')).stdout).toBe('')
  await run('fetch', '--refresh')
  const dry = await run('render', '--dry-run')
  expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('Would change') })
  expect(has('public')).toBe(false)
})

test('--strict of fetch: exit 3 where a feed has errors; a feed that fails keeps nobody from rendering', async () => {
  server.feeds.set('/a', (answer) => void answer.writeHead(500).end())
  expect((await run('fetch', '--strict', '--refresh')).code).toBe(3)
  expect((await run('fetch', '--refresh')).code).toBe(0)
  expect((await run('render')).code).toBe(0)
})

test('no network: fetch ends with 75, one line, and the next one is not told of it', async () => {
  await server.close()
  const told = 'planet: no network: 1 of 1 feeds could not be reached; no failure was counted\n'
  expect(await run('fetch')).toMatchObject({ code: 75, stderr: told })
  expect(await run('render')).toMatchObject({ code: 0, stderr: '' })
  expect(await run('fetch', '--refresh')).toMatchObject({ code: 75, stderr: '' })
  server = await serveFeeds()
})

test('one lock for both: while a fetch runs, fetch, render and build end with 75', async () => {
  const held = holdFeed(server, '/a', feed)
  const first = startPlanet(folder, 'fetch')
  await held.asked
  for (const command of ['fetch', 'render', 'build']) {
    const { code, stderr } = await run(command)
    expect([command, code]).toEqual([command, 75])
    expect(stderr).toContain('another build has been running since')
  }
  held.release()
  expect((await first.ended).code).toBe(0)
})

test('H-31 a hub hears of news when the site is written: not from fetch, from render, and not from build --offline', async () => {
  const hub = await openScriptedServer(respond(204))
  configure(`websub: ${hub.url()}`)
  try {
    await run('fetch')
    expect(hub.requests).toHaveLength(0)
    await run('render')
    expect(hub.requests).toHaveLength(1)
    server.feeds.set('/a', feed.replaceAll('One', 'Two'))
    await run('fetch', '--refresh')
    await run('build', '--offline')
    expect(hub.requests).toHaveLength(1)
  } finally {
    await hub.close()
  }
})

test('state: publish: what either half has stored stands beside the site, and either begins with it', async () => {
  configure('state: publish')
  await run('fetch')
  expect(readdirSync(path.join(folder, 'public'))).toEqual(['state.db.br'])
  rmSync(path.join(folder, '.planet'), { recursive: true })
  server.feeds.set('/state.db.br', (answer) => void answer.end(readFileSync(path.join(folder, 'public/state.db.br'))))
  expect(await run('render', '--restore', `${server.url}/state.db.br`)).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(path.join(folder, site), 'utf8')).toContain('One')
})

test.each([
  [['fetch', '--offline'], "unknown option '--offline'"],
  [['render', '--refresh'], "unknown option '--refresh'"],
  [['fetch', '--dry-run', '--restore'], '--dry-run writes nothing: leave out --restore'],
])('planet %j: exit 2', async (words, says) => {
  const { code, stderr } = await run(...words)
  expect(code).toBe(2)
  expect(stderr).toContain(says)
})
