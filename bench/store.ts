import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { dropState, placeState } from '../test/place-state.ts'
import { makeAdded } from './fill-state.ts'

/**
 * What the store costs in a build, in CPU of this process: tsx bench/store.ts FEEDS ENTRIES ROUNDS. The middle of the rounds.
 * In PostgreSQL where PLANET_TEST_POSTGRES names one. */
const [feeds = 1000, entries = 20, rounds = 3] = process.argv.slice(2).map(Number)
const text = '<p>The tide comes in twice a day, and the tables say when.</p>'.repeat(80)
const urls = Array.from({ length: feeds }, (_, feed) => `https://blog${feed}.example/feed`)
const seenAt = new Date(Date.UTC(2026, 0, 1))

const cold: number[] = []
const same: number[] = []
const sizes: number[] = []
for (let round = 0; round < rounds; round += 1) {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))
  const place = placeState(folder)
  const store = await openStore(place)
  await store.subscribe(urls.map((url) => ({ url })))
  cold.push(await measure(() => answerAll(store, addEntries)))
  same.push(await measure(() => answerAll(store, () => undefined)))
  await store.close()
  if (place.kind === 'folder') sizes.push(statSync(path.join(folder, 'planet.db')).size)
  await dropState(place)
  rmSync(folder, { recursive: true })
}
console.log(`${feeds} feeds of ${entries} entries, CPU s: all new ${show(cold)}, no news ${show(same)}`)
if (sizes.length > 0) console.log(`planet.db: ${((sizes[0] ?? 0) / 1e6).toFixed(1)} MB`)

/** As in a build: the rows of the feeds, then one answer after the other, then the copy that is shown. */
async function answerAll(
  store: Store,
  news: (feed: number) => ReturnType<typeof makeAdded>[] | undefined,
): Promise<void> {
  for (const [index, { source, state }] of (await store.feeds()).entries()) {
    const changes = news(index)
    const ids = changes?.map(({ entry }) => entry.id ?? '')
    if (ids !== undefined) await store.known(source.url, { ids, linkPaths: [], titleDays: [], textDays: [] })
    await store.apply(source.url, changes ?? [], { ...state, asked: { at: seenAt, status: 304 } }, seenAt, {
      touchAll: false,
      sanitiser: 1,
      ...(ids === undefined ? {} : { carried: ids.map((id) => ({ id, mark: undefined })) }),
    })
  }
  await store.finishBuild(seenAt)
}

function addEntries(feed: number) {
  return Array.from({ length: entries }, (_, index) => {
    const position = new Date(+seenAt - (index * feeds + ((feed * 7919) % feeds)) * 60_000)
    return makeAdded(urls[feed] ?? '', `https://blog${feed}.example/post-${index}`, position, text)
  })
}

async function measure(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function show(seconds: number[]): string {
  return [...seconds].sort((a, b) => a - b)[seconds.length >> 1]?.toFixed(2) ?? ''
}
