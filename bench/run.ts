import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { measureHistory } from './measure-history.ts'
import { type BenchPlanet, openPlanet, type Row } from './open-planet.ts'
import { renderFeed } from './render-feed.ts'

/**
 * What a build costs, compared with its unavoidable parts in the same run, as in docs/performance.md:
 *
 * npm run bench -- FEEDS ENTRIES HISTORY ROUNDS COLD    medians of so many rounds; COLD: rounds of the first build
 * npm run bench -- many        10,000 feeds and 5,000 beside 1,000, and how much more they take
 * npm run bench -- history 10000 100000    as many entries of the years before
 * npm run bench -- latency     hosts that take their time
 */
const [first = '', ...others] = process.argv.slice(2)
if (first === 'latency') await import('./latency.ts')
else if (first === 'many') await measureMany()
else if (first === 'history') {
  head()
  const counts = others.length === 0 ? [10_000, 100_000] : others.map(Number)
  await measureHistory(counts, 5, (what, rows) => report(what, rows, []))
} else await measureAll(...[first || 1000, ...others].map(Number))

async function measureAll(feeds = 1000, entries = 20, history = 0, rounds = 5, coldRounds = 1): Promise<void> {
  console.log(
    `${feeds} feeds of ${entries} entries, ${history} entries of history; ${rounds} rounds, ${coldRounds} cold\n`,
  )
  head()
  const cold: Row[] = []
  for (let round = 1; round < coldRounds; round += 1)
    await withPlanet(async (planet) => cold.push(await planet.build()))
  await withPlanet(async (planet) => {
    cold.push(await planet.build())
    report('the first, of all', cold, await measureColdFloors(planet))
    const repeat = async (once: () => Promise<Row>) => {
      const rows: Row[] = []
      for (let round = 0; round < rounds; round += 1) rows.push(await once())
      return rows
    }
    const node = await repeat(() => planet.floor('nothing'))
    const asking: Floor[] = []
    for (const client of ['node:http', 'undici'] as const)
      asking.push({ name: client, rows: await repeat(() => planet.ask('same', client)) })
    report('nothing due', await repeat(() => planet.build()), [{ name: 'starting node', rows: node }])
    report('all asked, nothing new (304)', await repeat(() => planet.build('--refresh')), asking)
    report('one new entry', await repeat(() => planet.buildWithNews(1)), asking)
    const some = Math.ceil(feeds / 20)
    report(`${some} feeds have one new entry each`, await repeat(() => planet.buildWithNews(some)), asking)
    const write = [{ name: 'writing', rows: [await planet.floor('write', ...writing(planet))] }]
    report('another theme, all pages again', await repeat(() => planet.buildWithTheme()), write)
  })

  async function withPlanet(work: (planet: BenchPlanet) => Promise<unknown>): Promise<void> {
    const planet = await openPlanet(feeds, entries, history)
    try {
      await work(planet)
    } finally {
      planet.close()
    }
  }

  /** What a first build cannot do without, each alone. */
  async function measureColdFloors(planet: BenchPlanet): Promise<Floor[]> {
    const documents = path.join(planet.folder, 'documents.json')
    writeFileSync(documents, JSON.stringify([0, 1, 2].map((feed) => renderFeed(feed, entries, 0).body)))
    return [
      { name: 'node:http', rows: [await planet.ask('new', 'node:http')] },
      { name: 'rss-parser', rows: [await planet.floor('parse', documents, String(feeds))] },
      {
        name: 'SQLite',
        rows: [await planet.floor('insert', path.join(planet.folder, 'floor.db'), String(feeds * entries))],
      },
      { name: 'writing', rows: [await planet.floor('write', ...writing(planet))] },
    ]
  }
}

function writing({ folder }: BenchPlanet): string[] {
  return [path.join(folder, 'public'), path.join(folder, 'floor')]
}

/** What grows with the number of feeds: feeds are short, so that the memory for each feed is not hidden by that for its texts. */
async function measureMany(): Promise<void> {
  head()
  const all = new Map<string, Row>()
  const ratios: string[] = []
  for (const feeds of [1000, 5000, 10_000]) {
    const planet = await openPlanet(feeds, 2, 0)
    const few = `${feeds} feeds of 2 entries`
    const say = (kind: string, row: Row, floor: string, floors: Row) => {
      report(`${few}, ${kind}`, [row], [{ name: floor, rows: [floors] }])
      const least = all.get(kind)
      if (least === undefined) all.set(kind, row)
      else
        ratios.push(
          `${few}, ${kind}: ${(row.cpu / least.cpu).toFixed(1)} × the CPU, ${(row.peakMb / least.peakMb).toFixed(2)} × the memory of 1000`,
        )
    }
    try {
      say('the first', await planet.build(), 'node:http', await planet.ask('new', 'node:http'))
      const node = await planet.floor('nothing')
      say('nothing due', await planet.build(), 'starting node', node)
      say('nothing new', await planet.build('--refresh'), 'node:http', await planet.ask('same', 'node:http'))
      say('one new entry', await planet.buildWithNews(1), 'node:http', await planet.ask('same', 'node:http'))
      say('planet status', await planet.run('status'), 'starting node', node)
      say('planet export', await planet.run('export'), 'starting node', node)
    } finally {
      planet.close()
    }
  }
  console.log(`\n${ratios.join('\n')}`)
}

type Floor = { name: string; rows: Row[] }

function head(): void {
  console.log('CPU seconds of all threads (the least; main thread + others), medians; memory at the peak\n')
  console.log('| build | CPU s | its floor | wall s | memory | requests | written |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
}

function report(what: string, rows: Row[], floors: Floor[]): void {
  const { cpu, main, others, wall, peakMb, requests, received, files, bytes } = findMiddle(rows)
  const least = Math.min(...rows.map((row) => row.cpu))
  const cells = [
    what,
    `${cpu.toFixed(2)} (${least.toFixed(2)}; ${main.toFixed(2)} + ${others.toFixed(2)})`,
    floors.map(({ name, rows }) => `${name} ${findMiddle(rows).cpu.toFixed(2)}`).join(', '),
    wall.toFixed(1),
    `${peakMb.toFixed(0)} MB`,
    `${requests}, ${(received / 1e6).toFixed(0)} MB`,
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function findMiddle(rows: Row[]): Row {
  const middle = [...rows].sort((a, b) => a.cpu - b.cpu)[rows.length >> 1]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}
