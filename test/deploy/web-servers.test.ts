import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A planet as it is built, behind the web servers of deploy/, with their files as they are shipped. */
const deploy = path.join(import.meta.dirname, '../../deploy')
const built = path.join(import.meta.dirname, '../golden/small-planet/expected')
const folder = mkdtempSync(path.join(tmpdir(), 'planet-web-'))
const site = path.join(folder, 'public')
const children: ChildProcess[] = []

const find = (program: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((place) => path.join(place, program)).find((file) => existsSync(file))
const programs = { nginx: find('nginx'), caddy: find('caddy') }

beforeAll(() => {
  // A web server runs as another user.
  chmodSync(folder, 0o755)
  cpSync(built, site, { recursive: true })
  writeFileSync(path.join(site, '.secret'), 'secret')
  for (const name of ['digest/weekly.xml', 'archive/2-3.xml', 'foafroll.xml']) {
    mkdirSync(path.join(site, path.dirname(name)), { recursive: true })
    cpSync(path.join(built, 'atom.xml'), path.join(site, name))
  }
})

afterAll(async () => {
  for (const child of children) {
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Start a server that stays in the foreground; resolves when it takes connections. */
async function start(file: string, words: string[], port: number): Promise<string> {
  const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin', HOME: folder } })
  children.push(child)
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended: ${said}`)
    const socket = connect(port, '127.0.0.1')
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(
        () => false,
        () => false,
      ),
    ]).catch(() => false)
    socket.destroy()
    if (isOpen) return `http://127.0.0.1:${port}`
    await wait(50)
  }
}

async function startNginx(file: string): Promise<string> {
  const port = await findPort()
  mkdirSync(path.join(folder, 'nginx'))
  const shipped = readFileSync(path.join(deploy, 'nginx.conf'), 'utf8')
    .replace('/srv/planet/public', site)
    .replace('# location = /2024/03/03/ {', 'location = /2020/05/31/ {')
  writeFileSync(path.join(folder, 'nginx/planet.conf'), shipped)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/nginx/${name};`)
    .join(' ')
  writeFileSync(
    path.join(folder, 'nginx/nginx.conf'),
    `daemon off; pid ${folder}/nginx/pid; error_log stderr; worker_processes 1; events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary} server { listen 127.0.0.1:${port}; include ${folder}/nginx/planet.conf; } }`,
  )
  return start(file, ['-p', folder, '-c', path.join(folder, 'nginx/nginx.conf')], port)
}

async function startCaddy(file: string): Promise<string> {
  const port = await findPort()
  const shipped = readFileSync(path.join(deploy, 'Caddyfile'), 'utf8')
    .replace('planet.example.org {', `http://127.0.0.1:${port} {`)
    .replace('/srv/planet/public', site)
    .replace('# respond /2024/03/03/ 410', 'respond /2020/05/31/ 410')
  const config = path.join(folder, 'Caddyfile')
  writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\n${shipped}`)
  execFileSync(file, ['validate', '--config', config], { stdio: 'pipe', env: { PATH: '/usr/bin:/bin', HOME: folder } })
  return start(file, ['run', '--config', config], port)
}

const answers = [
  { at: '/', status: 200, type: 'text/html' },
  { at: '/blogs/', status: 200, type: 'text/html' },
  { at: '/atom.xml', status: 200, type: 'application/atom+xml' },
  { at: '/digest/weekly.xml', status: 200, type: 'application/atom+xml' },
  { at: '/archive/2-3.xml', status: 200, type: 'application/atom+xml' },
  { at: '/foafroll.xml', status: 200, type: 'application/rdf+xml' },
  { at: '/rss.xml', status: 200, type: 'application/rss+xml' },
  { at: '/feed.json', status: 200, type: 'application/feed+json' },
  { at: '/opml.xml', status: 200, type: 'text/x-opml' },
  { at: '/planet.webmanifest', status: 200, type: 'application/manifest+json' },
  { at: '/planet.css', status: 200, type: 'text/css' },
  { at: '/planet.js', status: 200, type: 'javascript' },
  { at: '/favicon.svg', status: 200, type: 'image/svg+xml' },
  { at: '/nothing/here', status: 404, type: 'text/html' },
  { at: '/.secret', status: 404, type: '' },
  { at: '/2020/', status: [200, 403, 404], type: '' },
  { at: '/2020/05/31/', status: 410, type: '' },
]

for (const [name, begin] of [
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const) {
  const file = programs[name]
  describe.skipIf(file === undefined)(`O-21 ${name}`, () => {
    let url = ''
    beforeAll(async () => {
      url = await begin(file ?? '')
    })

    test.each(answers)('answers $at with $status', async ({ at, status, type }) => {
      const answer = await fetch(url + at)
      expect([status].flat()).toContain(answer.status)
      expect(answer.headers.get('content-type') ?? '').toContain(type)
      const text = await answer.text()
      expect(text).not.toContain('secret')
      // No listing of a folder's files.
      if (at === '/2020/') expect(text).not.toMatch(/Index of|href="05\/"/)
      if (status === 200) expect(answer.headers.get('cache-control')).toContain('max-age=600')
    })

    test('compresses, and an hour without news costs a 304', async () => {
      const first = await fetch(`${url}/atom.xml`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(first.headers.get('content-encoding')).toBe('gzip')
      expect(first.headers.get('vary')).toMatch(/accept-encoding/i)
      const since = first.headers.get('last-modified') ?? ''
      const etag = first.headers.get('etag') ?? ''
      await first.arrayBuffer()
      const again = await fetch(`${url}/atom.xml`, {
        headers: { 'If-Modified-Since': since, 'If-None-Match': etag, 'Accept-Encoding': 'gzip' },
      })
      expect(again.status).toBe(304)
    })

    test('the 404 page is the planet’s own', async () => {
      expect(await (await fetch(`${url}/nothing`)).text()).toBe(readFileSync(path.join(site, '404.html'), 'utf8'))
    })
  })
}
