import type { NumberedEntry } from '../entry-queries.ts'
import type { EntryRecord, OffFrontReason, OffSiteReason } from '../model.ts'

/**
 * The columns that `makeShownRecord` reads, of an entry `e` and its feed `f`: only those that are shown, since reading a column takes as
 * long as showing it.
 */
export const shownColumns = 'e.entry_id, f.url, e.published_id, e.first_seen, e.position, e.updated_shown, e.off_front'

/** The columns that `makeRecord` reads. */
export const recordColumns = `${shownColumns}, e.rank, e.off_site, (SELECT json_group_array(id)
    FROM (SELECT id FROM entry_ids i WHERE i.entry_id = e.entry_id ORDER BY since, feed_id, id) AS own) AS ids`

export type ShownRow = {
  entry_id: number
  url: string
  published_id: string
  first_seen: number
  position: number
  updated_shown: number
  off_front: OffFrontReason | null
}

export type RecordRow = ShownRow & { rank: number; off_site: OffSiteReason | null; ids: string }

/** A row of `entries` as the model has it. */
export function makeRecord(row: RecordRow): EntryRecord {
  const { rank, off_site, ids } = row
  return { ids: JSON.parse(ids) as string[], ...makeShownRecord(row), rank, offSite: off_site ?? undefined }
}

/** The part of a record that pages and feeds show. The one place that turns columns into a record. */
export function makeShownRecord(row: ShownRow): Omit<EntryRecord, 'ids' | 'rank' | 'offSite'> {
  return {
    feed: row.url,
    publishedId: row.published_id,
    firstSeen: new Date(row.first_seen),
    position: new Date(row.position),
    updatedShown: new Date(row.updated_shown),
    offFront: row.off_front ?? undefined,
  }
}

export type NumberedRow = Pick<ShownRow, 'entry_id' | 'published_id' | 'position' | 'updated_shown'>

export function makeNumbered(row: NumberedRow): NumberedEntry {
  return {
    number: row.entry_id,
    publishedId: row.published_id,
    position: new Date(row.position),
    updatedShown: new Date(row.updated_shown),
  }
}

/** An instant from a column that may be NULL. */
export function toDate(instant: number | null): Date | undefined {
  return instant === null ? undefined : new Date(instant)
}
