import type { KnownEntry, KnownFeed, OffFrontReason, OffSiteReason, TakenId } from '../model.ts'
import type { Database } from './open-database.ts'
import { prepare } from './prepare.ts'
import type { VersionKeys } from './store.ts'

type Row = {
  entry_id: number
  published_id: string
  first_seen: number
  position: number
  rank: number
  updated_shown: number
  off_front: OffFrontReason | null
  off_site: OffSiteReason | null
  link_path: string | null
  title_day: string | null
  source_hash: string
  entry_hash: string
  link: string | null
  published: number | null
  ids: string
}

/** Every stored entry of a feed that shares an id, a link path, or title and day with one version of it. */
export const knownEntries = `
  SELECT entry_id, published_id, first_seen, position, rank, updated_shown, off_front, off_site, link_path, title_day,
    source_hash, entry_hash, link, published,
    (SELECT json_group_array(id) FROM (SELECT id FROM entry_ids i WHERE i.entry_id = e.entry_id ORDER BY since)) AS ids
  FROM entries e WHERE entry_id IN (
    SELECT entry_id FROM entry_ids WHERE feed_id = :feed AND id IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND link_path IN (SELECT value FROM json_each(:linkPaths))
    UNION
    SELECT entry_id FROM entries WHERE feed_id = :feed AND title_day IN (SELECT value FROM json_each(:titleDays))
  )`

export const takenIds = `
  SELECT published_id, url, link_key FROM entries JOIN feeds USING (feed_id)
  WHERE published_id IN (SELECT value FROM json_each(?))`

export function readKnownFeed(database: Database.Database, url: string, version: VersionKeys): KnownFeed {
  const feed = prepare(database, 'SELECT feed_id FROM feeds WHERE url = ?').get(url) as { feed_id: number }
  const ids = JSON.stringify(version.ids)
  const rows = prepare(database, knownEntries).all({
    feed: feed.feed_id,
    ids,
    linkPaths: JSON.stringify(version.linkPaths),
    titleDays: JSON.stringify(version.titleDays),
  }) as Row[]
  const any = prepare(database, 'SELECT 1 AS one FROM entries WHERE feed_id = ? LIMIT 1').get(feed.feed_id)
  const taken = new Map<string, TakenId[]>()
  for (const row of prepare(database, takenIds).all(ids) as {
    published_id: string
    url: string
    link_key: string | null
  }[]) {
    const holder = { feed: row.url, linkKey: row.link_key ?? undefined }
    taken.set(row.published_id, [...(taken.get(row.published_id) ?? []), holder])
  }
  return {
    entries: rows.map((row) => makeKnownEntry(url, row)),
    newFeed: any === undefined,
    firstBuild: prepare(database, "SELECT value FROM meta WHERE name = 'finished'").get() === undefined,
    takenIds: taken,
  }
}

function makeKnownEntry(feed: string, row: Row): KnownEntry {
  return {
    key: row.entry_id,
    feed,
    ids: JSON.parse(row.ids) as string[],
    publishedId: row.published_id,
    firstSeen: new Date(row.first_seen),
    position: new Date(row.position),
    rank: row.rank,
    updatedShown: new Date(row.updated_shown),
    offFront: row.off_front ?? undefined,
    offSite: row.off_site ?? undefined,
    linkPath: row.link_path ?? undefined,
    titleDay: row.title_day ?? undefined,
    link: row.link ?? undefined,
    published: row.published === null ? undefined : new Date(row.published),
    sourceHash: row.source_hash,
    entryHash: row.entry_hash,
  }
}
