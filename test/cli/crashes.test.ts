import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { post, renderFeed } from '../histories/render-feed.ts'
import { runPlanet } from './run-planet.ts'
import { type FeedServer, holdFeed, serveFeeds } from './serve-feeds.ts'
import { startPlanet } from './start-planet.ts'

let folder: string
let server: FeedServer
const mounts: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-crash-'))
  server = await serveFeeds()
  serve(3)
  setConfig('')
})

afterEach(async () => {
  await server.close()
  for (const mount of mounts.splice(0)) spawnSync('umount', [mount])
  rmSync(folder, { recursive: true })
})

const posts = (count: number, text?: string) =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 0, count - index, 9)).toISOString()
    return post(`Post ${count - index}`, '01-01', { date, ...(text === undefined ? {} : { text }) })
  })
const serve = (count: number, text?: string) => server.feeds.set('/a', renderFeed('/a', posts(count, text)))
const run = (...words: string[]) => runPlanet(folder, ...words)
/** In a process of its own, for disks: what it holds open ends with it. */
const runAlone = (...words: string[]) => startPlanet(folder, ...words).ended
const page = (name: string) => readFileSync(path.join(folder, 'public', name), 'utf8')

function setConfig(more: string): void {
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: Planet Test\nurl: https://planet.example\nfetch: {host_delay: 0s}\n${more}feeds:\n  - ${server.url}/a\n`,
  )
}

/** Every file of the site that a visitor can meet, with its text. */
function site(): Record<string, string> {
  const root = path.join(folder, 'public')
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name))).sort()
  return Object.fromEntries(files.map((file) => [file, page(file)]))
}

/** A small disk of its own; false where that may not be made. */
function mountSmallDisk(where: string, size: string): boolean {
  mkdirSync(where, { recursive: true })
  const isMounted =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', where]).status === 0
  if (isMounted) mounts.push(where)
  else console.log('A full disk was left out: a small one can only be mounted by root.')
  return isMounted
}

function fill(where: string, leave: number): void {
  const file = path.join(where, 'filler')
  for (let chunk = 1 << 20; chunk >= 1024; chunk /= 2) {
    while (
      spawnSync('dd', ['if=/dev/zero', `of=${file}`, `bs=${chunk}`, 'count=1', 'oflag=append', 'conv=notrunc'], {
        stdio: 'ignore',
      }).status === 0
    );
  }
  truncateSync(file, Math.max(0, statSync(file).size - leave))
}

test('O-12 the disk is full where the site is: exit 1, what to do, no file cut off; then the next build is whole', async () => {
  if (!mountSmallDisk(path.join(folder, 'public'), '3m')) return
  await runAlone('build')
  const before = site()
  for (const leave of [0, 4096, 65_536]) {
    fill(path.join(folder, 'public'), leave)
    serve(30, 'x'.repeat(8000))
    const { code, stderr } = await runAlone('build', '--refresh')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^planet: cannot (write|make the folder|open) .*public.*: no space left on device; the site is as it was, but for pages that this build had made already; free some space, and build again\n$/,
    )
    // The front and the feeds come last: they still say what they said, and every page they lead to is there, whole.
    for (const name of ['index.html', 'atom.xml']) expect(page(name)).toBe(before[name])
    for (const [name, text] of Object.entries(site())) {
      if (name.endsWith('.html')) expect(text, name).toMatch(/<\/html>\s*$/)
      expect(name).not.toMatch(/planet-new/)
    }
    rmSync(path.join(folder, 'public/filler'))
  }
  expect(await runAlone('build')).toMatchObject({ code: 0, stderr: '' })
  expect(page('index.html')).toContain('Post 30')
  expect(page('2026/01/07/index.html')).toContain('Post 7')
})

test('O-12 the disk is full in a first build: it says that there is no front page yet', async () => {
  if (!mountSmallDisk(path.join(folder, 'public'), '1m')) return
  serve(300, 'x'.repeat(8000))
  const { code, stderr } = await runAlone('build')
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /: no space left on device; the site is not whole, and has no front page yet; free some space, and build again\n$/,
  )
  expect(Object.keys(site())).not.toContain('index.html')
})

test('O-12 the disk is full where state and site are, in a first build: it says what has become of the site', async () => {
  const disk = path.join(folder, 'disk')
  for (const size of ['800k', '1200k', '1600k']) {
    if (!mountSmallDisk(disk, size)) return
    serve(60, 'x'.repeat(8000))
    const { code, stderr } = await runAlone('build', '--output', 'disk/public', '--state', 'disk/state')
    const files = readdirSync(path.join(disk, 'public'), { recursive: true, withFileTypes: true })
    const stands = files.some((file) => file.isFile())
      ? 'the site is not whole, and has no front page yet'
      : 'the site is as it was, and nothing stored is lost'
    expect([size, code, stderr]).toEqual([size, 1, expect.stringContaining(`; ${stands}`)])
    spawnSync('umount', [disk])
  }
})

test('O-12 the disk is full where the state is: exit 1, what to do, the site as it was; then nothing is missing', async () => {
  if (!mountSmallDisk(path.join(folder, '.planet'), '2m')) return
  await runAlone('build')
  const before = site()
  for (const leave of [0, 8192, 65_536, 262_144]) {
    fill(path.join(folder, '.planet'), leave)
    serve(30, `${leave} ${'x'.repeat(40_000)}`)
    const { code, stderr } = await runAlone('build', '--refresh')
    expect([leave, code]).toEqual([leave, 1])
    expect(stderr).toMatch(/^planet: .*\.planet.*; .*free some space, and build again\n$/)
    expect(site()).toEqual(before)
    // What can be looked at without writing is.
    expect(await runAlone('status')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1 feed') })
    rmSync(path.join(folder, '.planet/filler'))
  }
  serve(12)
  expect(await runAlone('build', '--refresh')).toMatchObject({ code: 0, stderr: '' })
  for (const number of [1, 12]) expect(page('index.html')).toContain(`Post ${number}`)
})

test('O-12 the disk is full when the new site stands, and the state does not know: the message says which stands', async () => {
  const state = path.join(folder, '.planet')
  if (!mountSmallDisk(state, '2m')) return
  setConfig(`websub: ${server.url}/hub\n`)
  // Between the last page and the last record: a hub that is told of the news, and has a word to be written down.
  server.feeds.set('/hub', (answer) => {
    fill(state, 0)
    answer.writeHead(500).end()
  })
  const { code, stderr } = await runAlone('build')
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^planet: cannot write .*\.planet.*; the new site stands, whole, and nothing stored is lost; free some space, and build again\n$/,
    ),
  ])
  expect(page('index.html')).toContain('Post 3')
  rmSync(path.join(state, 'filler'))
  server.feeds.set('/hub', '')
  expect(await runAlone('build', '--refresh')).toMatchObject({ code: 0, stderr: '' })
})

test('a state on a disk that can only be read: exit 1, and that it is so', async () => {
  const state = path.join(folder, '.planet')
  if (!mountSmallDisk(state, '4m')) return
  await runAlone('build')
  spawnSync('mount', ['-o', 'remount,ro', state])
  const { code, stderr } = await runAlone('build', '--refresh')
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^planet: cannot write .*\.planet\/.*\.db: read-only file system; the site is as it was, and nothing stored is lost; mount it so that it can be written\n$/,
    ),
  ])
})

test.each(['SIGTERM', 'SIGINT'] as const)('O-02 O-12 %s: exit 130, the old site, no lock left', async (signal) => {
  await run('build')
  const before = site()
  const slow = holdFeed(server, '/a', renderFeed('/a', posts(5)))
  const { child, ended } = startPlanet(folder, 'build', '--refresh')
  await slow.asked
  child.kill(signal)
  expect((await ended).code).toBe(130)
  expect(site()).toEqual(before)
  serve(5)
  expect(await run('build', '--refresh')).toMatchObject({ code: 0, stderr: '' })
  expect(page('index.html')).toContain('Post 5')
})

test('O-12 somebody wiped the output: the next build writes all of it again', async () => {
  await run('build')
  const before = site()
  for (const name of readdirSync(path.join(folder, 'public')))
    rmSync(path.join(folder, 'public', name), { recursive: true })
  expect((await run('build')).code).toBe(0)
  expect(site()).toEqual(before)
  rmSync(path.join(folder, 'public'), { recursive: true })
  expect((await run('build', '--offline')).code).toBe(0)
  expect(site()).toEqual(before)
})

test('O-15 somebody deleted the state: the build says what that means, once; the old files stay', async () => {
  await run('build')
  const before = site()
  rmSync(path.join(folder, '.planet'), { recursive: true })
  server.feeds.set('/a', renderFeed('/a', posts(3).slice(0, 2)))
  const { code, stderr } = await run('build')
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^planet: the state is new, but public\/ has a site already: .*\n$/),
  ])
  expect(page('2026/01/01/index.html')).toBe(before['2026/01/01/index.html'])
  expect((await run('build', '--refresh')).stderr).toBe('')
})

test('feeds.yaml is changed during a build: that build goes by what it has read, the next by the new one', async () => {
  const slow = holdFeed(server, '/a', renderFeed('/a', posts(2)))
  const { ended } = startPlanet(folder, 'build')
  await slow.asked
  const file = path.join(folder, 'feeds.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('Planet Test', 'Planet Anew'))
  slow.release()
  expect((await ended).code).toBe(0)
  expect(page('index.html')).toContain('Planet Test')
  expect((await run('build')).code).toBe(0)
  expect(page('index.html')).toContain('Planet Anew')
})

test('O-15 a damaged state: exit 1, the site stands, and what the message says mends it', async () => {
  await run('build')
  const before = site()
  const state = path.join(folder, '.planet')
  const file = path.join(state, 'planet.db')
  copyFileSync(file, path.join(state, 'backup.db'))
  writeFileSync(file, 'damaged')
  for (const words of [['build'], ['status'], ['why', 'x'], ['purge', 'x'], ['export', '--entries']]) {
    const { code, stderr } = await run(...words)
    expect([words, code]).toEqual([words, 1])
    expect(stderr).toMatch(
      /planet\.db is damaged; nothing was touched\. Copy backup\.db.* over it and delete planet\.db-wal and planet\.db-shm/,
    )
    expect(readFileSync(file, 'utf8')).toBe('damaged')
  }
  expect(site()).toEqual(before)
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
  cpSync(path.join(state, 'backup.db'), file)
  serve(4)
  expect(await run('build', '--refresh')).toMatchObject({ code: 0, stderr: '' })
  expect(page('index.html')).toContain('Post 4')
  expect(page('index.html')).toContain('Post 1')
})
