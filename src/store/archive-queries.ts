import { recordColumns, shownColumns } from './make-record.ts'

/**
 * A feed is named in "also in" only if it had the entry within this time (ms) of the feed that shows it: a feed that copies old posts is
 * not named.
 */
const thirtyDays = 30 * 86_400_000

export const newestFirst = 'ORDER BY e.position DESC, f.place, e.rank, e.published_id'

/** Most entries have no twin: this look into an index takes a fifth of the time of reading twins. */
const hasTwin = 'EXISTS (SELECT 1 FROM entries o WHERE o.link_key = e.link_key AND o.entry_id <> e.entry_id)'

const text = `t.entry, t.content, t.summary,
  CASE WHEN ${hasTwin} THEN (SELECT json_group_array(url) FROM (SELECT url FROM twins
    WHERE twins.entry_id = e.entry_id AND apart <= ${thirtyDays} GROUP BY place, url ORDER BY place LIMIT 3) AS others)
    END AS also_in`

const wholeEntry = `${shownColumns}, ${text}`

export const placeOnly = 'e.entry_id, f.place AS feed, e.position, e.rank, e.published_id'

const titleOnly = `f.url, e.published_id, e.link, e.title, e.language, e.position, e.authors,
  CASE WHEN trim(coalesce(e.title, '')) = '' THEN (SELECT substr(coalesce(t.content, t.entry->>'contentHtml', t.summary,
      t.entry->>'summaryHtml'), 1, 2000)
    FROM texts t WHERE t.entry_id = e.entry_id) END AS start`

const spanRows = 'rows(?, place INTEGER, start INTEGER, until INTEGER) AS span'

const year = Array.from({ length: 12 }, (_, month) => month)

/** Each count is one look into an index. The months are columns of one row for each feed: a row costs more than a look. */
const rhythm = `SELECT f.url, ${year.map(
  (month) => `(SELECT count(*) FROM entries e WHERE e.feed_id = f.feed_id
    AND e.position >= :from${month} AND e.position < :from${month + 1} AND e.off_site IS NULL) AS month${month}`,
)} FROM feeds f`

/** The queries over entries, by name. */
export const archiveQueries = {
  newest: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.off_front IS NULL ${newestFirst} LIMIT ?`,
  newestPlaces: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE e.off_front IS NULL ${newestFirst} LIMIT ?`,
  between: `SELECT ${wholeEntry} FROM shown_entries e JOIN feeds f USING (feed_id) JOIN texts t USING (entry_id)
    WHERE e.position >= ? AND e.position < ? ${newestFirst}`,
  newestOf: `SELECT ${placeOnly} FROM shown_entries e JOIN feeds f USING (feed_id)
    WHERE f.url = ? AND e.position < ? ${newestFirst} LIMIT ?`,
  // Sorts and limits places first, so that texts are read of the chosen entries alone.
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
  // Ordered, so that PostgreSQL walks the index and stops at the limit.
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
