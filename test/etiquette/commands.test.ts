import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'
import { headerOf, openScriptedServer, respond, type ScriptedServer } from '../servers/open-scripted-server.ts'

/** H-35: who is asked by `planet add` and `planet check` sees no other planet than who is asked by a build. */
const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><language>en</language><item><guid>https://${title}.example/1</guid><title>One</title><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>`
const xml = { 'Content-Type': 'application/rss+xml', 'Set-Cookie': 'id=1', ETag: '"1"' }
const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/posts.xml"><p>Hello'

let server: ScriptedServer
let isBusy = false
beforeAll(async () => {
  server = await openScriptedServer({
    '/': respond(200, { 'Content-Type': 'text/html', 'Set-Cookie': 'id=1' }, page),
    '/posts.xml': respond(200, xml, rss('posts')),
    '/a': respond(200, xml, rss('a')),
    '/b': respond(200, xml, rss('b')),
    '/busy': (socket, request) =>
      (isBusy ? respond(429, { 'Retry-After': '7200' }) : respond(200, xml, rss('busy')))(socket, request),
    '/gone': (socket, request) => (isBusy ? respond(410) : respond(200, xml, rss('gone')))(socket, request),
  })
})
afterAll(() => server.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-polite-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  isBusy = false
  server.requests.length = 0
})
function list(...paths: string[]): void {
  const feeds = paths.map((feed) => `  - ${server.url(feed)}\n`).join('')
  const head = 'title: P\nurl: https://planet.test/\nfetch: {host_delay: 0.2s}\nfeeds:\n'
  writeFileSync(path.join(folder, 'feeds.yaml'), head + feeds)
}
const targets = () => server.requests.map(({ method, target }) => `${method} ${target}`)

const commands = [
  { words: ['add'], paths: ['/a'], asks: ['GET /', 'GET /posts.xml'] },
  { words: ['check'], paths: ['/a', '/b'], asks: ['GET /a', 'GET /b'] },
]

test.each(commands)(
  'H-01 H-08 H-09 H-10 H-23 H-35 planet $words: each address once, one after the other, as a build asks',
  async ({ words, paths, asks }) => {
    list(...paths)
    expect(await runPlanet(folder, ...words, ...(words[0] === 'add' ? [server.url('/')] : []))).toMatchObject({
      code: 0,
    })
    expect(targets()).toEqual(asks)
    for (const request of server.requests) {
      expect(headerOf(request, 'user-agent')).toMatch(/^planet\/\d[\w.-]* \(\+https:\/\/planet\.test\/\)$/)
      expect(headerOf(request, 'accept-encoding')).toMatch(/gzip/)
      expect(headerOf(request, 'accept')).toMatch(/atom\+xml.*\*\/\*;q=0\.1/)
      for (const name of ['cookie', 'referer', 'pragma', 'cache-control', 'if-none-match', 'if-modified-since'])
        expect(headerOf(request, name), name).toBeUndefined()
    }
    expect(server.mostOpen()).toBe(1)
    const [first, second] = server.requests.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(150)
  },
)

test('H-16 H-21 H-35 planet check asks neither who wants to be left alone nor who is gone', async () => {
  list('/a', '/busy', '/gone')
  await runPlanet(folder, 'build')
  isBusy = true
  await runPlanet(folder, 'build', '--refresh')
  server.requests.length = 0
  const { code, stdout } = await runPlanet(folder, 'check')
  // A 429 speaks for its whole host where that is a public name: this is none.
  expect(targets()).toEqual(['GET /a'])
  expect(code).toBe(3)
  expect(stdout).toMatch(/wants to be left alone until/)
  expect(stdout).toMatch(/gone for good \(410\), since/)
})
