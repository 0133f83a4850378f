import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { startPlanet } from '../cli/start-planet.ts'
import { post, renderFeed } from '../histories/render-feed.ts'
import { makeRandom } from './mutate.ts'

/** What is wrong, and how many builds were killed before they were done. */
export type Killing = { findings: string[]; killed: number }

const blogs = ['a', 'b', 'c', 'd', 'e', 'f']

/**
 * Kill builds at random moments while their feeds change; after every few, let one finish, and look at what it left. Real
 * processes, a real server, `kill -9`. The same seed gives the same feeds and the same waits.
 */
export async function killBuilds(kills: number, seed: number): Promise<Killing> {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-kill-'))
  const server = await serveFeeds()
  const random = makeRandom(seed)
  const findings: string[] = []
  let [killed, round] = [0, 0]
  /** What the last build took that was left alone, in milliseconds: the first takes longest. */
  let usual = 0
  const shown = new Set<string>()
  try {
    const feeds = blogs.map((name) => `  - ${server.url}/${name}\n`).join('')
    const head = 'title: Planet\nurl: https://planet.example/\nfetch: {host_delay: 0s, host_parallel: 8}\n'
    writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${feeds}`)
    const change = () => {
      round += 1
      for (const name of blogs) server.feeds.set(`/${name}`, makeVersion(name, round, random))
    }
    const finish = async () => {
      const startedAt = performance.now()
      const { code, stderr } = await startPlanet(folder, 'build', '--refresh').ended
      usual = performance.now() - startedAt
      if (code !== 0) findings.push(`round ${round}: a build that was left alone ended with ${code}: ${stderr}`)
      findings.push(...checkWhole(folder, shown).map((finding) => `round ${round}: ${finding}`))
    }
    change()
    await finish()

    for (let count = 1; count <= kills; count += 1) {
      if (random() < 0.7) change()
      const { child, ended } = startPlanet(folder, 'build', '--refresh')
      const timer = setTimeout(() => child.kill('SIGKILL'), random() * usual)
      const { signal } = await ended
      clearTimeout(timer)
      if (signal === 'SIGKILL') killed += 1
      findings.push(...checkFiles(folder).map((finding) => `round ${round}, killed: ${finding}`))
      if (count % 5 === 0 || count === kills) await finish()
    }
    return { findings, killed }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The newest ten entries of a blog: a new one every round, edits, an address that moves and moves back. */
function makeVersion(name: string, round: number, random: () => number): string {
  const numbers = Array.from({ length: 10 }, (_, index) => round - index).filter((number) => number > 0)
  const host = random() < 0.2 ? 'http://localhost:1313' : `https://${name}.example`
  const posts = numbers.map((number) => {
    const title = `${name}-${number}`
    const text = `Text ${number}${random() < 0.1 ? `, edited in round ${round}` : ''}`
    const date = new Date(Date.UTC(2026, 0, number, 9)).toISOString()
    return post(title, '01-01', { id: `${host}/${title}`, link: `${host}/${title}`, date, text })
  })
  return renderFeed(`/${name}`, random() < 0.1 ? posts.slice(0, 3) : posts)
}

/** What must hold at any moment: no file that a visitor can meet is cut off. */
function checkFiles(folder: string): string[] {
  return listSite(folder).flatMap((file) => {
    if (file.endsWith('.planet-new')) return []
    const text = readFileSync(path.join(folder, 'public', file), 'utf8')
    const end = file.endsWith('.html') ? '</html>' : /\.(xml|atom)$/.test(file) ? '</' : ''
    if (text.trim() === '' || !text.trimEnd().split('\n').at(-1)?.includes(end)) return [`${file} is cut off`]
    return []
  })
}

/** What must hold after a build that was left alone. @param shown titles that any such build has shown; grows */
function checkWhole(folder: string, shown: Set<string>): string[] {
  const findings = checkFiles(folder)
  const days = listSite(folder).filter((file) => /^\d{4}\/\d\d\/\d\d\/index\.html$/.test(file))
  const titles = days.flatMap((file) => findTitles(parse(readFileSync(path.join(folder, 'public', file), 'utf8'))))
  const present = new Set(titles)
  if (present.size !== titles.length) {
    findings.push(`twice: ${titles.filter((title, index) => titles.indexOf(title) !== index).join(', ')}`)
  }
  const lost = [...shown].filter((title) => !present.has(title))
  if (lost.length > 0) findings.push(`lost: ${lost.join(', ')}`)
  for (const title of titles) shown.add(title)
  const left = listSite(folder).filter((file) => file.endsWith('.planet-new'))
  if (left.length > 0) findings.push(`left behind: ${left.join(', ')}`)

  const database = new Database(path.join(folder, '.planet/planet.db'))
  const rows = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
  database.close()
  for (const { integrity_check } of rows) if (integrity_check !== 'ok') findings.push(`database: ${integrity_check}`)
  return findings
}

function listSite(folder: string): string[] {
  const site = path.join(folder, 'public')
  try {
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
    return files.filter((file) => statSync(path.join(site, file)).isFile())
  } catch {
    // Killed before it had made the folder.
    return []
  }
}

type Node = DefaultTreeAdapterMap['node']

function findTitles(node: Node): string[] {
  if ('tagName' in node && node.tagName === 'h4') return [textOf(node).trim()]
  return 'childNodes' in node ? node.childNodes.flatMap(findTitles) : []
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
