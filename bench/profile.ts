import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBuild } from './measure.ts'
import { feedUrl, openServer } from './open-server.ts'

/**
 * The ten costliest functions of a build, on the main thread and on each worker: tsx bench/profile.ts KIND FEEDS ENTRIES, where KIND is
 * cold, none (nothing due), same (no news), one (new entry) or some (5 % of feeds).
 */
const [kind = 'cold'] = process.argv.slice(2)
const [feeds = 100, entries = 20] = process.argv.slice(3).map(Number)
const cli = path.join(import.meta.dirname, '../dist/cli.js')

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

const server = await openServer(entries, 0)
const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))
try {
  const list = Array.from({ length: feeds }, (_, feed) => `  - ${feedUrl(feed, server.port)}\n`).join('')
  writeFileSync(path.join(folder, 'feeds.yaml'), `title: Bench\nurl: https://planet.example/\nfeeds:\n${list}`)
  if (kind !== 'cold') await measureBuild(folder)
  if (kind === 'one') await server.addNews(1)
  if (kind === 'some') await server.addNews(Math.ceil(feeds / 20))
  const profiles = path.join(folder, 'profiles')
  const words = kind === 'cold' || kind === 'none' ? [] : ['--refresh']
  const flags = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval', '500']
  const child = spawn(process.execPath, [...flags, cli, 'build', '--quiet', ...words], {
    cwd: folder,
    stdio: 'inherit',
  })
  await once(child, 'close')
  for (const file of readdirSync(profiles).sort()) report(file, readFileSync(path.join(profiles, file), 'utf8'))
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}

function report(file: string, text: string): void {
  const { nodes, samples, timeDeltas } = JSON.parse(text) as Profile
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const spent = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '?'
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1e6)
  }
  const idle = ['(idle)', '(program)', '(root)']
  const busy = [...spent].filter(([name]) => !idle.includes(name)).sort(([, a], [, b]) => b - a)
  const all = busy.reduce((sum, [, seconds]) => sum + seconds, 0)
  // CPU.DATE.TIME.PID.THREAD.NUMBER.cpuprofile
  const thread = file.split('.')[4] === '0' ? 'main thread' : `worker ${file.split('.')[4]}`
  console.log(`\n${thread}: ${all.toFixed(2)} s in functions`)
  for (const [name, seconds] of busy.slice(0, 10)) {
    console.log(`${seconds.toFixed(3).padStart(8)} s ${((100 * seconds) / all).toFixed(1).padStart(5)} %  ${name}`)
  }
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url.replace(/^.*\/(node_modules|dist)\//, '')
  return place === '' ? functionName : `${functionName || '(anonymous)'} ${place}:${lineNumber + 1}`
}
