import type { RemovalReason } from '../model.ts'
import type { Database } from './open-database.ts'
import { readMark, writeMeta } from './write-changes.ts'

type Row = {
  entry_id: number
  feed_id: number
  published_id: string
  link: string | null
  title: string | null
  position: number
}

const columns = 'entry_id, feed_id, published_id, link, title, position'

/** Statements that find the entries to remove, by what names them. */
export const findQueries = {
  id: `SELECT ${columns} FROM entries WHERE entry_id IN (SELECT entry_id FROM entry_ids WHERE id = ?)`,
  publishedId: `SELECT ${columns} FROM entries WHERE published_id = ?`,
  linkKey: `SELECT ${columns} FROM entries WHERE link_key = ?`,
  feed: `SELECT ${columns} FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)`,
}

/** What names entries to be taken down: any of their ids, the key of their link, or their feed. */
export type Removal = { id: string; linkKey: string | undefined } | { feed: string }

/**
 * Take entries down for ever: from every page and feed, and from the state. Their ids are kept, so that they stay gone, and
 * their neighbours are rendered again.
 *
 * @returns how many
 */
export function removeEntries(
  database: Database.Database,
  removals: Removal[],
  reason: RemovalReason,
  now: Date,
): number {
  const rows = new Map(removals.flatMap((removal) => find(database, removal)).map((row) => [row.entry_id, row]))
  if (rows.size > 0) database.transaction(() => remove(database, [...rows.values()], reason, now))()
  return rows.size
}

/** The same for ids of one feed; nothing that another feed brought is touched, whatever its id. */
export function removeIds(database: Database.Database, feed: number, ids: string[], now: Date): void {
  const rows = database
    .prepare(
      `SELECT ${columns} FROM entries WHERE entry_id IN (
         SELECT entry_id FROM entry_ids WHERE feed_id = ? AND id IN (SELECT value FROM json_each(?)))`,
    )
    .all(feed, JSON.stringify(ids)) as Row[]
  if (rows.length > 0) remove(database, rows, 'deleted', now)
}

/** Forget that entries were purged: their feeds may bring them again. Those that their own feed withdrew stay gone. */
export function forgetPurged(
  database: Database.Database,
  stillListed: (row: { id: string; link: string | null; url: string }) => boolean,
): void {
  const rows = database
    .prepare("SELECT feed_id, id, link, url FROM removed JOIN feeds USING (feed_id) WHERE reason = 'purged'")
    .all() as { feed_id: number; id: string; link: string | null; url: string }[]
  const drop = database.prepare('DELETE FROM removed WHERE feed_id = ? AND id = ?')
  const gone = rows.filter((row) => !stillListed(row))
  database.transaction(() => {
    for (const row of gone) drop.run(row.feed_id, row.id)
  })()
}

function find(database: Database.Database, removal: Removal): Row[] {
  if ('feed' in removal) return database.prepare(findQueries.feed).all(removal.feed) as Row[]
  const byLink = removal.linkKey === undefined ? [] : database.prepare(findQueries.linkKey).all(removal.linkKey)
  const byId = database.prepare(findQueries.id).all(removal.id)
  return [...byId, ...database.prepare(findQueries.publishedId).all(removal.id), ...byLink] as Row[]
}

function remove(database: Database.Database, rows: Row[], reason: RemovalReason, now: Date): void {
  const mark = readMark(database) + 1
  writeMeta(database, 'mark', String(mark))
  writeMeta(database, 'updated', String(+now))
  const touchTwins = database.prepare(
    'UPDATE entries SET mark = ? WHERE link_key = (SELECT link_key FROM entries WHERE entry_id = ?)',
  )
  const keep = database.prepare(
    `INSERT INTO removed (feed_id, id, published_id, link, title, position, at, reason, mark)
     SELECT feed_id, id, ?, ?, ?, ?, ?, ?, ? FROM entry_ids WHERE entry_id = ?
     ON CONFLICT (feed_id, id) DO NOTHING`,
  )
  const drops = ['entry_ids', 'texts', 'entries'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE entry_id = ?`),
  )
  for (const { entry_id, published_id, link, title, position } of rows) {
    touchTwins.run(mark, entry_id)
    keep.run(published_id, link, title, position, +now, reason, mark, entry_id)
    for (const drop of drops) drop.run(entry_id)
  }
}
