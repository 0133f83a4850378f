import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fillState } from './fill-state.ts'
import { type Measure, measure, measureBuild } from './measure.ts'
import { type FeedServer, feedUrl, openServer } from './open-server.ts'
import { renderFeed } from './render-feed.ts'

/**
 * What a build costs, and beside it what cannot be done without: npm run bench -- FEEDS ENTRIES HISTORY ROUNDS. Figures are
 * medians of the rounds, and the least of them in brackets: where a machine has other work, that one says more.
 */
const [feeds = 1000, entries = 20, history = 0, rounds = 5] = process.argv.slice(2).map(Number)

const server = await openServer(entries, 0)
const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))
const urls = Array.from({ length: feeds }, (_, feed) => feedUrl(feed, server.port))
const floorOf = (name: string) => path.join(import.meta.dirname, `floors/${name}.mjs`)

let colors = 100_000

type Row = Measure & { requests: number; received: number; files: number; bytes: number }

try {
  console.log(`${feeds} feeds of ${entries} entries, ${history} entries of history; ${rounds} rounds\n`)
  configure('')
  if (history > 0) await fillState({ kind: 'folder', folder: path.join(folder, '.planet') }, urls, history)
  const same = ['ask', server.port, String(feeds), 'same', String(entries)] as const
  head()
  report('cold', [await build(server)])
  await reportFloors()
  report('nothing due', await repeat(() => build(server)))
  report('  floor: node alone', await repeat(() => floor('nothing')))
  report('no news', await repeat(() => build(server, '--refresh')))
  report('  floor: undici, 304', await repeat(() => floor(...same)))
  report('one new entry', await repeat(() => buildWithNews(1)))
  report('5 % of feeds changed', await repeat(() => buildWithNews(Math.ceil(feeds / 20))))
  report('theme changed', await repeat(buildWithTheme))
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}

function configure(more: string): void {
  const config = `title: Bench\nurl: https://planet.example/\n${more}feeds:\n${urls.map((url) => `  - ${url}\n`).join('')}`
  writeFileSync(path.join(folder, 'feeds.yaml'), config)
}

async function build(from: FeedServer, ...words: string[]): Promise<Row> {
  const measured = await measureBuild(folder, '--json', ...words)
  const { written } = JSON.parse(measured.out) as { written: string[] }
  const sizes = written.map((file) => statSync(path.join(folder, 'public', file)).size)
  const { requests, bytes: received } = await from.takeCounts()
  return { ...measured, requests, received, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

async function buildWithNews(many: number): Promise<Row> {
  await server.addNews(many)
  return build(server, '--refresh')
}

async function buildWithTheme(): Promise<Row> {
  colors += 1
  configure(`theme: {color: "#${colors}"}\n`)
  return build(server)
}

/** What a first build cannot do without, each alone. */
async function reportFloors(): Promise<void> {
  const documents = path.join(folder, 'documents.json')
  writeFileSync(documents, JSON.stringify([0, 1, 2].map((feed) => renderFeed(feed, entries, 0).body)))
  report('  floor: undici, 200', [await floor('ask', server.port, String(feeds), 'new', String(entries))])
  report('  floor: rss-parser', [await floor('parse', documents, String(feeds))])
  report('  floor: SQLite', [await floor('insert', path.join(folder, 'floor.db'), String(feeds * entries))])
  report('  floor: writing files', [await floor('write', path.join(folder, 'public'), path.join(folder, 'floor'))])
}

async function floor(name: string, ...words: string[]): Promise<Row> {
  const measured = await measure(folder, floorOf(name), ...words)
  const { requests, bytes: received } = await server.takeCounts()
  return { ...measured, requests, received, files: 0, bytes: 0 }
}

async function repeat(once: () => Promise<Row>, times = rounds): Promise<Row[]> {
  const rows: Row[] = []
  for (let round = 0; round < times; round += 1) rows.push(await once())
  return rows
}

function head(): void {
  console.log(
    'CPU s: median (least), main thread + others; wall s; peak MB; requests, MB received; files, MB written\n',
  )
}

function report(what: string, rows: Row[]): void {
  const middle = rows.sort((a, b) => a.cpu - b.cpu)[rows.length >> 1]
  if (middle === undefined) return
  const { cpu, main, others, wall, peakMb, requests, received, files, bytes } = middle
  const least = rows[0]?.cpu ?? 0
  const figures = [
    `${cpu.toFixed(2)} (${least.toFixed(2)})`.padStart(15),
    `${main.toFixed(2)} + ${others.toFixed(2)}`.padStart(15),
    `${wall.toFixed(1)} s`.padStart(8),
    `${peakMb.toFixed(0)} MB`.padStart(8),
    `${requests}, ${(received / 1e6).toFixed(0)} MB`.padStart(14),
    `${files}, ${(bytes / 1e6).toFixed(1)} MB`,
  ]
  console.log(`${what.padEnd(24)}${figures.join('  ')}`)
}
