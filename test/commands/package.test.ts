import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { openScriptedServer, respond } from '../servers/open-scripted-server.ts'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'planet-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = (title: string) =>
  respond(
    200,
    { 'Content-Type': 'text/html' },
    `<!doctype html><title>${title}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">`,
  )
const feed = (title: string) =>
  respond(
    200,
    {},
    `<rss version="2.0"><channel><title>${title}</title><link>https://${title}.example/</link><item><title>A post of ${title}</title><link>https://${title}.example/1</link><guid>${title}-1</guid><pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>`,
  )

test('whoever installs the package runs nothing of it: npm 11 warns of scripts that want to', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object }
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'prepublish']
  expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([])
})

test('O-01 from the packed program to a page with the posts of two blogs, in three commands after its installation', async () => {
  // Without scripts: what is packed is what the tests run.
  const [{ filename } = { filename: '' }] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as { filename: string }[]
  const prefix = path.join(folder, 'prefix')
  await run(
    'npm',
    ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', path.join(folder, filename)],
    { cwd: folder },
  )

  const sites = await Promise.all(
    ['ada', 'bob'].map((title) => openScriptedServer({ '/': page(title), '/feed.xml': feed(title) })),
  )
  // Only what a shell finds there: no checkout, no tools of ours.
  const env = { PATH: `${path.join(prefix, 'bin')}:${path.dirname(process.execPath)}:/usr/bin:/bin`, HOME: folder }
  const planet = (cwd: string, ...words: string[]) => run('planet', words, { cwd, env })
  const startedAt = performance.now()
  await planet(folder, 'init', 'mine', '--title', 'Planet Mine', '--url', 'https://mine.example')
  const mine = path.join(folder, 'mine')
  await planet(mine, 'add', ...sites.map((site) => site.url('/')))
  await planet(mine, 'build')
  console.info(`init, add, build: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  await Promise.all(sites.map((site) => site.close()))

  const front = readFileSync(path.join(mine, 'public/index.html'), 'utf8')
  for (const title of ['ada', 'bob']) expect(front).toContain(`A post of ${title}`)
  expect((await planet(mine, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await planet(mine, 'init', '--docker')).stdout).toContain('Wrote Dockerfile')

  const typed = path.join(folder, 'typed')
  mkdirSync(path.join(typed, 'node_modules'), { recursive: true })
  symlinkSync(path.join(prefix, 'lib/node_modules/planet-feeds'), path.join(typed, 'node_modules/planet-feeds'))
  expect(await findMistakes(typed, useOfTypes)).toEqual([])
  const misused = `${useOfTypes}export const wrong: number = front.heading\ntitle.titel = front.days\n`
  expect(await findMistakes(typed, misused)).toEqual([
    expect.stringContaining("Property 'heading' does not exist on type"),
    expect.stringContaining("Property 'titel' does not exist on type"),
  ])
})

/** Of somebody who writes a plug-in, and looks at what a theme is given. */
const useOfTypes = `import type { Plugin, PluginEntry } from 'planet-feeds'
import type { EntryView, PageKind, PageView } from 'planet-feeds/theme'
declare const front: PageView<'front'>
declare const title: PluginEntry
const shorten: Plugin = (entry) => ({ ...entry, title: entry.title?.slice(0, 80) })
export const first: EntryView | undefined = front.days[0]?.groups[0]?.entries[0]
export const all: [string, PageKind, string | undefined] = [front.planet.title, front.page.kind, first?.content]
export default shorten
`

/** What the compiler says of a module there, a line each. */
async function findMistakes(cwd: string, text: string): Promise<string[]> {
  writeFileSync(path.join(cwd, 'use.mts'), text)
  const words = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', 'use.mts']
  const { stdout } = await run(path.join(root, 'node_modules/.bin/tsc'), words, { cwd }).catch((error) => error)
  return (stdout as string).split('\n').filter((line) => line !== '')
}

test('the package says what it is, and names no registry', () => {
  const described = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  expect(described).toMatchObject({
    name: 'planet-feeds',
    bin: { planet: 'dist/cli.js' },
    publishConfig: { access: 'public' },
  })
  expect(described).not.toHaveProperty('private')
  expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
})
