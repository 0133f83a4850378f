import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import type { FetchResult, Validators } from '../../src/model.ts'
import { fetchOne, summarize, testOptions } from '../fetch/fetch-one.ts'
import {
  answerAndEnd,
  answerForEver,
  headerOf,
  inTurn,
  openScriptedServer,
  respond,
  type Script,
  type ScriptedServer,
  silence,
} from '../servers/open-scripted-server.ts'
import { openTunnelProxy } from '../servers/open-tunnel-proxy.ts'

const feed = '<feed/>'
const servers: ScriptedServer[] = []

async function serve(script: Script | Record<string, Script>): Promise<ScriptedServer> {
  const server = await openScriptedServer(script)
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

function validatorsOf(result: FetchResult): Validators | undefined {
  return 'validators' in result ? result.validators : undefined
}

test('H-01 a first fetch is exactly one GET without conditions', async () => {
  const server = await serve(respond(200, {}, feed))
  expect(summarize(await fetchOne(server.url()))).toBe(feed)
  expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['GET /feed'])
  expect(server.requests[0]?.head).not.toMatch(/^if-/im)
})

test('H-08 H-09 H-10 H-32 the request holds these headers and no others', async () => {
  const server = await serve(respond(200, { 'Set-Cookie': 'id=1; Path=/' }, feed))
  const fetcher = openFetcher({ ...testOptions, sources: [{ url: server.url('/feed?a=1') }] })
  await fetcher.fetch({ url: server.url('/feed?a=1') }, undefined)
  await fetcher.fetch({ url: server.url('/feed?a=1') }, undefined)
  await fetcher.close()
  expect(server.requests).toHaveLength(2)
  for (const request of server.requests) {
    expect(request.target).toBe('/feed?a=1')
    expect(Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]))).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: 'keep-alive',
      'user-agent': 'planet/1.2.3 (+https://planet.example/)',
      accept: expect.stringMatching(/atom\+xml.*rss\+xml.*rdf\+xml.*feed\+json.*xml.*\*\/\*;q=0\.1$/),
      'accept-encoding': 'gzip, br',
    })
  }
})

test.each([
  ['of RFC 9110', 'Sun, 06 Nov 1994 08:49:37 GMT'],
  ['with odd spacing', 'Sun,  06 Nov  1994 08:49:37   GMT'],
  ['with a wrong weekday', 'Fri, 06 Nov 1994 08:49:37 GMT'],
  ['of RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
  ['with a zone in small letters', 'Sun, 06 Nov 1994 08:49:37 gmt'],
  ['that is none', 'yesterday'],
])('H-02 Last-Modified is sent back byte for byte: a date %s', async (_, date) => {
  const server = await serve(respond(200, { 'Last-Modified': date }, feed))
  const validators = validatorsOf(await fetchOne(server.url()))
  await fetchOne(server.url(), { validators })
  expect(headerOf(server.requests[1], 'If-Modified-Since')).toBe(date)
  expect(headerOf(server.requests[1], 'If-None-Match')).toBeUndefined()
})

test.each([
  ['quoted', '"abc"'],
  ['weak', 'W/"abc"'],
  ['weak, written wrongly', 'w/"abc"'],
  ['unquoted', 'abc-gzip'],
  ['a quote that is not closed', '"abc'],
  ['several quotes', '""a"b"c""'],
  ['a comma and spaces', '"a, b"  c'],
  ['empty quotes', '""'],
  ['an asterisk', '*'],
  ['UTF-8', '"caf\xc3\xa9"'],
  ['bytes above 127', '"\xe9\xff\x80"'],
  ['a tab', '"a\tb"'],
])('H-03 ETag is sent back byte for byte: %s', async (_, etag) => {
  const server = await serve(respond(200, { ETag: etag, 'Last-Modified': 'yesterday' }, feed))
  const validators = validatorsOf(await fetchOne(server.url()))
  await fetchOne(server.url(), { validators })
  expect(headerOf(server.requests[1], 'If-None-Match')).toBe(etag)
  expect(headerOf(server.requests[1], 'If-Modified-Since')).toBe('yesterday')
})

test.each([
  ['empty', ''],
  ['so long that servers would refuse it', `"${'a'.repeat(20_000)}"`],
])('H-03 an ETag that cannot be sent back is not kept: %s', async (_, etag) => {
  const server = await serve(respond(200, { ETag: etag }, feed))
  const result = await fetchOne(server.url())
  expect(validatorsOf(result)).toEqual({ etag: undefined, lastModified: undefined, url: server.url() })
})

const old = { etag: '"1"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' }
test.each([
  ['a 200 replaces both', 200, { ETag: '"2"', 'Last-Modified': 'x' }, { etag: '"2"', lastModified: 'x' }],
  ['a 200 with one drops the other', 200, { ETag: '"2"' }, { etag: '"2"', lastModified: undefined }],
  ['a 200 with neither drops both', 200, {}, { etag: undefined, lastModified: undefined }],
  ['a 304 without any keeps both', 304, {}, old],
  ['a 304 with a new ETag replaces it alone', 304, { ETag: '"2"' }, { ...old, etag: '"2"' }],
  ['a 304 with a new date replaces it alone', 304, { 'Last-Modified': 'x' }, { ...old, lastModified: 'x' }],
])('H-04 validators: %s', async (_, status, headers: Record<string, string>, expected) => {
  const server = await serve(respond(status, headers, status === 200 ? feed : ''))
  const result = await fetchOne(server.url(), { validators: { ...old, url: server.url() } })
  expect(validatorsOf(result)).toEqual({ ...expected, url: server.url() })
})

test('H-05 a body that breaks off brings no validators', async () => {
  const server = await serve((socket) => {
    socket.end('HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: 100\r\n\r\n<feed>')
  })
  expect(await fetchOne(server.url())).not.toHaveProperty('validators')
})

test('H-06 validators of another address are not sent', async () => {
  const server = await serve(respond(200, {}, feed))
  await fetchOne(server.url('/new'), { validators: { ...old, url: server.url('/old') } })
  expect(server.requests[0]?.head).not.toMatch(/^if-/im)
})

test('H-06 after a redirect, validators go to the address that sent them, and to it alone', async () => {
  const server = await serve({
    '/old': respond(302, { Location: '/new', ETag: '"of the redirect"' }),
    '/new': inTurn(respond(200, { ETag: '"1"' }, feed), respond(304)),
  })
  const first = await fetchOne(server.url('/old'))
  const second = await fetchOne(server.url('/old'), { validators: validatorsOf(first) })
  expect(validatorsOf(first)).toEqual({ etag: '"1"', url: server.url('/new') })
  expect(second).toMatchObject({ kind: 'unchanged', finalUrl: server.url('/new') })
  expect(server.requests.map((request) => [request.target, headerOf(request, 'If-None-Match')])).toEqual([
    ['/old', undefined],
    ['/new', undefined],
    ['/old', undefined],
    ['/new', '"1"'],
  ])
})

test('H-07 what is known is sent at every request', async () => {
  const server = await serve(respond(304))
  const validators = { ...old, url: server.url() }
  for (let time = 0; time < 3; time++) expect(await fetchOne(server.url(), { validators })).toMatchObject(unchanged)
  expect(server.requests.map((request) => headerOf(request, 'If-None-Match'))).toEqual(['"1"', '"1"', '"1"'])
})
const unchanged = { kind: 'unchanged', status: 304 }

test('H-16 Retry-After comes back as an instant', async () => {
  const server = await serve(respond(503, { 'Retry-After': '7200' }))
  const before = Date.now()
  const result = await fetchOne(server.url())
  expect(result).toMatchObject({ kind: 'failed', status: 503, problem: { code: 'HTTP_STATUS' } })
  const seconds = (+((result.kind === 'failed' && result.retryAfter) || 0) - before) / 1000
  expect(seconds).toBeGreaterThanOrEqual(7200)
  expect(seconds).toBeLessThan(7300)
})

test('H-17 a 429 is not asked again at once', async () => {
  const server = await serve(respond(429))
  expect(summarize(await fetchOne(server.url()))).toBe('RATE_LIMITED asks us to come less often (429)')
  expect(server.requests).toHaveLength(1)
})

test('H-23 one host: one connection, and a second between an answer and the next request', async () => {
  const server = await serve((socket, request) => void setTimeout(() => respond(200, {}, feed)(socket, request), 50))
  const { hostDelayMs: _, ...defaults } = testOptions
  const fetcher = openFetcher(defaults)
  const urls = ['/1', '/2', '/3'].map((path) => server.url(path))
  await Promise.all(urls.map((url) => fetcher.fetch({ url }, undefined)))
  await fetcher.close()
  expect(server.requests.map(({ target }) => target)).toEqual(['/1', '/2', '/3'])
  // From an answer that took 50 ms.
  for (const gap of gaps(server)) expect(gap).toBeGreaterThanOrEqual(1050 - early)
  expect(server.mostOpen()).toBe(1)
})

test('H-23 a host with more than 50 feeds is asked every 0.2 s', async () => {
  const server = await serve(respond(200, {}, feed))
  const { hostDelayMs: _, ...defaults } = testOptions
  const sources = Array.from({ length: 51 }, (_, index) => ({ url: server.url(`/${index}`) }))
  const fetcher = openFetcher({ ...defaults, sources })
  await Promise.all(sources.slice(0, 4).map((source) => fetcher.fetch(source, undefined)))
  await fetcher.close()
  expect(Math.min(...gaps(server))).toBeGreaterThanOrEqual(200)
  // Less than a second: one of three is, however busy the machine.
  expect(Math.min(...gaps(server))).toBeLessThan(900)
})

test('H-23 host_parallel and host_delay set both', async () => {
  const server = await serve((socket, request) => void setTimeout(() => respond(200, {}, feed)(socket, request), 400))
  const fetcher = openFetcher({ ...testOptions, hostParallel: 2, hostDelayMs: 300 })
  await Promise.all(['/1', '/2', '/3'].map((path) => fetcher.fetch({ url: server.url(path) }, undefined)))
  await fetcher.close()
  expect(server.mostOpen()).toBe(2)
  for (const gap of gaps(server)) expect(gap).toBeGreaterThan(200)
})

test('H-23 hosts do not wait for each other, but for a free slot', async () => {
  const waiting: (() => void)[] = []
  let most = 0
  const held: Script = (socket, request) => {
    waiting.push(() => respond(200, {}, feed)(socket, request))
    most = Math.max(most, waiting.length)
  }
  const all = await Promise.all([serve(held), serve(held), serve(held)])
  const fetcher = openFetcher({ ...testOptions, parallel: 2, hostDelayMs: 1000 })
  const fetched = Promise.all(all.map((server) => fetcher.fetch({ url: server.url() }, undefined)))
  // Two are asked though neither has answered; the third comes when one has.
  await expect.poll(() => waiting.length, { timeout: 60_000 }).toBe(2)
  for (let left = 3; left > 0; left--) {
    await expect.poll(() => waiting.length, { timeout: 60_000 }).toBeGreaterThan(0)
    waiting.shift()?.()
  }
  await fetched
  await fetcher.close()
  expect(most).toBe(2)
})

test('H-23 waiting for a slot does not shorten the distance between two requests to a host', async () => {
  const slow: Script = (socket, request) => void setTimeout(() => respond(200, {}, feed)(socket, request), 500)
  const [busy, server] = [await serve(slow), await serve(respond(200, {}, feed))]
  const fetcher = openFetcher({ ...testOptions, parallel: 1, hostDelayMs: 300 })
  const urls = [busy.url(), server.url('/1'), server.url('/2')]
  await Promise.all(urls.map((url) => fetcher.fetch({ url }, undefined)))
  await fetcher.close()
  for (const gap of gaps(server)) expect(gap).toBeGreaterThanOrEqual(300)
})

test('H-23 a connection that takes long to make does not shorten the distance that the server sees', async () => {
  const server = await serve(respond(200, {}, feed))
  const way = await openSlowWay(server.port, 500)
  const fetcher = openFetcher({ ...testOptions, hostDelayMs: 600 })
  await Promise.all(['/1', '/2'].map((path) => fetcher.fetch({ url: `${way.url}${path}` }, undefined)))
  await fetcher.close()
  await way.close()
  expect(server.requests).toHaveLength(2)
  for (const gap of gaps(server)) expect(gap).toBeGreaterThanOrEqual(600)
})

test('H-23 what is asked again, to be read leniently, waits for its turn', async () => {
  const server = await serve(
    answerAndEnd(`HTTP/1.1 200 OK\r\nX-A : b\r\nContent-Length: ${feed.length}\r\n\r\n${feed}`),
  )
  expect(summarize(await fetchOne(server.url(), { hostDelayMs: 400 }))).toBe(feed)
  expect(server.requests).toHaveLength(2)
  for (const gap of gaps(server)) expect(gap).toBeGreaterThanOrEqual(400)
})

test('H-16 who waits for the turn of a host that wants to be left alone does not wait for each before it', async () => {
  const server = await serve(respond(429, {}, ''))
  const proxy = await openTunnelProxy(() => server.port)
  vi.stubEnv('http_proxy', proxy.url)
  const fetcher = openFetcher({ ...testOptions, hostDelayMs: 3_600_000 })
  const urls = Array.from({ length: 20 }, (_, index) => `http://here.example/${index}`)
  const results = await Promise.all(urls.map((url) => fetcher.fetch({ url }, undefined)))
  await fetcher.close()
  vi.unstubAllEnvs()
  await proxy.close()
  expect(server.requests).toHaveLength(1)
  expect(results.slice(1).map(summarize)).toEqual(Array(19).fill('waiting'))
})

test('H-23 a redirect waits for the turn of the host it leads to, and two that cross do not lock', async () => {
  const here = await serve({ '/1': respond(200, {}, feed) })
  const there = await serve({
    '/2': respond(200, {}, feed),
    '/away': respond(302, { Location: 'http://here.example/1' }),
  })
  const away: Script = respond(302, { Location: 'http://there.example/2' })
  const start = await serve({ '/away': away })
  const ports: Record<string, number> = { here: here.port, there: there.port, start: start.port }
  const proxy = await openTunnelProxy((name) => ports[name.replace('.example', '')])
  vi.stubEnv('http_proxy', proxy.url)
  const fetcher = openFetcher({ ...testOptions, hostDelayMs: 1000 })
  const urls = ['start.example/away', 'there.example/away', 'there.example/2', 'here.example/1']
  const results = await Promise.all(urls.map((url) => fetcher.fetch({ url: `http://${url}` }, undefined)))
  await fetcher.close()
  vi.unstubAllEnvs()
  await proxy.close()
  expect(results.map(summarize)).toEqual([feed, feed, feed, feed])
  expect([here.requests.length, there.requests.length]).toEqual([2, 3])
  for (const gap of [...gaps(here), ...gaps(there)]) expect(gap).toBeGreaterThanOrEqual(1000)
})

test('H-23 H-24 the wait for a turn is not counted against the time limit', async () => {
  const server = await serve({ '/a': respond(302, { Location: '/b' }), '/b': respond(200, {}, feed) })
  expect(summarize(await fetchOne(server.url('/a'), { timeoutMs: 4000, hostDelayMs: 5000 }))).toBe(feed)
})

test.each([
  ['says nothing', silence],
  ['drips its headers', answerForEver('HTTP/1.1 200 OK\r\nX: ', 'a', 40)],
  ['drips its body', answerForEver('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n', 'a', 40)],
  ['drips chunks', answerForEver('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n', 40)],
  ['sends early hints for ever', answerForEver('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 10)],
  ['drips trailers', answerForEver('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'A: b\r\n', 10)],
])('H-24 a server that %s holds nobody longer than the limit', async (_, script) => {
  const server = await serve(script)
  expect(summarize(await fetchOne(server.url(), { timeoutMs: 400 }))).toBe(
    'TIMEOUT gave no complete answer within 0.4 s',
  )
})

test('H-24 redirects that drip are not longer than the limit together', async () => {
  const slow = (location: string): Script => {
    return (socket, request) => void setTimeout(() => respond(302, { Location: location })(socket, request), 200)
  }
  const server = await serve({ '/1': slow('/2'), '/2': slow('/3'), '/3': slow('/4'), '/4': respond(200, {}, feed) })
  expect(summarize(await fetchOne(server.url('/1'), { timeoutMs: 500 }))).toMatch(/^TIMEOUT /)
})

/** A timer of the server's may fire so many milliseconds early. */
const early = 2

/** A way to a server whose first connection gets through late, as one with a lost packet, or a long way for its TLS. */
async function openSlowWay(port: number, lateMs: number): Promise<{ url: string; close(): Promise<void> }> {
  let wait = lateMs
  const sockets: Socket[] = []
  const way = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    sockets.push(near, far)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    setTimeout(() => near.pipe(far).pipe(near), wait)
    wait = 0
  })
  way.listen(0, '127.0.0.1')
  await once(way, 'listening')
  return {
    url: `http://127.0.0.1:${(way.address() as AddressInfo).port}`,
    async close() {
      way.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function gaps(server: ScriptedServer): number[] {
  const starts = server.requests.map(({ at }) => at).sort(byNumber)
  return starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
}

function byNumber(a: number, b: number): number {
  return a - b
}
