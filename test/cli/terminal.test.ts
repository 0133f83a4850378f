import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

const osc = '\u009d8;;http://evil.example\u009c'
const evil = (text: string) => `${osc}${text}\u009d8;;\u009c \u001b[2J\u009b2J\u202etxet\u2066\u200f`
/** All that a terminal obeys but line ends, and all that turns words around. */
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e\u2066-\u2069]/

let folder: string
let server: FeedServer
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-terminal-'))
  server = await serveFeeds()
  const items = [1, 2].map((number) => ({
    id: evil(`id-${number}`),
    url: 'https://a.example/same',
    title: evil(`Post ${number}`),
    content_html: `<p>${evil('text')}</p>`,
    authors: [{ name: evil('Ana') }],
    tags: [evil('tag')],
    date_published: '2020-05-01T12:00:00Z',
  }))
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: evil('Blog'), description: evil('About'), items }
  server.feeds.set('/a', JSON.stringify(feed))
  server.feeds.set('/b', (answer) => answer.writeHead(302, { Location: 'gopher://x\u009b2J/' }).end())
  writeFileSync(path.join(folder, 'feed.json'), JSON.stringify(feed))
  const list = ['a', 'b'].map((name) => `  - ${server.url}/${name}\n`).join('')
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: P\nurl: https://planet.example/\nfetch: {host_delay: 0s}\nfeeds:\n${list}`,
  )
  await runPlanet(folder, 'build', '--refresh')
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test.each([
  [['build', '--refresh', '--verbose']],
  [['build', '--offline', '--dry-run']],
  [['build', '--json']],
  [['status']],
  [['status', 'Blog']],
  [['status', '--json']],
  [['status', evil('nobody')]],
  [['why', 'https://a.example/same']],
  [['why', 'https://a.example/same', '--json']],
  [['why', evil('nothing')]],
  [['why', evil('nothing'), '--json']],
  [['inspect', 'feed.json']],
  [['inspect', 'feed.json', '--json']],
  [['inspect', evil('no file')]],
  [['export']],
  [['export', '--entries']],
  [['purge', 'https://a.example/same', '--dry-run']],
  [['purge', evil('nothing')]],
  [['build', `--${evil('flag')}`]],
  [['build', '--config', evil('file')]],
  [[evil('command')]],
])('nothing that anybody wrote steers the terminal: planet %j', async (words) => {
  const { stdout, stderr } = await runPlanet(folder, ...words)
  expect(stdout + stderr).not.toBe('')
  expect(stdout + stderr).not.toMatch(steering)
})

test('what feeds say is clean in the store: orders to a terminal are gone with the words that they bring', async () => {
  const { stdout } = await runPlanet(folder, 'export', '--entries')
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map(({ title, id }) => [title, id])).toEqual(
    ['1', '2'].map((number) => [`Post ${number} [2J›2Jtxet\u200f`, `id-${number} [2J›2Jtxet\u200f`]),
  )
  const { stdout: inspected } = await runPlanet(folder, 'inspect', 'feed.json', '--json')
  expect(JSON.stringify(JSON.parse(inspected))).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]|evil/)
})
