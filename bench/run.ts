import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fillState } from './fill-state.ts'
import { type Measure, measureBuild } from './measure-build.ts'
import { openServer } from './open-server.ts'

/** What is measured; more with: npm run bench -- FEEDS ENTRIES HISTORY */
const [feeds = 100, entries = 20, history = 100_000] = process.argv.slice(2).map(Number)

const server = await openServer(entries, 0)
const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))

try {
  const list = Array.from({ length: feeds }, (_, feed) => `  - http://127.0.0.1:${server.port}/${feed}`).join('\n')
  const config = `title: Bench\nurl: https://planet.example/\nfetch: {host_delay: 0s, host_parallel: 32}\nfeeds:\n${list}\n`
  writeFileSync(path.join(folder, 'feeds.yaml'), config)

  console.log(`${feeds} feeds of ${entries} entries on loopback`)
  report('first build, empty state', await measureBuild(folder))
  report('all asked again, no news (304)', await measureBuild(folder, '--refresh'))
  report('nothing is due', await measureBuild(folder))

  for (const stored of [1_000, history]) {
    const planet = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))
    try {
      await measureNews(planet, stored)
    } finally {
      rmSync(planet, { recursive: true })
    }
  }
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}

/** What one new entry costs on top of so many: the middle of five. */
async function measureNews(planet: string, stored: number): Promise<void> {
  const urls = Array.from({ length: 10 }, (_, feed) => `http://127.0.0.1:${server.port}/${feed}`)
  const list = urls.map((url) => `  - ${url}`).join('\n')
  const head = 'title: Bench\nurl: https://planet.example/\nfetch: {host_delay: 0s, host_parallel: 32}'
  writeFileSync(path.join(planet, 'feeds.yaml'), `${head}\nfeeds:\n${list}\n`)
  await fillState(path.join(planet, '.planet'), urls, stored)
  report(`${stored} entries stored, all pages`, await measureBuild(planet))
  const measures: Measure[] = []
  for (let count = 0; count < 5; count += 1) {
    server.addNews()
    await new Promise((done) => setTimeout(done, 200))
    measures.push(await measureBuild(planet, '--refresh'))
  }
  const [, , middle] = measures.sort((a, b) => a.cpuSeconds - b.cpuSeconds)
  if (middle !== undefined) report(`${stored} entries stored, one is new`, middle)
}

function report(what: string, { cpuSeconds, wallSeconds, peakMb }: Measure): void {
  const figures = `${cpuSeconds.toFixed(2)} s CPU  ${wallSeconds.toFixed(2)} s wall  ${peakMb.toFixed(0)} MB`
  console.log(`${what.padEnd(34)} ${figures}`)
}
