import type { Database } from './database.ts'

const newest = `SELECT entry_id, link_path FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)
  ORDER BY position DESC LIMIT ?`

/** The link paths of a feed's newest entries, with the store's numbers of the entries. */
export async function readNewestPaths(
  database: Database,
  feed: string,
  limit: number,
): Promise<{ key: number; linkPath: string }[]> {
  const rows = await database.all<{ entry_id: number; link_path: string | null }>(newest, feed, limit)
  return rows.flatMap(({ entry_id: key, link_path: linkPath }) => (linkPath === null ? [] : [{ key, linkPath }]))
}
