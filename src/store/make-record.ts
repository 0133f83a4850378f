import type { EntryRecord, OffFrontReason, OffSiteReason } from '../model.ts'

/** The columns that `makeRecord` reads, of an entry `e` and its feed `f`. */
export const recordColumns = `e.entry_id, f.url, e.published_id, e.first_seen, e.position, e.rank, e.updated_shown, e.off_front,
  e.off_site, (SELECT json_group_array(id)
    FROM (SELECT id FROM entry_ids i WHERE i.entry_id = e.entry_id ORDER BY since, feed_id, id) AS own) AS ids`

export type RecordRow = {
  entry_id: number
  url: string
  published_id: string
  first_seen: number
  position: number
  rank: number
  updated_shown: number
  off_front: OffFrontReason | null
  off_site: OffSiteReason | null
  ids: string
}

/** A row of `entries` as the model has it. The one place that turns columns into a record. */
export function makeRecord(row: RecordRow): EntryRecord {
  return {
    feed: row.url,
    ids: JSON.parse(row.ids) as string[],
    publishedId: row.published_id,
    firstSeen: new Date(row.first_seen),
    position: new Date(row.position),
    rank: row.rank,
    updatedShown: new Date(row.updated_shown),
    offFront: row.off_front ?? undefined,
    offSite: row.off_site ?? undefined,
  }
}

/** An instant of a column that may be empty. */
export function toDate(instant: number | null): Date | undefined {
  return instant === null ? undefined : new Date(instant)
}
