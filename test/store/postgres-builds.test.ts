import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PostgresPlace } from '../../src/store/store.ts'
import { runPlanet } from '../cli/run-planet.ts'
import { type FeedServer, holdFeed, serveFeeds } from '../cli/serve-feeds.ts'
import { startPlanet } from '../cli/start-planet.ts'
import { post, renderFeed } from '../histories/render-feed.ts'
import { dropState, placeState, postgres, readBeside, withPostgres } from '../place-state.ts'
import { watchWire } from '../servers/watch-wire.ts'

let folder: string
let server: FeedServer
let place: PostgresPlace

const feed = (count: number) =>
  renderFeed(
    '/a',
    Array.from({ length: count }, (_, index) => post(`Post ${index}`, `05-${String(index + 1).padStart(2, '0')}`)),
  )

function setConfig(url = 'https://planet.example/', schema = place.schema): void {
  const head = `title: Planet Test\nurl: ${url}\nstate_schema: ${schema}\nfetch: {host_delay: 0s}`
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}\nfeeds:\n  - ${server.url}/a\n  - ${server.url}/b\n`)
}

/** The test's database by another way: other words in its address. */
function address(change: (url: URL) => void = () => undefined): string {
  const url = new URL(postgres ?? '')
  change(url)
  return url.href
}

const run = (state: string, ...words: string[]) => runPlanet(folder, ...words, '--state', state)
const stored = () => readBeside(place, 'SELECT published_id FROM entries ORDER BY entry_id')
const options = (words: string) => (url: URL) => url.searchParams.set('options', words)

describe.skipIf(postgres === undefined)('builds with their state in PostgreSQL', () => {
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'planet-postgres-'))
    place = placeState(folder) as PostgresPlace
    server = await serveFeeds()
    for (const name of ['/a', '/b']) server.feeds.set(name, feed(3))
    setConfig()
  })
  afterEach(async () => {
    await server.close()
    await dropState(place)
    rmSync(folder, { recursive: true })
  })

  const mistakes: [name: string, change: (url: URL) => void, code: number, says: string][] = [
    [
      'a wrong password',
      (url) => Object.assign(url, { password: 'wr0ng!' }),
      1,
      'the server does not take the password',
    ],
    ['no such user', (url) => Object.assign(url, { username: 'nobody' }), 1, 'the server does not take the password'],
    ['no such database', (url) => Object.assign(url, { pathname: '/nowhere' }), 1, 'there is no such database'],
    [
      'no such host',
      (url) => Object.assign(url, { hostname: 'nowhere.invalid' }),
      75,
      'there is no such host, or no network',
    ],
    [
      'nobody listens there',
      (url) => Object.assign(url, { port: '1' }),
      75,
      'the server cannot be reached (ECONNREFUSED)',
    ],
    [
      'TLS of a server that has none',
      (url) => Object.assign(url, { search: '?sslmode=require' }),
      1,
      'the server has no TLS, which sslmode asks for',
    ],
    [
      'a certificate that is not there',
      (url) => Object.assign(url, { search: '?sslcert=/nowhere' }),
      1,
      'a file that its address names (sslcert, sslkey, sslrootcert) cannot be read',
    ],
    ['a read-only replica', options('-c default_transaction_read_only=on'), 1, 'the server takes no changes'],
  ]
  test.each(mistakes)('%s: one sentence, its exit code, and nothing lost', async (_name, change, code, says) => {
    expect(await run(address(), 'build')).toMatchObject({ code: 0, stderr: '' })
    const before = await stored()
    server.feeds.set('/a', feed(5))
    const warned: Error[] = []
    const hear = (warning: Error) => warned.push(warning)
    process.on('warning', hear)
    const ended = await run(address(change), 'build', '--refresh')
    process.off('warning', hear)
    expect([ended.code, ended.stdout, warned]).toEqual([code, '', []])
    expect(ended.stderr).toMatch(/^planet: postgres:\/\/[^\n]+\n$/)
    expect(ended.stderr).toContain(says)
    for (const secret of [new URL(postgres ?? '').password, 'wr0ng!']) expect(ended.stderr).not.toContain(secret)
    expect(await stored()).toEqual(before)
    expect((await run(address(), 'build', '--refresh')).code).toBe(0)
    expect(await stored()).toHaveLength(8)
  })

  test('a schema of a newer version, one of another planet, one of another program: exit 1, nothing touched', async () => {
    expect((await run(address(), 'build')).code).toBe(0)
    const before = await stored()
    await readBeside(place, 'UPDATE schema_version SET version = 999')
    const newer = await run(address(), 'build', '--refresh')
    expect([newer.code, newer.stderr]).toEqual([
      1,
      expect.stringMatching(/^planet: postgres.* newer version of planet; [^\n]+\n$/),
    ])
    await readBeside(place, "UPDATE schema_version SET version = 16, planet = 'https://other.example/'")
    const other = await run(address(), 'build', '--refresh')
    expect([other.code, other.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^planet: postgres.* is the state of https:\/\/other\.example\/; nothing was touched\. [^\n]+\n$/,
      ),
    ])
    expect(await stored()).toEqual(before)

    await dropState(place)
    await withPostgres((client) =>
      client.query(`CREATE SCHEMA ${place.schema}; CREATE TABLE ${place.schema}.bills (id int)`),
    )
    const foreign = await run(address(), 'build')
    expect([foreign.code, foreign.stderr]).toEqual([
      1,
      expect.stringMatching(/^planet: .* of another program; [^\n]+\n$/),
    ])
  })

  test.each(['statement_timeout', 'lock_timeout'])(
    'a statement over %s in the middle of a feed: exit 75, and that feed is whole the next time',
    async (limit) => {
      expect((await run(address(), 'build')).code).toBe(0)
      server.feeds.set('/b', feed(6).replaceAll('a.example', 'b.example'))
      await withPostgres(async (client) => {
        await client.query(`BEGIN; LOCK TABLE ${place.schema}.texts IN ACCESS EXCLUSIVE MODE`)
        const ended = await run(address(options(`-c ${limit}=800`)), 'build', '--refresh')
        expect([ended.code, ended.stderr]).toEqual([
          75,
          expect.stringMatching(new RegExp(`^planet: .*\\(${limit}\\)[^\\n]+\\n$`)),
        ])
        await client.query('ROLLBACK')
      })
      expect(await run(address(), 'build', '--refresh')).toMatchObject({ code: 0 })
      const rows = await readBeside(place, 'SELECT e.entry_id FROM entries e JOIN texts t ON t.entry_id = e.entry_id')
      expect(rows).toHaveLength((await stored()).length)
      expect(rows.length).toBeGreaterThan(6)
    },
  )

  test('the server goes in the middle of a build: exit 75, one sentence, nothing half kept; then all of it is there', async () => {
    const way = await openWay(new URL(postgres ?? ''))
    const through = address((url) => Object.assign(url, { hostname: '127.0.0.1', port: String(way.port) }))
    expect((await run(through, 'build')).code).toBe(0)
    const before = await stored()
    server.feeds.set('/a', feed(5))
    const slow = holdFeed(server, '/b', feed(6).replaceAll('a.example', 'b.example'))
    const { ended } = startPlanet(folder, 'build', '--refresh', '--state', through)
    await slow.asked
    await way.cut()
    slow.release()
    const { code, stderr } = await ended
    expect([code, stderr]).toEqual([75, expect.stringMatching(/^planet: postgres:\/\/[^\n]+: try again later\n$/)])
    expect(stderr).not.toContain(new URL(postgres ?? '').password)
    // What had landed by then is whole.
    expect([before.length, 5]).toContain((await stored()).length)
    server.feeds.set('/b', feed(6).replaceAll('a.example', 'b.example'))
    expect((await run(address(), 'build', '--refresh')).code).toBe(0)
    const texts = await readBeside(place, 'SELECT entry_id FROM texts')
    expect(texts).toHaveLength((await stored()).length)
    expect(texts.length).toBeGreaterThan(5)
  })

  test('O-12 O-13 killed in the middle: the lock is gone with it, and the next build has all', async () => {
    for (const round of [1, 2, 3]) {
      server.feeds.set('/a', feed(3 + round))
      const slow = holdFeed(server, '/b', feed(3 + round).replaceAll('a.example', 'b.example'))
      const { child, ended } = startPlanet(folder, 'build', '--refresh', '--state', address())
      await slow.asked
      const busy = await run(address(), 'build')
      expect([busy.code, busy.stderr]).toEqual([75, expect.stringContaining('another build has been running since')])
      child.kill('SIGKILL')
      await ended
      slow.release()
      server.feeds.set('/b', feed(3 + round).replaceAll('a.example', 'b.example'))
      await untilUnlocked()
      expect((await run(address(), 'build', '--refresh')).code).toBe(0)
      const texts = await readBeside(place, 'SELECT entry_id FROM texts')
      expect(texts).toHaveLength((await stored()).length)
    }
  })

  test('planet build --dry-run leaves nothing behind', async () => {
    expect((await run(address(), 'build')).code).toBe(0)
    const before = [
      await stored(),
      await readBeside(place, 'SELECT * FROM asks'),
      await readBeside(place, 'SELECT * FROM meta'),
    ]
    server.feeds.set('/a', feed(7))
    const tried = await run(address(), 'build', '--refresh', '--dry-run')
    expect(tried).toMatchObject({ code: 0, stderr: '' })
    expect(tried.stdout).toContain('4 entries from 1 feed')
    const after = [
      await stored(),
      await readBeside(place, 'SELECT * FROM asks'),
      await readBeside(place, 'SELECT * FROM meta'),
    ]
    expect(after).toEqual(before)
  })

  test('planet state copy between two spellings of one database, and --restore into one: refused, in one sentence', async () => {
    expect((await run(address(), 'build')).code).toBe(0)
    const other = address((url) => Object.assign(url, { hostname: 'localhost', search: '?sslmode=disable' }))
    expect(await runPlanet(folder, 'state', 'copy', address(), other)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: 'planet: both are the same place: name another one to copy to\n' },
    })
    expect(await run(address(), 'build', '--restore', 'https://planet.example/state.db.br')).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: 'planet: --restore is for a state in a folder: planet state copy brings one to a database\n',
    })
    expect((await run(other, 'build', '--refresh', '--json')).stdout).toContain('"unchanged"')
  })

  test('a server whose advisory locks hold nobody back: exit 1, one sentence, and no schema is made', async () => {
    // As CockroachDB answers: each connection has a lock of its own.
    const way = await watchWire(address(), (sql) =>
      sql.replace(/hashtextextended\(\$1, 0\)/, 'hashtextextended($1, pg_backend_pid())'),
    )
    const { code, stderr } = await run(way.url, 'build')
    way.close()
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^planet: .*advisory locks hold nobody back[^\n]+\n$/)])
    expect(way.statements.some((sql) => sql.includes('pg_backend_pid'))).toBe(true)
    const made = `SELECT 1 FROM pg_namespace WHERE nspname = '${place.schema}'`
    expect((await withPostgres((client) => client.query(made))).rowCount).toBe(0)
  })

  test('all that a person asks of a planet, on PostgreSQL; the password stands nowhere', async () => {
    writeFileSync(
      path.join(folder, 'shout.mjs'),
      'export default (entry) => ({ ...entry, title: entry.title + "!" })\n',
    )
    const config = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
    const more = `plugins: [shout.mjs]\nimages: cache\nshow: {entries: 500, days: 0}\ninclude: [lists/more.yaml]\n`
    writeFileSync(path.join(folder, 'feeds.yaml'), config.replace('feeds:', `${more}feeds:`))
    mkdirSync(path.join(folder, 'lists'))
    writeFileSync(path.join(folder, 'lists/more.yaml'), `- ${server.url}/b\n`)
    server.feeds.set('/a', feed(20))
    const told: string[] = []
    const ask = async (...words: string[]) => {
      const { code, stdout, stderr } = await run(address(), ...words)
      told.push(stdout, stderr)
      return { code, stdout, stderr }
    }
    expect(await ask('build', '--verbose')).toMatchObject({ code: 0 })
    const [first = ''] = (await ask('export', '--entries')).stdout.split('\n')
    const { link, title } = JSON.parse(first) as { link: string; title: string }
    expect(title).toMatch(/!$/)
    expect((await ask('why', link)).stdout).toContain('it is shown')
    expect((await ask('status', '--json')).stdout).toContain('"entries":20')
    expect(await ask('purge', link)).toMatchObject({ code: 0 })
    expect((await ask('build', '--json')).code).toBe(0)
    expect((await ask('why', link)).stdout).toContain('the operator took it down')
    for (const words of [
      ['moved', '--apply'],
      ['build', '--accept', `${server.url}/a`],
      ['render'],
      ['fetch', '--refresh'],
      ['status'],
    ])
      expect([words, (await ask(...words)).code]).toEqual([words, 0])
    const pages = readdirSync(path.join(folder, 'public'), { recursive: true, withFileTypes: true })
    const files = pages.filter((page) => page.isFile()).map((page) => path.join(page.parentPath, page.name))
    expect(files.length).toBeGreaterThan(20)
    const { password } = new URL(postgres ?? '')
    expect(told.filter((text) => text.includes(password))).toEqual([])
    expect(files.filter((file) => readFileSync(file).includes(password))).toEqual([])
  })

  test('planet state copy: from a folder to PostgreSQL and back, and all is the same', async () => {
    expect((await runPlanet(folder, 'build')).code).toBe(0)
    expect(await runPlanet(folder, 'state', 'copy', '.planet', address())).toMatchObject({ code: 0, stderr: '' })
    expect(await runPlanet(folder, 'state', 'copy', address(), 'back')).toMatchObject({ code: 0, stderr: '' })
    const lines = (await runPlanet(folder, 'export', '--entries')).stdout
    expect(lines.split('\n').length).toBeGreaterThan(3)
    expect((await run(address(), 'export', '--entries')).stdout).toBe(lines)
    expect((await run('back', 'export', '--entries')).stdout).toBe(lines)
    const report = JSON.parse((await run(address(), 'build', '--json')).stdout)
    expect(report).toMatchObject({ written: [], deleted: [] })
  })
})

/** PostgreSQL ends a connection of a killed process when it looks at it next. */
async function untilUnlocked(): Promise<void> {
  const held = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1'
  await withPostgres(async (client) => {
    while (((await client.query(held, [place.schema])).rowCount ?? 0) > 0)
      await new Promise((done) => setImmediate(done))
  })
}

/** A way to the server that can be cut, as when its machine goes: nobody says goodbye, and nobody answers any more. */
async function openWay(to: URL) {
  const sockets = new Set<Socket>()
  const way = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.pipe(far).pipe(near)
  })
  way.listen(0, '127.0.0.1')
  await once(way, 'listening')
  return {
    port: (way.address() as AddressInfo).port,
    async cut() {
      way.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
