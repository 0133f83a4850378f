import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openListPlanet, opml } from '../servers/open-list-planet.ts'
import { respond } from '../servers/open-scripted-server.ts'

const blogs = Array.from({ length: 6 }, (_, index) => `https://blog-${index}.example/f`)
const lines = (warnings: string[]) => warnings.filter((line) => line.startsWith('reading list'))
const one = (url: (path: string) => string) => `include:\n  - ${url('/list')}\n`

const failures = [
  {
    name: 'a web page',
    script: respond(200, {}, '<!DOCTYPE html><html><body>Not found'),
    says: /is a web page, and no list of feeds; its last good copy is used \(6 feeds\)/,
  },
  { name: '500', script: respond(500), says: /answered 500.*its last good copy is used \(6 feeds\)/ },
  { name: 'nothing', script: respond(200, {}, ''), says: /answered with nothing.*its last good copy/ },
  {
    name: 'a list of which half is lost',
    script: respond(200, {}, opml(blogs.slice(0, 3))),
    says: /lists 3 feeds, and listed 6; its last good copy is used \(6 feeds\); if that is right, run: planet build --accept http/,
  },
  { name: 'a list without any feed', script: respond(200, {}, opml([])), says: /lists 0 feeds, and listed 6/ },
  {
    name: 'a list in YAML that stands within itself',
    script: respond(200, {}, `feeds:\n  - {url: "${blogs[0]}"}\n  - &a [*a]\n`),
    says: /no list of feeds; its last good copy is used \(6 feeds\)/,
  },
  {
    name: 'a list in YAML that repeats repetitions',
    script: respond(
      200,
      {},
      `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join()}]`).join('\n')}\nfeeds: *a9\n`,
    ),
    says: /no list of feeds; its last good copy is used \(6 feeds\)/,
  },
  {
    name: 'an OPML that is larger than any',
    script: respond(200, {}, opml(blogs).padEnd(6_000_000)),
    says: /is larger than a reading list may be/,
  },
]

test.each(failures)(
  'a list that answers $name: the last good copy stays in use, and the operator is told once',
  async ({ script, says }) => {
    const planet = await openListPlanet({ '/list': respond(200, {}, opml(blogs)) }, one)
    expect(lines((await planet.buildAt(0)).warnings)).toEqual([])
    planet.scripts['/list'] = script
    expect(lines((await planet.buildAt(60)).warnings)).toEqual([expect.stringMatching(says)])
    expect(planet.feeds()).toEqual(blogs)
    expect(lines((await planet.buildAt(300)).warnings)).toEqual([])
    expect(planet.feeds()).toEqual(blogs)
    planet.scripts['/list'] = respond(200, {}, opml(blogs.slice(0, 5)))
    expect(lines((await planet.buildAt(900)).warnings)).toEqual([expect.stringContaining('works again (5 feeds)')])
    expect(planet.feeds().slice(0, 5)).toEqual(blogs.slice(0, 5))
  },
)

test('an address that is longer than a database indexes is passed over, and the others are taken', async () => {
  const noise = Array.from({ length: 150 }, (_, at) => createHash('sha256').update(`${at}`).digest('hex')).join('')
  const long = [`https://evil.example/${noise.slice(0, 5000)}`, `https://evil.example/${noise.slice(0, 7900)}`]
  const planet = await openListPlanet({ '/list': respond(200, {}, opml([...long, ...blogs])) }, one)
  await planet.buildAt(0)
  expect(planet.feeds()).toEqual(blogs)
})

test('a list that shrank is taken as it is where the operator says so', async () => {
  const planet = await openListPlanet({ '/list': respond(200, {}, opml(blogs)) }, one)
  await planet.buildAt(0)
  planet.scripts['/list'] = respond(200, {}, opml(blogs.slice(0, 2)))
  await planet.buildAt(60)
  await planet.buildAt(61, { accept: planet.server.url('/list') })
  expect([...(await planet.kept()).values()][0]?.feeds).toHaveLength(2)
})

test('a list that has never worked says so at once, and other feeds are built', async () => {
  const planet = await openListPlanet({}, (url) => `feeds:\n  - https://own.example/f\n${one(url)}`)
  expect(lines((await planet.buildAt(0)).warnings)).toEqual([
    expect.stringMatching(/answered 404.*no feed of it is known/),
  ])
  expect(planet.feeds()).toEqual(['https://own.example/f'])
})

test('feeds.yaml goes before its lists; tags, defaults and limit are added; a feed that leaves the list is listed no more', async () => {
  const planet = await openListPlanet(
    {
      '/list': respond(
        200,
        {},
        opml([blogs[1], blogs[0], 'https://www.blog-1.example/f/', ...blogs.slice(2)] as string[]),
      ),
    },
    (url) =>
      `feeds:\n  - url: ${blogs[0]}\n    name: Mine\ninclude:\n  - url: ${url('/list')}\n    tags: [friends]\n    limit: 5\n    defaults: {first: 3, tags: [core]}\n`,
  )
  expect(lines((await planet.buildAt(0)).warnings)).toEqual([
    expect.stringContaining('lists 6 feeds, of which the first 5 are taken'),
  ])
  // Of five, one is in feeds.yaml itself.
  expect(planet.feeds()).toEqual(blogs.slice(0, 5))
  expect([...(await planet.kept()).values()][0]?.feeds[0]).toMatchObject({ url: blogs[1], name: 'blog-1.example' })
  planet.scripts['/list'] = respond(200, {}, opml(blogs.slice(2)))
  await planet.buildAt(60)
  expect(planet.feeds()).toEqual([blogs[0], ...blogs.slice(2)])
})

test('a list may include others, to the third; one that includes itself is asked once', async () => {
  const planet = await openListPlanet(
    {
      '/list': respond(200, {}, opml([blogs[0] ?? ''], ['/list', 'https://two.example/list.opml'])),
    },
    one,
  )
  await planet.buildAt(0)
  expect(planet.asked().map(({ target }) => target)).toEqual(['/list'])
  const kept = await planet.kept()
  expect(kept.get(planet.server.url('/list'))?.lists).toEqual([
    planet.server.url('/list'),
    'https://two.example/list.opml',
  ])
  // The second list is a feed here, which is no list: it is asked, and named.
  expect([...kept.keys()]).toHaveLength(2)
})

test('lists that are gone from feeds.yaml are forgotten; others say nothing about how they are asked', async () => {
  const yaml = `feeds:\n  - url: ${blogs[0]}\n    name: B\n    face: faces/secret.png\n    every: 15m\n    headers: {Cookie: x}\n    max_new: 0\n    exclude: {title: [ads]}\n`
  const planet = await openListPlanet({ '/list': respond(200, {}, `title: T\nurl: https://t.example/\n${yaml}`) }, one)
  await planet.buildAt(0)
  const [list] = (await planet.kept()).values()
  expect(list?.feeds).toEqual([{ url: blogs[0], name: 'B', exclude: { title: ['ads'] } }])
})
