import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ended, startPlanet } from '../cli/start-planet.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'planet-serve-'))
let started: ReturnType<typeof startPlanet>
let url: string

/** Resolves when the output holds a text; the process' end is an error. */
function waitFor(text: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    const see = (part: string) => {
      seen += part
      if (text.test(seen)) resolve(seen)
    }
    started.child.stdout?.on('data', see)
    started.child.stderr?.on('data', see)
    void started.ended.then(({ stderr }: Ended) => reject(new Error(`it ended: ${stderr}`)))
  })
}

beforeAll(async () => {
  mkdirSync(path.join(folder, 'theme'))
  writeFileSync(path.join(folder, 'feeds.yaml'), 'title: First\nurl: https://p.example/sub/\ntheme: {dir: theme}\n')
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  started = startPlanet(folder, 'serve', '--watch', '--port', '0')
  const said = await waitFor(/Serving public\/ on \S+ /)
  expect(said).toContain('Watching feeds.yaml, about.md, theme; nothing is fetched')
  url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
})
afterAll(async () => {
  started.child.kill('SIGINT')
  const { code } = await started.ended
  rmSync(folder, { recursive: true })
  expect(code).toBe(130)
})

const answers = [
  { path: '/', status: 200, type: 'text/html' },
  { path: '/about/', status: 200, type: 'text/html' },
  { path: '/planet.css', status: 200, type: 'text/css' },
  { path: '/atom.xml', status: 200, type: 'application/atom+xml' },
  { path: '/rss.xml', status: 200, type: 'application/rss+xml' },
  { path: '/feed.json', status: 200, type: 'application/feed+json' },
  { path: '/favicon.svg', status: 200, type: 'image/svg+xml' },
  { path: '/nothing', status: 404, type: 'text/html' },
  { path: '/..%2fsecret.txt', status: 404, type: 'text/html' },
  { path: '/%2e%2e/secret.txt', status: 404, type: 'text/html' },
  { path: '/%', status: 404, type: 'text/html' },
]

test.each(answers)(
  'serve answers $path with $status, $type, and nothing is kept',
  async ({ path: at, status, type }) => {
    const answer = await fetch(url + at)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).not.toContain('secret')
  },
)

test('a folder without its slash leads to it, part of a file is given where it is asked for', async () => {
  const moved = await fetch(`${url}/about`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/about/'])
  const part = await fetch(`${url}/planet.css`, { headers: { Range: 'bytes=0-9' } })
  expect([part.status, (await part.text()).length]).toEqual([206, 10])
})

test('a change is built and told to every page that is open; a mistake is said, and the site stays', async () => {
  const page = await (await fetch(`${url}/`)).text()
  expect(page).toContain('First')
  expect(page).toContain('<script src="/-planet/reload.js"></script>')
  const events = await fetch(`${url}/-planet/events`)
  const reader = events.body?.getReader()

  const mistake = waitFor(/unknown key "titel"/)
  writeFileSync(path.join(folder, 'feeds.yaml'), 'titel: x\nurl: https://p.example/sub/\n')
  await mistake
  expect(await (await fetch(`${url}/`)).text()).toContain('First')

  const rebuilt = waitFor(/\d\d:\d\d:\d\d {2}feeds\.yaml changed, rebuilt in [\d.]+ s, reloaded\n/)
  writeFileSync(path.join(folder, 'feeds.yaml'), 'title: Second\nurl: https://p.example/sub/\n')
  await rebuilt
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: changed\n\n')
  expect(await (await fetch(`${url}/`)).text()).toContain('Second')
  await reader?.cancel()
})

test('a port that is taken, and what is no port: one sentence', async () => {
  const taken = await startPlanet(folder, 'serve', '--port', new URL(url).port).ended
  expect(taken).toMatchObject({
    code: 2,
    stderr: `planet: port ${new URL(url).port} is taken by another program; choose one with --port\n`,
  })
  expect(await startPlanet(folder, 'serve', '--port', 'http').ended).toMatchObject({
    code: 2,
    stderr: 'planet: "http" is no port; expected for example 8080\n',
  })
})
