import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { postgres, withPostgres } from '../place-state.ts'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, holdFeed, serveFeeds } from './serve-feeds.ts'
import { startPlanet } from './start-planet.ts'

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-state-'))
  server = await serveFeeds()
  server.feeds.set('/a', rss(3))
  const head = 'title: Planet Test\nurl: https://planet.example\nfetch: {host_delay: 0s, timeout: 30s}\n'
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `${head}include:\n  - ${server.url}/list\nfeeds:\n  - ${server.url}/a\n`,
  )
  // Whoever wrote it has no say about this machine: the list is kept, and its feed is not asked.
  server.feeds.set('/list', `<opml version="2.0"><body><outline xmlUrl="${server.url}/b"/></body></opml>`)
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

function rss(count: number): string {
  const item = (number: number) =>
    `<item><guid>${number}</guid><title>Post ${number}</title><pubDate>${new Date(Date.UTC(2026, 0, 1) - number * 3_600_000).toUTCString()}</pubDate></item>`
  return `<rss version="2.0"><channel><title>A</title>${Array.from({ length: count }, (_, number) => item(number)).join('')}</channel></rss>`
}

const run = (...words: string[]) => runPlanet(folder, ...words)
const entries = async (...words: string[]) => (await run('export', '--entries', ...words)).stdout

test('a planet goes on from a copy: the same site, and nobody is asked twice, its reading list neither', async () => {
  await run('build')
  const asked = server.requests.length
  expect(await run('state', 'copy', '.planet', 'elsewhere/state')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Copied 1 feed and 3 entries; all \d+ tables were compared\./),
    stderr: '',
  })
  const report = JSON.parse((await run('build', '--state', 'elsewhere/state', '--json')).stdout)
  expect(report).toMatchObject({ written: [], deleted: [], feeds: [{ result: 'not-due' }] })
  expect(server.requests).toHaveLength(asked)
  expect(await entries('--state', 'elsewhere/state')).toBe(await entries())

  expect((await run('state', 'copy', '.planet', 'elsewhere/state')).code).toBe(1)
})

test('cut off between tables and reading lists: the same command brings the lists', async () => {
  await run('fetch')
  await run('state', 'copy', '.planet', 'elsewhere')
  const [lists, copy] = ['.planet', 'elsewhere'].map((state) => path.join(folder, state, 'lists.json'))
  rmSync(copy as string)
  expect((await run('state', 'copy', '.planet', 'elsewhere')).stdout).toMatch(/^Both are the same already/)
  expect(readFileSync(copy as string, 'utf8')).toBe(readFileSync(lists as string, 'utf8'))
})

test('--json, --quiet and --verbose', async () => {
  await run('fetch')
  const { stdout } = await run('state', 'copy', '.planet', 'one', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, kind: 'copied', tables: expect.arrayContaining([]) })
  expect(await run('state', 'copy', '.planet', 'one', '--quiet')).toMatchObject({ code: 0, stdout: '', stderr: '' })
  const { stderr } = await run('state', 'copy', '.planet', 'two', '--verbose')
  expect(stderr).toMatch(/^entries: 3, [0-9a-f]{64}$/m)
})

test.each([
  { words: ['.planet', './.planet/'], code: 2, says: 'both are the same place' },
  { words: ['nowhere', 'there'], code: 2, says: 'nowhere holds no state of a planet' },
  { words: ['.planet', 'https://planet.example/'], code: 2, says: 'https://planet.example/ is no folder' },
])('state copy $words: exit $code', async ({ words, code, says }) => {
  await run('fetch')
  const ended = await run('state', 'copy', ...words)
  expect([ended.code, ended.stdout]).toEqual([code, ''])
  expect(ended.stderr).toContain(says)
  expect(existsSync(path.join(folder, 'there'))).toBe(false)
})

test('while either is being built, 75', async () => {
  await run('fetch')
  const held = holdFeed(server, '/a', rss(4))
  const building = startPlanet(folder, 'fetch', '--refresh')
  await held.asked
  expect((await run('state', 'copy', '.planet', 'there')).code).toBe(75)
  held.release()
  expect((await building.ended).code).toBe(0)
  expect((await run('state', 'copy', '.planet', 'there')).code).toBe(0)
})

/** True once hundreds of rows have landed: a log of a megabyte is not yet put into the database. */
function isHalf(place: string): boolean {
  const log = path.join(place, 'planet.db-wal')
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000
}

test('killed in the middle: a build refuses what is there, and the same command goes on with it', async () => {
  server.feeds.set('/a', rss(2000))
  await run('fetch')
  const { child, ended } = startPlanet(folder, 'state', 'copy', '.planet', 'there')
  const place = path.join(folder, 'there')
  // The folder comes with the lock, its log with the first rows.
  const watchers = [watch(folder, () => watchers.length === 1 && existsSync(place) && watchLog())]
  const watchLog = () => watchers.push(watch(place, () => isHalf(place) && child.kill('SIGKILL')))
  const { signal } = await ended
  for (const watcher of watchers) watcher.close()
  expect(signal).toBe('SIGKILL')

  const refused = await run('build', '--state', 'there')
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('there holds half a copy of a state')])
  const { code, stdout } = await run('state', 'copy', '.planet', 'there')
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Went on, and copied 1 feed and 2000 entries/)])
  expect(await entries('--state', 'there')).toBe(await entries())
})

test.skipIf(postgres === undefined)('to PostgreSQL and back: the same state, and builds go on there', async () => {
  await run('build')
  const url = `${postgres}`
  const schema = `copy_${path.basename(folder).replace(/\W/g, '_').toLowerCase()}`
  const file = path.join(folder, 'feeds.yaml')
  writeFileSync(file, `state_schema: ${schema}\n${readFileSync(file, 'utf8')}`)
  onTestFinished(() =>
    withPostgres(async (client) => void (await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`))),
  )
  const asked = server.requests.length
  const there = await run('state', 'copy', '.planet', url)
  expect(there).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Copied 1 feed and 3 entries/), stderr: '' })
  expect(JSON.parse((await run('build', '--state', url, '--json')).stdout)).toMatchObject({ written: [], deleted: [] })
  expect(server.requests).toHaveLength(asked)

  server.feeds.set('/a', rss(5))
  expect((await run('build', '--state', url, '--refresh')).code).toBe(0)
  expect(await run('state', 'copy', url, 'back')).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(await entries('--state', 'back').then((text) => text.split('\n')[0] ?? ''))).toMatchObject({
    title: 'Post 0',
  })
  expect(await entries('--state', 'back')).toBe(await entries('--state', url))
  expect(JSON.parse((await run('build', '--state', 'back', '--json')).stdout)).toMatchObject({ written: [] })
  expect((await run('state', 'copy', 'back', url)).code).toBe(1)
})
