import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Measure, measureBuild } from './measure-build.ts'
import { openServer } from './open-server.ts'

/** What is measured; more with: npm run bench -- FEEDS ENTRIES */
const [feeds = 100, entries = 20] = process.argv.slice(2).map(Number)

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
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}

function report(what: string, { cpuSeconds, wallSeconds, peakMb }: Measure): void {
  const figures = `${cpuSeconds.toFixed(2)} s CPU  ${wallSeconds.toFixed(2)} s wall  ${peakMb.toFixed(0)} MB`
  console.log(`${what.padEnd(34)} ${figures}`)
}
