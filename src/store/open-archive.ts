import type { Archive, Entry, EntryTitle, HiddenReason, ParsedEntry, Person, WithheldReason } from '../model.ts'
import type { Database } from './open-database.ts'
import { reviveDates } from './revive-dates.ts'

type TitleRow = {
  entry_id: number
  url: string
  published_id: string
  link: string | null
  title: string | null
  language: string | null
  position: number
  authors: string
}

type EntryRow = {
  entry_id: number
  url: string
  published_id: string
  first_seen: number
  position: number
  rank: number
  updated_shown: number
  hidden: HiddenReason | null
  withheld: WithheldReason | null
  link_key: string | null
  entry: string
  ids: string
}

/**
 * Two feeds often carry one post. It is shown once: the entry that enters the front page goes before one that does not,
 * then the feed that stands first in feeds.yaml.
 */
const isShown = `e.withheld IS NULL AND NOT EXISTS (
  SELECT 1 FROM entries twin JOIN feeds other ON other.feed_id = twin.feed_id
  WHERE twin.link_key = e.link_key AND twin.feed_id <> e.feed_id AND twin.withheld IS NULL
    AND (twin.hidden IS NOT NULL, other.place) < (e.hidden IS NOT NULL, f.place))`

const newestFirst = 'ORDER BY e.position DESC, f.place, e.rank, e.published_id'

const wholeEntry = `e.entry_id, f.url, e.published_id, e.first_seen, e.position, e.rank, e.updated_shown, e.hidden, e.withheld,
  e.link_key, t.entry, (SELECT json_group_array(id)
    FROM (SELECT id FROM entry_ids i WHERE i.entry_id = e.entry_id ORDER BY since)) AS ids`

const titleOnly = 'e.entry_id, f.url, e.published_id, e.link, e.title, e.language, e.position, e.authors'

/** The queries of the archive, by name, for the test of their plans. */
export const archiveQueries = {
  newest: `SELECT ${wholeEntry} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.hidden IS NULL AND ${isShown} ${newestFirst} LIMIT ?`,
  between: `SELECT ${wholeEntry} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.position >= ? AND e.position < ? AND ${isShown} ${newestFirst}`,
  newestOf: `SELECT ${wholeEntry} FROM entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE f.url = ? AND e.position < ? AND ${isShown} ${newestFirst} LIMIT ?`,
  titlesBetween: `SELECT ${titleOnly} FROM entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? AND e.position < ? AND ${isShown} ${newestFirst}`,
  lastBefore: `SELECT e.position FROM entries e JOIN feeds f USING (feed_id)
    WHERE e.position < ? AND ${isShown} ORDER BY e.position DESC LIMIT 1`,
  firstFrom: `SELECT e.position FROM entries e JOIN feeds f USING (feed_id)
    WHERE e.position >= ? AND ${isShown} ORDER BY e.position LIMIT 1`,
  // Left alone, SQLite would walk all positions to have them sorted and distinct.
  touchedSince: `SELECT DISTINCT position FROM entries INDEXED BY entries_by_mark WHERE mark > ? ORDER BY position`,
  touchedFeedsSince: `SELECT url FROM feeds WHERE feed_id IN (
    SELECT feed_id FROM entries INDEXED BY entries_by_mark WHERE mark > ?) ORDER BY place`,
  twins: `SELECT f.url FROM entries e JOIN feeds f USING (feed_id)
    WHERE e.link_key = ? AND f.url <> ? AND e.withheld IS NULL ORDER BY f.place`,
  // Another feed may have published the same entry under the same id, and still show it.
  removedSince: `SELECT e.published_id, r.at FROM removed r JOIN entries e USING (entry_id)
    WHERE r.at >= ? AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.published_id = e.published_id AND o.withheld IS NULL)
    ORDER BY r.at DESC, e.published_id`,
  every: `SELECT ${wholeEntry} FROM feeds f JOIN entries e USING (feed_id) JOIN texts t USING (entry_id)
    WHERE f.feed_id = ? ORDER BY e.position DESC, e.rank, e.published_id`,
}

export function openArchive(database: Database.Database): Archive {
  const positionOf = (row: unknown) =>
    row === undefined ? undefined : new Date((row as { position: number }).position)
  return {
    async newest(limit) {
      return readEntries(database, 'newest', limit)
    },
    async between(from, to) {
      return readEntries(database, 'between', +from, +to)
    },
    async newestOf(feeds, limit, before = new Date(8.64e15)) {
      const each = feeds.flatMap((feed) => readEntries(database, 'newestOf', feed, +before, limit))
      // What one feed's entries are sorted by, the database has done; sort() keeps them so, and feeds in their order.
      return each.sort((a, b) => +b.position - +a.position).slice(0, limit)
    },
    async titlesBetween(from, to) {
      const rows = database.prepare(archiveQueries.titlesBetween).all(+from, +to) as TitleRow[]
      return rows.map(makeTitle)
    },
    async lastBefore(instant) {
      return positionOf(database.prepare(archiveQueries.lastBefore).get(+instant))
    },
    async firstFrom(instant) {
      return positionOf(database.prepare(archiveQueries.firstFrom).get(+instant))
    },
    async touchedSince(mark) {
      const rows = database.prepare(archiveQueries.touchedSince).all(mark) as { position: number }[]
      return rows.map((row) => new Date(row.position))
    },
    async touchedFeedsSince(mark) {
      const rows = database.prepare(archiveQueries.touchedFeedsSince).all(mark) as { url: string }[]
      return rows.map((row) => row.url)
    },
    async removedSince(instant) {
      const rows = database.prepare(archiveQueries.removedSince).all(+instant) as { published_id: string; at: number }[]
      return rows.map((row) => ({ publishedId: row.published_id, at: new Date(row.at) }))
    },
  }
}

function readEntries(
  database: Database.Database,
  query: 'newest' | 'between' | 'newestOf',
  ...values: (number | string)[]
): Entry[] {
  const twins = database.prepare(archiveQueries.twins)
  const rows = database.prepare(archiveQueries[query]).all(...values) as EntryRow[]
  return rows.map((row) => {
    const others = row.link_key === null ? [] : (twins.all(row.link_key, row.url) as { url: string }[])
    return makeEntry(row, [...new Set(others.map((other) => other.url))])
  })
}

/** Every entry, a feed at a time, so that memory holds one row. */
export function* readEveryEntry(database: Database.Database): Generator<Entry> {
  const feeds = database.prepare('SELECT feed_id FROM feeds ORDER BY place').all() as { feed_id: number }[]
  for (const { feed_id } of feeds) {
    for (const row of database.prepare(archiveQueries.every).iterate(feed_id)) yield makeEntry(row as EntryRow, [])
  }
}

function makeEntry(row: EntryRow, alsoIn: string[]): Entry {
  return {
    ...(JSON.parse(row.entry, reviveDates) as ParsedEntry),
    feed: row.url,
    ids: JSON.parse(row.ids) as string[],
    publishedId: row.published_id,
    firstSeen: new Date(row.first_seen),
    position: new Date(row.position),
    rank: row.rank,
    updatedShown: new Date(row.updated_shown),
    hidden: row.hidden ?? undefined,
    withheld: row.withheld ?? undefined,
    alsoIn,
  }
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
  }
}
