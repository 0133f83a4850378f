import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBuild } from './measure.ts'
import { feedUrl, openServer } from './open-server.ts'

/**
 * A thousand hosts that each take a twentieth of a second, `parallel` of them at once, without news: how near a build comes to the best
 * possible time.
 */
const [hosts, latency, parallel, rounds] = [1000, 50, 32, 5]
const server = await openServer(5, latency)
const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))

try {
  const feeds = Array.from({ length: hosts }, (_, host) => `  - ${feedUrl(host, server.port)}\n`)
  const head = `title: Bench\nurl: https://planet.example/\nfetch: {parallel: ${parallel}}\n`
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n${feeds.join('')}`)
  await measureBuild(folder)
  const spent: number[] = []
  for (let round = 0; round < rounds; round += 1) spent.push((await measureBuild(folder, '--refresh')).wall)
  const middle = spent.sort((a, b) => a - b)[rounds >> 1] ?? 0
  const ideal = (Math.ceil(hosts / parallel) * latency) / 1000
  console.log(
    `${hosts} hosts of ${latency} ms each, ${parallel} at once, nothing new: ${middle.toFixed(2)} s with start and end, ${(middle / ideal).toFixed(2)} × the best that can be (${ideal.toFixed(2)} s)`,
  )
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}
