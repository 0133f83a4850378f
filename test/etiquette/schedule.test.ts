import { afterEach, expect, test, vi } from 'vitest'
import { openPlanet, timeAt } from '../open-planet.ts'
import {
  inTurn,
  openScriptedServer,
  redirect,
  respond,
  type Script,
  type ScriptedServer,
} from '../servers/open-scripted-server.ts'
import { openTunnelProxy } from '../servers/open-tunnel-proxy.ts'

const feed = (inside = '', title = 'Blog') =>
  `<rss version="2.0"><channel><title>${title}</title>${inside}<item><guid>1</guid><title>One</title></item></channel></rss>`

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function serve(script: Script | Record<string, Script>): Promise<ScriptedServer> {
  const server = await openScriptedServer(script)
  closing.push(() => server.close())
  return server
}

/** Public names on a machine without a network: a proxy resolves them. */
async function resolve(portOf: (hostname: string) => number | undefined): Promise<void> {
  const proxy = await openTunnelProxy(portOf)
  closing.push(() => proxy.close())
  vi.stubEnv('http_proxy', proxy.url)
}

/** Builds every so many minutes. @returns the minutes in which the server was asked */
async function askedAt(script: Script, lines: (url: string) => string, minutes: number[]): Promise<number[]> {
  const server = await serve(script)
  const planet = openPlanet(lines(server.url()))
  const asked: number[] = []
  for (const minute of minutes) {
    const before = server.requests.length
    await planet.buildAt(minute)
    if (server.requests.length > before) asked.push(minute)
  }
  return asked
}

const every = (minutes: number, until: number) =>
  Array.from({ length: Math.floor(until / minutes) + 1 }, (_, index) => index * minutes)
const plain = (url: string) => `feeds:\n  - ${url}`
const ok = (headers: Record<string, string> = {}, inside = '') => respond(200, headers, feed(inside))

test.each<[string, Script, (url: string) => string, number, number[]]>([
  ['H-11 a cron job every ten minutes: once an hour', ok(), plain, 10, [0, 60, 120, 180]],
  ['H-11 fetch.every', ok(), (url) => `fetch: {every: 2h}\n${plain(url)}`, 30, [0, 120]],
  [
    'H-11 every of one feed',
    ok(),
    (url) => `${plain(`url: ${url}`)}\n    every: 15m`,
    5,
    [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180],
  ],
  ['H-12 max-age', ok({ 'Cache-Control': 'max-age=7200' }), plain, 10, [0, 120]],
  ['H-12 max-age less Age', ok({ 'Cache-Control': 'max-age=10800', Age: '3600' }), plain, 10, [0, 120]],
  [
    'H-12 max-age on a 304',
    inTurn(ok({ ETag: '"1"' }), respond(304, { 'Cache-Control': 'max-age=7200' })),
    plain,
    10,
    [0, 60, 180],
  ],
  [
    'H-12 max-age=0, no-cache and Expires: 0 are passed over',
    ok({ 'Cache-Control': 'max-age=0, no-cache', Expires: '0' }),
    plain,
    10,
    [0, 60, 120, 180],
  ],
  [
    'H-12 Expires less Date',
    ok({ Expires: 'Mon, 02 Mar 2026 14:00:00 GMT', Date: 'Mon, 02 Mar 2026 12:00:00 GMT' }),
    plain,
    10,
    [0, 120],
  ],
  ['H-13 ttl lengthens', ok({}, '<ttl>120</ttl>'), plain, 10, [0, 120]],
  ['H-13 ttl does not shorten', ok({}, '<ttl>5</ttl>'), plain, 10, [0, 60, 120, 180]],
  ['H-14 skipHours', ok({}, '<skipHours><hour>13</hour><hour>14</hour></skipHours>'), plain, 10, [0, 180]],
  ['H-17 429 without Retry-After: four hours, then more', respond(429), plain, 60, [0]],
  ['H-21 410: never again', inTurn(ok(), respond(410)), plain, 60, [0, 60]],
  ['H-22 a failure: two hours', respond(500), plain, 60, [0, 120]],
  [
    'H-22 an answer that is no feed: two hours',
    respond(200, {}, '<html><body>no feed</body></html>'),
    plain,
    60,
    [0, 120],
  ],
])('%s', async (_, script, lines, step, asked) => {
  expect(await askedAt(script, lines, every(step, 180))).toEqual(asked)
})

test('H-16 Retry-After holds to the minute, also with --refresh; it is no failure on the first day', async () => {
  const server = await serve(inTurn(respond(503, { 'Retry-After': '7200' }), ok()))
  const planet = openPlanet(plain(server.url()))
  const first = await planet.buildAt(0)
  expect(first.feeds[0]).toMatchObject({ result: 'waiting', problem: undefined, nextDue: timeAt(120) })
  expect(await planet.state()).toMatchObject({ failure: undefined, waiting: { until: timeAt(120) } })
  for (const minute of [60, 119]) await planet.buildAt(minute, { refresh: true })
  expect(server.requests).toHaveLength(1)
  await planet.buildAt(120)
  expect(server.requests).toHaveLength(2)
})

test('H-16 429: the other feeds of a public host are left alone, in this build and the next; other hosts are not', async () => {
  const server = await serve({
    '/1': respond(429, { 'Retry-After': '7200' }),
    '/2': ok(),
    '/other': ok(),
  })
  await resolve(() => server.port)
  const planet = openPlanet(
    'feeds: [http://feeds.blogs.example/1, http://feeds.blogs.example/2, http://www.others.example/other]',
  )
  const first = await planet.buildAt(0)
  expect(first.feeds.map(({ result }) => result)).toEqual(['waiting', 'not-due', 'new-entries'])
  const second = await planet.buildAt(100, { refresh: true })
  expect(second.feeds.map(({ result }) => result)).toEqual(['not-due', 'not-due', 'unchanged'])
  await planet.buildAt(121)
  expect(server.requests.map(({ target }) => target)).toEqual(['/1', '/other', '/other', '/1'])
})

test('H-04 H-05 H-15 validators come from the last answer that was read', async () => {
  const server = await serve(
    inTurn(
      respond(200, { ETag: '"1"' }, feed()),
      respond(200, { ETag: '"2"' }, feed()),
      respond(200, { ETag: '"3"' }, 'no feed at all'),
      respond(304, { ETag: '"4"' }),
      respond(304),
    ),
  )
  const planet = openPlanet(plain(server.url()))
  for (const minute of [0, 60, 120, 240, 300]) await planet.buildAt(minute)
  const sent = server.requests.map(
    ({ headers }) => headers.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1],
  )
  expect(sent).toEqual([undefined, '"1"', '"2"', '"2"', '"4"'])
})

test('H-05 what was cut off is asked for in full once more; where it comes so again, that is all there is', async () => {
  const half = feed().replace(/<\/channel>.*/s, '')
  const server = await serve(
    inTurn(
      respond(200, { ETag: '"1"' }, half),
      respond(200, { ETag: '"2"' }, half),
      respond(200, { ETag: '"3"' }, feed()),
      respond(304),
    ),
  )
  const planet = openPlanet(plain(server.url()))
  for (const minute of [0, 60, 120, 180]) await planet.buildAt(minute)
  const sent = server.requests.map(({ head }) => /^if-none-match: (.*)$/im.exec(head)?.[1]?.trim())
  expect(sent).toEqual([undefined, undefined, '"2"', '"3"'])
})

test('H-07 --force asks one feed as if for the first time; --refresh asks with what is known', async () => {
  const server = await serve(respond(200, { ETag: '"1"' }, feed()))
  const planet = openPlanet(plain(server.url()))
  await planet.buildAt(0)
  await planet.buildAt(1, { refresh: true })
  await planet.buildAt(2, { force: server.url() })
  const sent = server.requests.map(({ head }) => /^if-none-match:/im.test(head))
  expect(sent).toEqual([false, true, false])
})

test('H-29 an ETag that its server does not know again is not sent for ever', async () => {
  const headers = { ETag: '"1-gzip"', 'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }
  const server = await serve(
    inTurn(...(Array<Script>(4).fill(respond(200, headers, feed())) as [Script]), respond(304)),
  )
  const planet = openPlanet(plain(server.url()))
  for (const minute of every(60, 300)) await planet.buildAt(minute)
  const sent = server.requests.map(({ head }) => [/^if-none-match:/im.test(head), /^if-modified-since:/im.test(head)])
  const both = [true, true]
  expect(sent).toEqual([[false, false], both, both, both, [false, true], [false, true]])
})

test('H-19 a permanent redirect: the new address is asked from then on, said once, validators with it', async () => {
  const server = await serve({ '/feed': redirect(301, '/new'), '/new': inTurn(ok({ ETag: '"1"' }), respond(304)) })
  const planet = openPlanet(plain(server.url()))
  const reports = []
  for (const minute of [0, 60, 120]) reports.push(await planet.buildAt(minute))
  expect(server.requests.map(({ target }) => target)).toEqual(['/feed', '/new', '/new', '/new'])
  expect(server.requests.at(-1)?.head).toMatch(/^if-none-match: "1"/im)
  expect(reports.map(({ feeds }) => feeds[0]?.notices)).toEqual([
    [
      {
        code: 'MOVED',
        message: `moved for good to ${server.url('/new')}, which is asked from now on; planet moved --apply writes it into feeds.yaml`,
      },
    ],
    [],
    [],
  ])
})

test('H-19 the new address fails: the one in feeds.yaml is asked again', async () => {
  const server = await serve({
    '/feed': inTurn(redirect(301, '/new'), ok()),
    '/new': inTurn(ok(), respond(404)),
  })
  const planet = openPlanet(plain(server.url()))
  for (const minute of [0, 60, 180]) await planet.buildAt(minute)
  expect(server.requests.map(({ target }) => target)).toEqual(['/feed', '/new', '/new', '/feed'])
})

test('H-20 a temporary redirect: the address in feeds.yaml is asked next time', async () => {
  const server = await serve({ '/feed': redirect(302, '/elsewhere'), '/elsewhere': ok() })
  const planet = openPlanet(plain(server.url()))
  for (const minute of [0, 60]) await planet.buildAt(minute)
  expect(server.requests.map(({ target }) => target)).toEqual(['/feed', '/elsewhere', '/feed', '/elsewhere'])
})

test('H-21 410 is said once; --force asks again, and an answer ends it', async () => {
  const server = await serve(inTurn(respond(410), respond(410), ok()))
  const planet = openPlanet(plain(server.url()))
  const first = await planet.buildAt(0)
  expect(first.feeds[0]?.notices.map(({ code }) => code)).toEqual(['GONE'])
  await planet.buildAt(6000, { refresh: true })
  expect(server.requests).toHaveLength(1)
  const again = await planet.buildAt(6001, { force: server.url() })
  expect(again.feeds[0]?.notices).toEqual([])
  await planet.buildAt(6002, { force: server.url() })
  await planet.buildAt(6063)
  expect(server.requests).toHaveLength(4)
})

test('H-22 O-03 a feed that fails is spoken of after a day, a week, thirty days, and when it works again', async () => {
  let isUp = true
  let inVain = 0
  const server = await serve((socket, request) => {
    inVain += isUp ? 0 : 1
    return (isUp ? ok() : respond(500))(socket, request)
  })
  const planet = openPlanet(plain(server.url()))
  const told: string[] = []
  const day = 24 * 60
  for (let minute = 0; minute <= 45 * day; minute += 180) {
    isUp = minute === 0 || minute >= 44 * day
    const { feeds } = await planet.buildAt(minute)
    for (const { code } of feeds[0]?.notices ?? []) told.push(`${code} ${Math.floor(minute / day)}`)
  }
  expect(told.map((line) => line.split(' ')[0])).toEqual(['FAILING', 'FAILING', 'FAILING', 'RECOVERED'])
  expect(told[0]).toMatch(/^FAILING [12]$/)
  // Doubling to a day (less the tolerance), then weekly.
  expect(inVain).toBeLessThan(42)
})

test('H-25 nobody can be reached: our own network; no failure counts, nothing is rendered', async () => {
  const server = await serve(ok())
  const urls = [1, 2, 3].map((number) => `http://127.0.0.1:9/${number}`)
  const planet = openPlanet(`feeds: [${[...urls].join(', ')}]`)
  const report = await planet.buildAt(0)
  expect(report).toMatchObject({ outage: true, written: [] })
  expect(await planet.state()).toMatchObject({ failure: undefined, asked: undefined })
  planet.setConfig(`feeds: [${[...urls, server.url()].join(', ')}]`)
  expect(await planet.buildAt(60)).toMatchObject({ outage: false })
  expect(await planet.state()).toMatchObject({ failure: { count: 1 } })
})

test('a paused feed is not asked, whatever is asked for, but by name', async () => {
  const server = await serve(ok())
  const planet = openPlanet(`${plain(`url: ${server.url()}`)}\n    paused: on holiday`)
  expect((await planet.buildAt(0, { refresh: true })).feeds[0]).toMatchObject({ result: 'paused', nextDue: undefined })
  expect(server.requests).toHaveLength(0)
  await planet.buildAt(1, { force: server.url() })
  expect(server.requests).toHaveLength(1)
})

test('headers go to the feed’s own server only, and are kept nowhere', async () => {
  vi.stubEnv('PLANET_TEST_TOKEN', 'very-secret')
  const elsewhere = await serve(ok())
  const server = await serve({ '/feed': redirect(301, 'http://other.example/moved') })
  await resolve((name) => ({ 'blog.example': server.port, 'other.example': elsewhere.port })[name])
  const planet = openPlanet(
    `${plain('url: http://blog.example/feed')}\n    headers: {Authorization: "Bearer \${PLANET_TEST_TOKEN}"}`,
  )
  const report = await planet.buildAt(0)
  await planet.buildAt(60)
  expect(server.requests[0]?.head).toMatch(/^authorization: Bearer very-secret$/im)
  expect(elsewhere.requests).toHaveLength(2)
  for (const { head } of elsewhere.requests) expect(head).not.toContain('very-secret')
  expect(JSON.stringify([report, await planet.state()])).not.toContain('very-secret')
})

test('timeout of one feed', async () => {
  const server = await serve(() => undefined)
  const planet = openPlanet(`${plain(`url: ${server.url()}`)}\n    timeout: 200ms\n  - http://127.0.0.1:9/`)
  const { feeds } = await planet.buildAt(0)
  expect(feeds[0]?.problem).toEqual({ code: 'TIMEOUT', message: 'gave no complete answer within 0.2 s' })
})

test('a clock that was set back does not silence a feed', async () => {
  const server = await serve(ok())
  const planet = openPlanet(plain(server.url()))
  await planet.buildAt(365 * 24 * 60)
  await planet.buildAt(0)
  expect(server.requests).toHaveLength(2)
})
