import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-told-'))
  server = await serveFeeds()
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const run = (...words: string[]) => runPlanet(folder, ...words)
const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><guid>1</guid><title>One</title></item></channel></rss>`

function writeConfig(...feeds: string[]): void {
  const head = 'title: P\nurl: https://planet.example\nfetch: {host_delay: 0s, host_parallel: 8, timeout: 3s}\n'
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${feeds.map((feed) => `  - ${feed}\n`).join('')}`)
}

/** A blog's home page, which names its comments before its posts. */
const homePage = `<!doctype html><html><head><title>Team</title>
  <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
  <link rel="alternate" type="application/rss+xml" title="Team" href="/posts.xml">
  </head><body><p>Hello</p></body></html>`

test('O-03 a home page in place of a feed: from cron, at once, all that mends it; then silence', async () => {
  server.feeds.set('/', homePage)
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`, `{url: ${server.url}/, name: Team}`)
  expect(await run('build')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: [
      'planet: Team: has never worked: is a web page (HTML), not a feed; the feeds that',
      `  it announces are ${server.url}/posts.xml,`,
      `  ${server.url}/comments.xml (comments) (${server.url}/)`,
      `  feeds.yaml, line 6: - ${server.url}/`,
      '  write the address of a feed there, or let this look for it:',
      `    planet add ${server.url}/`,
      '',
    ].join('\n'),
  })
  expect(await run('build', '--refresh')).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test('O-03 the command that is said to mend it does', async () => {
  server.feeds.set('/', homePage)
  server.feeds.set('/posts.xml', rss('Team'))
  server.feeds.set('/comments.xml', rss('Comments on Team'))
  server.feeds.set('/a', rss('A'))
  writeConfig(`{url: ${server.url}/, tags: [team]}`, `${server.url}/a`)
  const { stderr } = await run('build')
  const command = /look for it:\n +(.*)\n/.exec(stderr)?.[1] ?? ''
  const before = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
  expect(await run(...command.split(' ').slice(1))).toMatchObject({
    code: 0,
    stdout: `Written into feeds.yaml, line 5, in place of ${server.url}/:   ${server.url}/posts.xml\nIts entries will appear at the next build.\n`,
    stderr: '',
  })
  const after = before.replace(`${server.url}/,`, `${server.url}/posts.xml,`)
  expect(readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')).toBe(after)
  expect(await run('build')).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(path.join(folder, 'public/index.html'), 'utf8')).toContain('Team')
})

test('O-03 what check says mends it before any build', async () => {
  server.feeds.set('/', homePage)
  server.feeds.set('/posts.xml', rss('Team'))
  writeConfig(`{url: ${server.url}/, name: Team}`)
  const { stdout } = await run('check')
  expect(stdout).toContain(`planet add ${server.url}/`)
  expect(await run('add', `${server.url}/`)).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')).toContain(`{url: ${server.url}/posts.xml, name: Team}`)
})

test('O-03 … and loses nothing where no feed is to be found, or the one that is stands in another line', async () => {
  server.feeds.set('/', '<!doctype html><title>Team</title><p>Hello</p>')
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/`, `${server.url}/a`)
  const before = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
  await run('build')
  const none = await run('add', `${server.url}/`)
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('announces no feed') })
  server.feeds.set('/', homePage.replaceAll('/posts.xml', '/a'))
  const other = await run('add', `${server.url}/`)
  expect(other).toMatchObject({
    code: 2,
    stderr: `planet: ${server.url}/a is listed already; take the page out: planet remove --keep ${server.url}/; nothing was added\n`,
  })
  expect(readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')).toBe(before)
})

test('a page to log in at in place of a feed that worked: what helps, and no command that finds nothing', async () => {
  server.feeds.set('/x', rss('Team'))
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/x`, `${server.url}/a`)
  await run('build')
  server.feeds.set('/x', '<!doctype html><title>Log in</title><form><input type="password"></form>')
  await run('build', '--refresh')
  const words = (await run('status', 'team')).stdout.replace(/\s+/g, ' ')
  expect(words).toContain('is a page to log in at (HTML), not a feed')
  expect(words).toContain('where you have a name and password, or a key, say it under headers: of the feed')
  expect(words).not.toContain('planet add')
  const check = (await run('check')).stdout.replace(/\s+/g, ' ')
  expect(check).toContain('not a feed; where you have a name and password')
  expect(check).not.toContain('planet add')
})

test('a feed whose address has become a page keeps its entries, its slug and its line at the one that add finds', async () => {
  server.feeds.set('/', rss('Team'))
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/`, `${server.url}/a`)
  await run('build')
  server.feeds.set('/', homePage)
  server.feeds.set('/posts.xml', rss('Team'))
  await run('build', '--refresh')
  expect(await run('add', `${server.url}/`)).toMatchObject({ code: 0, stderr: '' })
  expect(await run('build')).toMatchObject({ code: 0, stderr: '' })
  const { stdout } = await run('status', '--json')
  expect(JSON.parse(stdout).feeds[0]).toMatchObject({
    url: `${server.url}/posts.xml`,
    slug: 'team',
    entries: 1,
    state: 'fine',
  })
})

test('status FEED says how a feed that never worked is mended', async () => {
  server.feeds.set('/', homePage)
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`, `{url: ${server.url}/, name: Team}`)
  await run('build')
  const { stdout } = await run('status', 'team')
  expect(stdout).toMatch(
    /^Team {3}http\S+ {3}\(feeds\.yaml line 6\)\n {2}never worked since .* \(< 1 h\): is a web page \(HTML\)/,
  )
  const words = stdout.replace(/\s+/g, ' ')
  expect(words.match(/line 6/g)).toHaveLength(1)
  expect(words).toContain(`planet add ${server.url}/`)
})

test.each([
  ['a letter too few', 'Blog of Bb', 'did you mean "Blog of Bob"?'],
  ['capitals', 'BLOG-OF-BO', 'did you mean "blog-of-bob"?'],
  ['a part of a name', 'bob', 'did you mean "Blog of Bob"?'],
  ['an address, mistyped', 'LOCAL/bb', 'did you mean "LOCAL/b"?'],
  ['nothing near', 'zebra', 'planet status lists them all'],
])('a feed that is not called so: %s', async (_, word, says) => {
  server.feeds.set('/b', rss('B'))
  writeConfig(`{url: ${server.url}/b, name: Blog of Bob}`)
  await run('build')
  const local = server.url.replace('http://', '')
  const { code, stderr } = await run('status', word.replace('LOCAL', local))
  expect([code, stderr]).toEqual([2, expect.stringContaining(says.replace('LOCAL', local))])
})

test('K-04 why: of a host with many feeds the nearest few are named, and how many more there are', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `writer-${index}`)
  const list = names.map((name) => `{url: https://blogs.test/${name}/feed, name: ${name}, paused: away}`)
  writeConfig(...list)
  await run('build')
  const { code, stdout } = await run('why', 'https://blogs.test/writer-17/a-post')
  expect(code).toBe(2)
  expect(stdout).toMatch(/no feed has brought such an entry; of its host, writer-17 is paused: away; /)
  expect(stdout).toContain('; and 37 more')
  expect(stdout.length).toBeLessThan(300)
})

test('why and --verbose write times in the planet’s zone', async () => {
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`)
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `timezone: Asia/Kolkata\n${readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')}`,
  )
  await run('build')
  expect((await run('build', '--verbose')).stderr).toMatch(/not due before \d{4}-\d\d-\d\d \d\d:\d\d Asia\/Kolkata/)
  expect((await run('why', '1')).stdout).toMatch(/first seen {2}\d{4}-\d\d-\d\d \d\d:\d\d Asia\/Kolkata/)
})
