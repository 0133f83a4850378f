import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type CheckedFeed, checkFeed } from '../../src/commands/check-feed.ts'
import { renderAnnotations } from '../../src/commands/render-check.ts'
import { read } from '../../src/normalize/read/read.ts'
import { runPlanet } from '../cli/run-planet.ts'
import { openScriptedServer, redirect, respond, type ScriptedServer } from '../servers/open-scripted-server.ts'

const item = (n: number, more = '<pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate>') =>
  `<item><title>Post ${n}</title><link>https://blog.example/${n}</link><guid>https://blog.example/${n}</guid>${more}</item>`
const rss = (title: string, items: string[]) =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://blog.example/</link><language>en</language>${items.join('')}</channel></rss>`
const good = rss(
  'Good',
  [1, 2, 3].map((n) => item(n)),
)
const dateless = rss(
  'Dateless',
  [4, 5, 6].map((n) => item(n, n === 4 ? undefined : '')),
)
const xml = (text: string) => respond(200, { 'Content-Type': 'application/rss+xml' }, text)

let server: ScriptedServer
let folder: string
beforeAll(async () => {
  server = await openScriptedServer({
    '/good': xml(good),
    '/twin': xml(good),
    '/dateless': xml(dateless),
    '/page': respond(
      200,
      { 'Content-Type': 'text/html' },
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/good">',
    ),
    '/moved': redirect(301, '/other'),
    '/other': xml(rss('Other', [item(9)])),
    '/loose': xml(rss('Loose', [item(10)]).replace('</channel>', '')),
    '/none': xml(rss('None', [])),
  })
})
afterAll(() => server.close())
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-check-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const list = (...paths: string[]) => paths.map((at) => `  - ${server.url(at)}\n`).join('')
const write = (feeds: string, more = '') =>
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: P\nurl: https://p.example/\nfetch: {host_delay: 0s}\n${more}feeds:\n${feeds}`,
  )
const check = (...words: string[]) => runPlanet(folder, 'check', ...words)
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { cwd: folder })

test('check: what is wrong with each feed, errors first, where it stands, exit 3', async () => {
  write(list('/good', '/nothing', '/page', '/dateless', '/moved', '/loose', '/none'))
  const { code, stdout } = await check()
  const lines = stdout.split('\n')
  expect(lines[0]).toBe('feeds.yaml   ok, 7 feeds')
  expect(lines[1]).toBe('theme        ok (built-in)')
  expect(lines[2]).toMatch(/^feeds {8}7 asked, \d+\.\d s$/)
  const found = lines.slice(3, -2).map((line) => line.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/ +/g, ' '))
  expect(found).toEqual([
    ' ✗ HOST (line 6) answered 404 (Not Found)',
    ` ✗ HOST (line 7) is a web page (HTML), not a feed; the feed that it announces is http://HOST/good; planet add http://HOST/page`,
    ' ! Dateless (line 8) no dates in 2 of 3 entries; the time when they were first seen is used',
    ` ! Other (line 9) moved for good to http://HOST/other; write that address into feeds.yaml`,
    expect.stringMatching(/^ ! Loose \(line 10\) .+/),
    ' ! None (line 11) has no entries',
  ])
  expect(lines.at(-2)).toBe('2 errors, 4 warnings')
  expect(code).toBe(3)
  // What a build has seen, a command writes.
  await runPlanet(folder, 'build')
  const { stdout: later } = await check()
  expect(later).toMatch(/ Other \(line 9\) +moved for good to \S+\/other; planet moved --apply\n/)
  expect((await runPlanet(folder, 'moved', '--apply')).code).toBe(0)
  expect((await check()).stdout).not.toContain('moved for good')
})

test('O-22 --only-changed --format github in a repository where one commit added five feeds', async () => {
  write(list('/good'))
  git('init', '--quiet')
  git('add', 'feeds.yaml')
  git('commit', '--quiet', '-m', 'one')
  write(list('/good', '/other', '/nothing', '/page', '/twin', '/dateless'))
  git('commit', '--quiet', '-am', 'five more')
  const { code, stdout } = await check('--only-changed', '--format', 'github')
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/127\.0\.0\.1(:|%3A)\d+/g, 'HOST'))
  expect(lines).toEqual([
    '::error file=feeds.yaml,line=7,title=HOST::answered 404 (Not Found)',
    '::error file=feeds.yaml,line=8,title=HOST::is a web page (HTML), not a feed; the feed that it announces is http://HOST/good; planet add http://HOST/page',
    '::error file=feeds.yaml,line=9,title=Good::is the same feed as http://HOST/good, which is listed too; take one of them out',
    '::warning file=feeds.yaml,line=10,title=Dateless::no dates in 2 of 3 entries; the time when they were first seen is used',
  ])
  expect(code).toBe(3)
  expect(await check('--only-changed', 'HEAD')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 asked') })
  expect(await check('--only-changed', 'nowhere')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"nowhere" is no revision'),
  })
  expect(await check('--only-changed=--output=x')).toMatchObject({ code: 2 })
})

test('--no-network asks nobody; a theme with a mistake is exit 2; mistakes of feeds.yaml are annotated', async () => {
  write(list('/good'))
  server.requests.length = 0
  expect(await check('--no-network')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^feeds +not asked$/m) })
  expect(server.requests).toEqual([])
  mkdirSync(path.join(folder, 'theme'))
  writeFileSync(path.join(folder, 'theme/404.njk'), '{{ nothing.here }}')
  write(list('/good'), 'theme: {dir: theme}\n')
  expect(await check('--no-network')).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/theme\n {2}✗ .*404\.njk/),
  })
  writeFileSync(path.join(folder, 'feeds.yaml'), 'titel: P\nurl: https://p.example/\n')
  expect(await check('--format', 'github')).toMatchObject({
    code: 2,
    stdout: '::error file=feeds.yaml,line=1,col=1::unknown key "titel"; did you mean "title"?\n',
  })
})

test('--json has the same facts', async () => {
  write(list('/good', '/nothing'))
  const { stdout } = await check('--json')
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    feeds: 2,
    asked: 2,
    theme: [],
    checks: [
      { name: 'Good', line: 5, findings: [] },
      { line: 6, findings: [{ level: 'error', code: 'HTTP_STATUS' }] },
    ],
  })
})

const now = new Date('2026-11-26T12:00:00Z')
const fetched = {
  kind: 'fetched' as const,
  body: new Uint8Array(),
  contentType: undefined,
  status: 200,
  freshForMs: undefined,
  finalUrl: 'http://blog.example/feed',
  hops: [],
  validators: { url: '' },
}
async function find(text: string, more: Partial<CheckedFeed> = {}): Promise<string[]> {
  const result = await read({
    body: new TextEncoder().encode(text),
    contentType: undefined,
    baseUrl: 'http://blog.example/feed',
  })
  const feed = {
    source: { url: 'http://blog.example/feed' },
    fetched,
    read: result,
    certificateEnd: undefined,
    secure: undefined,
    inactiveAfter: 180 * 86_400_000,
    churned: 0,
    known: 0,
  }
  return checkFeed({ ...feed, ...more }, now).map(({ code }) => code)
}
const german =
  'Wir haben heute eine neue Version unseres Servers veröffentlicht. Sie bringt viele kleine Verbesserungen und behebt einige Fehler, die uns in den letzten Wochen gemeldet wurden. Danke an alle, die geholfen haben. '.repeat(
    4,
  )
const secure = await read({
  body: new TextEncoder().encode(good),
  contentType: undefined,
  baseUrl: 'https://blog.example/feed',
})

const findings = [
  { name: 'nothing', text: good, codes: [] },
  {
    name: 'a certificate that ends in six days',
    text: good,
    more: { certificateEnd: new Date('2026-12-02T13:00:00Z') },
    codes: ['CERTIFICATE'],
  },
  {
    name: 'one that ends in a month',
    text: good,
    more: { certificateEnd: new Date('2026-12-26T13:00:00Z') },
    codes: [],
  },
  { name: 'https has the same', text: good, more: { secure }, codes: ['HTTP'] },
  { name: 'https has something else', text: rss('X', [item(99)]), more: { secure }, codes: [] },
  { name: 'dates that change at every fetch', text: good, more: { known: 3, churned: 3 }, codes: ['CHURN'] },
  {
    name: 'that is provided for',
    text: good,
    more: { known: 3, churned: 3, source: { url: 'http://blog.example/feed', dates: 'first-seen' as const } },
    codes: [],
  },
  { name: 'one that was edited', text: good, more: { known: 3, churned: 1 }, codes: [] },
  {
    name: 'a date in the future',
    text: rss('X', [item(1, '<pubDate>Mon, 16 Nov 2027 10:00:00 GMT</pubDate>')]),
    codes: ['FUTURE'],
  },
  {
    name: 'quiet for a year',
    text: rss('X', [item(1, '<pubDate>Mon, 16 Nov 2025 10:00:00 GMT</pubDate>')]),
    codes: ['QUIET'],
  },
  {
    name: 'another language than it says',
    text: rss('X', [item(1, `<pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate><description>${german}</description>`)]),
    codes: ['LANGUAGE'],
  },
  {
    name: 'the language that it says',
    text: rss('X', [
      item(1, `<pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate><description>${german}</description>`),
    ]).replace('<language>en', '<language>de-AT'),
    codes: [],
  },
  { name: 'no language, too few words to tell', text: good.replace('<language>en</language>', ''), codes: [] },
]

test.each(findings)('what is found: $name', async ({ text, more, codes }) => {
  expect(await find(text, more)).toEqual(codes)
})

test('annotations cannot be broken out of: a feed decides its title', () => {
  const checks = [
    {
      url: 'https://a.example/',
      name: 'A,line=1::error::x\n::set-env name=x::y',
      line: 3,
      isAsked: true,
      findings: [{ level: 'error' as const, code: 'X', message: '100 %\n::error::no' }],
    },
  ]
  const text = renderAnnotations(
    { file: 'f', feeds: 1, asked: 1, network: true, themeDir: undefined, theme: [], checks, milliseconds: 0 },
    'a,b:c.yaml',
  )
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  expect(text).toMatch(/^::error file=a%2Cb%3Ac\.yaml,line=3,title=A%2Cline=1%3A%3Aerror/)
})
