import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

let folder: string
let server: FeedServer

const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><updated>2019-04-20T22:45:00Z</updated>
  <entry><id>tag:1</id><title>One</title><link href="/one"/><published>2019-04-20T22:45:00Z</published>
  <author><name>Ana</name></author><category term="a" label="A"/><category term="b"/><content>Text</content></entry></feed>`

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-inspect-'))
  writeFileSync(path.join(folder, 'feed.xml'), atom)
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><title>Hi</title><p>No feed')
  server = await serveFeeds()
  server.feeds.set('/feed', atom)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('inspect --json: one line for each input, in order, exit 0 whatever they are', async () => {
  const words = ['feed.xml', 'page.html', 'missing.xml', `${server.url}/feed`]
  const { code, stdout, stderr } = await runPlanet(
    folder,
    'inspect',
    '--json',
    '--base-url',
    'http://example.org/feed.xml',
    ...words,
  )
  expect([code, stderr]).toEqual([0, ''])
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ source, ok }) => [source, ok])).toEqual([
    ['feed.xml', true],
    ['page.html', false],
    ['missing.xml', false],
    [`${server.url}/feed`, true],
  ])
  expect(lines[0]).toEqual({
    source: 'feed.xml',
    ok: true,
    error: null,
    warnings: [],
    feed: {
      format: 'atom',
      id: null,
      title: 'T',
      subtitle: null,
      link: null,
      feedUrl: null,
      language: 'en',
      updated: '2019-04-20T22:45:00.000Z',
      author: null,
      authors: [],
      image: null,
      rights: null,
      license: null,
      generator: null,
      schedule: null,
      deleted: [],
    },
    entries: [
      {
        id: 'tag:1',
        link: 'http://example.org/one',
        title: 'One',
        titleHtml: 'One',
        summaryHtml: null,
        contentHtml: 'Text',
        published: '2019-04-20T22:45:00.000Z',
        updated: null,
        author: { name: 'Ana', url: null, email: null },
        authors: [{ name: 'Ana', url: null, email: null }],
        contributors: [],
        links: [{ rel: 'alternate', href: 'http://example.org/one', type: null }],
        source: null,
        categories: ['A', 'b'],
        categoryDetails: [
          { term: 'a', scheme: null, label: 'A' },
          { term: 'b', scheme: null, label: null },
        ],
        language: 'en',
        image: null,
        enclosures: [],
        commentsUrl: null,
        rights: null,
      },
    ],
  })
  expect(lines[1]).toEqual({
    source: 'page.html',
    ok: false,
    error: expect.stringMatching(/HTML/),
    warnings: [],
    feed: null,
    entries: [],
  })
})

test('inspect --json has what is told of rights, of when to ask, and of entries that were deleted', async () => {
  writeFileSync(
    path.join(folder, 'rich.xml'),
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:at="http://purl.org/atompub/tombstones/1.0"><channel><title>T</title>
<ttl>60</ttl><dc:creator>Ana</dc:creator><dc:creator>Ben</dc:creator><link rel="license" href="http://a.example/by"/>
<at:deleted-entry ref="tag:0" when="2019-04-20T22:45:00Z"/><item><title>A</title><dc:rights>Ana’s</dc:rights></item></channel></rss>`,
  )
  const { feed, entries } = JSON.parse((await runPlanet(folder, 'inspect', '--json', 'rich.xml')).stdout)
  expect(feed).toMatchObject({
    format: 'rss',
    authors: [{ name: 'Ana' }, { name: 'Ben' }],
    license: 'http://a.example/by',
    schedule: { interval: 3_600_000, skipHours: [], skipDays: [] },
    deleted: [{ id: 'tag:0', at: '2019-04-20T22:45:00.000Z' }],
  })
  expect(entries).toMatchObject([{ title: 'A', rights: 'Ana’s' }])
})

test('inspect says for people what is there and what is missing; exit 3 where an input is no feed', async () => {
  const { code, stdout } = await runPlanet(folder, 'inspect', 'feed.xml', 'page.html')
  expect(code).toBe(3)
  expect(stdout).toContain('2019-04-20 22:45  One\n')
  expect(stdout).toContain('page.html\n  no feed: ')
})

test.each([
  {
    name: 'a link stands in for the id that is missing',
    link: '<link>https://a.example/1</link>',
    says: 'its link stands in',
  },
  { name: 'neither an id nor a link', link: '', says: 'edited, it counts as new' },
])('inspect: $name', async ({ link, says }) => {
  writeFileSync(
    path.join(folder, 'rss.xml'),
    `<rss version="2.0"><channel><title>T</title><item><title>A</title>${link}</item></channel></rss>`,
  )
  const { stdout } = await runPlanet(folder, 'inspect', 'rss.xml')
  expect(stdout.match(/! no id: (.*)/)?.[1]).toBe(says)
})

test('inspect takes hundreds of files in one call', async () => {
  const { stdout } = await runPlanet(folder, 'inspect', '--json', ...Array.from({ length: 300 }, () => 'feed.xml'))
  expect(stdout.trim().split('\n')).toHaveLength(300)
})

test('H-35 inspect of an address: one GET, with the headers of a build and no others', async () => {
  server.requests.length = 0
  await runPlanet(folder, 'inspect', `${server.url}/feed`)
  expect(server.requests.map(({ path, status }) => [path, status])).toEqual([['/feed', 200]])
  const { host, ...headers } = server.requests[0]?.headers ?? {}
  expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'user-agent'])
  expect(headers['user-agent']).toMatch(/^planet\/\d/)
})

test('O-18 inspect without an input: exit 2', async () => {
  expect((await runPlanet(folder, 'inspect')).code).toBe(2)
})
