import { expect, test } from 'vitest'
import { type ListPlanet, openListPlanet, opml } from '../servers/open-list-planet.ts'
import { headerOf, respond } from '../servers/open-scripted-server.ts'

const blogs = ['https://a.example/f', 'https://b.example/f', 'https://c.example/f']
const open = (headers: Record<string, string> = {}): Promise<ListPlanet> =>
  openListPlanet({ '/list': respond(200, headers, opml(blogs)) }, (url) => `include:\n  - ${url('/list')}\n`)

test('H-01 H-08 H-09 H-10 a reading list: one GET, without conditions, by our own name', async () => {
  const planet = await open()
  await planet.buildAt(0)
  const [request, ...more] = planet.asked()
  expect(more).toEqual([])
  expect(request?.method).toBe('GET')
  expect(request?.head).not.toMatch(/^(if-|cookie|referer)/im)
  expect(headerOf(request, 'user-agent')).toBe('planet/1.2.3')
  expect(headerOf(request, 'accept-encoding')).toBe('gzip, br')
  expect(planet.feeds()).toEqual(blogs)
})

test('H-02 H-03 H-04 H-15 a reading list: its validators come back, and a 304 is as good as an answer', async () => {
  const planet = await open({ ETag: '"v1"', 'Last-Modified': 'Mon, 02 Mar 2026 08:00:00 GMT' })
  await planet.buildAt(0)
  planet.scripts['/list'] = respond(304, { ETag: '"v2"' })
  await planet.buildAt(60)
  await planet.buildAt(120)
  const [, second, third] = planet.asked()
  expect(headerOf(second, 'if-none-match')).toBe('"v1"')
  expect(headerOf(second, 'if-modified-since')).toBe('Mon, 02 Mar 2026 08:00:00 GMT')
  expect(headerOf(third, 'if-none-match')).toBe('"v2"')
  expect(planet.feeds()).toEqual(blogs)
})

test('H-05 a reading list that could not be read is asked for in full again', async () => {
  const planet = await open({ ETag: '"v1"' })
  await planet.buildAt(0)
  planet.scripts['/list'] = respond(200, { ETag: '"html"' }, '<!doctype html><html><body>Sorry')
  await planet.buildAt(60)
  planet.scripts['/list'] = respond(200, { ETag: '"v2"' }, opml(blogs))
  await planet.buildAt(300)
  expect(headerOf(planet.asked()[2], 'if-none-match')).toBe('"v1"')
})

test('H-11 H-07 a reading list is asked once an hour at most', async () => {
  const planet = await open()
  for (const minutes of [0, 10, 50]) await planet.buildAt(minutes)
  expect(planet.asked()).toHaveLength(1)
  await planet.buildAt(60)
  expect(planet.asked()).toHaveLength(1)
  await planet.buildAt(125, { part: 'render' })
  expect(planet.asked()).toEqual([])
  expect(planet.feeds()).toEqual([])
})

test('H-12 a reading list: max-age is kept to', async () => {
  const planet = await open({ 'Cache-Control': 'max-age=7200' })
  for (const minutes of [0, 60, 119]) await planet.buildAt(minutes)
  expect(planet.asked()).toHaveLength(1)
  await planet.buildAt(121)
  expect(planet.asked()).toHaveLength(1)
})

test('H-16 a reading list: Retry-After is kept to, and nobody fails by it', async () => {
  const planet = await open()
  await planet.buildAt(0)
  planet.asked()
  planet.scripts['/list'] = respond(503, { 'Retry-After': '18000' })
  const { warnings } = await planet.buildAt(60)
  for (const minutes of [120, 240, 350]) await planet.buildAt(minutes)
  expect(planet.asked()).toHaveLength(1)
  expect(warnings.filter((line) => line.startsWith('reading list'))).toEqual([])
  await planet.buildAt(362)
  expect(planet.asked()).toHaveLength(1)
  expect(planet.feeds()).toEqual(blogs)
})

test('H-21 a reading list that is gone (410) is not asked again; its last copy stays, and the operator is told once', async () => {
  const planet = await open()
  await planet.buildAt(0)
  planet.asked()
  planet.scripts['/list'] = respond(410)
  const { warnings } = await planet.buildAt(60)
  expect(warnings).toContainEqual(
    expect.stringMatching(/^reading list http.*gone for good \(410\).*its last good copy is used \(3 feeds\)/),
  )
  expect((await planet.buildAt(3000)).warnings.join()).not.toContain('reading list')
  expect(planet.asked()).toHaveLength(1)
  expect(planet.feeds()).toEqual(blogs)
})

test('H-22 a reading list that fails is asked ever more seldom', async () => {
  const planet = await open()
  await planet.buildAt(0)
  planet.asked()
  planet.scripts['/list'] = respond(500)
  for (let minutes = 60; minutes <= 24 * 60; minutes += 60) await planet.buildAt(minutes)
  expect(planet.asked().length).toBeLessThan(7)
  expect(planet.feeds()).toEqual(blogs)
})

test('H-27 a reading list leads into no private network: not by a redirect, a feed, or a list that it includes', async () => {
  const secrets = [
    'http://127.0.0.1:1/f',
    'http://localhost/f',
    'http://10.0.0.1/f',
    'http://[::1]/f',
    'http://intranet.example:8080/f',
  ]
  const planet = await openListPlanet(
    {
      '/moved': respond(302, { Location: 'http://127.0.0.1:1/list' }),
      '/list': respond(200, {}, opml([...secrets, ...blogs], ['/more', 'http://127.0.0.2:1/list'])),
    },
    (url) => `fetch: {allow_private: ["intranet.example:8080"]}\ninclude:\n  - ${url('/moved')}\n  - ${url('/list')}\n`,
  )
  const { warnings } = await planet.buildAt(0)
  expect(warnings).toContainEqual(
    expect.stringMatching(/moved: redirects to 127\.0\.0\.1:1, an address in a private network/),
  )
  expect(warnings).toContainEqual(expect.stringContaining('names 5 feeds in a private network'))
  expect(planet.feeds()).toEqual(blogs)
  expect(planet.asked().map(({ target }) => target)).toEqual(expect.arrayContaining(['/moved', '/list']))
  expect(planet.server.requests.map(({ target }) => target)).not.toContain('/more')
})
