import type { EntryChange, EntryKeys, EntryRecord, FeedState, ParsedEntry } from '../model.ts'
import { writeFeedState } from './feed-rows.ts'
import type { Database } from './open-database.ts'
import { removeIds } from './remove-entries.ts'
import type { ApplyOptions } from './store.ts'

/** Write what one version of a feed changes, and the feed's new state, in one transaction. */
export function writeChanges(
  database: Database.Database,
  url: string,
  changes: EntryChange[],
  state: FeedState,
  seenAt: Date,
  { touchAll, sanitiser, deleted = [] }: ApplyOptions,
): void {
  database.transaction(() => {
    writeFeedState(database, url, state)
    if (changes.length === 0 && !touchAll && deleted.length === 0) return
    const row = database.prepare('SELECT feed_id FROM feeds WHERE url = ?').get(url) as { feed_id: number }
    const mark = readMark(database) + 1
    writeMeta(database, 'mark', String(mark))
    if (touchAll) database.prepare('UPDATE entries SET mark = ? WHERE feed_id = ?').run(mark, row.feed_id)
    if (deleted.length > 0) removeIds(database, row.feed_id, deleted, seenAt)
    if (changes.length === 0) return
    writeMeta(database, 'updated', String(+seenAt))
    writeEntries(database, row.feed_id, changes, mark, sanitiser)
  })()
}

function writeEntries(
  database: Database.Database,
  feed: number,
  changes: EntryChange[],
  mark: number,
  sanitiser: number,
): void {
  const add = database.prepare(
    `INSERT INTO entries (feed_id, published_id, first_seen, position, rank, updated_shown, hidden, link_path, link_key,
       title_day, source_hash, entry_hash, mark, link, title, language, authors, published)
     VALUES (:feed, :publishedId, :firstSeen, :position, :rank, :updatedShown, :hidden, :linkPath, :linkKey,
       :titleDay, :sourceHash, :entryHash, :mark, :link, :title, :language, :authors, :published)`,
  )
  const edit = database.prepare(
    `UPDATE entries SET updated_shown = :updatedShown, link_path = :linkPath, link_key = :linkKey,
       title_day = :titleDay, source_hash = :sourceHash, entry_hash = :entryHash, mark = :mark, link = :link,
       title = :title, language = :language, authors = :authors, published = :published,
       position = coalesce(:position, position)
     WHERE entry_id = :key`,
  )
  const addId = database.prepare(
    `INSERT INTO entry_ids (feed_id, id, entry_id, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (feed_id, id) DO UPDATE SET entry_id = excluded.entry_id, since = excluded.since`,
  )
  const putText = database.prepare(
    `INSERT INTO texts (entry_id, entry, sanitiser) VALUES (?, ?, ?)
     ON CONFLICT (entry_id) DO UPDATE SET entry = excluded.entry, sanitiser = excluded.sanitiser`,
  )
  // Whoever shares the link with a changed entry may now be shown, or be "also in", or not any more.
  const touchTwins = database.prepare(
    'UPDATE entries SET mark = ? WHERE link_key IN (?, (SELECT link_key FROM entries WHERE entry_id = ?))',
  )

  const writeOne = (change: EntryChange): number => {
    const columns = { ...entryColumns(change.entry), ...keyColumns(change.keys), entryHash: change.entryHash, mark }
    if (change.kind === 'added') {
      return Number(add.run({ ...columns, ...recordColumns(change.record), feed }).lastInsertRowid)
    }
    touchTwins.run(mark, null, change.key)
    const position = change.position === undefined ? null : +change.position
    edit.run({ ...columns, updatedShown: +change.updatedShown, key: change.key, position })
    return change.key
  }

  for (const change of changes) {
    const key = writeOne(change)
    touchTwins.run(mark, change.keys.linkKey ?? null, null)
    for (const id of change.kind === 'added' ? change.record.ids : change.newIds) addId.run(feed, id, key, mark)
    putText.run(key, JSON.stringify(change.entry), sanitiser)
  }
}

function entryColumns(entry: ParsedEntry) {
  return {
    sourceHash: entry.sourceHash,
    link: entry.link ?? null,
    title: entry.title ?? null,
    language: entry.language ?? null,
    authors: JSON.stringify(entry.authors),
    published: entry.published === undefined ? null : +entry.published,
  }
}

function recordColumns(record: EntryRecord) {
  return {
    publishedId: record.publishedId,
    firstSeen: +record.firstSeen,
    position: +record.position,
    rank: record.rank,
    updatedShown: +record.updatedShown,
    hidden: record.hidden ?? null,
  }
}

function keyColumns(keys: EntryKeys) {
  return { linkPath: keys.linkPath ?? null, linkKey: keys.linkKey ?? null, titleDay: keys.titleDay ?? null }
}

export function readMark(database: Database.Database): number {
  return Number(readMeta(database, 'mark') ?? 0)
}

export function readMeta(database: Database.Database, name: string): string | undefined {
  const row = database.prepare('SELECT value FROM meta WHERE name = ?').get(name) as { value: string } | undefined
  return row?.value
}

export function writeMeta(database: Database.Database, name: string, value: string): void {
  database
    .prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}
