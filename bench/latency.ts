import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBuild } from './measure.ts'
import { openServer } from './open-server.ts'

/** Two hundred hosts that take a tenth of a second each, thirty-two at once: how near to the best that can be. */
const [hosts, latency, parallel] = [200, 100, 32]
const server = await openServer(5, latency)
const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))

try {
  const feeds = Array.from({ length: hosts }, (_, host) => `  - http://127.0.0.${host + 1}:${server.port}/${host}\n`)
  const head = `title: Bench\nurl: https://planet.example/\nfetch: {parallel: ${parallel}}\n`
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${feeds.join('')}`)
  await measureBuild(folder)
  const idle = await measureBuild(folder)
  const asked = await measureBuild(folder, '--refresh')
  const ideal = (Math.ceil(hosts / parallel) * latency) / 1000
  const spent = asked.wall - idle.wall
  console.log(
    `${hosts} hosts of ${latency} ms each, ${parallel} at once: ${spent.toFixed(2)} s, at best ${ideal.toFixed(2)} s`,
  )
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}
