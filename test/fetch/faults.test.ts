import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import {
  answer,
  answerAndEnd,
  answerAndReset,
  answerForEver,
  answerWithReset,
  openScriptedServer,
  renderResponse,
  respond,
  type Script,
  type ScriptedServer,
  silence,
} from '../servers/open-scripted-server.ts'
import { fetchOne, summarize, testOptions } from './fetch-one.ts'

const feed = '<feed xmlns="http://www.w3.org/2005/Atom"/>'
const ok = 'HTTP/1.1 200 OK\r\n'
const chunked = `${ok}Transfer-Encoding: chunked\r\n`
const cut = 'RESET broke off before its answer was complete'
const odd = 'PROTOCOL answered something that is not HTTP'
const headers = 'TOO_LARGE its headers are too large'
const large = 'TOO_LARGE is larger than 100 kB'

const crumbs = 'TOO_LARGE comes in too many tiny pieces'
const empties: Buffer[] = Array(4000).fill(zlib.gzipSync(''))

let server: ScriptedServer | undefined
async function serve(script: Script | Record<string, Script>): Promise<ScriptedServer> {
  server = await openScriptedServer(script)
  return server
}
afterEach(async () => {
  await server?.close()
  server = undefined
})

const connection: [name: string, script: Script, told: string][] = [
  ['closes at once', (socket) => void socket.end(), cut],
  ['resets at once', (socket) => void socket.resetAndDestroy(), cut],
  ['resets in the headers', answerAndReset(`${ok}Content-Le`), cut],
  ['resets in the body', answerAndReset(`${ok}Content-Length: 999\r\n\r\n<feed>`), cut],
  ['resets behind a whole answer', answerAndReset(renderResponse(200, {}, feed)), feed],
  ['resets in a body without a length', answerAndReset(`${ok}\r\n<feed>`), cut],
  ['resets with the last bytes that came', answerWithReset(`${ok}\r\n<feed>`), cut],
  ['resets with the last bytes, leniently', answerWithReset(`${ok}nonsense\r\n\r\n<feed>`), cut],
  ['resets in a body that says "close"', answerAndReset(`${ok}Connection: close\r\n\r\n<feed>`), cut],
  ['resets in chunks', answerAndReset(`${chunked}\r\n99\r\n<feed>`), cut],
  ['resets in chunks, and says "close"', answerAndReset(`${chunked}Connection: close\r\n\r\n99\r\n<feed>`), cut],
  ['closes in the headers', answerAndEnd(`${ok}Content-Le`), cut],
  ['sends less than its Content-Length', answerAndEnd(`${ok}Content-Length: 999\r\n\r\n<feed>`), cut],
  [
    'sends less than its Content-Length, and says "close"',
    answerAndEnd(`${ok}Connection: close\r\nContent-Length: 999\r\n\r\n<feed>`),
    cut,
  ],
  ['closes between chunks', answerAndEnd(`${chunked}\r\n6\r\n<feed>\r\n`), cut],
  ['closes between chunks, and says "close"', answerAndEnd(`${chunked}Connection: close\r\n\r\n6\r\n<feed>\r\n`), cut],
  ['closes within a chunk', answerAndEnd(`${chunked}\r\n99\r\n<feed>`), cut],
  ['sends chunks of no number', answerAndEnd(`${chunked}\r\nxyz\r\n<feed>\r\n0\r\n\r\n`), odd],
  ['sends no HTTP', answerAndEnd('220 mail.example ESMTP\r\n'), odd],
  ['sends noise', answerAndEnd(Buffer.from([0, 255, 27, 91, 51, 49, 109, 0])), odd],
  ['sends HTML without a head', answerAndEnd('<html>'), odd],
  ['sends a header without a colon', answerAndEnd(`${ok}nonsense\r\n\r\n`), 'EMPTY answered with nothing'],
  ['sends a terminal escape in a header', answerAndEnd(`${ok}ETag: "\x1b[31m"\r\n\r\n${feed}`), feed],
  ['sends a zero byte in a header', answerAndEnd(`${ok}ETag: "a\0b"\r\n\r\n${feed}`), feed],
  ['sends two lengths', answerAndEnd(`${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\n${feed}`), cut],
  ['sends a length of no number', answerAndEnd(`${ok}Content-Length: many\r\n\r\n${feed}`), feed],
  [
    'sends a length and chunks',
    answerAndEnd(`${chunked}Content-Length: 9\r\n\r\n0\r\n\r\n`),
    'EMPTY answered with nothing',
  ],
  ['hints as fast as they are taken', answerForEver('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000)), headers],
  ['hints as fast as they are taken, leniently', answerForEver('', 'HTTP/1.1 103 \n\n'.repeat(1000)), headers],
  ['sends empty lines for ever', answerForEver('', '\r\n'.repeat(10_000)), headers],
  ['sends chunks of one byte', answerForEver(`${chunked}\r\n`, '1\r\na\r\n'.repeat(10_000)), crumbs],
  [
    'sends chunks of one byte, leniently',
    answerForEver(`${chunked}a b: c\r\n\r\n`, '1\r\na\r\n'.repeat(10_000)),
    crumbs,
  ],
  [
    'sends four thousand empty gzips and more',
    respond(200, {}, Buffer.concat([...empties, Buffer.from('more')])),
    'ENCODING its compressed body is broken or cut off',
  ],
  [
    'switches protocols unasked',
    answerAndEnd('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    cut,
  ],
  [
    'switches protocols, with a length',
    answerAndEnd('HTTP/1.1 101 X\r\nUpgrade: h2c\r\nContent-Length: 1\r\n\r\na'),
    odd,
  ],
  ['has a status of 000', answerAndEnd(`HTTP/1.1 000 X\r\nContent-Length: 1\r\n\r\na`), odd],
  ['sends one header for ever', answerForEver(`${ok}X: `, 'a'.repeat(10_000)), headers],
  ['sends headers for ever', answerForEver(ok, 'Set-Cookie: a=b\r\n'.repeat(500)), headers],
  ['sends trailers for ever', answerForEver(`${chunked}\r\n0\r\n`, 'A: b\r\n'.repeat(500)), headers],
  ['sends a body for ever', answerForEver(`${ok}\r\n`, 'a'.repeat(10_000)), large],
  ['sends chunks for ever', answerForEver(`${chunked}\r\n`, '3e8\r\n'.padEnd(1005, 'a').concat('\r\n')), large],
  ['has a large feed', respond(200, {}, 'a'.repeat(100_001)), large],
  ['has a feed that just fits', respond(200, {}, 'a'.repeat(100_000)), 'a'.repeat(100_000)],
  ['sends more than its Content-Length', answerAndEnd(`${ok}Content-Length: 6\r\n\r\n<feed>and more`), '<feed>'],
  ['has no length and closes', answerAndEnd(`${ok}\r\n${feed}`), feed],
  ['speaks HTTP/1.0', answerAndEnd(`HTTP/1.0 200 OK\r\n\r\n${feed}`), feed],
  ['hints early', answerAndEnd(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}\r\n${feed}`), feed],
  ['has an empty feed', respond(200), 'EMPTY answered with nothing'],
  ['has an empty feed in chunks', answer(`${chunked}\r\n0\r\n\r\n`), 'EMPTY answered with nothing'],
]

test.each(connection)('H-24 a server that %s', async (_, script, told) => {
  const { url } = await serve(script)
  expect(summarize(await fetchOne(url()))).toBe(told)
})

test('a port where nobody listens', async () => {
  const { url, close } = await openScriptedServer(silence)
  await close()
  expect(await fetchOne(url())).toEqual({
    kind: 'failed',
    problem: { code: 'CONNECT', message: 'refused the connection' },
    hops: [],
    status: undefined,
    retryAfter: undefined,
  })
})

test.each([
  ['', 'BAD_URL'],
  ['blog.example/feed', 'BAD_URL'],
  ['ftp://blog.example/feed', 'BAD_URL'],
  ['file:///etc/passwd', 'BAD_URL'],
  ['javascript:alert(1)', 'BAD_URL'],
  ['http://nowhere.invalid/', 'DNS'],
  [`http://${'a'.repeat(70)}.invalid/`, 'DNS'],
  ['http://127.0.0.1:1/', 'CONNECT'],
])('never rejects: %s', async (url, code) => {
  const result = await fetchOne(url)
  expect(result).toMatchObject({ kind: 'failed', problem: { code } })
  expect(summarize(result)).toMatch(/^[A-Z_]+ [ -~]{10,300}$/)
})

const statuses: [status: number, told: string][] = [
  [201, 'HTTP_STATUS answered 201 (Created)'],
  [202, 'HTTP_STATUS answered 202 (Accepted)'],
  [204, 'EMPTY answered with nothing (204)'],
  [205, 'EMPTY answered with nothing (205)'],
  [206, 'HTTP_STATUS answered 206 (Partial Content)'],
  [226, 'HTTP_STATUS answered 226 (IM Used)'],
  [300, 'HTTP_STATUS answered 300 (Multiple Choices)'],
  [304, 'PROTOCOL answered 304 (not modified) to a question that it was not asked'],
  [305, 'HTTP_STATUS answered 305 (Use Proxy)'],
  [400, 'HTTP_STATUS answered 400 (Bad Request)'],
  [401, 'HTTP_STATUS answered 401 (Unauthorized): it wants a password or a key, which headers: of the feed can say'],
  [402, 'HTTP_STATUS answered 402 (Payment Required)'],
  [403, 'HTTP_STATUS answered 403 (Forbidden)'],
  [404, 'HTTP_STATUS answered 404 (Not Found)'],
  [406, 'HTTP_STATUS answered 406 (Not Acceptable)'],
  [410, 'GONE says that it is gone for good (410)'],
  [412, 'HTTP_STATUS answered 412 (Precondition Failed)'],
  [418, "HTTP_STATUS answered 418 (I'm a Teapot)"],
  [429, 'RATE_LIMITED asks us to come less often (429)'],
  [451, 'HTTP_STATUS answered 451 (Unavailable For Legal Reasons)'],
  [500, 'HTTP_STATUS answered 500 (Internal Server Error)'],
  [502, 'HTTP_STATUS answered 502 (Bad Gateway)'],
  [503, 'HTTP_STATUS answered 503 (Service Unavailable)'],
  [504, 'HTTP_STATUS answered 504 (Gateway Timeout)'],
  [520, 'HTTP_STATUS answered 520'],
  [599, 'HTTP_STATUS answered 599'],
  [999, 'HTTP_STATUS answered 999'],
]

test.each(statuses)('H-22 status %i', async (status, told) => {
  const { url } = await serve(respond(status, {}, status === 204 || status === 304 ? '' : feed))
  const result = await fetchOne(url())
  expect(summarize(result)).toBe(told)
  expect(result).toMatchObject({ status, retryAfter: undefined })
})

test('H-22 what comes behind a 304 is not read, and the next feed of the host is asked as ever', async () => {
  const { url } = await serve({
    '/1': answer(`HTTP/1.1 304 Not Modified\r\nContent-Length: 100000\r\n\r\n${'a'.repeat(100_000)}`),
    '/2': respond(200, {}, feed),
  })
  const fetcher = openFetcher({ ...testOptions, sources: [{ url: url('/1') }, { url: url('/2') }] })
  const first = await fetcher.fetch({ url: url('/1') }, { etag: '"1"', url: url('/1') })
  expect(first).toMatchObject({ kind: 'unchanged', status: 304, validators: { etag: '"1"' } })
  expect(summarize(await fetcher.fetch({ url: url('/2') }, undefined))).toBe(feed)
  await fetcher.close()
})

test('203 is a feed that a proxy touched', async () => {
  const { url } = await serve(respond(203, {}, feed))
  expect(summarize(await fetchOne(url()))).toBe(feed)
})

test('H-22 a challenge is told from a refusal', async () => {
  const { url } = await serve(respond(403, { 'cf-mitigated': 'challenge' }, '<html>'))
  expect(summarize(await fetchOne(url()))).toMatch(/^BLOCKED blocked by a Cloudflare challenge \(403\)/)
})

test.each([
  ['an answer that was refused', respond(200, { 'Content-Encoding': 'zstd' }, feed), 200, 'ENCODING'],
  ['an answer that was too large', respond(200, {}, 'a'.repeat(200_000)), 200, 'TOO_LARGE'],
  ['a redirect to nowhere', respond(302), 302, 'REDIRECT'],
])('the status is told of %s', async (_, script, status, code) => {
  const { url } = await serve(script)
  expect(await fetchOne(url())).toMatchObject({ status, problem: { code } })
})

test.each([
  ['says nothing more', answer('HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n'), 'HTTP_STATUS'],
  ['never ends', answerForEver('HTTP/1.1 404 Not Found\r\n\r\n', 'a'.repeat(10_000)), 'HTTP_STATUS'],
  ['breaks off', answerAndReset('HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n'), 'HTTP_STATUS'],
])('an error whose body %s is that error', async (_, script, code) => {
  const { url } = await serve(script)
  // Waiting for more of it would end in TIMEOUT.
  expect(await fetchOne(url())).toMatchObject({ status: 404, problem: { code } })
})

const text = Buffer.from(feed)
const gzip = zlib.gzipSync(text)
const packed = (encoding: string, body: Uint8Array) => respond(200, { 'Content-Encoding': encoding }, body)
const broken = 'ENCODING its compressed body is broken or cut off'
const zeros = Buffer.alloc(5_000_000)
const trailing = Buffer.concat([gzip, Buffer.from('\0\0\0')])
const encodings: [name: string, script: Script, told: string][] = [
  ['gzip', packed('gzip', gzip), feed],
  ['gzip, in capitals', packed(' GZIP ', gzip), feed],
  ['x-gzip', packed('x-gzip', gzip), feed],
  ['brotli', packed('br', zlib.brotliCompressSync(text)), feed],
  ['deflate', packed('deflate', zlib.deflateSync(text)), feed],
  ['deflate without its head', packed('deflate', zlib.deflateRawSync(text)), feed],
  ['identity', packed('identity', text), feed],
  ['an empty encoding', packed('', text), feed],
  ['gzip in two members', packed('gzip', Buffer.concat([gzip, zlib.gzipSync(Buffer.from('!'))])), `${feed}!`],
  ['gzip with zeros behind it', packed('gzip', trailing), feed],
  ['gzip twice, and said twice', packed('gzip, gzip', zlib.gzipSync(gzip)), feed],
  ['gzip twice, and said once', packed('gzip', zlib.gzipSync(gzip)), feed],
  ['brotli of gzip', packed('gzip, br', zlib.brotliCompressSync(gzip)), feed],
  ['gzip that is not said', respond(200, { 'Content-Type': 'application/xml' }, gzip), feed],
  ['gzip that is said and is not', packed('gzip', text), feed],
  ['brotli that is said and is not', packed('br', text), broken],
  ['gzip cut off', packed('gzip', gzip.subarray(0, -12)), broken],
  ['gzip cut off in its head', packed('gzip', gzip.subarray(0, 5)), broken],
  ['brotli cut off', packed('br', zlib.brotliCompressSync(text).subarray(0, -2)), broken],
  ['deflate cut off', packed('deflate', zlib.deflateSync(text).subarray(0, -6)), broken],
  ['gzip with a wrong checksum', packed('gzip', Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8)])), broken],
  ['gzip of nothing', packed('gzip', zlib.gzipSync('')), 'EMPTY answered with nothing'],
  ['a gzip bomb', packed('gzip', zlib.gzipSync(zeros)), large],
  ['a gzip bomb that is not said', respond(200, {}, zlib.gzipSync(zeros)), large],
  ['a bomb in a bomb', packed('gzip', zlib.gzipSync(zlib.gzipSync(zeros))), large],
  ['a brotli bomb', packed('br', zlib.brotliCompressSync(zeros, { params: { 1: 1 } })), large],
  ['a deflate bomb', packed('deflate', zlib.deflateSync(zeros)), large],
  ['zstd', packed('zstd', text), 'ENCODING is packed as "zstd", which we did not ask for'],
  ['the name of a property of every object', packed('constructor', text), 'ENCODING is packed as "constructor"'],
  ['four layers', packed('gzip, gzip, gzip, gzip', gzip), 'ENCODING is packed more than three times over'],
  ['a terminal escape', packed('\x9b31m\x85', text), 'ENCODING is packed as "31m"'],
]

test.each(encodings)('H-10 encoding: %s', async (_, script, told) => {
  const { url } = await serve(script)
  expect(summarize(await fetchOne(url()))).toMatch(told)
})

test.each([
  ['an encoding that we refuse', answerForEver(`${ok}Content-Encoding: zstd\r\n\r\n`, 'a'.repeat(10_000))],
  ['a body that is too large', answerForEver(`${ok}\r\n`, 'a'.repeat(10_000))],
  ['an error that never ends', answerForEver('HTTP/1.1 404 Not Found\r\n\r\n', 'a'.repeat(10_000))],
])('H-24 the connection ends with %s', async (_, script) => {
  const { url, open } = await serve(script)
  const fetcher = openFetcher(testOptions)
  expect(await fetcher.fetch({ url: url() }, undefined)).toMatchObject({ kind: 'failed' })
  await expect.poll(open, { timeout: 60_000 }).toBe(0)
  await fetcher.close()
})

test.each([
  ['a body without end', answerForEver(`${ok}\r\n`, 'a'.repeat(65_536))],
  ['a body of crumbs', answerForEver(`${chunked}\r\n`, '5\r\ncrumb\r\n'.repeat(10_000))],
  ['a bomb of 300 MB', packed('gzip', Buffer.concat(Array(300).fill(zlib.gzipSync(Buffer.alloc(1_000_000)))))],
])('H-24 %s costs little more memory than maxBytes', async (_, script) => {
  const { url } = await serve(script)
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }, 2)
  const result = await fetchOne(url(), { maxBytes: 2_000_000 })
  clearInterval(watch)
  expect(summarize(result)).toBe('TOO_LARGE is larger than 2 MB')
  expect(most).toBeLessThan(80_000_000)
})

test('a server that hints for ever holds nobody longer than the limit', async () => {
  const { url } = await serve(answerForEver('', 'HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n', 50))
  expect(summarize(await fetchOne(url(), { timeoutMs: 500 }))).toBe('TIMEOUT gave no complete answer within 0.5 s')
})

test('no part of a header reaches a message unclean', async () => {
  const { url } = await serve({
    '/scheme': respond(302, { Location: `${'a'.repeat(5000)}:x` }),
    '/host': respond(302, { Location: `http://${'a.'.repeat(5000)}localhost/` }),
    '/escape': respond(302, { Location: 'http://\x9b31m.localhost/' }),
    '/reason': answerAndEnd('HTTP/1.1 404 \x9b31mNot \xff\r\n\r\n'),
  })
  for (const path of ['/scheme', '/host', '/escape', '/reason']) {
    expect(summarize(await fetchOne(url(path)))).toMatch(/^[A-Z_]+ [ -~]{10,300}…?$/)
  }
})

test('a header cannot be smuggled into the next request', async () => {
  const { url, requests } = await serve({
    '/feed': answer(renderResponse(200, { ETag: '"1"\r\nX-Evil: "2"' }, feed)),
    '/moved': respond(302, { Location: '/feed%0d%0aX-Evil:%201?\tb=\u0085' }),
  })
  const first = await fetchOne(url())
  await fetchOne(url(), { validators: first.kind === 'fetched' ? first.validators : undefined })
  await fetchOne(url('/moved'))
  for (const request of requests) expect(request.head).not.toMatch(/^x-evil/im)
})

test('closing with requests under way rejects nothing', async () => {
  const { url } = await serve(silence)
  const fetcher = openFetcher(testOptions)
  const result = fetcher.fetch({ url: url() }, undefined)
  await sleep(50)
  await fetcher.close()
  expect(await result).toMatchObject({ kind: 'failed' })
})
