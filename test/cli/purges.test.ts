import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { moved, type Post, post, renderFeed, type Served } from '../histories/render-feed.ts'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

let folder: string
let server: FeedServer
const three = [post('Three', '05-03'), post('Two', '05-02'), post('One', '05-01')]
const ofB = post('Other', '05-04', { id: 'b-1', link: 'https://b.example/other' })

// Built once: every test begins with a copy of it, in the same place.
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-purge-'))
  server = await serveFeeds()
  serveBoth()
  setConfig('')
  await run('build')
  renameSync(folder, `${folder}-built`)
})

beforeEach(() => {
  cpSync(`${folder}-built`, folder, { recursive: true })
  server.feeds.clear()
  serveBoth()
})

afterEach(() => rmSync(folder, { recursive: true }))

afterAll(async () => {
  await server.close()
  rmSync(`${folder}-built`, { recursive: true })
})

const serveBoth = () => {
  serve('/a', three)
  serve('/b', [ofB])
}
const serve = (name: string, served: Served) => server.feeds.set(name, renderFeed(name, served))
const run = (...words: string[]) => runPlanet(folder, ...words)
const page = (name: string) => readFileSync(path.join(folder, 'public', name), 'utf8')
const config = () => readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')

function setConfig(more: string, feeds = ''): void {
  const text = `title: Planet Test # ours\nurl: https://planet.example\nfetch: {host_delay: 0s}\n${more}feeds:\n  - ${server.url}/a  # A\n  - ${server.url}/b\n${feeds}`
  writeFileSync(path.join(folder, 'feeds.yaml'), text)
}

test('K-12 purge by link: gone at once from pages, feeds, state and its copy; feeds.yaml says so; undone, it returns', async () => {
  const before = config()
  const { code, stdout, stderr } = await run('purge', 'http://www.a.example/two/', '--reason', 'asked by: the author')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^Done: “Two”, 2026-05-02 \(Blog A\)\. feeds\.yaml line 9: purged\. \d+ files of the site changed\./,
  )
  expect(config()).toBe(`${before}\npurged:\n  - entry: https://a.example/two\n    reason: "asked by: the author"\n`)
  for (const name of ['index.html', '2026/05/index.html', 'atom.xml']) expect(page(name), name).not.toContain('Two')
  expect(() => page('2026/05/02/index.html')).toThrow()
  for (const name of ['planet.db', 'backup.db']) {
    const state = readFileSync(path.join(folder, '.planet', name))
    expect([name, state.includes('Text of One'), state.includes('Text of Two')]).toEqual([name, true, false])
  }

  expect((await run('why', 'https://a.example/two')).stdout).toMatch(
    /it is not shown: the operator took it down on \d{4}-\d\d-\d\d: asked by: the author/,
  )
  serve('/a', moved(three, 'https://a.example', 'https://new.example'))
  await run('build', '--refresh')
  expect(page('index.html')).not.toContain('Two')

  const undone = await run('purge', '--undo', 'https://a.example/two')
  expect([undone.code, undone.stdout]).toEqual([
    0,
    expect.stringContaining(`\n  planet build --force ${server.url}/a\n`),
  ])
  expect(config()).toBe(before)
  expect((await run('why', 'https://a.example/two')).stdout).toContain('comes back when its feed brings its text again')
  await run('build', '--refresh')
  expect(page('2026/05/02/index.html')).toContain('Two')
})

test('K-12 purge of a feed, by its name: it is asked no more; undone, it is', async () => {
  expect((await run('purge', 'blog b')).stdout).toMatch(/^Done: all entries of Blog B\./)
  expect(config()).toContain(`purged:\n  - feed: ${server.url}/b\n`)
  expect(page('index.html')).not.toContain('Other')
  server.requests.length = 0
  await run('build', '--refresh')
  expect(server.requests.map(({ path }) => path)).toEqual(['/a'])
  expect((await run('purge', '--undo', 'Blog B')).stdout).toContain(`\n  planet build --force ${server.url}/b\n`)
  await run('build', '--refresh')
  expect(page('index.html')).toContain('Other')
})

test('K-12 --undo names the command that asks the feed, by the link of an entry with another id, too', async () => {
  await run('purge', 'https://b.example/other')
  expect(config()).toContain('  - https://b.example/other\n')
  const { stdout } = await run('purge', '--undo', 'https://b.example/other')
  expect(stdout).toContain(`\n  planet build --force ${server.url}/b\n`)
})

test('O-25 purge --dry-run writes nothing', async () => {
  const before = [config(), page('index.html')]
  const { code, stdout } = await run('purge', '--dry-run', 'b-1')
  expect([code, stdout]).toEqual([0, 'Would take down “Other”, 2026-05-04 (Blog B); nothing was written.\n'])
  expect([config(), page('index.html')]).toEqual(before)
})

test('O-02 purge of what is not there, and --undo of what is not listed: exit 2', async () => {
  const before = config()
  const unknown = await run('purge', 'https://a.example/none')
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringMatching(/no entry has the link or id .* and no feed is called/),
  ])
  const unlisted = await run('purge', '--undo', 'https://a.example/two')
  expect([unlisted.code, unlisted.stderr]).toEqual([2, expect.stringContaining('does not stand under purged:')])
  expect(config()).toBe(before)
})

test('K-12 purge of a link takes all entries with it, and says whose each is; one of them goes by its id', async () => {
  const page = (one: Post): Post => ({ ...one, link: 'https://a.example/news' })
  serve('/a', [page(post('Y', '05-06', { id: 'y' })), page(post('X', '05-05', { id: 'x' })), post('One', '05-01')])
  serve('/b', [ofB, page(post('Z', '05-05', { id: 'z' }))])
  await run('build', '--refresh')
  const before = config()
  const rows = [
    `“Y”, 2026-05-06 (Blog A) <${server.url}/a>`,
    `“X”, 2026-05-05 (Blog A) <${server.url}/a>`,
    `“Z”, 2026-05-05 (Blog B) <${server.url}/b>`,
  ].map((row) => `  ${row}\n`)
  expect((await run('purge', '--dry-run', 'https://a.example/news')).stdout).toBe(
    `Would take down 3 entries with the link https://a.example/news; nothing was written.\n${rows.join('')}`,
  )
  expect(JSON.parse((await run('purge', '--dry-run', '--json', 'https://a.example/news')).stdout)).toMatchObject({
    done: false,
    entries: [{ title: 'Y' }, { title: 'X' }, { title: 'Z', feed: `${server.url}/b`, link: 'https://a.example/news' }],
  })
  await run('purge', 'x')
  expect(config()).toBe(`${before}\npurged:\n  - entry: x\n    feed: ${server.url}/a\n`)
  expect((await run('why', 'x')).stdout).toContain('the operator took it down')
  for (const id of ['y', 'z']) expect((await run('why', id)).stdout).toContain('it is shown')

  const { stdout } = await run('purge', 'https://a.example/news')
  expect(stdout).toMatch(/^Done: 3 entries with the link .* line 11: purged\. .*\n.*\n.*\n {2}“Z”, .*\nSearch engines/)
  expect((await run('why', 'z')).stdout).toContain('the operator took it down')
})

test('K-12 purge of an id takes that feed’s entry alone: not the one whose link it has, and not the one with its id', async () => {
  serve('/b', [
    ofB,
    post('Copy', '05-02', { id: 'b-copy', link: 'https://a.example/two' }),
    post('Thief', '05-02', { id: 'https://a.example/one', link: 'https://b.example/thief' }),
  ])
  await run('build', '--refresh')
  const before = config()
  expect((await run('purge', '--dry-run', 'b-copy')).stdout).toBe(
    'Would take down “Copy”, 2026-05-02 (Blog B); nothing was written.\n',
  )
  await run('purge', 'b-copy')
  const { feed, publishedId } = (
    JSON.parse((await run('why', '--json', 'https://b.example/thief')).stdout) as { entries: Record<string, string>[] }
  ).entries[0] as Record<string, string>
  await run('purge', publishedId ?? '')
  const items = ['b-copy', 'https://a.example/one'].map((id) => `  - entry: ${id}\n    feed: ${feed}\n`)
  expect(config()).toBe(`${before}\npurged:\n${items.join('')}`)
  for (const title of ['Two', 'One', 'Three', 'Other']) expect(page('index.html')).toContain(title)
  for (const title of ['Copy', 'Thief']) expect(page('index.html')).not.toContain(title)

  // The list is the record: it holds where the state was lost.
  rmSync(path.join(folder, '.planet'), { recursive: true })
  await run('build')
  for (const title of ['Two', 'One']) expect(page('index.html')).toContain(title)
  for (const title of ['Copy', 'Thief']) expect(page('index.html')).not.toContain(title)
  await run('purge', '--undo', 'b-copy')
  expect(config()).toBe(`${before}\npurged:\n${items[1]}`)
})

test('a list that cannot be edited is left to the operator: exit 2, nothing written', async () => {
  const text = `{title: P, url: "https://planet.example", feeds: ["${server.url}/a"]}\n`
  writeFileSync(path.join(folder, 'feeds.yaml'), text)
  const { code, stderr } = await run('purge', 'https://a.example/two')
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('add this line there by hand: - entry: https://a.example/two'),
  ])
  expect(config()).toBe(text)
})

test('why: where an entry is, by link, by id, and by its place on our own page', async () => {
  const { code, stdout } = await run('why', 'https://a.example/two')
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^Two\n {2}it is shown\n {2}stands in +index\.html atom\.xml rss\.xml feed\.json 2026\/05\/02\/index\.html 2026\/05\/index\.html 2026\/index\.html titles\/index\.html blog\/blog-a\/index\.html/,
  )
  expect(stdout).toMatch(/published +2026-05-02 09:00 UTC/)
  expect(stdout).toMatch(/ids +https:\/\/a\.example\/two/)
  const [, anchor] = /href="(2026\/05\/02\/)index\.html#(e-[0-9a-f]+)"/.exec(page('index.html'))?.slice(1) ?? []
  expect((await run('why', `https://planet.example/2026/05/02/#${anchor}`)).stdout).toBe(stdout)
})

test('why --json: ids and dates, and why not', async () => {
  serve('/a', moved(three, 'https://a.example', 'https://new.example'))
  await run('build', '--refresh')
  const { stdout } = await run('why', '--json', 'https://a.example/one')
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    word: 'https://a.example/one',
    entries: [
      {
        status: 'shown',
        reason: null,
        feed: `${server.url}/a`,
        name: 'Blog A',
        ids: ['https://a.example/one', 'https://new.example/one'],
        publishedId: 'https://a.example/one',
        link: 'https://new.example/one',
        published: '2026-05-01T09:00:00.000Z',
        position: '2026-05-01T09:00:00.000Z',
        updated: null,
        pages: expect.arrayContaining(['index.html', 'atom.xml', '2026/05/01/index.html', 'blog/blog-a/index.html']),
      },
    ],
  })
  expect(JSON.parse((await run('why', '--json', 'https://nowhere.example/')).stdout)).toMatchObject({
    status: 'unknown',
  })
})

const reasons: { name: string; more?: string; feeds?: string; served: Served; word: string; says: string; code?: 2 }[] =
  [
    {
      name: 'a new feed',
      more: 'defaults: {first: 1}\n',
      served: [post('C2', '05-02', { id: 'c2' }), post('C1', '05-01', { id: 'c1' })],
      word: 'c1',
      says: 'its feed was new, and brought more than 1 entries at once (first)',
    },
    {
      name: 'too old',
      more: 'defaults: {max_age: 1d}\n',
      served: [post('Old', '01-01', { id: 'old' })],
      word: 'old',
      says: 'it was older than max_age',
    },
    {
      name: 'a duplicate',
      served: [post('Copy', '05-02', { id: 'c', link: 'https://a.example/two' })],
      word: 'c',
      says: 'the same post is shown under Blog A',
    },
    {
      name: 'not due',
      more: 'defaults: {dates: published}\n',
      served: [post('Later', '05-02', { id: 'l', date: '2099-05-02T09:00:00Z' })],
      word: 'l',
      says: 'it is dated 2099-05-02 09:00 UTC',
    },
    {
      name: 'paused',
      feeds: '    paused: on holiday\n',
      served: [],
      word: 'https://c.example/x',
      says: ' is paused: on holiday',
      code: 2,
    },
    {
      name: 'unknown',
      served: [],
      word: 'https://c.example/x',
      says: 'no feed has brought such an entry; of its host, Blog C was last asked on',
      code: 2,
    },
  ]

test.each(reasons)('why: $name', async ({ more = '', feeds = '', served, word, says, code: expected = 0 }) => {
  serve('/c', { posts: Array.isArray(served) ? served : [] })
  setConfig(more, `  - url: ${server.url}/c\n    site: https://c.example/\n${feeds}`)
  await run('build')
  const { code, stdout } = await run('why', word)
  expect([code, stdout]).toEqual([expected, expect.stringContaining(says)])
})

test('K-05 quarantined: build says so once, why and status know, --accept FEED lets it through', async () => {
  const posts = [post('Win', '05-09', { id: 'win', link: 'https://casino.example/win' })]
  serve('/b', { title: 'Casino', site: 'https://casino.example/', posts })
  const { code, stdout, stderr } = await run('build', '--refresh')
  expect([code, stdout]).toEqual([0, ''])
  expect(stderr).toMatch(
    /^planet: Blog B: seems to be somebody else’s by now: it is called “Casino”, no longer “Blog B”; .* 1 entry waits \(“Win”\), .* planet build --accept http/,
  )
  expect((await run('build', '--refresh')).stderr).toBe('')
  expect((await run('build', '--strict')).code).toBe(3)
  expect((await run('why', 'https://casino.example/win')).stdout).toContain(
    'it is not shown: it came while its feed seemed to be somebody else’s; to let it in: planet build --accept http',
  )
  expect((await run('status', '--failing')).stdout).toMatch(/Blog B +quarantined < 1 h/)
  expect((await run('status', 'blog-b')).stdout).toMatch(/\n {2}1 entry waits \(“Win”\)\n/)
  expect((await run('build', '--accept', 'Blog')).code).toBe(2)
  expect((await run('build', '--accept', 'blog-b')).stderr).toBe(
    'planet: Casino: is let through again, with the 1 entry that waited\n',
  )
  expect(page('index.html')).toContain('Win')
})

test('status: every feed in a line, from the state alone', async () => {
  server.feeds.delete('/b')
  setConfig('', '  - https://c.example/feed\n')
  await run('build', '--refresh', '--offline')
  server.requests.length = 0
  setConfig('', '')
  await run('build', '--refresh')
  const { code, stdout } = await run('status')
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^2 feeds: 1 failing, 1 (fine|quiet)\. {2}Last asked today \d\d:\d\d, next due .+\.\n\nFEED +STATE +LAST ENTRY +ENTRIES +LAST ASKED +NEXT +REASON\n/,
  )
  expect(stdout).toMatch(/^Blog A +(fine|quiet \d+ \w+) +May 03(, 2026)? +3 +\d\d:\d\d {2}\d+/m)
  expect(stdout).toMatch(/^Blog B +failing < 1 h/m)
  expect((await run('status', '--failing')).stdout).not.toMatch(/^Blog A/m)
  expect((await run('status', 'blog-b')).stdout).toMatch(
    /^Blog B {3}http.*\n {2}failing since .* \(< 1 h\): .*404.*\n {2}1 entry, the last of/,
  )
  const { feeds } = JSON.parse((await run('status', '--json')).stdout) as { feeds: unknown[] }
  expect(feeds).toMatchObject([
    { url: `${server.url}/a`, state: expect.stringMatching(/fine|quiet/), entries: 3, failures: 0 },
    { url: `${server.url}/b`, state: 'failing', status: 404, failures: 1, missing: [] },
  ])
})

test('status and why without a state: a hint, and none is made', async () => {
  rmSync(path.join(folder, '.planet'), { recursive: true })
  expect((await run('status')).stdout).toBe('Nothing is stored yet: run planet build.\n')
  expect((await run('why', 'x')).stdout).toBe('x: nothing is stored yet: run planet build\n')
  expect(() => mkdirSync(path.join(folder, '.planet'))).not.toThrow()
})
