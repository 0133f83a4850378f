import type { KnownEntry, KnownFeed } from '../model.ts'
import type { Database } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import { makeRecord, type RecordRow, recordColumns, toDate } from './make-record.ts'
import { readMeta } from './meta.ts'
import type { VersionKeys } from './store.ts'
import { readWindow } from './track-vanished.ts'

type Row = RecordRow & {
  link_path: string | null
  title_day: string | null
  text_day: string | null
  source_hash: string
  entry_hash: string
  link: string | null
  published: number | null
  bytes: number | null
}

/**
 * Every stored entry of a feed that shares an id, a link path, title and day, or text and day with one version of it, or whose number is
 * given.
 */
const knownEntries = `
  SELECT ${recordColumns}, e.link_path, e.title_day, e.text_day, e.source_hash, e.entry_hash, e.link, e.published,
    (SELECT octet_length(entry) + coalesce(octet_length(content), 0) + coalesce(octet_length(summary), 0)
      FROM texts t WHERE t.entry_id = e.entry_id) AS bytes
  FROM entries e JOIN feeds f USING (feed_id) WHERE e.entry_id IN (
    SELECT entry_id FROM entry_ids WHERE feed_id = :feed AND id IN texts(:ids)
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND link_path IN texts(:linkPaths)
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND title_day IN texts(:titleDays)
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND text_day IN texts(:textDays)
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND entry_id IN numbers(:last)
  ) ORDER BY e.entry_id`

export async function readKnownFeed(database: Database, url: string, version: VersionKeys): Promise<KnownFeed> {
  const row = (await readFeedRows(database)).get(url)
  const feed = row?.key ?? 0
  const isEmpty = async () =>
    (await database.get('SELECT 1 AS one FROM entries WHERE feed_id = ? LIMIT 1', feed)) === undefined
  const isFirstBuild = (await readMeta(database, 'finished')) === undefined
  // A feed that never answered mostly has no entries.
  if (row?.feed.state.answer === undefined && (await isEmpty())) return { entries: [], isNewFeed: true, isFirstBuild }
  const { withLast, also = [], except = [], ...keys } = version
  const had = new Set(except)
  const last = [...(withLast ? await readWindow(database, feed) : []), ...also].filter((key) => !had.has(key))
  const rows = await database.all<Row>(knownEntries, { feed, ...keys, last })
  const { answer } = row?.feed.state ?? {}
  const readAt = answer?.fullAt ?? answer?.at
  return {
    entries: rows.map(makeKnownEntry),
    isNewFeed: rows.length === 0 && (await isEmpty()),
    isFirstBuild,
    ...(readAt === undefined ? {} : { readAt }),
  }
}

function makeKnownEntry(row: Row): KnownEntry {
  return {
    ...makeRecord(row),
    key: row.entry_id,
    linkPath: row.link_path ?? undefined,
    titleDay: row.title_day ?? undefined,
    textDay: row.text_day ?? undefined,
    link: row.link ?? undefined,
    published: toDate(row.published),
    sourceHash: row.source_hash,
    entryHash: row.entry_hash,
    bytes: row.bytes ?? 0,
  }
}
