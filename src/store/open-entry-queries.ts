import type { EntryQueries, TopicQueries } from '../entry-queries.ts'
import type { Entry, EntrySpan, EntryTitle, Person } from '../model.ts'
import type { Database } from './database.ts'
import { decodeEntry } from './entry-codec.ts'
import { makeRecord, type RecordRow, recordColumns } from './make-record.ts'
import { prepare } from './prepare.ts'
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

type RhythmRow = { url: string; place: number; entries: number }

type EntryRow = RecordRow & { entry: string; also_in: string }

/** A feed is "also in" where it had the entry about when the one that shows it had: not whoever copies old posts. */
const thirtyDays = 30 * 86_400_000

export const newestFirst = 'ORDER BY e.position DESC, f.place, e.rank, e.published_id'

const wholeEntry = `${recordColumns}, t.entry,
  (SELECT json_group_array(url) FROM (SELECT url FROM twins WHERE twins.entry_id = e.entry_id AND apart <= ${thirtyDays}
    GROUP BY place LIMIT 3)) AS also_in`

export const placeOnly = 'e.entry_id, f.place AS feed, e.position, e.rank, e.published_id'

const titleOnly = `e.entry_id, f.url, e.published_id, e.link, e.title, e.language, e.position, e.authors,
  CASE WHEN trim(coalesce(e.title, '')) = '' THEN (SELECT substr(coalesce(t.entry->>'contentHtml', t.entry->>'summaryHtml'), 1, 2000)
    FROM texts t WHERE t.entry_id = e.entry_id) END AS start`

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
  newestShownOf: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE f.url = ? AND e.off_front IS NULL ${newestFirst} LIMIT ?`,
  some: `SELECT ${wholeEntry} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.entry_id IN (SELECT value FROM json_each(?))`,
  titlesBetween: `SELECT ${titleOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? AND e.position < ? ${newestFirst} LIMIT ?`,
  lastBefore: `SELECT e.position FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position < ? ORDER BY e.position DESC LIMIT 1`,
  firstFrom: `SELECT e.position FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? ORDER BY e.position LIMIT 1`,
  lastOf: `SELECT max(last) AS position FROM (SELECT (SELECT max(e.position) FROM entries e
    WHERE e.feed_id = f.feed_id AND e.position < ? AND e.off_site IS NULL) AS last
    FROM feeds f WHERE f.url IN (SELECT value FROM json_each(?)))`,
  // The instants and the ones after them, against every feed: each pair is one look into an index.
  postCounts: `SELECT f.url, CAST(span.key AS INTEGER) AS place, (SELECT count(*) FROM entries e
      WHERE e.feed_id = f.feed_id AND e.position >= span.value->>0 AND e.position < span.value->>1 AND e.off_site IS NULL) AS entries
    FROM json_each(?) span JOIN feeds f`,
  counts: `SELECT (SELECT count(*) FROM shown_entries e WHERE e.position >= span.value->>0 AND e.position < span.value->>1) AS entries
    FROM json_each(?) span ORDER BY span.key`,
  spans: `SELECT f.url, (SELECT min(e.position) FROM entries e WHERE e.feed_id = f.feed_id AND e.off_site IS NULL) AS first,
    (SELECT max(e.position) FROM entries e WHERE e.feed_id = f.feed_id AND e.off_site IS NULL) AS last FROM feeds f`,
  // Left alone, SQLite would walk all positions to have them sorted and distinct.
  touchedSince: `SELECT DISTINCT position FROM entries INDEXED BY entries_by_revision WHERE revision > ? ORDER BY position`,
  numbered: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.entry_id >= ? AND e.entry_id < ? ${newestFirst}`,
  hasNumbered: 'SELECT 1 AS one FROM shown_entries e WHERE e.entry_id >= ? AND e.entry_id < ? LIMIT 1',
  lastNumber: 'SELECT max(entry_id) AS number FROM entries',
  touchedNumbersSince: 'SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?',
  numbersBetween: 'SELECT entry_id FROM entries INDEXED BY entries_by_position WHERE position >= ? AND position < ?',
  touchedFeedsSince: `SELECT url FROM feeds WHERE feed_id IN (
    SELECT feed_id FROM entries INDEXED BY entries_by_revision WHERE revision > ?) ORDER BY place`,
  // Another feed may have published the same entry under the same id, and still show it.
  removedSince: `SELECT e.published_id, r.at FROM removed r JOIN entries e USING (entry_id)
    WHERE r.at >= ? AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.published_id = e.published_id AND o.off_site IS NULL)
   ORDER BY r.at DESC, e.published_id`,
  every: `SELECT ${wholeEntry} FROM feeds f JOIN entries e USING (feed_id) JOIN texts t USING (entry_id)
    WHERE f.feed_id = ? ORDER BY e.position DESC, e.rank, e.published_id`,
}

export function openEntryQueries(database: Database.Database): Omit<EntryQueries, keyof TopicQueries> {
  const positionOf = (row: unknown) =>
    row === undefined ? undefined : new Date((row as { position: number }).position)
  return {
    async newest(limit, most = limit, caps = new Map()) {
      if (most >= limit && caps.size === 0) return readEntries(database, 'newest', limit)
      return readShared(database, limit, most, caps)
    },
    async between(from, to) {
      return readEntries(database, 'between', +from, +to)
    },
    async newestOf(feeds, limit, before = new Date(8.64e15)) {
      return readNewest(database, 'newestOf', feeds, [+before], limit)
    },
    async newestShownOf(feeds, limit, most = limit) {
      return readNewest(database, 'newestShownOf', feeds, [], limit, most)
    },
    async titlesBetween(from, to, limit = -1) {
      const rows = prepare(database, archiveQueries.titlesBetween).all(+from, +to, limit) as TitleRow[]
      return rows.map(makeTitle)
    },
    async lastBefore(instant) {
      return positionOf(prepare(database, archiveQueries.lastBefore).get(+instant))
    },
    async firstFrom(instant) {
      return positionOf(prepare(database, archiveQueries.firstFrom).get(+instant))
    },
    async lastOf(feeds, before) {
      const row = prepare(database, archiveQueries.lastOf).get(+before, JSON.stringify(feeds)) as {
        position: number | null
      }
      return row.position === null ? undefined : new Date(row.position)
    },
    async postCounts(instants) {
      const spans = instants.slice(1).map((to, index) => [+(instants[index] ?? to), +to])
      const rows = prepare(database, archiveQueries.postCounts).all(JSON.stringify(spans)) as RhythmRow[]
      const counts = new Map<string, number[]>()
      for (const { url, place, entries } of rows) {
        const months = counts.get(url) ?? spans.map(() => 0)
        months[place] = entries
        counts.set(url, months)
      }
      return new Map([...counts].filter(([, months]) => months.some(Boolean)))
    },
    async counts(instants) {
      const spans = instants.slice(1).map((to, index) => [+(instants[index] ?? to), +to])
      const rows = prepare(database, archiveQueries.counts).all(JSON.stringify(spans)) as { entries: number }[]
      return rows.map(({ entries }) => entries)
    },
    async touchedSince(revision) {
      const rows = prepare(database, archiveQueries.touchedSince).all(revision) as { position: number }[]
      return rows.map((row) => new Date(row.position))
    },
    async numbered(from, to) {
      return readEntries(database, 'numbered', from, to)
    },
    async hasNumbered(from, to) {
      return prepare(database, archiveQueries.hasNumbered).get(from, to) !== undefined
    },
    async lastNumber() {
      return (prepare(database, archiveQueries.lastNumber).get() as { number: number | null }).number ?? 0
    },
    async touchedNumbersSince(revision) {
      return readNumbers(database, 'touchedNumbersSince', revision)
    },
    async numbersBetween(from, to) {
      return readNumbers(database, 'numbersBetween', +from, +to)
    },
    async touchedFeedsSince(revision) {
      const rows = prepare(database, archiveQueries.touchedFeedsSince).all(revision) as { url: string }[]
      return rows.map((row) => row.url)
    },
    async removedSince(instant) {
      const rows = prepare(database, archiveQueries.removedSince).all(+instant) as {
        published_id: string
        at: number
      }[]
      return rows.map((row) => ({ publishedId: row.published_id, at: new Date(row.at) }))
    },
  }
}

export type PlaceRow = { entry_id: number; feed: number; position: number; rank: number; published_id: string }

/** Of each feed the places of its newest; whole, only those that are the newest of all: a tag may have hundreds of feeds. */
function readNewest(
  database: Database.Database,
  query: 'newestOf' | 'newestShownOf',
  feeds: string[],
  values: number[],
  limit: number,
  most = limit,
): Entry[] {
  const places = prepare(database, archiveQueries[query])
  const each = feeds.flatMap((feed) => places.all(feed, ...values, limit) as PlaceRow[])
  // What one feed's entries are sorted by, the database has done; sort() keeps them so, and feeds in their order.
  const newest = each.sort((a, b) => b.position - a.position)
  return readPlaces(database, sharePlaces(newest, limit, most))
}

/** So many times the places that are to be filled are looked at, before every feed is. */
const lookAhead = 4

/** The newest of all, of one feed at most so many. Where one fills all that is near, the newest of each are looked at. */
function readShared(
  database: Database.Database,
  limit: number,
  most: number,
  caps: ReadonlyMap<string, number>,
): Entry[] {
  const near = prepare(database, archiveQueries.newestPlaces).all(limit * lookAhead) as PlaceRow[]
  const feeds = prepare(database, 'SELECT url, place FROM feeds').all() as { url: string; place: number }[]
  const capped = new Map(feeds.flatMap(({ url, place }) => (caps.has(url) ? [[place, caps.get(url) ?? 0]] : [])))
  if (near.length < limit * lookAhead || fillsPlaces(near, limit, most, capped)) {
    return readPlaces(database, sharePlaces(near, limit, most, capped))
  }
  const places = prepare(database, archiveQueries.newestShownOf)
  const each = feeds.flatMap(({ url }) => places.all(url, most) as PlaceRow[])
  const all = new Map([...near, ...each].map((place) => [place.entry_id, place]))
  return readPlaces(database, sharePlaces([...all.values()].sort(comparePlaces), limit, most, capped))
}

/** As `newestFirst` has it. */
function comparePlaces(a: PlaceRow, b: PlaceRow): number {
  const byId = a.published_id < b.published_id ? -1 : 1
  return b.position - a.position || a.feed - b.feed || a.rank - b.rank || byId
}

/** Whole entries, in the order of their places. */
export function readPlaces(database: Database.Database, places: PlaceRow[]): Entry[] {
  const keys = places.map(({ entry_id }) => entry_id)
  const rows = prepare(database, archiveQueries.some).all(JSON.stringify(keys)) as EntryRow[]
  const byKey = new Map(rows.map((row) => [row.entry_id, row]))
  return keys.flatMap((key) => byKey.get(key) ?? []).map(makeEntry)
}

function readEntries(
  database: Database.Database,
  query: 'newest' | 'between' | 'numbered',
  ...values: number[]
): Entry[] {
  return (prepare(database, archiveQueries[query]).all(...values) as EntryRow[]).map(makeEntry)
}

function readNumbers(
  database: Database.Database,
  query: 'touchedNumbersSince' | 'numbersBetween',
  ...values: number[]
): number[] {
  return (prepare(database, archiveQueries[query]).all(...values) as { entry_id: number }[]).map((row) => row.entry_id)
}

/** The positions of each feed's oldest and newest entry. */
export function readSpans(database: Database.Database): Map<string, EntrySpan> {
  const rows = prepare(database, archiveQueries.spans).all() as {
    url: string
    first: number | null
    last: number | null
  }[]
  return new Map(
    rows.flatMap(({ url, first, last }) =>
      first === null || last === null ? [] : [[url, { first: new Date(first), last: new Date(last) }]],
    ),
  )
}

/** Every entry, a feed at a time, so that memory holds one row. */
export function* readEveryEntry(database: Database.Database): Generator<Entry> {
  const feeds = prepare(database, 'SELECT feed_id FROM feeds ORDER BY place').all() as { feed_id: number }[]
  for (const { feed_id } of feeds) {
    for (const row of database.prepare(archiveQueries.every).iterate(feed_id)) yield makeEntry(row as EntryRow)
  }
}

function makeEntry(row: EntryRow): Entry {
  return { ...decodeEntry(row.entry), ...makeRecord(row), alsoIn: JSON.parse(row.also_in) as string[] }
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
