import zlib from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import { openHeadMender } from '../../src/fetch/open-head-mender.ts'
import { measureCpu } from '../measure-cpu.ts'
import {
  answerAndEnd,
  answerAndReset,
  headerOf,
  inTurn,
  openScriptedServer,
  redirect,
  respond,
  type Script,
  type ScriptedServer,
} from '../servers/open-scripted-server.ts'
import { fetchOne, summarize, testOptions } from './fetch-one.ts'

const feed = '<feed xmlns="http://www.w3.org/2005/Atom"/>'
const ok = 'HTTP/1.1 200 OK\r\n'
const length = `Content-Length: ${feed.length}\r\n`
const chunks = `${feed.length.toString(16)}\r\n${feed}\r\n0\r\n\r\n`

const servers: ScriptedServer[] = []
async function serve(script: Script | Record<string, Script>): Promise<ScriptedServer> {
  const server = await openScriptedServer(script)
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const broken: [name: string, bytes: string][] = [
  ['a blank before the colon', `${ok}X-A : b\r\n${length}\r\n${feed}`],
  ['a blank in a name', `${ok}X A: b\r\n${length}\r\n${feed}`],
  ['a blank before the first header', `${ok} X-A: b\r\n${length}\r\n${feed}`],
  ['a control character in a value', `${ok}ETag: "\x1b[31m"\r\n${length}\r\n${feed}`],
  ['a zero byte in a value', `${ok}ETag: "a\0b"\r\n${length}\r\n${feed}`],
  ['a carriage return in a value', `${ok}X-A: a\rb\r\n${length}\r\n${feed}`],
  ['Latin-1 in a name', `${ok}X-\xe9: b\r\n${length}\r\n${feed}`],
  ['nothing before the colon', `${ok}: b\r\n${length}\r\n${feed}`],
  ['no colon', `${ok}nonsense\r\n${length}\r\n${feed}`],
  ['a folded line', `${ok}X-A: b\r\n  c\r\n${length}\r\n${feed}`],
  ['line feeds alone', `${ok}X-A: b\r\n${length}\r\n`.replaceAll('\r\n', '\n') + feed],
  ['line ends of both kinds', `${ok}X-A: b\n${length}\r\n${feed}`],
  ['two equal lengths', `${ok}${length}${length}\r\n${feed}`],
  ['two equal lengths in one', `${ok}Content-Length: ${feed.length}, ${feed.length}\r\n\r\n${feed}`],
  ['a length of no number', `${ok}Content-Length: many\r\n\r\n${feed}`],
  ['an empty length', `${ok}Content-Length:\r\n\r\n${feed}`],
  ['a length beside chunks', `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`],
  ['chunks beside a length', `${ok}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${chunks}`],
  ['another version', `HTTP/1.2 200 OK\r\n${length}\r\n${feed}`],
  ['a size of chunks that is filled up', `${ok}Transfer-Encoding: chunked\r\n\r\n${chunks.replace('\r\n', '  \r\n')}`],
  ['line feeds alone between chunks', `${ok}Transfer-Encoding: chunked\r\n\r\n${chunks.replaceAll('\r\n', '\n')}`],
  [
    'line feeds alone between several chunks, which have more to say',
    `${ok}Transfer-Encoding: chunked\r\n\r\n5;x=y\n${feed.slice(0, 5)}\n${(feed.length - 5).toString(16)} \n${feed.slice(5)}\n0\nX: y\n\n`,
  ],
  ['its protocol in small letters', `http/1.1 200 OK\r\n${length}\r\n${feed}`],
  ['an early hint before it', `HTTP/1.1 103 Early Hints\r\nLink : </a>\r\n\r\n${ok}X-A : b\r\n${length}\r\n${feed}`],
]

test.each(broken)('H-24 what browsers read is read: %s', async (_, bytes) => {
  const { url, requests } = await serve(answerAndEnd(bytes))
  expect(summarize(await fetchOne(url()))).toBe(feed)
  expect(requests).toHaveLength(2)
  const [first, second] = requests
  expect(headerOf(second, 'connection')).toBe('close')
  for (const name of ['host', 'user-agent', 'accept', 'accept-encoding']) {
    expect(headerOf(second, name), name).toBe(headerOf(first, name))
  }
})

test('"100 Continue" to whom did not ask for it is passed over (RFC 9110, section 15.2)', async () => {
  const { url, requests } = await serve(answerAndEnd(`HTTP/1.1 100 Continue\r\n\r\n${ok}${length}\r\n${feed}`))
  expect(summarize(await fetchOne(url()))).toBe(feed)
  expect(requests).toHaveLength(1)
})

const hopeless: [name: string, script: Script, told: RegExp][] = [
  ['no HTTP', answerAndEnd('220 mail.example ESMTP\r\n'), /^PROTOCOL answered something that is not HTTP$/],
  ['HTML without a head', answerAndEnd('<html>'), /^PROTOCOL /],
  ['chunks of no number', answerAndEnd(`${ok}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`), /^PROTOCOL /],
  ['less than its length', answerAndEnd(`${ok}Content-Length: 999\r\n\r\n<feed>`), /^RESET /],
  ['a reset', answerAndReset(`${ok}${length}\r\n<fe`), /^RESET /],
  ['an error', respond(500), /^HTTP_STATUS /],
]

test.each(hopeless)('H-24 no second request where nothing would change: %s', async (_, script, told) => {
  const { url, requests } = await serve(script)
  expect(summarize(await fetchOne(url()))).toMatch(told)
  expect(requests).toHaveLength(1)
})

test.each<[string, Script, RegExp]>([
  ['lengths that differ', answerAndEnd(`${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\n${feed}`), /^RESET /],
  ['a reset in the body', answerAndReset(`${ok}X : a\r\n\r\n<fe`), /^(RESET|PROTOCOL) /],
  ['less than its length', answerAndEnd(`${ok}X : a\r\nContent-Length: 999\r\n\r\n<feed>`), /^(RESET|PROTOCOL) /],
  ['too much', answerAndEnd(`${ok}X : a\r\n\r\n${'a'.repeat(100_001)}`), /^TOO_LARGE /],
  ['a head without an end', answerAndEnd(`${ok}X : ${'a'.repeat(200_000)}`), /^(TOO_LARGE|PROTOCOL) /],
  ['nothing', answerAndEnd(`${ok}X : a\r\nContent-Length: 0\r\n\r\n`), /^EMPTY /],
])('the limits hold for the second request: %s', async (_, script, told) => {
  const { url } = await serve(script)
  expect(summarize(await fetchOne(url()))).toMatch(told)
})

test('a server that says nothing the second time holds nobody longer than the limit', async () => {
  let asked = 0
  const { url } = await serve((socket) => {
    asked += 1
    if (asked === 1) socket.end(`${ok}X : a\r\n\r\n`)
  })
  expect(summarize(await fetchOne(url(), { timeoutMs: 500 }))).toBe('TIMEOUT gave no complete answer within 0.5 s')
})

test('a host is remembered for the run, and its redirects, validators and 304 are as any other’s', async () => {
  const etag = '"1"'
  const { url, requests } = await serve({
    '/1': answerAndEnd(`${ok}X : a\r\nETag: ${etag}\r\n${length}\r\n${feed}`),
    '/2': (socket, request) => {
      const isKnown = headerOf(request, 'if-none-match') === etag
      socket.end(isKnown ? `HTTP/1.1 304 Not Modified\r\nX : a\r\n\r\n` : `${ok}X : a\r\n\r\n${feed}`)
    },
    '/3': redirect(302, '/1'),
  })
  const fetcher = openFetcher(testOptions)
  const first = await fetcher.fetch({ url: url('/1') }, undefined)
  expect(first).toMatchObject({ kind: 'fetched', validators: { etag } })
  const second = await fetcher.fetch({ url: url('/2') }, { etag, url: url('/2') })
  expect(second).toMatchObject({ kind: 'unchanged', validators: { etag } })
  expect(summarize(await fetcher.fetch({ url: url('/3') }, undefined))).toBe(feed)
  await fetcher.close()
  expect(requests.map(({ target }) => target)).toEqual(['/1', '/1', '/2', '/3', '/1'])
})

test('H-24 a connection that a server closes as the next request comes costs nobody his feed', async () => {
  const served = new WeakSet<object>()
  const { url, requests } = await serve((socket) => {
    if (served.has(socket)) return void socket.destroy()
    served.add(socket)
    socket.write(`${ok}${length}\r\n${feed}`)
  })
  const fetcher = openFetcher(testOptions)
  for (const path of ['/1', '/2', '/3']) {
    expect(summarize(await fetcher.fetch({ url: url(path) }, undefined))).toBe(feed)
  }
  await fetcher.close()
  // From the second on each has a connection of its own.
  expect(requests.map(({ target }) => target)).toEqual(['/1', '/2', '/2', '/3'])
  expect(requests.map((request) => headerOf(request, 'connection'))).toEqual([
    'keep-alive',
    'keep-alive',
    'close',
    'close',
  ])
})

test.each<[string, string, unasked: string]>([
  ['an offer that is as good as over', 'Keep-Alive: timeout=1\r\n', ''],
  ['bytes that nobody asked for', '', `${ok}Content-Length: 4\r\n\r\nevil`],
])('H-24 a connection with %s is not used again', async (_, offer, unasked) => {
  const sockets = new Set<object>()
  const { url, open } = await serve((socket) => {
    sockets.add(socket)
    socket.write(`${ok}${offer}${length}\r\n${feed}`)
    setTimeout(() => socket.write(unasked), 100)
  })
  const fetcher = openFetcher(testOptions)
  expect(summarize(await fetcher.fetch({ url: url('/1') }, undefined))).toBe(feed)
  // Sooner than one that waits for nothing is given up.
  await expect.poll(open, { timeout: 1500, interval: 10 }).toBe(0)
  expect(summarize(await fetcher.fetch({ url: url('/2') }, undefined))).toBe(feed)
  await fetcher.close()
  expect(sockets.size).toBe(2)
})

test('a server that breaks off each time is asked twice at most, once it has answered', async () => {
  let asked = 0
  const { url, requests } = await serve((socket) => {
    asked += 1
    if (asked === 1) socket.write(`${ok}${length}\r\n${feed}`)
    else socket.destroy()
  })
  const fetcher = openFetcher(testOptions)
  expect(summarize(await fetcher.fetch({ url: url('/1') }, undefined))).toBe(feed)
  expect(summarize(await fetcher.fetch({ url: url('/2') }, undefined))).toMatch(/^RESET broke off/)
  await fetcher.close()
  expect(requests).toHaveLength(3)
})

test('where a server closes after each answer, a new connection that breaks is not asked twice', async () => {
  let asked = 0
  const { url, requests } = await serve((socket) => {
    asked += 1
    if (asked === 1) socket.end(`${ok}Connection: close\r\n${length}\r\n${feed}`)
    else socket.destroy()
  })
  const fetcher = openFetcher(testOptions)
  expect(summarize(await fetcher.fetch({ url: url('/1') }, undefined))).toBe(feed)
  expect(summarize(await fetcher.fetch({ url: url('/2') }, undefined))).toMatch(/^RESET broke off/)
  await fetcher.close()
  expect(requests.map(({ target }) => target)).toEqual(['/1', '/2'])
})

test('a server that switches protocols the second time holds nobody', async () => {
  const { url } = await serve(
    inTurn(
      answerAndEnd(`${ok}X : a\r\n\r\n${feed}`),
      answerAndEnd('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    ),
  )
  expect(summarize(await fetchOne(url()))).toMatch(/^RESET /)
})

test('a private address is refused the second time as the first', async () => {
  const victim = await serve(respond(200, {}, 'secret'))
  const { url } = await serve(
    answerAndEnd(
      `HTTP/1.1 302 Found\r\nX : a\r\nLocation: http://127.0.0.2:${victim.port}/\r\nContent-Length: 0\r\n\r\n`,
    ),
  )
  expect(summarize(await fetchOne(url()))).toMatch(/^PRIVATE_ADDRESS /)
  expect(victim.requests).toEqual([])
})

const gzip = zlib.gzipSync(Buffer.from(feed))
test.each<[string, string, Uint8Array]>([
  ['utf-8', 'utf-8', Buffer.from(feed)],
  ['none', 'none', Buffer.from(feed)],
  ['none, and gzip', 'gzip, NONE', gzip],
  ['zeros after a gzip member', 'gzip', Buffer.concat([gzip, Buffer.alloc(10)])],
  ['words after a gzip member', 'gzip', Buffer.concat([gzip, Buffer.from('<!-- served by -->')])],
  ['half a member after a gzip member', 'gzip', Buffer.concat([gzip, Buffer.from([0x1f, 0x8b, 8, 0, 1])])],
])('H-09 what servers say of packing: %s', async (_, encoding, body) => {
  const { url } = await serve(respond(200, { 'Content-Encoding': encoding }, body))
  expect(summarize(await fetchOne(url()))).toBe(feed)
})

test('H-24 a head of blanks takes no time', async () => {
  const mend = openHeadMender()
  const head = `${ok}Content-Length: 1${' '.repeat(60_000)}2\r\n\r\n`
  const { result, cpuMs } = await measureCpu(() => mend(Buffer.from(head)))
  expect(result.toString()).toBe('HTTP/1.1 200 OK\r\n\r\n')
  expect(cpuMs).toBeLessThan(500)
})

const head = `${ok}Transfer-Encoding: chunked\r\n\r\n`
const framed = [
  { name: 'sound', from: '2\r\nab\r\n0\r\n\r\n', to: '2\r\nab\r\n0\r\n\r\n' },
  { name: 'line feeds alone', from: '2\nab\n0\n\n', to: '2\r\nab\r\n0\r\n\r\n' },
  {
    name: 'line ends in the data',
    from: 'A;x=y\n0\r\n\r\n\n0\n\n\n\n0\n\n',
    to: 'A\r\n0\r\n\r\n\n0\n\n\n\r\n0\r\n\r\n',
  },
  { name: 'trailers', from: '2\nab\n0\nX: y\nY: z\n\nmore', to: '2\r\nab\r\n0\r\nX: y\r\nY: z\r\n\r\nmore' },
  { name: 'more than its size', from: '2\nabc\n0\n\n', to: '2\r\nabc\n0\n\n' },
  { name: 'no size', from: 'xyz\nab\n0\n\n', to: 'xyz\nab\n0\n\n' },
  { name: 'cut off in the data', from: '5\nab', to: '5\r\nab' },
  { name: 'cut off in a size', from: '2\nab\n1', to: '2\r\nab\r\n1' },
  { name: 'a size without end', from: '1'.repeat(5000), to: '1'.repeat(5000) },
]

test.each(framed)('H-24 chunks are mended alike in whatever pieces they come: $name', ({ from, to }) => {
  for (const size of [1, 2, 3, 7, 10_000]) {
    const mend = openHeadMender()
    const bytes = Buffer.from(head + from)
    let mended = ''
    for (let at = 0; at < bytes.length; at += size) mended += mend(bytes.subarray(at, at + size)).toString('latin1')
    expect(mended + mend().toString('latin1')).toBe(head + to)
  }
})
