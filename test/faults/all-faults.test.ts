import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../src/normalize/read/read.ts'
import type { Fault } from './faults.ts'
import { controlTitle, type FaultServer, openFaultServer } from './open-fault-server.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')
/** Runs inside the build: the memory and the processor time that it took are written down when it ends. */
const preload = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PLANET_USAGE,JSON.stringify(process.resourceUsage())))`

type Ran = { code: number; stdout: string; stderr: string; cpuSeconds: number; peakMb: number }

let server: FaultServer
let folder: string
let first: Ran

async function build(...words: string[]): Promise<Ran> {
  const usage = path.join(folder, 'usage')
  const child = spawn(process.execPath, ['--import', preload, cli, 'build', ...words], {
    cwd: folder,
    env: { ...process.env, PLANET_USAGE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      told[stream] += text
    })
  }
  const [code] = (await once(child, 'close')) as [number]
  const used = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage
  const cpuSeconds = (used.userCPUTime + used.systemCPUTime) / 1_000_000
  const peakMb = used.maxRSS / 1024
  rmSync(usage)
  return { ...told, code, cpuSeconds, peakMb }
}

beforeAll(async () => {
  server = await openFaultServer()
  folder = mkdtempSync(path.join(tmpdir(), 'planet-faults-'))
  // Only who is to be too slow gets little time: a busy machine is no fault of the feed.
  const faults = server.faults.map((fault) =>
    fault.comes === 'TIMEOUT' ? `{url: ${server.urlOf(fault)}, timeout: 2s}` : server.urlOf(fault),
  )
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    `title: Planet Test\nurl: https://planet.example/\nfetch: {timeout: 60s, host_delay: 0s, host_parallel: 32}\nfeeds:\n${[
      server.controlUrl,
      ...faults,
    ]
      .map((url) => `  - ${url}\n`)
      .join('')}`,
  )
  first = await build('--verbose')
  console.log(
    `${server.faults.length} faults in one build: ${first.cpuSeconds.toFixed(1)} s of CPU, ${Math.round(first.peakMb)} MB`,
  )
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('H-24 all faults in one build: exit 0, within 30 s of CPU and 700 MB, nobody led astray', () => {
  expect(server.faults.length).toBeGreaterThanOrEqual(140)
  expect(first.code).toBe(0)
  expect(first.cpuSeconds).toBeLessThan(30)
  expect(first.peakMb).toBeLessThan(700)
  expect(server.strayed()).toBe(0)
})

/** Asked for the first time, none of them has worked before. */
function findSentence({ comes }: Fault): RegExp {
  if (comes === 'Kept') return /: (200|203), \d+ new entr(y|ies)/
  return comes === 'waiting' ? /: 429, asks to be left alone for a while/ : /; it has never worked/
}

test('--verbose says one sentence about each feed, and nothing that steers a terminal', () => {
  const lines = first.stderr.split('\n')
  for (const fault of server.faults) {
    const about = lines.filter((line) => line.includes(`<${server.urlOf(fault)}>: `))
    expect([fault.name, about.length]).toEqual([fault.name, 1])
    expect([fault.name, about[0]]).toEqual([fault.name, expect.stringMatching(findSentence(fault))])
  }
  for (const told of [first.stdout, first.stderr]) {
    expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(told).not.toMatch(/^\s+at .+:\d+:\d+/m)
  }
})

test('K-20 what is good is on the page, and nothing is written outside output and state', async () => {
  const site = path.join(folder, 'public')
  expect(readFileSync(path.join(site, 'index.html'), 'utf8')).toContain(controlTitle)
  expect(readdirSync(folder).sort()).toEqual(['.planet', 'feeds.yaml', 'public'])
  for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    // Pagefind names its own.
    expect(file).toMatch(/^([a-z0-9./-]{1,120}|search\/\d+\/[\w./-]{1,110})$/)
    if (!statSync(path.join(site, file)).isFile() || !/\.(html|xml|json)$/.test(file)) continue
    expect(readFileSync(path.join(site, file), 'utf8')).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
    )
  }
  const atom = await read({
    body: readFileSync(path.join(site, 'atom.xml')),
    contentType: undefined,
    baseUrl: 'https://planet.example/',
  })
  expect(atom).toMatchObject({ kind: 'read', feed: { format: 'atom', warnings: [] } })
})

test('the next build asks nobody, and changes nothing', async () => {
  const asked = server.server.requests.length
  const stamp = statSync(path.join(folder, 'public/index.html')).mtimeMs
  expect(await build()).toMatchObject({ code: 0, stdout: '', stderr: '' })
  expect(server.server.requests.length).toBe(asked)
  expect(statSync(path.join(folder, 'public/index.html')).mtimeMs).toBe(stamp)
})

test('asked again, every fault is as it was, and what was read stays', async () => {
  const again = await build('--refresh', '--json')
  expect(again.code).toBe(0)
  const report = JSON.parse(again.stdout) as { feeds: { result: string }[] }
  expect(report.feeds).toHaveLength(server.faults.length + 1)
  expect(readFileSync(path.join(folder, 'public/index.html'), 'utf8')).toContain(controlTitle)
  expect(existsSync(path.join(folder, 'public/atom.xml'))).toBe(true)
})
