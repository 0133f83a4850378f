import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeEncoded } from '../../src/entry-codec.ts'
import type {
  EntryChange,
  FeedAbout,
  FeedSource,
  FeedState,
  Move,
  OffFrontReason,
  OffSiteReason,
  ParsedEntry,
} from '../../src/model.ts'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'
import { archiveQueries } from '../../src/store/archive-queries.ts'
import { backUp } from '../../src/store/back-up.ts'
import { lockBuild } from '../../src/store/lock-build.ts'
import { migrations } from '../../src/store/migrations.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { StatePlace, Store } from '../../src/store/store.ts'
import { writeSqlite } from '../../src/store/write-sqlite.ts'
import { makeEntry } from '../make-entry.ts'
import { dropState, placeState, postgres, readBeside } from '../place-state.ts'

const [a, b] = ['https://a.example/feed', 'https://b.example/feed']
const at = (day: number) => new Date(Date.UTC(2020, 4, day))
let folder: string
let place: StatePlace
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-store-'))
  place = placeState(folder)
  store = await openStore(place)
  await store.subscribe([{ url: a }, { url: b }])
})

afterEach(async () => {
  await store.close()
  await dropState(place)
  rmSync(folder, { recursive: true })
})

function added(
  feed: string,
  entry: Partial<ParsedEntry>,
  day: number,
  offFront?: OffFrontReason,
  offSite?: OffSiteReason,
): EntryChange {
  const whole = makeEntry(entry)
  const record = {
    feed,
    ids: [whole.id ?? ''],
    publishedId: whole.id ?? '',
    firstSeen: at(20),
    position: at(day),
    rank: 1,
    updatedShown: at(day),
    offFront,
    offSite,
  }
  return {
    kind: 'added',
    entry: makeEncoded(whole),
    keys: makeEntryKeys(whole),
    entryHash: `hash of ${whole.id}`,
    record,
  }
}

async function apply(feed: string, ...changes: EntryChange[]): Promise<void> {
  const { state } = (await store.feeds()).find(({ source }) => source.url === feed) ?? {}
  await store.apply(feed, changes, state as FeedState, at(20), { touchAll: false, sanitiser: 1 })
}

/** Of SQLite's files; what is like it in PostgreSQL stands in postgres.test.ts. */
const onFile = test.skipIf(postgres !== undefined)

const ids = (entries: { publishedId: string }[]) => entries.map((entry) => entry.publishedId)

test('an entry comes back as it was stored', async () => {
  const entry = {
    id: 'tag:1',
    title: 'One',
    contentHtml: '<p>Text</p>',
    published: at(3),
    authors: [{ name: 'Ana', url: undefined, email: undefined }],
    enclosures: [{ url: 'https://a.example/x.ogg', type: 'audio/ogg', length: 3 }],
  }
  await apply(a, added(a, entry, 3))
  const { record } = added(a, entry, 3) as Extract<EntryChange, { kind: 'added' }>
  const { ids: _ids, rank: _rank, offSite: _offSite, ...shown } = record
  expect(await store.queries.newest(9)).toEqual([{ ...makeEntry(entry), ...shown, alsoIn: [], number: 1 }])
  const every = []
  for await (const kept of store.everyEntry()) every.push(kept)
  expect(every).toEqual([{ ...makeEntry(entry), ...record, alsoIn: [], number: 1 }])
})

test('newest: entries that are off the front stay out, equal positions go by feeds.yaml, then rank', async () => {
  await apply(b, added(b, { id: 'b' }, 5), added(b, { id: 'offFront' }, 6, 'first'))
  await apply(a, added(a, { id: 'a' }, 5), added(a, { id: 'old' }, 1))
  expect(ids(await store.queries.newest(9))).toEqual(['a', 'b', 'old'])
  expect(ids(await store.queries.newest(1))).toEqual(['a'])
})

test('between, lastBefore and firstFrom ask by time, entries that are off the front with them', async () => {
  await apply(a, added(a, { id: '1' }, 1), added(a, { id: '5' }, 5, 'first'), added(a, { id: '9' }, 9))
  expect(ids(await store.queries.between(at(1), at(9)))).toEqual(['5', '1'])
  expect(ids(await store.queries.titlesBetween(at(5), at(6)))).toEqual(['5'])
  expect(await store.queries.lastBefore(at(5))).toEqual(at(1))
  expect(await store.queries.firstFrom(at(5))).toEqual(at(5))
  expect(await store.queries.firstFrom(at(10))).toBeUndefined()
})

test('postCounts: of each feed that has any, each of twelve months; an entry of its first instant is its own', async () => {
  await apply(a, added(a, { id: 'before' }, 0), added(a, { id: '1' }, 1), added(a, { id: '2' }, 2))
  await apply(a, added(a, { id: 'two of it' }, 2, 'first'), added(a, { id: 'off' }, 3, undefined, 'deleted'))
  await apply(a, added(a, { id: '12' }, 12), added(a, { id: 'after' }, 13))
  await apply(b, added(b, { id: 'of another time' }, 14))
  const instants = Array.from({ length: 13 }, (_, index) => at(index + 1))
  const counts = [a, [1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]] as const
  expect([...(await store.queries.postCounts(instants))]).toEqual([counts])
  expect([...(await store.queries.postCounts(instants, a))]).toEqual([counts])
  expect([...(await store.queries.postCounts(instants, b))]).toEqual([])
  const later = Array.from({ length: 13 }, (_, index) => at(index + 10))
  expect((await store.queries.postCounts(later)).get(b)?.indexOf(1)).toBe(4)
})

test('countShown: those that are shown, up to a limit', async () => {
  await apply(a, added(a, { id: '1' }, 1), added(a, { id: '2' }, 2, 'first'), added(a, { id: '3' }, 3))
  await apply(b, added(b, { id: '4' }, 4))
  await apply(b, added(b, { id: '5' }, 5, undefined, 'quarantined'))
  expect(await store.countShown(9)).toBe(4)
  expect(await store.countShown(2)).toBe(2)
})

test('P-05 titlesBetween says how an entry without a title begins', async () => {
  const html = `<p>${'Text '.repeat(1000)}</p>`
  await apply(a, added(a, { id: 'named', title: 'One', contentHtml: html }, 1))
  await apply(a, added(a, { id: 'whole', title: undefined, contentHtml: html, summaryHtml: '<p>Short</p>' }, 2))
  await apply(a, added(a, { id: 'short', title: ' ', contentHtml: undefined, summaryHtml: '<p>Short</p>' }, 3))
  await apply(a, added(a, { id: 'empty', title: undefined, contentHtml: undefined, summaryHtml: undefined }, 4))
  const titles = await store.queries.titlesBetween(at(1), at(9))
  expect(titles.map(({ publishedId, start }) => [publishedId, start])).toEqual([
    ['empty', undefined],
    ['short', '<p>Short</p>'],
    ['whole', html.slice(0, 2000)],
    ['named', undefined],
  ])
})

const link = 'https://c.example/post'
const c = 'https://c.example/feed'

/** Two feeds with one link: their addresses in the order of feeds.yaml, what is said of them, and what keeps one off the front. */
type Pair = {
  name: string
  feeds: [first: FeedSource, second: FeedSource]
  /** The site that each of them names. */
  says?: [string | undefined, string | undefined]
  offFront?: [OffFrontReason | undefined, OffFrontReason | undefined]
  /** The feed that shows it, and whether it is on the front page. */
  shown: string
  front: boolean
}
const pairs: Pair[] = [
  { name: 'of nobody’s domain: the first of feeds.yaml', feeds: [{ url: a }, { url: b }], shown: a, front: true },
  {
    name: 'of nobody’s domain: the first of feeds.yaml, also where it was kept from the front page',
    feeds: [{ url: a }, { url: b }],
    offFront: ['first', undefined],
    shown: a,
    front: false,
  },
  { name: 'the owner by its address stands last', feeds: [{ url: a }, { url: c }], shown: c, front: true },
  {
    name: 'the owner was kept from the front page: nobody brings it there',
    feeds: [{ url: a }, { url: 'https://feeds.c.example/' }],
    offFront: [undefined, 'first'],
    shown: 'https://feeds.c.example/',
    front: false,
  },
  {
    name: 'the owner by the site that feeds.yaml names',
    feeds: [{ url: a }, { url: b, site: 'https://www.c.example/' }],
    shown: b,
    front: true,
  },
  {
    name: 'the owner by the site that it names itself',
    feeds: [{ url: a }, { url: b }],
    says: ['https://a.example/', 'https://c.example/blog'],
    shown: b,
    front: true,
  },
  {
    name: 'who only says so gives way to the domain itself',
    feeds: [{ url: a }, { url: c }],
    says: ['https://c.example/', undefined],
    shown: c,
    front: true,
  },
  {
    name: 'who only says so gives way to what feeds.yaml says',
    feeds: [{ url: a }, { url: b, site: 'https://c.example/' }],
    says: ['https://c.example/', 'https://b.example/'],
    shown: b,
    front: true,
  },
]

test.each(pairs)('K-11 one link in two feeds: $name', async ({ feeds, says = [], offFront = [], shown, front }) => {
  await store.subscribe(feeds)
  for (const [index, { url }] of feeds.entries()) {
    const site = says[index]
    if (site !== undefined) await say(url, site)
    await apply(
      url,
      added(url, { id: url, link: index === 0 ? link : 'http://www.c.example/post/' }, 5, offFront[index]),
    )
  }
  const entries = await store.queries.between(at(1), at(9))
  expect(entries.map(({ feed, alsoIn }) => [feed, alsoIn])).toEqual([
    [shown, feeds.map(({ url }) => url).filter((url) => url !== shown)],
  ])
  expect((await store.queries.newest(9)).map(({ feed }) => feed)).toEqual(front ? [shown] : [])
  const found = await store.findEntries(link, makeEntryKeys(makeEntry({ link })).linkKey)
  expect(found.map(({ feed, shownUnder }) => [feed, shownUnder])).toEqual(
    feeds.map(({ url }) => [url, url === shown ? undefined : shown]),
  )
})

/** A version of a feed that names its site. */
async function say(feed: string, site: string): Promise<void> {
  const { state } = (await store.feeds()).find(({ source }) => source.url === feed) ?? {}
  const about = { link: site } as FeedAbout
  await store.apply(feed, [], { ...(state as FeedState), about }, at(20), {
    touchAll: false,
    sanitiser: 1,
    carried: [],
  })
}

test('K-11 what is shown follows a change of sites and of the order, and the pages of both are touched', async () => {
  await store.subscribe([{ url: a }, { url: b }])
  await apply(a, added(a, { id: 'a', link }, 3), added(a, { id: 'alone' }, 2))
  await apply(b, added(b, { id: 'b', link }, 6))
  const changes: [name: string, change: () => Promise<void>, shown: string][] = [
    ['feeds.yaml names the site', () => store.subscribe([{ url: a }, { url: b, site: 'https://c.example/' }]), b],
    ['and no longer', () => store.subscribe([{ url: a }, { url: b }]), a],
    ['the order', () => store.subscribe([{ url: b }, { url: a }]), b],
    ['a feed is left out', () => store.subscribe([{ url: a }]), a],
    ['and is back', () => store.subscribe([{ url: b }, { url: a }]), b],
    ['a feed names its site', () => say(a, 'https://c.example/'), a],
  ]
  for (const [name, change, shown] of changes) {
    const revision = await store.revision()
    await change()
    expect([name, (await store.queries.newest(1))[0]?.feed]).toEqual([name, shown])
    const touched = await store.queries.touchedSince(revision)
    expect([name, touched]).toEqual([name, expect.arrayContaining([at(3), at(6)])])
  }
  const revision = await store.revision()
  await store.subscribe([{ url: b }, { url: a }])
  await say(a, 'https://c.example/')
  expect(await store.revision()).toBe(revision)
})

test('K-11 "also in": three feeds at most, and only those that had it within 30 days', async () => {
  const others = ['1', '2', '3', '4', '5'].map((number) => `https://n${number}.example/feed`)
  await store.subscribe([...others, c].map((url) => ({ url })))
  await apply(c, added(c, { id: 'c', link }, 1))
  for (const [index, feed] of others.entries()) {
    const change = added(feed, { id: feed, link }, 2) as Extract<EntryChange, { kind: 'added' }>
    const firstSeen = new Date(+at(20) + (index === 0 ? 31 : 29) * 86_400_000)
    await apply(feed, { ...change, record: { ...change.record, firstSeen } })
  }
  expect((await store.queries.newest(9)).map(({ feed, alsoIn }) => [feed, alsoIn])).toEqual([[c, others.slice(1, 4)]])
})

test('K-11 the twin of a new entry is touched, since it may be shown no more', async () => {
  await apply(b, added(b, { id: 'b', link }, 3))
  const revision = await store.revision()
  await apply(a, added(a, { id: 'a', link }, 6))
  expect(await store.queries.touchedSince(revision)).toEqual([at(3), at(6)])
})

test('known: by any id, by link path, by title and day; of the feed alone', async () => {
  await apply(a, added(a, { id: '1' }, 1), added(a, { id: '2', link }, 2))
  await apply(a, added(a, { id: '3', title: 'T', published: at(3) }, 3), added(a, { id: 'else' }, 4))
  await apply(b, added(b, { id: '1' }, 1))
  const version = { ids: ['1'], linkPaths: ['/post'], titleDays: ['2020-05-03 t'], textDays: [] }
  expect(ids((await store.known(a, version)).entries)).toEqual(['1', '2', '3'])
})

test('known: an id once given matches for ever, and ids come in the order of first sight', async () => {
  await apply(a, added(a, { id: '1' }, 1))
  const [known] = (await store.known(a, { ids: ['1'], linkPaths: [], titleDays: [], textDays: [] })).entries
  const entry = makeEntry({ id: '0' })
  await apply(a, {
    kind: 'changed',
    key: known?.key ?? 0,
    entry: makeEncoded(entry),
    keys: makeEntryKeys(entry),
    entryHash: 'new',
    newIds: ['0'],
    updatedShown: at(1),
    position: at(1),
    offSite: undefined,
  })
  for (const id of ['0', '1']) {
    const { entries } = await store.known(a, { ids: [id], linkPaths: [], titleDays: [], textDays: [] })
    expect(entries.map((entry) => [entry.ids, entry.publishedId])).toEqual([[['1', '0'], '1']])
  }
})

test('known: whether the feed, and the store, is new', async () => {
  const keys = { ids: [], linkPaths: [], titleDays: [], textDays: [] }
  await apply(a, added(a, { id: '1' }, 1))
  expect(await store.known(a, keys)).toMatchObject({ isNewFeed: false, isFirstBuild: true })
  expect(await store.known(b, keys)).toMatchObject({ isNewFeed: true, isFirstBuild: true })
})

const published = async () => {
  const entries: (string | undefined)[][] = []
  for await (const entry of store.everyEntry()) entries.push([entry.feed, entry.title, entry.publishedId])
  return entries
}
const derived = expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)

test('F-03 a published id is never shared: the second feed that brings it gets one of its own, same link or not', async () => {
  await apply(a, added(a, { id: 'https://a.example/1', title: 'A', link }, 1))
  await apply(b, added(b, { id: 'https://a.example/1', title: 'B', link }, 1))
  expect(await published()).toEqual([
    [a, 'A', 'https://a.example/1'],
    [b, 'B', derived],
  ])
})

test('F-03 an id that its feed gives to another entry, again and again, is published once', async () => {
  for (const title of ['One', 'Two', 'Three']) await apply(a, added(a, { id: 'https://a.example/1', title }, 1))
  const ids = (await published()).map(([, , id]) => id)
  expect(ids).toEqual(expect.arrayContaining(['https://a.example/1', derived]))
  expect(new Set(ids).size).toBe(3)
})

test('a feed that feeds.yaml lists no more keeps its entries and comes last', async () => {
  await apply(a, added(a, { id: 'a' }, 5))
  await apply(b, added(b, { id: 'b' }, 5))
  await store.subscribe([{ url: b }])
  expect((await store.feeds()).map(({ source, active }) => [source.url, active])).toEqual([
    [b, true],
    [a, false],
  ])
  expect(ids(await store.queries.newest(9))).toEqual(['b', 'a'])
})

test('newestOf: of some feeds, entries that are off the front with them, before an instant', async () => {
  await apply(a, added(a, { id: 'a1' }, 1), added(a, { id: 'a7' }, 7, 'first'))
  await apply(b, added(b, { id: 'b5' }, 5))
  expect(ids(await store.queries.newestOf([a], 9))).toEqual(['a7', 'a1'])
  expect(ids(await store.queries.newestOf([a, b], 2))).toEqual(['a7', 'b5'])
  expect(ids(await store.queries.newestOf([a, b], 9, at(5)))).toEqual(['a1'])
})

test('newestShownOf: without those off the front, feeds in their order where positions are equal', async () => {
  await apply(a, added(a, { id: 'a5' }, 5), added(a, { id: 'a7' }, 7, 'first'))
  await apply(b, added(b, { id: 'b5' }, 5), added(b, { id: 'b1' }, 1))
  expect(ids(await store.queries.newestShownOf([a, b], 9))).toEqual(['a5', 'b5', 'b1'])
  expect(ids(await store.queries.newestShownOf([b], 1))).toEqual(['b5'])
})

test('touchedFeedsSince: feeds of changed entries', async () => {
  const revision = await store.revision()
  await apply(b, added(b, { id: 'b' }, 5))
  expect(await store.queries.touchedFeedsSince(revision)).toEqual([b])
  expect(await store.queries.touchedFeedsSince(await store.revision())).toEqual([])
})

test('P-32 a slug is given once something is known of the feed, for ever, and to one feed only', async () => {
  const slugs = async () => (await store.feeds()).map(({ slug }) => slug)
  await store.giveSlugs(() => 'blog')
  expect(await slugs()).toEqual([undefined, undefined])
  await store.subscribe([
    { url: a, name: 'A' },
    { url: b, name: 'B' },
  ])
  await store.giveSlugs(() => 'blog')
  expect(await slugs()).toEqual(['blog', 'blog-2'])
  await store.giveSlugs(() => 'other')
  expect(await slugs()).toEqual(['blog', 'blog-2'])
})

test('renewTexts: HTML of an older sanitiser is made again, and its page is touched', async () => {
  await apply(a, added(a, { id: '1', contentHtml: '<p>old</p>' }, 3))
  const revision = await store.revision()
  expect(await store.oldTexts(1, 9)).toEqual([])
  const old = await store.oldTexts(2, 9)
  expect(old).toMatchObject([{ feed: a, entry: { contentHtml: '<p>old</p>' } }])
  await store.renewTexts(
    2,
    old.map(({ key, entry }) => ({ key, entry: { ...entry, contentHtml: '<p>new</p>' } })),
  )
  expect(await store.oldTexts(2, 9)).toEqual([])
  expect(await store.queries.touchedSince(revision)).toEqual([at(3)])
  expect((await store.queries.newest(1))[0]?.contentHtml).toBe('<p>new</p>')
})

test('limitAge: what is too old for the front follows the configuration; a flood stays held back', async () => {
  await apply(a, added(a, { id: 'new' }, 19), added(a, { id: 'old' }, 1), added(a, { id: 'flood' }, 1, 'first'))
  await store.limitAge(5 * 86_400_000)
  expect(ids(await store.queries.newest(9))).toEqual(['new'])
  await store.limitAge(undefined)
  expect(ids(await store.queries.newest(9))).toEqual(['new', 'old'])
})

onFile('O-15 a state of a newer version is refused and left alone', async () => {
  const file = path.join(folder, 'planet.db')
  await store.close()
  const database = new Database(file)
  database.exec('PRAGMA user_version = 99')
  database.close()
  const before = readFileSync(file)
  await expect(openStore(place)).rejects.toThrow('written by a newer version of planet; nothing was touched')
  expect(readFileSync(file).equals(before)).toBe(true)
  rmSync(file)
  store = await openStore(place)
})

onFile('O-15 a state of an older version is brought up to date, and a copy of it is kept', async () => {
  const file = path.join(folder, 'planet.db')
  await apply(a, added(a, { id: '1' }, 3))
  await store.close()
  const newer = openDatabase(file, [...migrations, 'ALTER TABLE entries ADD COLUMN mood TEXT'])
  expect(newer.prepare('SELECT entry_id, mood FROM entries').get()).toMatchObject({ entry_id: 1, mood: null })
  newer.close()
  const old = new Database(`${file}.version-${migrations.length}`)
  expect(old.prepare('SELECT count(*) AS count FROM entries').get()).toMatchObject({ count: 1 })
  expect(() => old.prepare('SELECT mood FROM entries')).toThrow('no such column')
  old.close()
  rmSync(file)
  store = await openStore(place)
})

onFile('O-15 a damaged state is refused and left alone', async () => {
  const file = path.join(folder, 'planet.db')
  await store.close()
  writeFileSync(file, 'this is no database')
  await expect(openStore(place)).rejects.toThrow('is damaged; nothing was touched')
  expect(readFileSync(file, 'utf8')).toBe('this is no database')
  rmSync(file)
  store = await openStore(place)
})

onFile('O-13 one build at a time; the kernel frees the lock of one that was killed', async () => {
  const code = `
    import Database from 'libsql'
    const database = new Database(${JSON.stringify(path.join(folder, 'lock.db'))})
    database.exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await expect(lockBuild(place, async () => '14:00 (pid 4711)')).rejects.toThrow(
    'another build has been running since 14:00 (pid 4711); nothing done',
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await lockBuild(place, async () => undefined)).release()
})

onFile.each(Object.entries(archiveQueries))('no query of a build reads the whole history: %s', (_name, query) => {
  const database = new Database(path.join(folder, 'planet.db'))
  const names = Array.from(query.matchAll(/:([a-z]+\d*)\b/g), ([, name]) => [name, '1'])
  const values = names.length > 0 ? [Object.fromEntries(names)] : Array.from(query.matchAll(/\?/g), () => '[1]')
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${writeSqlite(query)}`).all(...values) as {
    parent: number
    detail: string
  }[]
  database.close()
  const steps = plan.map((step) => step.detail)
  // The newest are read in the order of their index, and LIMIT ends that; sorting all, or walking all, would not end.
  const newest = 'SCAN entries USING INDEX entries_shown'
  // Of feeds, and of what a query was given, there are as many as there are blogs; of the ids and the twins of an entry, few.
  const harmless = /^SCAN (f|span|own|others|json_each|\(subquery-\d+\))( |$)/
  expect(steps.filter((step) => step.startsWith('SCAN') && step !== newest && !harmless.test(step))).toEqual([])
  const whole = plan.filter(({ parent }) => parent === 0).map(({ detail }) => detail)
  if (steps.includes(newest)) expect(whole).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

onFile('a closed store is whole, and its write-ahead log is empty', async () => {
  await apply(a, added(a, { id: '1', title: 'nul \0 inside' }, 1))
  expect((await store.queries.newest(1))[0]?.title).toBe('nul \0 inside')
  await store.close()
  expect(statSync(path.join(folder, 'planet.db-wal')).size).toBe(0)
  const database = new Database(path.join(folder, 'planet.db'))
  expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
  database.close()
  store = await openStore(place)
})

test('the first build is over when a build has been finished, and has brought something', async () => {
  const isFirst = async () =>
    (await store.known(a, { ids: [], linkPaths: [], titleDays: [], textDays: [] })).isFirstBuild
  await store.finishBuild(at(20))
  expect(await isFirst()).toBe(true)
  await apply(a, added(a, { id: '1' }, 1))
  expect(await isFirst()).toBe(true)
  await store.finishBuild(at(20))
  expect(await isFirst()).toBe(false)
})

onFile('O-15 a copy of the state is kept once a week, and can be put in its place', async () => {
  const backup = path.join(folder, 'backup.db')
  await apply(a, added(a, { id: '1' }, 1))
  const finish = async (day: number) => {
    await store.finishBuild(at(day))
    const isDue = await store.isBackupDue(at(day))
    if (isDue) await backUp(folder, at(day))
    return isDue
  }
  expect([await finish(1), await finish(7), existsSync(backup)]).toEqual([false, false, false])
  expect([await finish(9), existsSync(backup)]).toEqual([true, true])
  await apply(a, added(a, { id: '2' }, 2))
  expect(await finish(10)).toBe(false)
  await store.close()
  const file = path.join(folder, 'planet.db')
  writeFileSync(file, 'damaged')
  await expect(openStore(place)).rejects.toThrow('backup.db')
  // This process still has the damaged file open; a command would have ended.
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  copyFileSync(backup, file)
  store = await openStore(place)
  expect(ids(await store.queries.newest(9))).toEqual(['1'])
})

test('F-03 a state in which two entries have one published id: the later one gets its own, and its pages are touched', async () => {
  const file = path.join(folder, 'old.db')
  const old = openDatabase(file, migrations.slice(0, 2))
  old.exec(`INSERT INTO meta VALUES ('revision', '7');
    INSERT INTO feeds VALUES (1, '${a}', 0, 1, '{"url":"${a}"}', '{}', 'a'), (2, '${b}', 1, 1, '{"url":"${b}"}', '{}', 'b')`)
  const put = old.prepare(
    `INSERT INTO entries (entry_id, feed_id, published_id, first_seen, position, rank, updated_shown, source_hash, entry_hash,
       revision, authors, link, link_key) VALUES (?, ?, ?, 1, 1, 1, 1, '', '', 3, '[]', '${link}', 'c.example/post')`,
  )
  put.run(1, 2, 'https://c.example/post')
  put.run(2, 1, 'https://c.example/post')
  put.run(3, 1, 'javascript:alert(1)')
  old.close()
  const state = openDatabase(file)
  const rows = state.prepare('SELECT published_id, revision FROM entries ORDER BY entry_id').all()
  expect(rows).toEqual([
    { published_id: 'https://c.example/post', revision: 3 },
    { published_id: derived, revision: 8 },
    { published_id: derived, revision: 8 },
  ])
  expect(state.prepare("SELECT value FROM meta WHERE name = 'revision'").get()).toMatchObject({ value: '8' })
  expect(() => state.exec('UPDATE entries SET published_id = 1')).toThrow('UNIQUE')
  state.close()
})

const [old, other, next] = ['https://s.example/feed', 'https://o.example/feed', 'https://n.example/feed']
const edits: { name: string; moved?: Move; lists: FeedSource[][]; same: boolean }[] = [
  {
    name: 'redirected there, and adopted',
    moved: { to: next, since: at(1), isAdopted: true },
    lists: [
      [{ url: old }, { url: other }],
      [{ url: other }, { url: next }],
    ],
    same: true,
  },
  {
    name: 'redirected there, at another domain, not adopted',
    moved: { to: next, since: at(1), isAdopted: false },
    lists: [[{ url: old }], [{ url: next }]],
    same: false,
  },
  {
    name: 'redirected there and adopted, taken off the list before',
    moved: { to: next, since: at(1), isAdopted: true },
    lists: [[{ url: old }], [], [{ url: next }]],
    same: false,
  },
  { name: 'nothing but the scheme', lists: [[{ url: old }], [{ url: 'http://www.s.example/feed/' }]], same: true },
  {
    name: 'nothing but the scheme, taken off the list before',
    lists: [[{ url: old }], [], [{ url: 'http://s.example/feed' }]],
    same: false,
  },
  {
    name: 'the same line and name',
    lists: [
      [{ url: old, name: 'Ann' }, { url: other }],
      [{ url: next, name: 'Ann' }, { url: other }],
    ],
    same: true,
  },
  {
    name: 'the same line and name, with a new feed before it',
    lists: [
      [{ url: other }, { url: old, name: 'Ann' }],
      [{ url: 'https://new.example/' }, { url: other }, { url: next, name: 'Ann' }],
    ],
    same: true,
  },
  {
    name: 'the same name in another line',
    lists: [
      [{ url: old, name: 'Ann' }, { url: other }],
      [{ url: other }, { url: next, name: 'Ann' }],
    ],
    same: false,
  },
  {
    name: 'the same line, another name',
    lists: [[{ url: old, name: 'Ann' }], [{ url: next, name: 'Bob' }]],
    same: false,
  },
  { name: 'the same line, no name', lists: [[{ url: old }], [{ url: next }]], same: false },
]

test.each(edits)(
  'K-02 an address is changed in feeds.yaml: $name',
  async ({ moved, lists: [first = [], ...later], same }) => {
    await store.subscribe(first)
    await apply(old, added(old, { id: 'old', title: 'Old' }, 3))
    const { state } = (await store.feeds()).find(({ source }) => source.url === old) ?? {}
    await store.apply(old, [], { ...(state as FeedState), moved }, at(20), { touchAll: false, sanitiser: 1 })
    for (const list of later) await store.subscribe(list)
    const came = later.at(-1)?.find(({ url }) => ![other, 'https://new.example/'].includes(url))
    expect((await store.feeds()).some(({ source }) => source.url === old)).toBe(!same)
    expect(await published()).toEqual([[same ? came?.url : old, 'Old', 'old']])
  },
)

test('K-12 an entry of a feed stays gone when the address of the feed is changed, and the list of purges after it', async () => {
  await store.subscribe([{ url: old }])
  await apply(old, added(old, { id: '1' }, 1), added(old, { id: '2' }, 2))
  const purges = { feeds: [], words: [], linkKeys: [], entries: [{ feed: old, id: '1' }] }
  await store.purgeEntries(purges, at(20))
  await store.subscribe([{ url: `${old}/` }])
  const { entries } = purges
  await store.purgeEntries({ ...purges, entries: [...entries, { feed: `${old}/`, id: '2' }] }, at(20))
  expect((await store.findEntries('1', undefined)).map(({ feed, offSite }) => [feed, offSite])).toEqual([
    [`${old}/`, 'purged'],
  ])
  expect(await store.queries.newest(9)).toEqual([])
})

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

test('O-17 the state is its owner’s alone: the folder, planet.db, what lies beside it, and copies of it', async () => {
  const own = path.join(folder, 'planet/.planet')
  const state = await openStore({ kind: 'folder', folder: own })
  await state.subscribe([{ url: a }])
  const files = ['planet.db', 'planet.db-wal', 'planet.db-shm'].map((name) => path.join(own, name))
  expect([own, ...files].map(modeOf)).toEqual(['700', '600', '600', '600'])
  await state.finishBuild(at(1))
  await state.close()
  await backUp(own, at(9))
  expect(modeOf(path.join(own, 'backup.db'))).toBe('600')

  // As earlier versions made it, and as a copy was put back.
  for (const [file, mode] of [
    [own, 0o755],
    [path.join(own, 'planet.db'), 0o644],
  ] as const) {
    chmodSync(file, mode)
  }
  openDatabase(path.join(own, 'planet.db'), [...migrations, 'SELECT 1']).close()
  const copy = path.join(own, `planet.db.version-${migrations.length}`)
  expect([own, path.join(own, 'planet.db'), copy].map(modeOf)).toEqual(['700', '600', '600'])
})

test('a state folder of another name, which may hold other files, keeps its mode', () => {
  const shared = path.join(folder, 'shared')
  mkdirSync(shared, { mode: 0o755 })
  const file = path.join(shared, 'planet.db')
  openDatabase(file).close()
  openDatabase(file, [...migrations, 'SELECT 1']).close()
  expect([shared, file].map(modeOf)).toEqual(['755', '600'])
})

/** What a crash would leave at this moment: the files as they are, opened by another process. */
function readCrashed<T>(read: (database: Database.Database) => T): T {
  const copy = mkdtempSync(path.join(folder, 'crash-'))
  for (const name of ['planet.db', 'planet.db-wal']) copyFileSync(path.join(folder, name), path.join(copy, name))
  const database = openDatabase(path.join(copy, 'planet.db'))
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const landedStatement =
  'SELECT url, state, (SELECT count(*) FROM entries e WHERE e.feed_id = f.feed_id) AS entries FROM feeds f ORDER BY place'

/** What has landed, as somebody else sees it. */
async function landedFeeds() {
  const rows =
    place.kind === 'folder'
      ? readCrashed((database) => database.prepare(landedStatement).all())
      : await readBeside(place, landedStatement)
  return (rows as { url: string; state: string; entries: number | string }[]).map(({ url, state, entries }) => [
    ...[url, state.includes('etag-1'), Number(entries)],
  ])
}

/** As a feed is stored that has answered: its entries, and what would let its server say that nothing is new since. */
async function answer(feed: string, ...changes: EntryChange[]): Promise<void> {
  const { state } = (await store.feeds()).find(({ source }) => source.url === feed) ?? {}
  const validators = { etag: '"etag-1"', url: feed }
  const answered = {
    ...{ at: at(20), firstAt: at(20), validators, bodyHash: undefined },
    ...{ sameBodies: 0, freshUntil: undefined },
  }
  await store.apply(feed, changes, { ...(state as FeedState), answer: answered }, at(20), {
    touchAll: false,
    sanitiser: 1,
  })
}

test('O-12 feeds are stored in batches: a crash in the middle loses entries and validators alike', async () => {
  await answer(a, added(a, { id: '1' }, 1))
  await answer(b, added(b, { id: '2' }, 2))
  expect(await published()).toHaveLength(2)
  expect(await landedFeeds()).toEqual([
    [a, false, 0],
    [b, false, 0],
  ])
  await store.land()
  const whole = [
    [a, true, 1],
    [b, true, 1],
  ]
  expect(await landedFeeds()).toEqual(whole)
  await answer(a, added(a, { id: '3' }, 3))
  expect(await landedFeeds()).toEqual(whole)
  // Anything else that is written comes after it.
  await store.setHolder('me')
  expect(await landedFeeds()).toEqual([
    [a, true, 2],
    [b, true, 1],
  ])
})

test('O-12 what goes wrong over one feed of a batch takes back that feed alone', async () => {
  await answer(a, added(a, { id: '1' }, 1))
  const broken = { ...added(b, { id: '3' }, 3), entryHash: undefined } as unknown as EntryChange
  await expect(answer(b, added(b, { id: '2' }, 2), broken)).rejects.toThrow()
  await store.land()
  expect(await landedFeeds()).toEqual([
    [a, true, 1],
    [b, false, 0],
  ])
})

test('a batch lands by itself when it is large', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => added(a, { id: `n${index}` }, 1))
  await answer(a, ...many)
  expect((await landedFeeds())[0]).toEqual([a, true, 2000])
})

test('what one part of a build writes of a feed, the next reads, though rows are read once', async () => {
  const asked = { at: at(20), status: 200 }
  const state = async () => (await store.feeds()).map((feed) => [feed.source.url, feed.slug, feed.state.asked])
  const { state: before } = (await store.feeds())[0] ?? {}
  await store.apply(a, [], { ...(before as FeedState), asked }, at(20), { touchAll: false, sanitiser: 1 })
  expect(await state()).toEqual([
    [a, undefined, asked],
    [b, undefined, undefined],
  ])
  // Read anew, it is what was noted and not written yet.
  await store.forgetFeeds()
  expect((await state())[0]).toEqual([a, undefined, asked])
  await store.giveSlugs(() => 'blog')
  await store.subscribe([{ url: b }, { url: `${a}/` }])
  // At its new address it is a feed that was never asked.
  expect(await state()).toEqual([
    [b, undefined, undefined],
    [`${a}/`, 'blog', undefined],
  ])
  const broken = { ...added(b, { id: '3' }, 3), entryHash: undefined } as unknown as EntryChange
  const news = store.apply(b, [broken], { ...(before as FeedState), asked }, at(20), { touchAll: false, sanitiser: 1 })
  await expect(news).rejects.toThrow()
  expect((await state())[0]).toEqual([b, undefined, undefined])
})

onFile('O-15 while a copy is made others build, and it is the state as it was when it was begun', async () => {
  await apply(a, added(a, { id: '1' }, 1))
  await store.finishBuild(at(1))
  const backup = path.join(folder, 'backup.db')
  // As a build leaves it that was killed while it made one.
  writeFileSync(`${backup}-new`, 'half')

  const copying = backUp(folder, at(9))
  // It goes on when this turn ends. Until then nothing of what others write comes into the file.
  const other = new Database(path.join(folder, 'planet.db'))
  other.exec("UPDATE feeds SET slug = 'later' WHERE place = 0")
  const { log, checkpointed } = other.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as Record<string, number>
  other.close()
  expect([log === 0, checkpointed]).toEqual([false, 0])
  await copying
  const copy = new Database(backup)
  expect(copy.prepare('SELECT count(*) AS count FROM entries').get()).toMatchObject({ count: 1 })
  expect(copy.prepare("SELECT count(*) AS count FROM feeds WHERE slug = 'later'").get()).toMatchObject({ count: 0 })
  copy.close()
  expect(existsSync(`${backup}-new`)).toBe(false)
  expect([await store.isBackupDue(at(15)), await store.isBackupDue(at(16))]).toEqual([false, true])
})

onFile('O-15 what is taken down while a copy is made is in no copy', async () => {
  await apply(a, added(a, { id: '1' }, 1))
  await store.finishBuild(at(1))
  const copying = backUp(folder, at(9))
  await store.purgeEntries({ feeds: [], words: ['1'], linkKeys: [], entries: [] }, at(9))
  await store.land()
  await copying
  expect(['backup.db', 'backup.db-new'].filter((name) => existsSync(path.join(folder, name)))).toEqual([])
  expect(await store.isBackupDue(at(9))).toBe(true)
  await backUp(folder, at(9))
  const copy = new Database(path.join(folder, 'backup.db'))
  expect(copy.prepare('SELECT count(*) AS count FROM texts').get()).toMatchObject({ count: 0 })
  copy.close()
})

onFile('O-15 a copy that is made while somebody reads is whole, too', async () => {
  const reader = new Database(path.join(folder, 'planet.db'))
  await apply(a, added(a, { id: '1' }, 1))
  await store.finishBuild(at(1))
  reader.exec('BEGIN')
  expect(reader.prepare('SELECT count(*) AS count FROM entries').get()).toMatchObject({ count: 1 })
  await apply(a, added(a, { id: '2' }, 2))
  await store.land()
  await backUp(folder, at(9))
  reader.exec('ROLLBACK')
  reader.close()
  const copy = new Database(path.join(folder, 'backup.db'))
  expect(copy.prepare('SELECT count(*) AS count FROM entries').get()).toMatchObject({ count: 2 })
  copy.close()
})
