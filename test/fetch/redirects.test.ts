import { afterEach, expect, test, vi } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import {
  answer,
  answerForEver,
  openScriptedServer,
  redirect,
  respond,
  type Script,
  type ScriptedServer,
} from '../servers/open-scripted-server.ts'
import { openTunnelProxy } from '../servers/open-tunnel-proxy.ts'
import { fetchOne, summarize, testOptions } from './fetch-one.ts'

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

test.each([301, 302, 303, 307, 308])('H-19 H-20 status %i is followed, and told', async (status) => {
  const { url, requests } = await serve({
    '/feed': redirect(status, '/new?a=b#part'),
    '/new?a=b': respond(200, {}, feed),
  })
  const result = await fetchOne(url())
  expect(summarize(result)).toBe(feed)
  expect(result).toMatchObject({
    finalUrl: url('/new?a=b'),
    hops: [{ status, from: url(), to: url('/new?a=b') }],
  })
  expect(requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['GET /feed', 'GET /new?a=b'])
})

test('H-19 every hop of a chain is told with its status', async () => {
  const { url } = await serve({ '/1': redirect(301, '/2'), '/2': redirect(302, '/3'), '/3': respond(200, {}, feed) })
  expect(await fetchOne(url('/1'))).toMatchObject({
    kind: 'fetched',
    hops: [
      { status: 301, from: url('/1'), to: url('/2') },
      { status: 302, from: url('/2'), to: url('/3') },
    ],
  })
})

const chain = (length: number): Record<string, Script> => ({
  [`/${length}`]: respond(200, {}, feed),
  ...Object.fromEntries(Array.from({ length }, (_, hop) => [`/${hop}`, redirect(302, `/${hop + 1}`)])),
})

test('H-20 an address that no server takes is not followed', async () => {
  const { url, requests } = await serve({ '/feed': redirect(301, `/${'x'.repeat(20_000)}`) })
  expect(summarize(await fetchOne(url()))).toMatch(
    /^REDIRECT redirects to an address of 200\d\d letters, which no server takes$/,
  )
  expect(requests).toHaveLength(1)
})

test('H-20 H-24 five hops are followed, six are not', async () => {
  const { url } = await serve(chain(6))
  expect(summarize(await fetchOne(url('/1')))).toBe(feed)
  const result = await fetchOne(url('/0'))
  expect(summarize(result)).toBe('REDIRECT redirects more than 5 times')
  expect(result).toMatchObject({ status: 302, hops: { length: 5 } })
})

const targets: [name: string, location: string, told: RegExp | string][] = [
  ['itself', '/feed', 'REDIRECT redirects in a circle'],
  ['itself with a fragment', '#top', 'REDIRECT redirects in a circle'],
  ['one that leads back', '/back', 'REDIRECT redirects in a circle'],
  ['nothing', '', 'REDIRECT redirects (302) without saying where to'],
  ['spaces', '   ', 'REDIRECT redirects (302) without saying where to'],
  ['no address', 'http://', 'REDIRECT redirects to something that is no web address'],
  ['a host with a hole', 'http://a b/', 'REDIRECT redirects to something that is no web address'],
  ['a port that is none', 'http://127.0.0.1:99999/', 'REDIRECT redirects to something that is no web address'],
  ['a file', 'file:///etc/passwd', 'REDIRECT redirects to a file: address, which is not followed'],
  ['data', 'data:text/xml,<feed/>', 'REDIRECT redirects to a data: address, which is not followed'],
  ['FTP', 'ftp://blog.example/feed', 'REDIRECT redirects to a ftp: address, which is not followed'],
  ['a script', 'javascript:alert(1)', 'REDIRECT redirects to a javascript: address, which is not followed'],
  [
    'cloud metadata',
    'http://169.254.169.254/latest/meta-data/',
    /^PRIVATE_ADDRESS redirects to 169\.254\.169\.254, an address in/,
  ],
  [
    'IPv4 in IPv6',
    'http://[::ffff:127.0.0.1]/',
    /^PRIVATE_ADDRESS redirects to \[::ffff:7f00:1\], an address in a private network/,
  ],
  ['IPv6 loopback', 'http://[::1]/', /^PRIVATE_ADDRESS redirects to \[::1\]/],
  ['a unique local address', 'http://[fd00::1]/', /^PRIVATE_ADDRESS redirects to \[fd00::1\]/],
  ['a private network', 'http://10.0.0.1/', /^PRIVATE_ADDRESS redirects to 10\.0\.0\.1/],
  ['nowhere', 'http://0.0.0.0/', /^PRIVATE_ADDRESS redirects to 0\.0\.0\.0/],
  ['a relative address', 'new', feed],
  ['an address without a scheme', '//127.0.0.1:PORT/new', feed],
  ['one with spaces around it', '  /new  ', feed],
  ['UTF-8', '/caf\xc3\xa9', feed],
  ['UTF-8, escaped', '/caf%C3%A9', feed],
  ['a space inside', '/a b', feed],
  ['backslashes', '\\new', feed],
  ['one with a password', 'http://user:secret@127.0.0.1:PORT/new', feed],
]

test.each(targets)('H-20 H-27 a redirect to %s', async (_, location, told) => {
  const pages = Object.fromEntries(['/new', '/caf%C3%A9', '/a%20b'].map((path) => [path, respond(200, {}, feed)]))
  const server = await serve({
    ...pages,
    '/feed': (socket, request) => redirect(302, location.replace('PORT', String(server.port)))(socket, request),
    '/back': redirect(302, '/feed'),
  })
  expect(summarize(await fetchOne(server.url()))).toMatch(told)
  for (const request of server.requests) expect(request.head).not.toMatch(/^(authorization|cookie|referer):/im)
})

test('H-20 a redirect without a Location', async () => {
  const { url } = await serve(respond(301, {}, '<a href="/new">moved</a>'))
  expect(summarize(await fetchOne(url()))).toBe('REDIRECT redirects (301) without saying where to')
})

const spellings = [
  '127.0.0.1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  '127.1',
  '2130706433',
  '0x7f.1',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '127.0.0.2',
  '%31%32%37.0.0.1',
  '１２７．０．０．１',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '0',
]

test.each(spellings)('H-27 a redirect to another port of this machine is refused: %s', async (host) => {
  const victim = await serve(respond(200, {}, 'secret'))
  const { url } = await serve(redirect(302, Buffer.from(`http://${host}:${victim.port}/feed`).toString('latin1')))
  const result = await fetchOne(url())
  expect(result).toMatchObject({ kind: 'failed', status: undefined, problem: { code: 'PRIVATE_ADDRESS' } })
  expect(victim.requests).toEqual([])
})

test('H-27 a private host that another feed may reach is refused, too', async () => {
  const intranet = await serve(respond(200, {}, 'secret'))
  const evil = await serve(redirect(302, intranet.url()))
  const sources = [{ url: intranet.url() }, { url: evil.url() }]
  const fetcher = openFetcher({ ...testOptions, sources })
  const results = await Promise.all(sources.map((source) => fetcher.fetch(source, undefined)))
  await fetcher.close()
  expect(results.map(summarize)).toEqual(['secret', expect.stringMatching(/^PRIVATE_ADDRESS /)])
  expect(intranet.requests).toHaveLength(1)
})

test('H-27 fetch.allow_private opens a host to its own feeds, and to no redirect of another', async () => {
  const intranet = await serve({ '/feed': redirect(302, '/private.xml'), '/private.xml': respond(200, {}, feed) })
  const allowPrivate = [`127.0.0.1:${intranet.port}`]
  expect(summarize(await fetchOne(intranet.url(), { allowPrivate }))).toBe(feed)
  const asked = intranet.requests.length
  for (const path of ['/private.xml', '/admin/delete?all=1']) {
    const evil = await serve(redirect(302, intranet.url(path)))
    expect(summarize(await fetchOne(evil.url(), { allowPrivate }))).toBe(
      `PRIVATE_ADDRESS redirects to 127.0.0.1:${intranet.port}, an address in a private network, which is not followed`,
    )
  }
  expect(intranet.requests).toHaveLength(asked)
})

test('H-21 410 at the end of permanent redirects is the end; behind a temporary one it is not', async () => {
  const { url } = await serve({ '/1': redirect(301, '/gone'), '/2': redirect(302, '/gone'), '/gone': respond(410) })
  expect(summarize(await fetchOne(url('/1')))).toMatch(/^GONE /)
  expect(summarize(await fetchOne(url('/2')))).toBe('HTTP_STATUS answered 410 (Gone)')
})

test('what failed after a redirect to another host is said of that host', async () => {
  const other = await serve(respond(404))
  const { port } = await serve(redirect(302, 'http://other.example/'))
  const proxy = await openTunnelProxy((name) => (name === 'other.example' ? other.port : port))
  vi.stubEnv('http_proxy', proxy.url)
  const told = summarize(await fetchOne('http://blog.example/'))
  vi.unstubAllEnvs()
  await proxy.close()
  expect(told).toBe('HTTP_STATUS answered 404 (Not Found) (after a redirect to other.example)')
})

test.each([
  ['says nothing more', answer('HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 100\r\n\r\n')],
  ['never ends', answerForEver('HTTP/1.1 302 Found\r\nLocation: /new\r\n\r\n', 'a'.repeat(10_000))],
])('a redirect whose body %s is followed nevertheless', async (_, script) => {
  const { url } = await serve({ '/feed': script, '/new': respond(200, {}, feed) })
  expect(summarize(await fetchOne(url()))).toBe(feed)
})
