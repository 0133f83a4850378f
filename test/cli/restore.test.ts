import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

const rss = (title: string, ...titles: string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${titles.map((item) => `<item><guid>${item}</guid><title>${item}</title><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`

let server: FeedServer
/** Of a planet that has run: its site is what is published. */
let first: string
beforeAll(async () => {
  server = await serveFeeds()
  first = mkdtempSync(path.join(tmpdir(), 'planet-first-'))
  server.feeds.set('/a', rss('A', 'Old', 'Taken'))
  server.feeds.set('/b?token=hush-hush', rss('B', 'Behind a key'))
  write(first)
  await runPlanet(first, 'build')
  // What leaves its feed is kept by the state alone.
  server.feeds.set('/a', rss('A', 'New'))
  await runPlanet(first, 'build', '--refresh')
})
afterAll(async () => {
  await server.close()
  rmSync(first, { recursive: true })
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  write(folder)
})

function write(folder: string, more = 'state: publish'): void {
  const list = `  - ${server.url}/a\n  - ${server.url}/b?token=hush-hush\n`
  const head = `title: P\nurl: ${server.url}/site/\nfetch: {host_delay: 0s, allow_private: []}\n${more}\n`
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${list}`)
}
const build = (...words: string[]) => runPlanet(folder, 'build', ...words)
const published = (at = first) => readFileSync(path.join(at, 'public/state.db.br'))
/** Lets the server serve bytes as what was published. */
function serve(bytes: Uint8Array, headers: Record<string, string> = {}): void {
  server.feeds.set('/site/state.db.br', (answer) => void answer.writeHead(200, headers).end(bytes))
}
const titles = async (at: string) =>
  (await runPlanet(at, 'export', '--entries')).stdout
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line).title as string]))
    .sort()

test.each(['state.db.br', 'ftp://old.example/state.db.br', 'https://'])(
  '--restore %s: no web address, exit 2, nothing begun',
  async (word) => {
    const { code, stderr } = await build('--restore', word)
    expect(stderr).toBe(
      `planet: --restore ${word}: expected the web address of a published state, for example ${server.url}/site/state.db.br\n`,
    )
    expect(code).toBe(2)
    expect(existsSync(path.join(folder, '.planet/planet.db'))).toBe(false)
  },
)

test('O-16 on an empty disk a build goes on from the state that stands beside the site', async () => {
  serve(published())
  server.requests.length = 0
  expect(await build('--restore')).toMatchObject({ code: 0 })
  expect(await titles(folder)).toEqual(['Behind a key', 'New', 'Old', 'Taken'])
  // Nobody is asked anew: nothing is due.
  expect(server.requests.map(({ path }) => path)).toEqual(['/site/state.db.br'])
  const site = readdirSync(path.join(first, 'public'), { recursive: true, encoding: 'utf8' }).sort()
  expect(readdirSync(path.join(folder, 'public'), { recursive: true, encoding: 'utf8' }).sort()).toEqual(site)
  for (const page of ['index.html', 'atom.xml'])
    expect(readFileSync(path.join(folder, 'public', page), 'utf8')).toBe(
      readFileSync(path.join(first, 'public', page), 'utf8'),
    )
  expect(statSync(path.join(folder, '.planet/planet.db')).mode & 0o077).toBe(0)
  expect(readdirSync(path.join(folder, '.planet')).filter((name) => name.includes('restored'))).toEqual([])
})

test('O-16 the next request is conditional; of a feed with a key it is not, since its answers are not published', async () => {
  serve(published())
  await build('--restore')
  server.requests.length = 0
  await build('--refresh')
  expect(server.requests.map(({ path, status }) => [path, status])).toEqual([
    ['/a', 304],
    ['/b?token=hush-hush', 200],
  ])
})

test('O-17 what is published holds no address with a key, no folder of this machine, nothing of what was taken down', async () => {
  const database = zlib.brotliDecompressSync(published()).toString('latin1')
  expect(database).toContain('Behind a key')
  for (const secret of ['hush-hush', first, `pid ${process.pid}`]) expect(database).not.toContain(secret)
  cpSync(first, folder, { recursive: true })
  expect(zlib.brotliDecompressSync(published(folder)).toString('latin1')).toContain('Taken')
  expect(await runPlanet(folder, 'purge', 'Taken')).toMatchObject({ code: 0 })
  const after = zlib.brotliDecompressSync(published(folder)).toString('latin1')
  expect(after).not.toContain('"title":"Taken"')
})

test('what is published is written again where it says anything new, and by no build that asked nobody', async () => {
  cpSync(first, folder, { recursive: true })
  await build()
  const target = path.join(folder, 'public/state.db.br')
  // A file that is written comes into its place by another name: with another number.
  const written = () => statSync(target).ino
  const { ino } = statSync(target)
  await build()
  expect(written()).toBe(ino)
  writeFileSync(target, zlib.brotliCompressSync(zlib.brotliDecompressSync(published(folder)).subarray(0, 8192)))
  await build()
  expect(zlib.brotliDecompressSync(published(folder)).length).toBeGreaterThan(8192)
  const again = published(folder)
  await build('--refresh')
  expect(published(folder).equals(again)).toBe(false)
})

test('O-16 a planet that has no entry yet is published, and begins from that', async () => {
  const planet = mkdtempSync(path.join(tmpdir(), 'planet-empty-'))
  onTestFinished(() => rmSync(planet, { recursive: true }))
  write(planet)
  expect(await runPlanet(planet, 'build', '--offline')).toMatchObject({ code: 0, stderr: '' })
  serve(published(planet))
  expect(await build('--restore')).toMatchObject({ code: 0, stderr: '' })
  expect(await titles(folder)).toContain('New')
})

test('O-16 a server that unpacks it on the way is understood', async () => {
  serve(published(), { 'Content-Encoding': 'br' })
  expect(await build('--restore', `${server.url}/site/state.db.br`)).toMatchObject({ code: 0 })
  expect(await titles(folder)).toContain('Old')
})

test('O-16 a state that is there is never touched', async () => {
  serve(published())
  await build()
  const requests = server.requests.length
  expect(await build('--restore')).toMatchObject({ code: 0 })
  expect(server.requests.slice(requests)).toEqual([])
  expect(await titles(folder)).not.toContain('Old')
})

const refused = [
  { name: 'the site cannot be reached', at: 'http://127.0.0.1:9/state.db.br', code: 75, says: 'could not be restored' },
  { name: 'its server has an error', answer: 503, code: 75, says: 'answered 503' },
  { name: 'a page in its place', bytes: Buffer.from('<!doctype html>'), code: 1, says: 'is no published state' },
  { name: 'cut off', bytes: () => published().subarray(0, 2000), code: 1, says: 'cut off' },
  { name: 'another database', bytes: () => zlib.brotliCompressSync(other()), code: 1, says: 'no state of a planet' },
  { name: 'damaged', bytes: () => zlib.brotliCompressSync(damaged()), code: 1, says: 'damaged' },
  { name: 'of a newer version', bytes: () => zlib.brotliCompressSync(newer()), code: 1, says: 'newer version' },
]

/** A database without any table of ours: a lock. */
const other = () =>
  Buffer.concat([zlib.brotliDecompressSync(published()).subarray(0, 60), Buffer.alloc(4), Buffer.alloc(4032)])
const damaged = () => {
  const bytes = zlib.brotliDecompressSync(published())
  return Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 7)])
}
/** `PRAGMA user_version` stands at byte 60, four bytes (sqlite.org/fileformat2, section 1.3). */
const newer = () => {
  const bytes = zlib.brotliDecompressSync(published())
  bytes.writeUInt32BE(9999, 60)
  return bytes
}

test.each(refused)('O-16 not restored, and nothing is begun: $name', async ({ at, answer, bytes, code, says }) => {
  if (answer !== undefined) server.feeds.set('/site/state.db.br', (response) => void response.writeHead(answer).end())
  if (bytes !== undefined) serve(typeof bytes === 'function' ? bytes() : bytes)
  const ended = await build('--restore', ...(at === undefined ? [] : [at]))
  expect(ended).toMatchObject({ code, stderr: expect.stringContaining(says) })
  expect(existsSync(path.join(folder, '.planet/planet.db'))).toBe(false)
  expect(existsSync(path.join(folder, 'public/index.html'))).toBe(false)
})

test('O-16 a site that sends us to a neighbour of this machine: it is not asked', async () => {
  const inside = server.url.replace('127.0.0.1', '127.9.9.9')
  server.feeds.set('/site/state.db.br', (answer) => void answer.writeHead(302, { Location: `${inside}/admin` }).end())
  const { code, stderr } = await build('--restore')
  expect(stderr).toContain(
    `redirects to ${new URL(inside).host}, an address in a private network, which is not followed`,
  )
  expect(code).toBe(75)
})

test('O-16 a site without a state yet: the planet begins, and says so', async () => {
  server.feeds.delete('/site/state.db.br')
  expect(await build('--restore')).toMatchObject({ code: 0, stderr: expect.stringContaining('there is no state yet') })
  expect(existsSync(path.join(folder, 'public/state.db.br'))).toBe(true)
})

test('who no longer publishes the state has it taken away; a file of somebody else’s is left alone', async () => {
  await build()
  write(folder, '# private again')
  await build()
  expect(existsSync(path.join(folder, 'public/state.db.br'))).toBe(false)
  writeFileSync(path.join(folder, 'public/state.db.br'), 'mine')
  write(folder)
  expect(await build()).toMatchObject({ code: 1, stderr: expect.stringContaining('Planet did not write it') })
  expect(readFileSync(path.join(folder, 'public/state.db.br'), 'utf8')).toBe('mine')
})
