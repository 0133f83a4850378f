import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'
import { openScriptedServer, redirect, respond, type ScriptedServer } from '../servers/open-scripted-server.ts'

const rss = (title: string, links: string[], more = '') =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://blog.example/</link><language>de</language>${links
    .map(
      (link) =>
        `<item><title>T</title><link>${link}</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>${more}</item>`,
    )
    .join('')}</channel></rss>`
const atom = (title: string, links: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>urn:x</id><updated>2026-11-02T10:00:00Z</updated>${links
    .map(
      (link) =>
        `<entry><id>${link}</id><title>T</title><link href="${link}"/><updated>2026-11-02T10:00:00Z</updated></entry>`,
    )
    .join('')}</feed>`
const page = (...links: string[]) =>
  respond(
    200,
    { 'Content-Type': 'text/html' },
    `<!doctype html><html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}</head><body>Hi</body></html>`,
  )
const refreshPage = (to: string) =>
  `<!doctype html><title>Here</title><meta http-equiv="refresh" content="0; url=${to}">`
const refresh = (to: string) => respond(200, { 'Content-Type': 'text/html' }, refreshPage(to))
const xml = (text: string) => respond(200, { 'Content-Type': 'application/xml' }, text)

let server: ScriptedServer
let folder: string
let inside: ScriptedServer

beforeAll(async () => {
  inside = await openScriptedServer({ '/secret': xml(rss('Inside', ['https://blog.example/1'])) })
  server = await openScriptedServer({
    '/posts.xml': xml(rss('A Blog', ['https://blog.example/1', 'https://blog.example/2'])),
    '/atom': xml(atom('A Blog', ['https://blog.example/1', 'https://blog.example/2'])),
    '/comments/feed': xml(rss('Comments on A Blog', ['https://blog.example/1#c1'])),
    '/podcast': xml(
      rss(
        'A Podcast',
        ['https://blog.example/p'],
        '<enclosure url="https://blog.example/p.mp3" type="audio/mpeg" length="1"/>',
      ),
    ),
    '/news.xml': xml(rss('Other \u009b31m\u202eNews', ['https://blog.example/n'])),
    '/one/': page('/comments/feed', '/posts.xml'),
    '/formats/': page('/posts.xml', '/atom', '/podcast', '/comments/feed'),
    '/two/': page('/posts.xml', '/news.xml'),
    '/none/': page(),
    '/none/rss.xml': xml(rss('Where it usually is', ['https://blog.example/1'])),
    '/nothing/': page(),
    '/refresh/': refresh('/refresh/again'),
    '/refresh/again': refresh('/one/'),
    '/round/': refresh('/round/2'),
    '/round/2': refresh('/round/'),
    '/refresh-inside/': respond(200, { 'Content-Type': 'text/html' }, refreshPage(inside.url('/secret'))),
    '/moved': redirect(301, '/posts.xml'),
    '/for-now': redirect(302, '/posts.xml'),
    '/inside/': page(inside.url('/secret')),
    '/gone': respond(410),
    '/long.xml': xml(rss(`${'A blog of '.repeat(7)}a family 👨‍👩‍👧‍👦 of five`, ['https://blog.example/l'])),
  })
})
afterAll(() => Promise.all([server.close(), inside.close()]))

const start =
  '# Ours\ntitle: P\nurl: https://p.example/   # soon\nfetch: {host_delay: 0s}\nfeeds:\n  # friends\n  - https://a.example/feed   # Ada\n'
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-add-'))
  writeFileSync(path.join(folder, 'feeds.yaml'), start)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const add = (...words: string[]) => runPlanet(folder, 'add', ...words)
const text = () => readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')

const found = [
  { name: 'a feed', at: '/posts.xml', line: '/posts.xml', title: 'A Blog' },
  { name: 'the page of a blog with comments', at: '/one/', line: '/posts.xml', title: 'A Blog' },
  { name: 'several formats of one feed: Atom', at: '/formats/', line: '/atom', title: 'A Blog' },
  {
    name: 'none announced: where feeds usually are',
    at: '/none/',
    line: '/none/rss.xml',
    title: 'Where it usually is',
  },
  { name: 'moved for good', at: '/moved', line: '/posts.xml', title: 'A Blog' },
  { name: 'a page that sends browsers on to the blog', at: '/refresh/', line: '/posts.xml', title: 'A Blog' },
  { name: 'moved for now', at: '/for-now', line: '/for-now', title: 'A Blog' },
]

test.each(found)('O-09 add $name: one line more, and none other changed', async ({ at, line, title }) => {
  const { code, stdout, stderr } = await add(server.url(at))
  expect(stderr).toBe('')
  expect(stdout).toBe(
    `Added to feeds.yaml, line 8:   - ${server.url(line)}     # ${title}\nIts entries will appear at the next build.\n`,
  )
  expect(text()).toBe(`${start}  - ${server.url(line)}     # ${title}\n`)
  expect(code).toBe(0)
})

test('the file is named as it is reached from here: below, and elsewhere', async () => {
  mkdirSync(path.join(folder, 'config'))
  renameSync(path.join(folder, 'feeds.yaml'), path.join(folder, 'config/feeds.yaml'))
  const below = await add(server.url('/posts.xml'))
  expect(below.stdout).toMatch(/^Added to config\/feeds\.yaml, line 8: /)
  const file = path.join(folder, 'config/feeds.yaml')
  const elsewhere = await runPlanet(tmpdir(), 'remove', '--config', file, server.url('/posts.xml'))
  expect(elsewhere.stdout).toMatch(/ out of planet-add-\w+\/config\/feeds\.yaml, line 8; /)
  const beside = await runPlanet(path.join(folder, 'config'), 'remove', '--dry-run', 'https://a.example/feed')
  expect(beside.stdout).toContain(' out of feeds.yaml, line 7; ')
  mkdirSync(path.join(folder, 'other'))
  const aside = await runPlanet(
    path.join(folder, 'other'),
    'remove',
    '--dry-run',
    '--config',
    file,
    'https://a.example/feed',
  )
  expect(aside.stdout).toContain(` out of ${file}, line 7; `)
})

test('a long title stands behind its line as far as it goes, and is seen to be cut', async () => {
  await add(server.url('/long.xml'))
  expect(text()).toMatch(/# (A blog of ){7}a family …\n$/)
})

test('several feeds off a terminal: the list, exit 2, nothing written; what a terminal would obey is not in it', async () => {
  const { code, stdout, stderr } = await add(server.url('/two/'))
  expect(stdout).toBe('')
  expect(stderr).toContain(`  1  A Blog           RSS      ${server.url('/posts.xml')}`)
  expect(stderr).toMatch(/ {2}2 {2}Other .*News +RSS/)
  expect(stderr).toMatch(/2 entries, last \w+( \w+ ago)?, de\n/)
  expect(stderr).toContain('say which: planet add URL')
  expect(stderr).not.toMatch(/[\u0080-\u009f\u202e]/)
  expect(code).toBe(2)
  expect(text()).toBe(start)
})

test.each(['https://a.example/feed', 'http://www.a.example/feed/', 'a.example/feed'])(
  'listed already: %s',
  async (word) => {
    const { code, stderr } = await add(word)
    expect(stderr).toContain('is listed already')
    expect(code).toBe(2)
    expect(text()).toBe(start)
  },
)

const nothing = [
  {
    name: 'a page without a feed',
    at: '/nothing/',
    message: /announces no feed, and none stands where feeds usually are/,
  },
  { name: 'what is gone', at: '/gone', message: /410/ },
  { name: 'pages that send browsers around', at: '/round/', message: /announces no feed/ },
  { name: 'a public page that sends browsers inside', at: '/refresh-inside/', message: /announces no feed/ },
  { name: 'a public page that names an address inside', at: '/inside/', message: /announces no feed/ },
]

test.each(nothing)('nothing is added: $name', async ({ at, message }) => {
  const { code, stderr } = await add(server.url(at))
  expect(stderr).toMatch(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(2)
  expect(text()).toBe(start)
  expect(inside.requests).toEqual([])
})

test.each([
  ['two words in quotes', 'foo bar', 'planet: "foo bar" is no address, for it has a blank inside: give several'],
  ['nothing', '  ', 'planet: name the address of a page or of a feed: planet add https://blog.example'],
])('what is no address: %s', async (_, word, message) => {
  const { code, stderr } = await add(word)
  expect(stderr.startsWith(message)).toBe(true)
  expect(code).toBe(2)
})

test('a server that is not there: try later, nothing written', async () => {
  const { code, stderr } = await add('http://127.0.0.1:1/')
  expect(stderr).toMatch(/^planet: http:\/\/127\.0\.0\.1:1\/: .*; nothing was added\n$/)
  expect(code).toBe(75)
  expect(text()).toBe(start)
})

test('an address without a scheme: https, or http where the server knows no other', async () => {
  const { code } = await add(server.url('/posts.xml').replace('http://', ''))
  expect(text()).toBe(`${start}  - ${server.url('/posts.xml')}     # A Blog\n`)
  expect(code).toBe(0)
})

test('several addresses at once; --json says what was written, --dry-run writes nothing', async () => {
  const dry = await add('--dry-run', server.url('/posts.xml'))
  expect(dry).toMatchObject({ code: 0, stdout: `Would add ${server.url('/posts.xml')}; nothing was written.\n` })
  expect(text()).toBe(start)
  const { stdout } = await add('--json', server.url('/posts.xml'), server.url('/podcast'))
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    added: [
      { url: server.url('/posts.xml'), title: 'A Blog', line: 8, instead: null },
      { url: server.url('/podcast'), title: 'A Podcast', line: 9, instead: null },
    ],
    refused: [],
  })
})

test('of several addresses, what is found is added, and the others are named: each on its line, the exit code of the worst', async () => {
  const words = ['http://127.0.0.1:1/', server.url('/nothing/'), server.url('/posts.xml'), 'a.example/feed']
  const { code, stdout, stderr } = await add(...words, server.url('/podcast'), server.url('/posts.xml'))
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    `Added to feeds.yaml, line 8:   - ${server.url('/posts.xml')}     # A Blog`,
    `Added to feeds.yaml, line 9:   - ${server.url('/podcast')}     # A Podcast`,
  ])
  const lines = stderr.trim().split('\n')
  expect(lines[0]).toMatch(/^planet: http:\/\/127\.0\.0\.1:1\/: /)
  expect(lines[1]).toMatch(/^planet: .*\/nothing\/ announces no feed/)
  expect(lines[2]).toBe('planet: https://a.example/feed is listed already')
  expect(lines).toHaveLength(3)
  expect(code).toBe(2)
  expect(text()).toContain(server.url('/podcast'))

  const again = await add('--json', 'http://127.0.0.1:1/', server.url('/news.xml'))
  expect(again.code).toBe(75)
  expect(JSON.parse(again.stdout)).toMatchObject({
    added: [{ url: server.url('/news.xml') }],
    refused: [{ address: 'http://127.0.0.1:1/', message: expect.stringContaining('http://127.0.0.1:1/: ') }],
  })
})

test('H-35 a page and its feeds are asked one after the other, a second apart, by the name of the planet', async () => {
  writeFileSync(path.join(folder, 'feeds.yaml'), start.replace('fetch: {host_delay: 0s}', ''))
  server.requests.length = 0
  await add(server.url('/one/'))
  const asked = server.requests
  expect(asked.map(({ target }) => target)).toEqual(['/one/', '/posts.xml', '/comments/feed'])
  for (const [index, { at }] of asked.slice(1).entries()) expect(at - (asked[index]?.at ?? 0)).toBeGreaterThan(900)
  for (const { headers } of asked) {
    expect(headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1]).toContain('(+https://p.example/)')
  }
})
