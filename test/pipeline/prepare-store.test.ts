import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { makeEncoded } from '../../src/entry-codec.ts'
import type { EntryChange, FeedState } from '../../src/model.ts'
import { prepareStore } from '../../src/pipeline/prepare-store.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { makeEntry } from '../make-entry.ts'
import { dropState, placeState } from '../place-state.ts'

const [a, b] = ['https://a.example/feed', 'https://b.example/feed']
const seenAt = new Date(Date.UTC(2026, 2, 2))

/** A store of a program that took `source=rss` for a part of an address, with one post of two feeds. */
async function openOldStore() {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-prepare-'))
  const place = placeState(folder)
  const store = await openStore(place)
  const parserPool = openParserPool()
  onTestFinished(async () => {
    await parserPool.close()
    await store.close()
    await dropState(place)
    rmSync(folder, { recursive: true })
  })
  await store.subscribe([{ url: a }, { url: b }])
  const add = async (feed: string, query: string) => {
    const entry = makeEncoded(makeEntry({ id: feed, title: 'Post', link: `https://www.a.example/post${query}` }))
    const keys = { linkPath: `/post${query}`, linkKey: `a.example/post${query}`, titleDay: undefined }
    const times = { firstSeen: seenAt, position: seenAt, updatedShown: seenAt }
    const record = { feed, ids: [feed], publishedId: feed, rank: 1, offFront: undefined, offSite: undefined, ...times }
    const { state } = (await store.feeds()).find(({ source }) => source.url === feed) ?? {}
    const change: EntryChange = { kind: 'added', entry, keys, entryHash: feed, record }
    await store.apply(feed, [change], state as FeedState, seenAt, { touchAll: false, sanitiser: 1 })
  }
  await add(a, '?source=rss')
  await add(b, '')
  const prepare = async (purged: string) => {
    const file = path.join(folder, 'feeds.yaml')
    writeFileSync(file, `title: P\nurl: https://planet.example\n${purged}feeds: [${a}, ${b}]\n`)
    return prepareStore(await loadConfig(file), { store, parserPool }, seenAt)
  }
  return { store, prepare }
}

test('K-12 what was taken down by its address stays gone when a newer version takes less for a part of one', async () => {
  const { store, prepare } = await openOldStore()
  const word = 'https://www.a.example/post?source=rss'
  // As the older version wrote it down.
  await store.purgeEntries({ feeds: [], words: [word], linkKeys: ['a.example/post?source=rss'], entries: [] }, seenAt)
  await prepare(`purged: ["${word}"]\n`)
  expect((await store.findEntries(a, undefined)).map(({ offSite }) => offSite)).toEqual(['purged'])
})

test('K-11 a post that two feeds have is shown once after an upgrade, too, though neither carries it any more', async () => {
  const { store, prepare } = await openOldStore()
  expect((await store.queries.newest(9)).map(({ feed }) => feed)).toEqual([a, b])
  const before = await store.revision()
  await prepare('')
  expect((await store.queries.newest(9)).map(({ feed }) => feed)).toEqual([a])
  const after = await store.revision()
  expect(after).toBeGreaterThan(before)
  await prepare('')
  expect(await store.revision()).toBe(after)
})
