import { joinEntry, type StoredEntry } from '../entry-codec.ts'
import type { EntryQueries, TopicQueries } from '../entry-queries.ts'
import type { Entry, EntrySpan, EntryTitle, Person } from '../model.ts'
import type { Database } from './database.ts'
import {
  makeNumbered,
  makeShownRecord,
  type NumberedRow,
  recordColumns,
  type ShownRow,
  shownColumns,
  toDate,
} from './make-record.ts'
import { readEnds } from './read-ends.ts'
import { fillsPlaces, sharePlaces } from './share-places.ts'

type TitleRow = {
  entry_id: number
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

export type EntryRow = ShownRow & StoredEntry & { also_in: string }

/** A feed is "also in" where it had the entry about when the one that shows it had: not whoever copies old posts. */
const thirtyDays = 30 * 86_400_000

export const newestFirst = 'ORDER BY e.position DESC, f.place, e.rank, e.published_id'

/** Most have none: a look into an index is a fifth of what it takes to ask for them. */
const hasTwin = 'EXISTS (SELECT 1 FROM entries o WHERE o.link_key = e.link_key AND o.entry_id <> e.entry_id)'

const text = `t.entry, t.content, t.summary,
  CASE WHEN ${hasTwin} THEN (SELECT json_group_array(url) FROM (SELECT url FROM twins
    WHERE twins.entry_id = e.entry_id AND apart <= ${thirtyDays} GROUP BY place, url ORDER BY place LIMIT 3) AS others)
    ELSE '[]' END AS also_in`

const wholeEntry = `${shownColumns}, ${text}`

export const placeOnly = 'e.entry_id, f.place AS feed, e.position, e.rank, e.published_id'

const titleOnly = `e.entry_id, f.url, e.published_id, e.link, e.title, e.language, e.position, e.authors,
  CASE WHEN trim(coalesce(e.title, '')) = '' THEN (SELECT substr(coalesce(t.content, t.entry->>'contentHtml', t.summary,
      t.entry->>'summaryHtml'), 1, 2000)
    FROM texts t WHERE t.entry_id = e.entry_id) END AS start`

const spanRows = 'rows(?, place INTEGER, start INTEGER, until INTEGER) AS span'

const year = Array.from({ length: 12 }, (_, month) => month)

/** Each count is one look into an index. A row for each feed, not for each of its months: a row costs more than a look. */
const rhythm = `SELECT f.url, ${year.map(
  (month) => `(SELECT count(*) FROM entries e WHERE e.feed_id = f.feed_id
    AND e.position >= :from${month} AND e.position < :from${month + 1} AND e.off_site IS NULL) AS month${month}`,
)} FROM feeds f`

/** What is asked of the entries, by name. */
export const archiveQueries = {
  newest: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.off_front IS NULL ${newestFirst} LIMIT ?`,
  newestPlaces: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.off_front IS NULL ${newestFirst} LIMIT ?`,
  between: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.position >= ? AND e.position < ? ${newestFirst}`,
  newestOf: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE f.url = ? AND e.position < ? ${newestFirst} LIMIT ?`,
  // The order and the limit are found among places; texts are read of those alone.
  newestWholeOf: `SELECT ${wholeEntry} FROM (SELECT e.entry_id FROM shown_entries e JOIN feeds f USING (feed_id)
      WHERE f.url = ? AND e.position < ? ${newestFirst} LIMIT ?) AS own
    JOIN entries e USING (entry_id) JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id) ${newestFirst}`,
  newestShownOf: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE f.url = ? AND e.off_front IS NULL ${newestFirst} LIMIT ?`,
  some: `SELECT ${wholeEntry} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.entry_id IN numbers(?)`,
  someWithIds: `SELECT ${recordColumns}, ${text} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.entry_id IN numbers(?)`,
  titlesBetween: `SELECT ${titleOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? AND e.position < ? ${newestFirst} LIMIT ?`,
  // In order, so that PostgreSQL goes along the index and stops.
  shownUpTo: `SELECT count(*) AS entries FROM (SELECT e.entry_id FROM shown_entries e
    WHERE e.position < ? ORDER BY e.position DESC LIMIT ?) AS others`,
  lastBefore: `SELECT e.position FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position < ? ORDER BY e.position DESC LIMIT 1`,
  firstFrom: `SELECT e.position FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? ORDER BY e.position LIMIT 1`,
  lastOf: `SELECT max(last) AS position FROM (SELECT (SELECT max(e.position) FROM entries e
    WHERE e.feed_id = f.feed_id AND e.position < ? AND e.off_site IS NULL) AS last
    FROM feeds f WHERE f.url IN texts(?)) AS each_last`,
  postCounts: rhythm,
  postCountsOf: `${rhythm} WHERE f.url = :feed`,
  counts: `SELECT (SELECT count(*) FROM shown_entries e WHERE e.position >= span.start AND e.position < span.until) AS entries
    FROM ${spanRows} ORDER BY span.place`,
  spans: `SELECT f.url, (SELECT min(e.position) FROM entries e WHERE e.feed_id = f.feed_id AND e.off_site IS NULL) AS first,
    (SELECT max(e.position) FROM entries e WHERE e.feed_id = f.feed_id AND e.off_site IS NULL) AS last FROM feeds f`,
  // Left alone, SQLite would walk all positions to have them sorted and distinct.
  touchedSince: `SELECT DISTINCT position FROM entries INDEXED BY entries_by_revision WHERE revision > ? ORDER BY position`,
  numbered: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.entry_id >= ? AND e.entry_id < ? ${newestFirst}`,
  numberedHeads: `SELECT ${placeOnly}, e.updated_shown FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.entry_id >= ? AND e.entry_id < ? ${newestFirst}`,
  hasNumbered: 'SELECT 1 AS one FROM shown_entries e WHERE e.entry_id >= ? AND e.entry_id < ? LIMIT 1',
  touchedNumbersSince: 'SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?',
  numbersBetween: 'SELECT entry_id FROM entries INDEXED BY entries_by_position WHERE position >= ? AND position < ?',
  touchedFeedsSince: `SELECT url FROM feeds WHERE feed_id IN (
    SELECT feed_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?) ORDER BY place`,
  // Another feed may have published the same entry under the same id, and still show it.
  removedSince: `SELECT e.published_id, r.at FROM removed r JOIN entries e USING (entry_id)
    WHERE r.at >= ? AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.published_id = e.published_id AND o.off_site IS NULL)
   ORDER BY r.at DESC, e.published_id`,
  every: `SELECT ${placeOnly} FROM feeds f JOIN entries e USING (feed_id)
    WHERE f.feed_id = ? ORDER BY e.position DESC, e.rank, e.published_id`,
}

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

/** Each of the instants and the next, with its place: rows of `spanRows`. */
function makeSpans(instants: Date[]): [place: number, start: number, until: number][] {
  return instants.slice(1).map((until, place) => [place, +(instants[place] ?? until), +until])
}

export type PlaceRow = { entry_id: number; feed: number; position: number; rank: number; published_id: string }

/** Of each feed the places of its newest; whole, only those that are the newest of all: a tag may have hundreds of feeds. */
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
  // What one feed's entries are sorted by, the database has done; sort() keeps them so, and feeds in their order.
  const newest = each.sort((a, b) => b.position - a.position)
  return readPlaces(database, sharePlaces(newest, limit, most))
}

/** So many times the places that are to be filled are looked at, before every feed is. */
const lookAhead = 4

/** The newest of all, of one feed at most so many. Where one fills all that is near, the newest of each are looked at. */
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

/** As `newestFirst` has it. */
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

/** Into what was read: a copy of an object that gets further fields costs V8 several times what reading it does. */
export function makeEntry(row: EntryRow): Entry {
  return Object.assign(joinEntry(row), makeShownRecord(row), {
    alsoIn: JSON.parse(row.also_in) as string[],
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
