import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { isIP } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { lookupPublic } from '../../src/fetch/lookup-public.ts'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import {
  headerOf,
  openScriptedServer,
  redirect,
  respond,
  type Script,
  type ScriptedServer,
  silence,
} from '../servers/open-scripted-server.ts'
import { fetchOne, summarize, testOptions } from './fetch-one.ts'

/** What names lead to in these tests; all other names are not known. */
const names: Record<string, string[]> = {
  'inside.example': ['127.0.0.1'],
  'inside6.example': ['::1', '::ffff:127.0.0.1'],
  'lan.example': ['192.168.1.1', 'fd00::1'],
  'metadata.example': ['169.254.169.254'],
  'both.example': ['::1', '127.0.0.1'],
  'mixed.example': ['10.0.0.1', '8.8.8.8', '::ffff:127.0.0.1', '2600::1', '64:ff9b::7f00:1', 'fe80::1%eth0', '0.0.0.0'],
  'slow.example': ['127.0.0.1'],
  'proxied.example': ['203.0.113.7'],
}

// Only the resolver is replaced: what it finds is dialled, on real sockets.
const { lookup } = dns
type Done = (error: Error | null, found?: unknown, family?: number) => void
function fakeLookup(name: string, ...rest: [Done] | [dns.LookupOptions, Done]): void {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest
  const addresses = isIP(name) === 0 ? (names[name] ?? []) : [name]
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const [first] = found
  if (first === undefined) {
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND', hostname: name })
    return void setImmediate(() => done(error))
  }
  setImmediate(() => (options.all ? done(null, found) : done(null, first.address, first.family)))
}

beforeAll(() => {
  Object.assign(dns, { lookup: fakeLookup })
  syncBuiltinESMExports()
})
afterAll(() => {
  Object.assign(dns, { lookup })
  syncBuiltinESMExports()
})

const feed = '<feed/>'
const servers: ScriptedServer[] = []
async function serve(script: Script | Record<string, Script>): Promise<ScriptedServer> {
  const server = await openScriptedServer(script)
  servers.push(server)
  return server
}
const proxyVariables = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
const environment = proxyVariables.map((name) => [name, process.env[name]] as const)
afterEach(async () => {
  for (const [name, value] of environment) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

test.each(['inside.example', 'inside6.example', 'lan.example', 'metadata.example', 'both.example'])(
  'H-27 a name that leads to a private address is refused when it is dialled: %s',
  async (name) => {
    const server = await serve(respond(200, {}, 'secret'))
    expect(summarize(await fetchOne(`http://${name}:${server.port}/`))).toBe(
      'PRIVATE_ADDRESS its name leads to an address in a private network; list it under fetch.allow_private if that is meant',
    )
    expect(server.requests).toEqual([])
  },
)

test.each([
  {
    all: true,
    found: [
      { address: '8.8.8.8', family: 4 },
      { address: '2600::1', family: 6 },
    ],
  },
  { all: false, found: '8.8.8.8' },
])('H-27 of several addresses, those of private networks are not dialled: all $all', async ({ all, found }) => {
  const given = await new Promise((resolve, reject) => {
    lookupPublic('mixed.example', { all }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })
  expect(given).toEqual(found)
})

test('H-27 a name that leads elsewhere a moment later is checked each time that it is dialled', async () => {
  const server = await serve(respond(200, {}, 'secret'))
  const host = `turning.example:${server.port}`
  const fetcher = openFetcher({ ...testOptions, sources: [] })
  for (const address of ['0.0.0.0', '::ffff:127.0.0.1', '127.0.0.1']) {
    names['turning.example'] = [address]
    expect(summarize(await fetcher.fetch({ url: `http://${host}/` }, undefined))).toMatch(/^PRIVATE_ADDRESS /)
  }
  await fetcher.close()
  expect(server.requests).toEqual([])
})

test('H-24 a host that never answers is asked for three of its feeds in a run', async () => {
  const { port, requests } = await serve(silence)
  const host = `slow.example:${port}`
  const sources = Array.from({ length: 8 }, (_, number) => ({ url: `http://${host}/${number}` }))
  const fetcher = openFetcher({ ...testOptions, timeoutMs: 300, sources, allowPrivate: [host] })
  const results = await Promise.all(sources.map((source) => fetcher.fetch(source, undefined)))
  await fetcher.close()
  expect(results.map(({ kind }) => kind)).toEqual([...Array(3).fill('failed'), ...Array(5).fill('waiting')])
  expect(requests.length).toBeLessThanOrEqual(3)
})

test('H-24 a host that answers some of its feeds, with an error, is asked for each of them', async () => {
  const scripts = Object.fromEntries(
    Array.from({ length: 6 }, (_, number) => [`/${number}`, number % 2 === 0 ? silence : respond(404)]),
  )
  const { port } = await serve(scripts)
  const host = `slow.example:${port}`
  const sources = Object.keys(scripts).map((path) => ({ url: `http://${host}${path}` }))
  const fetcher = openFetcher({ ...testOptions, timeoutMs: 1500, sources, allowPrivate: [host] })
  const results = await Promise.all(sources.map((source) => fetcher.fetch(source, undefined)))
  await fetcher.close()
  expect(results.map(({ kind }) => kind)).toEqual(Array(6).fill('failed'))
})

test('H-24 a host that fails at once is asked for each of its feeds', async () => {
  const { port } = await serve(respond(500))
  const host = `slow.example:${port}`
  const sources = Array.from({ length: 5 }, (_, number) => ({ url: `http://${host}/${number}` }))
  const fetcher = openFetcher({ ...testOptions, sources, allowPrivate: [host] })
  const results = await Promise.all(sources.map((source) => fetcher.fetch(source, undefined)))
  await fetcher.close()
  expect(results.map(({ kind }) => kind)).toEqual(Array(5).fill('failed'))
})

test('H-27 the same at the end of a redirect', async () => {
  const victim = await serve(respond(200, {}, 'secret'))
  const { url } = await serve(redirect(302, `http://inside.example:${victim.port}/`))
  const allowPrivate = [`inside.example:${victim.port}`]
  for (const options of [{}, { allowPrivate }]) {
    expect(summarize(await fetchOne(url(), options))).toBe(
      `PRIVATE_ADDRESS redirects to inside.example:${victim.port}, a name that leads to an address in a private network`,
    )
  }
  expect(victim.requests).toEqual([])
})

test('H-27 fetch.allow_private opens a name', async () => {
  const server = await serve(respond(200, {}, feed))
  const host = `inside.example:${server.port}`
  expect(summarize(await fetchOne(`http://${host}/`, { allowPrivate: [host] }))).toBe(feed)
  expect(headerOf(server.requests[0], 'Host')).toBe(host)
})

test('H-34 where IPv6 leads nowhere, IPv4 is taken', async () => {
  const server = await serve(respond(200, {}, feed))
  const host = `both.example:${server.port}`
  expect(summarize(await fetchOne(`http://${host}/`, { allowPrivate: [host] }))).toBe(feed)
})

test('H-22 a name that does not resolve is told, that of a redirect as well', async () => {
  const { url } = await serve(redirect(302, 'http://gone.example/'))
  expect(summarize(await fetchOne('http://nobody.example/'))).toBe('DNS the name nobody.example is not known')
  expect(summarize(await fetchOne(url()))).toBe('DNS the name gone.example is not known')
})

/** Opens a tunnel, whatever to, and answers what is asked through it. */
const tunnel: Script = (socket, request) => {
  if (request.method === 'CONNECT') socket.write('HTTP/1.1 200 Connected\r\n\r\n')
  else respond(200, {}, feed)(socket, request)
}

test.each(['http_proxy', 'HTTP_PROXY'])('H-34 the proxy of %s is asked', async (variable) => {
  const proxy = await serve(tunnel)
  process.env[variable] = proxy.url('')
  expect(summarize(await fetchOne('http://proxied.example/feed'))).toBe(feed)
  expect(proxy.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
    'CONNECT proxied.example:80',
    'GET /feed',
  ])
})

test('H-34 a proxy that refuses', async () => {
  const proxy = await serve(respond(403))
  process.env.http_proxy = proxy.url('')
  expect(summarize(await fetchOne('http://proxied.example/'))).toBe('CONNECT the proxy did not connect us to it')
})

test('H-34 H-27 what NO_PROXY names is dialled here, and checked', async () => {
  const [proxy, victim] = [await serve(tunnel), await serve(respond(200, {}, 'secret'))]
  process.env.http_proxy = proxy.url('')
  process.env.no_proxy = 'inside.example'
  expect(summarize(await fetchOne(`http://inside.example:${victim.port}/`))).toMatch(/^PRIVATE_ADDRESS /)
  expect(proxy.requests).toEqual([])
  expect(victim.requests).toEqual([])
})

test('H-27 a proxy for https alone leaves http checked', async () => {
  const [proxy, victim] = [await serve(tunnel), await serve(respond(200, {}, 'secret'))]
  process.env.https_proxy = proxy.url('')
  expect(summarize(await fetchOne(`http://inside.example:${victim.port}/`))).toMatch(/^PRIVATE_ADDRESS /)
  expect(victim.requests).toEqual([])
})
