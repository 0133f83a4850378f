import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDemo } from '../../demo/serve-demo.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { read } from '../../src/normalize/read/read.ts'

const demo = path.join(import.meta.dirname, '../../demo')
const port = 4748
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
if (!hasXmllint) console.warn('xmllint is not installed: the sample feeds were not checked to be well-formed')

/** The table of demo/README.md: file → entries. */
const promised = [
  ...readFileSync(path.join(demo, 'README.md'), 'utf8').matchAll(/^\| (\S+\.\w+) +\| .*? \| (\d+) +\|/gm),
].map(([, file = '', entries]) => ({ file, entries: Number(entries) }))
const files = promised.filter(({ entries }) => entries > 0)

let server: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  server = await serveDemo(port)
})
afterAll(() => server.close())

const get = (file: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}/${file}`, { headers })

test('every sample feed is in the table, and in feeds.yaml', async () => {
  const config = await loadConfig(path.join(demo, 'feeds.yaml'))
  const names = promised.map(({ file }) => file).sort()
  expect(config.feeds.map(({ url }) => path.basename(url)).sort()).toEqual(names)
  expect(readdirSync(path.join(demo, 'feeds')).sort()).toEqual(files.map(({ file }) => file).sort())
})

test.each(files)('$file has $entries entries, read without a complaint', async ({ file, entries }) => {
  const answer = await get(file)
  const body = new Uint8Array(await answer.arrayBuffer())
  const result = await read({ body, contentType: answer.headers.get('content-type') ?? undefined, baseUrl: answer.url })
  expect(result).toMatchObject({ kind: 'read', feed: { warnings: [] } })
  expect(result.kind === 'read' && result.feed.entries.length).toBe(entries)
})

test.runIf(hasXmllint).each(files.filter(({ file }) => !file.endsWith('.json')))('$file is well-formed', ({ file }) => {
  expect(spawnSync('xmllint', ['--noout', path.join(demo, 'feeds', file)], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  })
})

test('the server answers as servers do: 304 to its validators, 404, and one blog is always down', async () => {
  const etag = (await get('lotte.rss')).headers.get('etag') ?? ''
  const modified = (await get('jonas.rss')).headers.get('last-modified') ?? ''
  const statuses = await Promise.all([
    get('lotte.rss', { 'If-None-Match': etag }),
    get('jonas.rss', { 'If-Modified-Since': modified }),
    get('lotte.rss', { 'If-None-Match': '"another"' }),
    get('pier-nine.rss'),
    get('nothing.rss'),
    get('../feeds.yaml'),
  ])
  expect(statuses.map(({ status }) => status)).toEqual([304, 304, 200, 500, 404, 404])
})

test('the list of a real planet is a configuration that can be used', async () => {
  const config = await loadConfig(path.join(demo, '../config/feeds.yaml'))
  expect(config.feeds.length).toBeGreaterThan(10)
  expect(config.root).toBe(path.join(demo, '..'))
})
