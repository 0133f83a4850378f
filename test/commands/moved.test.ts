import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'
import { openScriptedServer, redirect, respond, type ScriptedServer } from '../servers/open-scripted-server.ts'

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://${title.toLowerCase()}.example/</link><item><title>P</title><link>https://${title.toLowerCase()}.example/1</link><guid>${title}-1</guid></item></channel></rss>`
const xml = (text: string) => respond(200, { 'Content-Type': 'application/rss+xml' }, text)

let server: ScriptedServer
let folder: string
let failing = true
beforeAll(async () => {
  server = await openScriptedServer((socket, request) => {
    const scripts: Record<string, ReturnType<typeof respond>> = {
      '/old': redirect(301, '/new'),
      '/older': redirect(301, '/new'),
      '/new': xml(feed('Ada')),
      '/stays': xml(feed('Bob')),
      '/former': failing ? respond(410) : xml(feed('Carol')),
      '/flaky': failing ? respond(500) : xml(feed('Dan')),
      '/busy': respond(503, { 'Retry-After': '7200' }),
    }
    const script = scripts[request.target] ?? respond(404)
    script(socket, request)
  })
})
afterAll(() => server.close())

const filler = Array.from({ length: 480 }, (_, index) => `# comment ${index}\n`).join('')
const text = (first: string) =>
  `title: P # ours\nurl: https://p.example\nfetch: {host_delay: 0s}\n${filler}feeds:\n  - '${server.url(first)}'   # Ada\n  - url: ${server.url('/stays')}\n    name: Bob\n  - ${server.url('/former')}\n  - ${server.url('/flaky')}\n  - ${server.url('/busy')}\n`
const run = (...words: string[]) => runPlanet(folder, ...words)
const config = () => readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')

beforeEach(() => {
  failing = true
  folder = mkdtempSync(path.join(tmpdir(), 'planet-moved-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'feeds.yaml'), text('/old'))
})

test('moved lists, --apply writes the new address and nothing else; the feed stays the same feed', async () => {
  expect((await run('moved')).stdout).toBe('Nothing is stored yet: run planet build.\n')
  await run('build')
  const { stdout } = await run('moved')
  expect(stdout).toMatch(
    /^Ada\n {2}\S+\/old\n {2}→ \S+\/new {3}\(asked there since \d{4}-\d\d-\d\d\)\n\nplanet moved --apply /,
  )
  const applied = await run('moved', '--apply')
  expect(applied).toMatchObject({
    code: 0,
    stdout: `feeds.yaml line 485: ${server.url('/old')} → ${server.url('/new')}\n`,
  })
  expect(config()).toBe(text('/new'))
  await run('build', '--refresh')
  const entries = (await run('export', '--entries')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.filter(({ id }) => id === 'Ada-1')).toMatchObject([{ feed: server.url('/new') }])
  expect((await run('moved')).stdout).toBe('No feed has moved.\n')
  expect((await run('moved', '--apply')).stdout).toBe('Nothing was written.\n')
})

test('--json says the same; a feed that has not moved is none that can be named', async () => {
  await run('build')
  expect(JSON.parse((await run('moved', '--json')).stdout)).toMatchObject({
    schema: 1,
    moved: [{ url: server.url('/old'), to: server.url('/new'), isAdopted: true }],
    written: [],
  })
  expect(await run('moved', '--apply', 'Bob')).toMatchObject({ code: 2 })
  expect(config()).toBe(text('/old'))
})

test.each(['/former', '/flaky'])(
  'retry: a feed that is given up or in back-off is asked at the next build: %s',
  async (at) => {
    await run('build')
    failing = false
    server.requests.length = 0
    await run('build')
    expect(server.requests.filter(({ target }) => target === at)).toEqual([])
    const { code, stdout } = await run('retry', server.url(at))
    expect([code, stdout]).toEqual([0, expect.stringMatching(/ is asked at the next build\.\n$/)])
    const { stdout: status } = await run('status', server.url(at))
    expect(status).toMatch(/\n {2}to be retried\n[\s\S]*\n {2}last asked \d\d:\d\d \(\d{3}\), next at the next build\n/)
    await run('build')
    expect(server.requests.filter(({ target }) => target === at)).toHaveLength(1)
    expect((await run('status', server.url(at))).stdout).not.toMatch(/failing|gone/)
  },
)

test('retry: what a server asked for holds', async () => {
  await run('build')
  const { code, stderr } = await run('retry', server.url('/busy'))
  expect(stderr).toMatch(
    /wants to be left alone until \d{4}-\d\d-\d\d \d\d:\d\d UTC; planet build --force asks all the same\n$/,
  )
  expect(code).toBe(2)
  expect(await run('retry', 'Nobody')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no feed is called "Nobody"'),
  })
})

test('moved: where another feed has the new address already, nothing is written that would be a mistake', async () => {
  const head = 'title: P\nurl: https://p.example\nfetch: {host_delay: 0s}\nfeeds:\n'
  const feeds = (...paths: string[]) => head + paths.map((at) => `  - ${server.url(at)}\n`).join('')
  const write = (...paths: string[]) => writeFileSync(path.join(folder, 'feeds.yaml'), feeds(...paths))
  write('/new', '/old', '/stays')
  const mail = (await run('build')).stderr
  const [from, to] = [server.url('/old'), server.url('/new')]
  expect(mail).toContain(
    `moved for good to ${to}, which feeds.yaml has already; if it is the same blog, run: planet remove ${from}\n`,
  )
  expect((await run('status', from)).stdout).toContain(`to ${to}, which feeds.yaml has already; planet moved says`)
  const says = `where feeds.yaml has another already (${to}): planet remove ${from}`
  expect((await run('moved')).stdout).toContain(`→ ${to}   (asked there since `)
  expect((await run('moved')).stdout).toContain(`)\n  ${says}\n`)
  expect((await run('moved', '--apply')).stdout).toBe(`Nothing was written.\n${from} → ${to}, ${says}\n`)
  expect(await run('moved', '--apply', from)).toMatchObject({
    code: 2,
    stderr: `planet: ${from} moved to ${to}, ${says}\n`,
  })
  expect(config()).toBe(feeds('/new', '/old', '/stays'))
  expect(await run('moved', '--apply', 'Bob')).toMatchObject({ code: 2, stderr: 'planet: Bob has not moved\n' })
  expect(await run('moved', 'Bob')).toMatchObject({ code: 0, stdout: 'It has not moved.\n' })
  expect(await run('moved', 'nobody')).toMatchObject({ code: 2 })
  // Two that moved to one address: the first has it.
  write('/old', '/older')
  await run('build')
  expect((await run('moved', '--apply')).stdout).toMatch(/^feeds.yaml line 5: .*\n.*\/older → .*has another already/)
  expect(config()).toBe(feeds('/new', '/older'))
  expect(await run('build')).toMatchObject({ code: 0 })
})
