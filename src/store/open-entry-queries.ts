import { joinEntry, type StoredEntry } from '../entry-codec.ts'
import type { EntryQueries, TopicQueries } from '../entry-queries.ts'
import type { Entry, EntrySpan, EntryTitle, Person } from '../model.ts'
import { archiveQueries } from './archive-queries.ts'
import type { Database } from './database.ts'
import { makeNumbered, makeShownRecord, type NumberedRow, type ShownRow, toDate } from './make-record.ts'
import { readEnds } from './read-ends.ts'
import { fillsPlaces, sharePlaces } from './share-places.ts'

type TitleRow = {
  url: string
  published_id: string
  link: string | null
  title: string | null
  language: string | null
  position: number
  authors: string
  start: string | null
}

/** How many entries a feed has in each of twelve months, in their order. */
type RhythmRow = { url: string } & Record<`month${number}`, number>

/** `also_in`: JSON, where there is any. */
export type EntryRow = ShownRow & StoredEntry & { also_in: string | null }

export function openEntryQueries(database: Database): Omit<EntryQueries, keyof TopicQueries> {
  const readPosition = async (query: 'lastBefore' | 'firstFrom', instant: Date) => {
    const row = await database.get<{ position: number }>(archiveQueries[query], +instant)
    return toDate(row?.position ?? null)
  }
  const toPlace = (entry_id: number) => ({ entry_id })
  return {
    async newest(limit, most = limit, caps = new Map()) {
      if (most >= limit && caps.size === 0) return readEntries(database, 'newest', limit)
      return readShared(database, limit, most, caps)
    },
    between: (from, to) => readEntries(database, 'between', +from, +to),
    async newestOf(feeds, limit, before = new Date(8.64e15)) {
      const [feed, ...others] = feeds
      if (feed === undefined || others.length > 0) return readNewest(database, 'newestOf', feeds, [+before], limit)
      const rows = await database.all<EntryRow>(archiveQueries.newestWholeOf, feed, +before, limit)
      return rows.map(makeEntry)
    },
    newestShownOf: (feeds, limit, most = limit) => readNewest(database, 'newestShownOf', feeds, [], limit, most),
    async titlesBetween(from, to, limit = Number.MAX_SAFE_INTEGER) {
      const rows = await database.all<TitleRow>(archiveQueries.titlesBetween, +from, +to, limit)
      return rows.map(makeTitle)
    },
    lastBefore: (instant) => readPosition('lastBefore', instant),
    firstFrom: (instant) => readPosition('firstFrom', instant),
    async lastOf(feeds, before) {
      const row = await database.get<{ position: number | null }>(archiveQueries.lastOf, +before, feeds)
      return toDate(row?.position ?? null)
    },
    async postCounts(instants, feed) {
      const starts = Object.fromEntries(instants.map((instant, index) => [`from${index}`, +instant]))
      const rows =
        feed === undefined
          ? await database.all<RhythmRow>(archiveQueries.postCounts, starts)
          : await database.all<RhythmRow>(archiveQueries.postCountsOf, { ...starts, feed })
      const counts = rows.map(({ url, ...months }): [string, number[]] => [url, Object.values(months)])
      return new Map(counts.filter(([, months]) => months.some(Boolean)))
    },
    async counts(instants) {
      const rows = await database.all<{ entries: number }>(archiveQueries.counts, makeSpans(instants))
      return rows.map(({ entries }) => entries)
    },
    async touchedSince(revision) {
      const rows = await database.all<{ position: number }>(archiveQueries.touchedSince, revision)
      return rows.map((row) => new Date(row.position))
    },
    numbered: (from, to) => readEntries(database, 'numbered', from, to),
    numberedHeads: async (from, to) =>
      (await database.all<NumberedRow>(archiveQueries.numberedHeads, from, to)).map(makeNumbered),
    someNumbered: (numbers) => readPlaces(database, numbers.map(toPlace)),
    async hasNumbered(from, to) {
      return (await database.get(archiveQueries.hasNumbered, from, to)) !== undefined
    },
    async lastNumber() {
      return (await readEnds(database)).lastNumber
    },
    touchedNumbersSince: (revision) => readNumbers(database, 'touchedNumbersSince', revision),
    numbersBetween: (from, to) => readNumbers(database, 'numbersBetween', +from, +to),
    async touchedFeedsSince(revision) {
      const rows = await database.all<{ url: string }>(archiveQueries.touchedFeedsSince, revision)
      return rows.map((row) => row.url)
    },
    async removedSince(instant) {
      const rows = await database.all<{ published_id: string; at: number }>(archiveQueries.removedSince, +instant)
      return rows.map((row) => ({ publishedId: row.published_id, at: new Date(row.at) }))
    },
  }
}

/** How many entries are shown; more than a limit are not counted. */
export async function countShown(database: Database, limit: number): Promise<number> {
  const row = await database.get<{ entries: number }>(archiveQueries.shownUpTo, 8.64e15, limit)
  return row?.entries ?? 0
}

/** Pairs of each instant and the next one, numbered: rows for `spanRows`. */
function makeSpans(instants: Date[]): [place: number, start: number, until: number][] {
  return instants.slice(1).map((until, place) => [place, +(instants[place] ?? until), +until])
}

export type PlaceRow = { entry_id: number; feed: number; position: number; rank: number; published_id: string }

/** Read the places of each feed's newest entries; then whole entries only for the newest of all: a tag may have hundreds of feeds. */
async function readNewest(
  database: Database,
  query: 'newestOf' | 'newestShownOf',
  feeds: string[],
  values: number[],
  limit: number,
  most = limit,
): Promise<Entry[]> {
  const read = (feed: string) => database.all<PlaceRow>(archiveQueries[query], feed, ...values, limit)
  const each = (await Promise.all(feeds.map(read))).flat()
  // The database has sorted each feed's entries; sort() is stable, so ties keep that order and the order of feeds.
  const newest = each.sort((a, b) => b.position - a.position)
  return readPlaces(database, sharePlaces(newest, limit, most))
}

/** As many times `limit` of the newest places are read first; only where they do not suffice, the newest of every feed. */
const lookAhead = 4

/** The newest entries of all, at most `most` of one feed. Where few feeds fill the newest places, the newest of every feed are read. */
async function readShared(
  database: Database,
  limit: number,
  most: number,
  caps: ReadonlyMap<string, number>,
): Promise<Entry[]> {
  const near = await database.all<PlaceRow>(archiveQueries.newestPlaces, limit * lookAhead)
  const feeds = await database.all<{ url: string; place: number }>('SELECT url, place FROM feeds')
  const capped = new Map(feeds.flatMap(({ url, place }) => (caps.has(url) ? [[place, caps.get(url) ?? 0]] : [])))
  if (near.length < limit * lookAhead || fillsPlaces(near, limit, most, capped)) {
    return readPlaces(database, sharePlaces(near, limit, most, capped))
  }
  const read = ({ url }: { url: string }) => database.all<PlaceRow>(archiveQueries.newestShownOf, url, most)
  const each = (await Promise.all(feeds.map(read))).flat()
  const all = new Map([...near, ...each].map((place) => [place.entry_id, place]))
  return readPlaces(database, sharePlaces([...all.values()].sort(comparePlaces), limit, most, capped))
}

/** The same order as `newestFirst`. */
function comparePlaces(a: PlaceRow, b: PlaceRow): number {
  const byId = a.published_id < b.published_id ? -1 : 1
  return b.position - a.position || a.feed - b.feed || a.rank - b.rank || byId
}

/** Whole entries, in the order of their places. */
export async function readPlaces(database: Database, places: Pick<PlaceRow, 'entry_id'>[]): Promise<Entry[]> {
  return (await readRows<EntryRow>(database, 'some', places)).map(makeEntry)
}

export async function readRows<Row extends EntryRow>(
  database: Database,
  query: 'some' | 'someWithIds',
  places: Pick<PlaceRow, 'entry_id'>[],
): Promise<Row[]> {
  const keys = places.map(({ entry_id }) => entry_id)
  const rows = await database.all<Row>(archiveQueries[query], keys)
  const byKey = new Map(rows.map((row) => [row.entry_id, row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

async function readEntries(
  database: Database,
  query: 'newest' | 'between' | 'numbered',
  ...values: number[]
): Promise<Entry[]> {
  return (await database.all<EntryRow>(archiveQueries[query], ...values)).map(makeEntry)
}

async function readNumbers(
  database: Database,
  query: 'touchedNumbersSince' | 'numbersBetween',
  ...values: number[]
): Promise<number[]> {
  const rows = await database.all<{ entry_id: number }>(archiveQueries[query], ...values)
  return rows.map((row) => row.entry_id)
}

/** The positions of each feed's oldest and newest entry. */
export async function readSpans(database: Database): Promise<Map<string, EntrySpan>> {
  type Row = { url: string; first: number | null; last: number | null }
  const rows = await database.all<Row>(archiveQueries.spans)
  return new Map(
    rows.flatMap(({ url, first, last }) =>
      first === null || last === null ? [] : [[url, { first: new Date(first), last: new Date(last) }]],
    ),
  )
}

/** Adds fields to the object that was read: copying it with further fields costs V8 several times as much as reading it. */
export function makeEntry(row: EntryRow): Entry {
  return Object.assign(joinEntry(row), makeShownRecord(row), {
    alsoIn: row.also_in === null ? [] : (JSON.parse(row.also_in) as string[]),
    number: row.entry_id,
  })
}

function makeTitle(row: TitleRow): EntryTitle {
  return {
    feed: row.url,
    publishedId: row.published_id,
    link: row.link ?? undefined,
    title: row.title ?? undefined,
    language: row.language ?? undefined,
    position: new Date(row.position),
    authors: JSON.parse(row.authors) as Person[],
    start: row.start ?? undefined,
  }
}
