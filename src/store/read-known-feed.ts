import type { KnownEntry, KnownFeed } from '../model.ts'
import type { Database } from './database.ts'
import { makeRecord, type RecordRow, recordColumns, toDate } from './make-record.ts'
import { readMeta } from './meta.ts'
import { prepare } from './prepare.ts'
import type { VersionKeys } from './store.ts'

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

/** Every stored entry of a feed that shares an id, a link path, title and day, or text and day with one version of it. */
const knownEntries = `
  SELECT ${recordColumns}, e.link_path, e.title_day, e.text_day, e.source_hash, e.entry_hash, e.link, e.published,
    (SELECT octet_length(entry) FROM texts t WHERE t.entry_id = e.entry_id) AS bytes
  FROM entries e JOIN feeds f USING (feed_id) WHERE e.entry_id IN (
    SELECT entry_id FROM entry_ids WHERE feed_id = :feed AND id IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND link_path IN (SELECT value FROM json_each(:linkPaths))
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND title_day IN (SELECT value FROM json_each(:titleDays))
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND text_day IN (SELECT value FROM json_each(:textDays))
  )`

export function readKnownFeed(database: Database.Database, url: string, version: VersionKeys): KnownFeed {
  const feed = prepare(database, 'SELECT feed_id FROM feeds WHERE url = ?').get(url) as { feed_id: number }
  const rows = prepare(database, knownEntries).all({
    feed: feed.feed_id,
    ids: JSON.stringify(version.ids),
    linkPaths: JSON.stringify(version.linkPaths),
    titleDays: JSON.stringify(version.titleDays),
    textDays: JSON.stringify(version.textDays),
  }) as Row[]
  const any = prepare(database, 'SELECT 1 AS one FROM entries WHERE feed_id = ? LIMIT 1').get(feed.feed_id)
  return {
    entries: rows.map(makeKnownEntry),
    newFeed: any === undefined,
    firstBuild: readMeta(database, 'finished') === undefined,
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
