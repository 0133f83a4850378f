import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-report-'))
  server = await serveFeeds()
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><guid>1</guid><title>One</title></item></channel></rss>`

function writeConfig(...feeds: string[]): void {
  const lines = feeds.map((feed) => `\n  - ${feed}`).join('')
  const head = 'title: P\nurl: https://planet.example\nfetch: {host_delay: 0s, host_parallel: 8, timeout: 3s}\n'
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:${lines}\n`)
}

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../docs/build-report.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(schema)

test('O-05 build --json prints one document after its schema: news, failures, feeds not due, paused ones', async () => {
  server.feeds.set('/a', rss('A'))
  server.feeds.set('/b', rss('B').replace('</channel>', '')) // read loosely, with a warning
  writeConfig(`${server.url}/a`, `${server.url}/b`, `${server.url}/missing`, `{url: ${server.url}/p, paused: away}`)
  for (const flags of [['--refresh'], [], ['--offline']]) {
    const { code, stdout, stderr } = await runPlanet(folder, 'build', '--json', ...flags)
    const report = JSON.parse(stdout)
    validate(report)
    expect(validate.errors).toBeNull()
    expect([code, stderr]).toEqual([0, ''])
    if (flags[0] === '--refresh') {
      expect(report.feeds.map(({ result }: { result: string }) => result)).toEqual([
        'new-entries',
        'new-entries',
        'failed',
        'paused',
      ])
    }
  }
})

test('O-05 the schema is not so wide that anything passes', () => {
  expect(validate({ schema: 1, feeds: [{}] })).toBe(false)
})

test('O-25 --dry-run asks, says what would be written, and writes nothing', async () => {
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`)
  const { code, stdout } = await runPlanet(folder, 'build', '--dry-run')
  expect(code).toBe(0)
  expect(stdout).toMatch(/1 entry from 1 feed[\s\S]*Would change (\d+) of \1 files in public\/; nothing was written/)
  expect(existsSync(path.join(folder, 'public'))).toBe(false)
  expect(readdirSync(path.join(folder, '.planet'))).toEqual(['lock.db'])
  expect((await runPlanet(folder, 'build')).code).toBe(0)
  const before = readFileSync(path.join(folder, '.planet/planet.db'))
  server.feeds.set('/a', rss('Another title'))
  const again = await runPlanet(folder, 'build', '--dry-run', '--refresh', '--json')
  expect(JSON.parse(again.stdout).written).toContain('index.html')
  expect(readFileSync(path.join(folder, 'public/index.html'), 'utf8')).not.toContain('Another title')
  expect(readFileSync(path.join(folder, '.planet/planet.db')).equals(before)).toBe(true)
})

test('O-02 --strict: 3 where a feed has a problem, also one that was not asked this time', async () => {
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`, `${server.url}/missing`)
  const first = await runPlanet(folder, 'build', '--strict')
  expect([first.code, first.stderr]).toEqual([3, expect.stringContaining('has never worked')])
  expect(first.stderr).not.toContain('planet status')
  expect(await runPlanet(folder, 'build', '--strict')).toMatchObject({
    code: 3,
    stderr: 'planet: 1 feed has errors: planet status --failing says which, and why\n',
  })
  expect(await runPlanet(folder, 'build')).toMatchObject({ code: 0, stderr: '' })
  writeConfig(`${server.url}/a`)
  expect((await runPlanet(folder, 'build', '--strict')).code).toBe(0)
})

test.each([
  ['its address', '/a', '/a'],
  ['its name, in small letters', 'blog of bob', '/b'],
  ['its slug', 'blog-of-bob', '/b'],
])('--force FEED: %s', async (_, word, asked) => {
  server.feeds.set('/a', rss('A'))
  server.feeds.set('/b', rss('B'))
  writeConfig(`${server.url}/a`, `{url: ${server.url}/b, name: Blog of Bob}`)
  await runPlanet(folder, 'build')
  server.requests.length = 0
  const name = word.startsWith('/') ? server.url + word : word
  expect(await runPlanet(folder, 'build', '--force', name)).toMatchObject({ code: 0, stderr: '' })
  expect(server.requests.map(({ path, status }) => [path, status])).toEqual([[asked, 200]])
})

test('--force FEED that is none, or several: exit 2 with the list', async () => {
  writeConfig(`{url: ${server.url}/a, name: Same}`, `{url: ${server.url}/b, name: Same}`)
  expect(await runPlanet(folder, 'build', '--force', 'same')).toMatchObject({
    code: 2,
    stderr: `planet: "same" may be any of these; say which by its address:\n  ${server.url}/a  Same\n  ${server.url}/b  Same\n`,
  })
  expect(await runPlanet(folder, 'build', '--force', 'smae')).toMatchObject({
    code: 2,
    stderr: 'planet: no feed is called "smae"; did you mean "Same"?\n',
  })
  expect((await runPlanet(folder, 'build', '--offline', '--refresh')).code).toBe(2)
  expect(server.requests).toEqual([])
})

test('O-03 from cron: silence, but for what has changed', async () => {
  server.feeds.set('/a', rss('A'))
  server.feeds.set('/gone', (answer) => void answer.writeHead(410).end())
  server.feeds.set('/moved', (answer) => void answer.writeHead(301, { Location: '/a' }).end())
  writeConfig(`{url: ${server.url}/gone, name: "Old \\e[31mBlog"}`, `${server.url}/moved`, `${server.url}/missing`)
  const first = await runPlanet(folder, 'build')
  expect(first).toMatchObject({ code: 2 })
  writeConfig(`{url: ${server.url}/gone, name: Old Blog}`, `${server.url}/moved`, `${server.url}/missing`)
  const { code, stdout, stderr } = await runPlanet(folder, 'build')
  expect({ code, stdout, stderr: stderr.replace(/\n {2}(?!feeds)/g, ' ') }).toEqual({
    code: 0,
    stdout: '',
    stderr: [
      `planet: Old Blog: says that it is gone for good (410); it is not asked again; remove it, or write its new address into feeds.yaml (${server.url}/gone)\n`,
      `  feeds.yaml, line 5: - ${server.url}/gone\n`,
      `planet: A: moved for good to ${server.url}/a, which is asked from now on; planet moved --apply writes it into feeds.yaml\n`,
      `planet: ${new URL(server.url).host}: has never worked: answered 404 (Not Found) (${server.url}/missing)\n`,
      `  feeds.yaml, line 7: - ${server.url}/missing\n`,
    ].join(''),
  })
  expect(await runPlanet(folder, 'build', '--refresh')).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test('H-27 behind a proxy, --verbose says what cannot be checked here', async () => {
  server.feeds.set('/a', rss('A'))
  writeConfig(`${server.url}/a`)
  vi.stubEnv('http_proxy', server.url)
  vi.stubEnv('no_proxy', '127.0.0.1')
  const { stderr } = await runPlanet(folder, 'build', '--verbose')
  vi.unstubAllEnvs()
  expect(stderr).toMatch(/^planet: requests go through the proxy of the environment; what lies behind a name is/)
  expect((await runPlanet(folder, 'build', '--verbose')).stderr).not.toContain('proxy')
})
