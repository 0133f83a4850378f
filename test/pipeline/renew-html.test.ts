import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeEncoded } from '../../src/entry-codec.ts'
import type { EntryChange, FeedState, ParsedEntry } from '../../src/model.ts'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'
import { renewHtml } from '../../src/pipeline/renew-html.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { makeEntry } from '../make-entry.ts'
import { dropState, placeState } from '../place-state.ts'
import { readHere } from '../read-here.ts'

const [a, b] = ['https://a.example/feed', 'https://b.example/feed']
const seenAt = new Date(Date.UTC(2026, 2, 2))

async function openOldStore(): Promise<Store> {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-renew-'))
  const place = placeState(folder)
  const store = await openStore(place)
  onTestFinished(async () => {
    await store.close()
    await dropState(place)
    rmSync(folder, { recursive: true })
  })
  return store
}

/** Entries as the first version of the sanitiser let them through. */
async function addOld(store: Store, feed: string, entries: Partial<ParsedEntry>[]): Promise<void> {
  const changes = entries.map((entry, rank): EntryChange => {
    const whole = makeEntry(entry)
    const id = whole.id ?? ''
    const times = { firstSeen: seenAt, position: seenAt, updatedShown: seenAt }
    const record = { feed, ids: [id], publishedId: id, rank, offFront: undefined, offSite: undefined, ...times }
    return { kind: 'added', entry: makeEncoded(whole), keys: makeEntryKeys(whole), entryHash: id, record }
  })
  const { state } = (await store.feeds()).find(({ source }) => source.url === feed) ?? {}
  await store.apply(feed, changes, state as FeedState, seenAt, { touchAll: false, sanitiser: 1 })
}

async function textsOf(store: Store): Promise<(string | undefined)[]> {
  const entries = await store.queries.newest(500)
  return entries.map(({ contentHtml }) => contentHtml)
}

const unsafe = (word: string) => `<p onclick="x()">${word} <img src="javascript:x()"></p>`
const inWords = (word: string) => `<p> ${word} </p>`

test('what an older version let through is made again, in a thread', async () => {
  const store = await openOldStore()
  await store.subscribe([{ url: a }])
  await addOld(store, a, [{ id: '1', titleHtml: '<b onclick="x()">t</b>', contentHtml: unsafe('one') }])
  const pool = openParserPool()
  onTestFinished(() => pool.close())
  expect(await renewHtml(store, pool)).toEqual([])
  expect(await store.queries.newest(1)).toMatchObject([{ titleHtml: '<b>t</b>', contentHtml: '<p>one </p>' }])
  expect(await store.oldestSanitiser()).toBeGreaterThan(1)
})

test('entries that hang, break or fill the memory are shown as their words, and the feed is named', async () => {
  const store = await openOldStore()
  await store.subscribe([{ url: a }, { url: b }])
  const faults = ['hangs', 'breaks', 'grows']
  await addOld(
    store,
    a,
    faults.map((title) => ({ id: title, title, contentHtml: unsafe(title) })),
  )
  await addOld(store, b, [{ id: 'sound', contentHtml: '<p class="x">sound <b>text</b></p>' }])
  const worker = pathToFileURL(path.join(import.meta.dirname, '../workers/troubled-worker.mjs'))
  const pool = openParserPool({ cpuMs: 1000, heapMb: 64 }, worker)
  onTestFinished(() => pool.close())
  const said = await renewHtml(store, pool)
  expect(said).toEqual([
    expect.stringMatching(/^https:\/\/a\.example\/feed: 3 entries stand there as plain text after the upgrade: /),
  ])
  const texts = await textsOf(store)
  expect(texts.toSorted()).toEqual([...faults.map(inWords), '<p>sound <b>text</b></p>'].toSorted())
  // The next build has nothing to renew.
  expect(await renewHtml(store, pool)).toEqual([])
})

test('a feed whose entries hang one after the other is given up after three', async () => {
  const store = await openOldStore()
  await store.subscribe([{ url: a }, { url: b }])
  const many = Array.from({ length: 30 }, (_, number) => ({ id: `${number}`, contentHtml: unsafe(`text ${number}`) }))
  await addOld(store, a, many)
  let asked = 0
  const refuse = async () => {
    asked += 1
    return { kind: 'unreadable' as const, problem: { code: 'READER_TIMEOUT' as const, message: 'too long' } }
  }
  const said = await renewHtml(store, { renew: refuse })
  expect(asked).toBe(4)
  expect(said).toEqual([expect.stringMatching(/: 30 entries stand there as plain text after the upgrade: too long;/)])
  expect((await textsOf(store)).every((html) => html?.startsWith('<p>') && !html.includes('onclick'))).toBe(true)
})

test('a build that is killed while it renews goes on where it was', async () => {
  const store = await openOldStore()
  await store.subscribe([{ url: a }])
  await addOld(
    store,
    a,
    Array.from({ length: 120 }, (_, number) => ({ id: `${number}`, contentHtml: unsafe(`text ${number}`) })),
  )
  const renewed: number[] = []
  const counting: typeof readHere.renew = async (entries) => {
    if (renewed.length === 1) throw new Error('killed')
    renewed.push(entries.length)
    return readHere.renew(entries)
  }
  await expect(renewHtml(store, { renew: counting })).rejects.toThrow('killed')
  expect(renewed).toEqual([50])
  renewed.length = 0
  await renewHtml(store, {
    renew: async (entries) => {
      renewed.push(entries.length)
      return readHere.renew(entries)
    },
  })
  expect(renewed).toEqual([50, 20])
  expect((await textsOf(store)).every((html) => !html?.includes('onclick'))).toBe(true)
})
