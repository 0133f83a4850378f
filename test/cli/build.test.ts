import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, holdFeed, serveFeeds } from './serve-feeds.ts'
import { startPlanet } from './start-planet.ts'

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-build-'))
  server = await serveFeeds()
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

type Post = { id: string; link?: string; title?: string; date?: string; text?: string }

function rss(...posts: Post[]): string {
  const items = posts.map((post) => {
    const date = post.date ?? 'Mon, 01 Jun 2020 10:00:00 GMT'
    return `<item><guid isPermaLink="false">${post.id}</guid><link>${post.link ?? `https://a.example/${post.id}`}</link>
      <title>${post.title ?? `Post ${post.id}`}</title><pubDate>${date}</pubDate>
      <description>${post.text ?? `Text ${post.id}`}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title><link>https://a.example/</link>
    ${items.join('')}</channel></rss>`
}

function writeConfig(feeds: string[], more = ''): void {
  const list = feeds.map((feed) => `\n  - ${feed.startsWith('/') ? server.url + feed : feed}`).join('')
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: Planet Test\nurl: https://planet.example\nfetch: {host_delay: 0s, host_parallel: 8, timeout: 60s}\n${more}feeds:${list || ' []'}\n`,
  )
}

const page = (name: string) => readFileSync(path.join(folder, 'public', name), 'utf8')
const build = (...words: string[]) => runPlanet(folder, 'build', '--refresh', ...words)

function stamps(): Record<string, string> {
  const root = path.join(folder, 'public')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  )
  return Object.fromEntries(
    files.sort().map((file) => {
      const { ino, mtimeMs, size } = statSync(path.join(root, file))
      return [file, `${ino} ${mtimeMs} ${size}`]
    }),
  )
}

async function exported(): Promise<
  { id: string; publishedId: string; ids: string[]; title: string; shown: boolean; reason: string | null }[]
> {
  const { stdout } = await runPlanet(folder, 'export', '--entries')
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('a planet from three feeds of which one fails: the page has the others, exit 0, a line', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  server.feeds.set('/b', rss({ id: '2', date: 'Tue, 02 Jun 2020 10:00:00 GMT' }))
  server.feeds.set('/c', (answer) => void answer.writeHead(500).end())
  writeConfig(['/a', '/b', '/c'])
  const told = `planet: ${new URL(server.url).host}: has never worked: answered 500 (Internal Server Error) (${server.url}/c)\n`
  const place = `  feeds.yaml, line 7: - ${server.url}/c\n`
  const { code, stdout, stderr } = await build()
  expect([code, stdout, stderr.replace(/\n {2}(?!feeds)/g, ' ')]).toEqual([0, '', told + place])
  expect(page('index.html')).toContain('Post 1')
  expect(page('2020/06/02/index.html')).toContain('Text 2')
  expect(page('atom.xml')).toContain('<id>urn:uuid:')
  expect(page('opml.xml')).toContain(`xmlUrl="${server.url}/a"`)
})

test('--verbose says one sentence for every feed', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  server.feeds.set('/c', (answer) => void answer.writeHead(503).end())
  writeConfig(['/a', '/c', '/html'])
  server.feeds.set('/html', '<!doctype html><html><head><title>Hi</title></head><body><p>No feed</p></body></html>')
  const { stderr, code } = await build('--verbose')
  expect(code).toBe(0)
  expect(stderr.trim().split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^Blog <http.*\/a>: 200, 1 new entry \(/),
    expect.stringMatching(/<http.*\/c>: .*503.*; it has never worked/),
    expect.stringMatching(/<http.*\/html>: .*HTML.*; it has never worked/),
  ])
})

test('O-14 H-15 H-30 a build without news: 304 from every feed, no file touched', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  server.feeds.set('/b', rss({ id: '2' }))
  writeConfig(['/a', '/b'])
  await build()
  const before = stamps()
  server.requests.length = 0
  await build()
  expect(server.requests.map(({ status }) => status)).toEqual([304, 304])
  expect(stamps()).toEqual(before)
})

test('H-11 a feed that was just asked is not asked again, but with --refresh', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  writeConfig(['/a'])
  for (const words of [[], [], ['--refresh'], ['--offline', '--refresh']]) await runPlanet(folder, 'build', ...words)
  expect(server.requests.length).toBe(2)
})

test('an entry that left its feed stays; one that was edited has the new text in the old place', async () => {
  server.feeds.set('/a', rss({ id: '2' }, { id: '1', date: 'Sun, 31 May 2020 10:00:00 GMT' }))
  writeConfig(['/a'])
  await build()
  server.feeds.set('/a', rss({ id: '1', date: 'Sun, 31 May 2020 10:00:00 GMT', text: 'Edited' }))
  await build()
  expect(page('2020/06/01/index.html')).toContain('Text 2')
  expect(page('2020/05/31/index.html')).toContain('Edited')
  expect(page('2020/05/31/index.html')).not.toContain('Text 1')
})

test('K-07 all ids rewritten: nothing twice, and atom.xml keeps the first ids', async () => {
  const old = { id: 'https://old.example/x', link: 'https://old.example/x', title: 'X' }
  server.feeds.set('/a', rss(old))
  writeConfig(['/a'])
  await build()
  const ids = page('atom.xml').match(/<entry[\s\S]*?<id>(.*?)<\/id>/)?.[1]
  server.feeds.set('/a', rss({ ...old, id: 'https://new.example/x', link: 'https://new.example/x' }))
  await build()
  expect(ids).toBe('https://old.example/x')
  expect(page('atom.xml').match(/<entry[\s\S]*?<id>(.*?)<\/id>/)?.[1]).toBe(ids)
  expect(page('atom.xml').match(/<entry/g)).toHaveLength(1)
  expect(await exported()).toMatchObject([
    { publishedId: ids, ids: [ids, 'https://new.example/x'], id: 'https://new.example/x' },
  ])
})

test('a feed that fails later keeps its entries', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  server.feeds.set('/b', rss({ id: '2' }))
  writeConfig(['/a', '/b'])
  await build()
  server.feeds.delete('/a')
  await build()
  expect(page('index.html')).toContain('Post 1')
})

test('K-07 a new feed brings `first` entries to the front, the others to their days; the operator is told', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  writeConfig(['/a'], 'defaults: {first: 2}\n')
  await build()
  const days = ['03', '04', '05', '06']
  server.feeds.set(
    '/b',
    rss(...days.map((day) => ({ id: day, title: `Day ${day}`, date: `${day} Jun 2020 10:00:00 GMT` }))),
  )
  writeConfig(['/a', '/b'], 'defaults: {first: 2}\n')
  const { stderr } = await build()
  expect(stderr).toBe(
    'planet: Blog: brought 4 new entries: 2 on the front page and in the feeds, the rest on the dated pages only\n',
  )
  expect(page('index.html')).toContain('Day 06')
  expect(page('index.html')).not.toContain('Day 04')
  expect(page('atom.xml')).not.toContain('Day 04')
  expect(page('2020/06/04/index.html')).toContain('Day 04')
  expect((await exported()).find(({ title }) => title === 'Day 03')).toMatchObject({ shown: false, reason: 'first' })
})

test('O-12 killed in the middle of a build: the next one makes the site whole', async () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/${index}`)
  for (const [index, name] of paths.entries()) server.feeds.set(name, rss({ id: `${index}` }))
  writeConfig(paths)
  await build()
  for (const answered of [0, 1, 6, 11]) {
    for (const name of paths) server.feeds.set(name, rss({ id: `${name}-${answered}` }, { id: name.slice(1) }))
    const { child, ended } = startPlanet(folder, 'build', '--refresh')
    server.requests.length = 0
    await expect.poll(() => server.requests.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(answered)
    child.kill('SIGKILL')
    await ended
  }
  const { code, stderr } = await build()
  expect([code, stderr]).toEqual([0, ''])
  const titles = (await exported()).map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const name of paths) expect(page('2020/06/01/index.html')).toContain(`Post ${name}-11`)
  expect(
    Object.keys(stamps()).filter((file) => !/\.(html|xml|json|opml|css|js|svg|png|webmanifest)$/.test(file)),
  ).toEqual([])
})

test('O-13 a second build at the same time: 75 at once, naming the first', async () => {
  const slow = holdFeed(server, '/slow', rss({ id: '1' }))
  writeConfig(['/slow'])
  const first = startPlanet(folder, 'build')
  await slow.asked
  const second = await runPlanet(folder, 'build')
  expect(second.code).toBe(75)
  expect(second.stderr).toMatch(
    new RegExp(`another build has been running since .* \\(pid ${first.child.pid}\\); nothing done`),
  )
  slow.release()
  expect((await first.ended).code).toBe(0)
})

test('H-25 nobody can be reached: exit 75, one line, the site as it was, no failure counted', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  writeConfig(['/a'])
  await build()
  const before = stamps()
  await server.close()
  const { code, stderr } = await build()
  expect([code, stderr]).toEqual([75, 'planet: no network: 1 of 1 feeds could not be reached; site left as it was\n'])
  expect(stamps()).toEqual(before)
  server = await serveFeeds()
})

test('an empty list of feeds: an empty page and a hint', async () => {
  writeConfig([])
  const { code, stderr } = await build()
  expect([code, stderr]).toEqual([
    0,
    'planet: feeds.yaml lists no feeds yet: planet add https://blog.example finds one\n',
  ])
  expect(page('index.html')).toContain('feeds.yaml')
})

test('O-12 an output that cannot be written: exit 1 and the reason', async () => {
  writeConfig([])
  writeFileSync(path.join(folder, 'public'), 'a file')
  const { code, stderr } = await build()
  expect(code).toBe(1)
  expect(stderr).toMatch(/^planet: cannot make the folder .*public: .*; the site is as it was\n$/)
})

test('a state that cannot be written: exit 1 and the reason', async () => {
  writeConfig([])
  writeFileSync(path.join(folder, '.planet'), 'a file')
  const { code, stderr } = await build()
  expect(code).toBe(1)
  expect(stderr).toMatch(/^planet: cannot .*\.planet.*\n$/)
})

const wrong = [
  { name: 'no feeds.yaml', text: undefined, says: /feeds\.yaml/ },
  {
    name: 'a misspelt key',
    text: 'titel: X\nurl: https://x.example\nfeeds: []\n',
    says: /feeds\.yaml:1:1: unknown key "titel"; did you mean "title"\?\n {2}1 \| titel: X\n {4}\| \^\^\^\^\^/,
  },
  {
    name: 'a key of a later version',
    text: 'title: X\nurl: https://x.example\nfeeds:\n  - url: https://a.example/feed\n    base: https://a.example/\n',
    says: /feeds\.yaml:5:5: "base" is not supported yet/,
  },
  { name: 'no YAML', text: 'title: "X\n', says: /feeds\.yaml:\d+:\d+: / },
]

test.each(wrong)('O-06 $name: exit 2, nothing written', async ({ text, says }) => {
  if (text !== undefined) writeFileSync(path.join(folder, 'feeds.yaml'), text)
  const { code, stderr, stdout } = await build()
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(says)
  expect(readdirSync(folder)).toEqual(text === undefined ? [] : ['feeds.yaml'])
})

test.each([['--nonsense'], ['bild'], ['build', 'surplus'], ['help', 'bild'], ['schema', 'x']])(
  'O-18 a wrong command line (%s): exit 2',
  async (...words) => {
    const { code, stderr } = await runPlanet(folder, ...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^planet: /)
  },
)

test('--config in a folder called config: output and state stand beside that folder', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  writeConfig(['/a'])
  mkdirSync(path.join(folder, 'config'))
  writeFileSync(path.join(folder, 'config/feeds.yaml'), readFileSync(path.join(folder, 'feeds.yaml')))
  rmSync(path.join(folder, 'feeds.yaml'))
  expect((await build()).code).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['.planet', 'config', 'public'])
})

test('--output and --state, and --json: one document on stdout', async () => {
  server.feeds.set('/a', rss({ id: '1' }))
  writeConfig(['/a'])
  const { stdout, stderr } = await build('--output', 'site', '--state', 'memory', '--json')
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ feeds: [{ result: 'new-entries', added: 1, status: 200 }], outage: false })
  expect(readdirSync(folder).sort()).toEqual(['feeds.yaml', 'memory', 'site'])
})

test('export leaves out what is asked with a key, and says so', async () => {
  writeConfig(['https://a.example/feed?token=k3y', 'https://b.example/feed'])
  const { code, stdout, stderr } = await runPlanet(folder, 'export')
  expect([code, stderr]).toEqual([0, 'planet: left out, since they are asked with a key or with headers: a.example\n'])
  expect(stdout.match(/^.*<outline.*$/gm)).toHaveLength(1)
  expect(stdout).not.toContain('k3y')
})

test('export --entries --text is a way out with everything; what was taken down is not in it', async () => {
  const item = `<item><guid>1</guid><title>A &amp;lt;b&amp;gt; title</title><link>https://a.example/1</link><category>x</category>
    <dc:creator>Ann</dc:creator><description>&lt;p&gt;Words&lt;script&gt;&lt;/script&gt;</description>
    <enclosure url="https://a.example/1.mp3" length="3" type="audio/mpeg"/></item><item><guid>2</guid><title>Gone</title></item>`
  server.feeds.set(
    '/a',
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A</title>${item}</channel></rss>`,
  )
  writeConfig(['/a'])
  await build()
  await runPlanet(folder, 'purge', '2')
  const { stdout } = await runPlanet(folder, 'export', '--entries', '--text')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.find(({ id }) => id === '1')).toMatchObject({
    link: 'https://a.example/1',
    titleHtml: expect.stringContaining('title'),
    contentHtml: '<p>Words</p>',
    authors: [{ name: 'Ann' }],
    categories: [{ term: 'x' }],
    enclosures: [{ url: 'https://a.example/1.mp3', length: 3, type: 'audio/mpeg' }],
  })
  expect(lines).toHaveLength(1)
  expect((await exported())[0]).not.toHaveProperty('contentHtml')
  expect(await runPlanet(folder, 'export', '--text')).toMatchObject({
    code: 2,
    stderr: 'planet: --text goes with --entries\n',
  })
})

test('status counts no entry that was taken down', async () => {
  server.feeds.set('/a', rss({ id: '1' }, { id: '2' }, { id: '3' }))
  writeConfig(['/a'])
  await build()
  await runPlanet(folder, 'purge', '2')
  const { stdout } = await runPlanet(folder, 'status', '--json')
  expect(JSON.parse(stdout).feeds).toMatchObject([{ entries: 2 }])
})

test('export prints OPML without a state, each feed once, and makes none', async () => {
  writeConfig(['https://a.example/feed', 'https://b.example/feed'])
  const { code, stdout } = await runPlanet(folder, 'export')
  expect(code).toBe(0)
  expect(stdout.match(/^.*<outline.*$/gm)).toHaveLength(2)
  expect(await exported()).toEqual([])
  expect(readdirSync(folder)).toEqual(['feeds.yaml'])
})
