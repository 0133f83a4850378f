import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FeedServer, serveFeeds } from './serve-feeds.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')
/** Writes down every file that is loaded. */
const hooks = `import { appendFileSync } from 'node:fs'
export async function load(url, context, next) { appendFileSync(process.env.PLANET_LOADED, url + '\\n'); return next(url, context) }`
const inline = (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
const preload = inline(`import module from 'node:module'
import { appendFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
module.register('${inline(hooks)}')
const compile = module.prototype._compile
module.prototype._compile = function (text, file, ...more) {
  appendFileSync(process.env.PLANET_LOADED, pathToFileURL(file) + '\\n')
  return compile.call(this, text, file, ...more)
}`)

let folder: string
let server: FeedServer

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-start-'))
  server = await serveFeeds()
  const feed =
    '<rss version="2.0"><channel><title>A</title><item><title>One</title><guid>1</guid></item></channel></rss>'
  server.feeds.set('/a', feed)
  configure('')
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const configure = (more: string) =>
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: P\nurl: https://planet.example/\n${more}feeds:\n  - ${server.url}/a\n`,
  )

/** Run a command. @returns the packages that it loads, in any of the files that it loads */
async function listLoaded(...words: string[]): Promise<string[]> {
  const files = await listFiles(...words)
  const texts = files.map((file) => `// ${path.relative(process.cwd(), file)}\n${readFileSync(file, 'utf8')}`)
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^\s*\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name = '']) => name),
  )
  return watched.filter((name) => names.includes(name))
}

/** Run a command. @returns the files that it loads */
async function listFiles(...words: string[]): Promise<string[]> {
  const log = path.join(folder, 'loaded')
  rmSync(log, { force: true })
  const child = spawn(process.execPath, ['--import', preload, cli, ...words], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, PLANET_LOADED: log },
  })
  expect((await once(child, 'close'))[0]).toBe(0)
  const files = [...new Set(readFileSync(log, 'utf8').split('\n'))].filter((url) => url.startsWith('file:'))
  return files.map((url) => fileURLToPath(url)).filter((file) => existsSync(file))
}

/** Files of ours, to find, open and link: each costs as much as what a thousand feeds' rows are read in. */
test.each([
  { words: ['--help'], most: 8 },
  { words: ['status'], most: 12 },
  { words: ['build'], most: 12 },
])('O-19 planet $words loads few files', async ({ words, most }) => {
  await listFiles('build')
  const ours = (await listFiles(...words)).filter((file) => file.startsWith(path.dirname(cli)))
  expect(ours.length, ours.join('\n')).toBeLessThanOrEqual(most)
})

test('O-19 no command reads the tables of what letters look like before it shows any that need them', async () => {
  const refuse = inline("Intl.Segmenter = class { constructor() { throw new Error('the tables are read') } }")
  await listLoaded('build')
  for (const words of [['--help'], ['status'], ['build', '--refresh']]) {
    const child = spawn(process.execPath, ['--import', refuse, cli, ...words], { cwd: folder, stdio: 'ignore' })
    expect((await once(child, 'close'))[0], words[0]).toBe(0)
  }
})

const watched = ['commander', 'date-fns', 'htmlparser2', 'nunjucks', 'sanitize-html', 'undici', 'yaml', 'zod']

test('O-19 a command loads what it needs: a build that has nothing to do, hardly anything', async () => {
  expect(await listLoaded('--help')).toEqual(['commander'])
  // undici is for what Node's own client cannot, sanitize-html for what a browser might run.
  const usual = watched.filter((name) => name !== 'undici' && name !== 'sanitize-html')
  expect(await listLoaded('build')).toEqual(usual)
  expect(await listLoaded('build')).toEqual(['commander'])
  expect(await listLoaded('build', '--refresh')).toEqual(['commander'])
  expect(await listLoaded('status')).toEqual(['commander', 'date-fns'])
})

test.each([
  { text: '<p>Harmless</p>', loaded: false },
  { text: '<svg><script>run()</script></svg>Harmful', loaded: true },
])('the second check of posts is loaded where one needs it: $text', async ({ text, loaded }) => {
  const item = `<item><guid>1</guid><description><![CDATA[${text}]]></description></item>`
  server.feeds.set('/a', `<rss version="2.0"><channel><title>A</title>${item}</channel></rss>`)
  expect((await listLoaded('build')).includes('sanitize-html')).toBe(loaded)
})

test('O-19 a changed feeds.yaml is read, and what nobody changed is not', async () => {
  await listLoaded('build')
  configure('description: What we write\n')
  expect(await listLoaded('build')).toEqual(['commander', 'date-fns', 'htmlparser2', 'nunjucks', 'yaml', 'zod'])
  expect(readFileSync(path.join(folder, 'public/index.html'), 'utf8')).toContain('What we write')
  expect(await listLoaded('build')).toEqual(['commander'])
})

const hasThreads = process.platform === 'linux' && Number.parseInt(process.versions.node, 10) >= 22

test.skipIf(!hasThreads)('as many names of hosts are looked up at once as feeds are asked', async () => {
  const count = path.join(folder, 'count.cjs')
  writeFileSync(
    count,
    `const { readdirSync, readFile } = require('node:fs')
    process.once('beforeExit', () => readFile(__filename, () => console.log(readdirSync('/proc/self/task').length)))`,
  )
  const child = spawn(process.execPath, ['--require', count, cli, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const parts: string[] = []
  child.stdout.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  await once(child, 'close')
  // Two threads of the pool for each name (libuv), and those of Node itself.
  expect(Number(parts.join('').split('\n').at(-2))).toBeGreaterThan(2 * 32)
})
