import { joinEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'
import { makeRecord, type RecordRow, recordColumns, toDate } from './make-record.ts'
import type { FoundEntry } from './store.ts'

type Row = RecordRow & {
  link: string | null
  link_key: string | null
  published: number | null
  entry: string | null
  content: string | null
  summary: string | null
  shown_under: string | null
  missing: number | null
  removed: number | null
  hidden_by: string | null
}

const found = `
  SELECT ${recordColumns}, e.link, e.link_key, e.published, t.entry, t.content, t.summary, m.since AS missing, r.at AS removed, s.hidden_by,
    (SELECT twins.url FROM twins WHERE twins.entry_id = e.entry_id AND goes_before ORDER BY claim, twins.since, twins.place LIMIT 1)
      AS shown_under
  FROM entries e JOIN feeds f USING (feed_id) LEFT JOIN texts t USING (entry_id)
    LEFT JOIN missing m USING (entry_id) LEFT JOIN removed r USING (entry_id)
    LEFT JOIN shaped s USING (entry_id)
  WHERE e.entry_id IN (
    SELECT entry_id FROM entry_ids WHERE feed_id IN (SELECT feed_id FROM feeds) AND id = :word
    UNION SELECT entry_id FROM entries WHERE published_id = :word
    UNION SELECT entry_id FROM entries WHERE substr(link, 1, 500) = substr(:word, 1, 500) AND link = :word AND link_key IS NULL
    UNION SELECT entry_id FROM entries WHERE link_key = :linkKey)
  ORDER BY f.place, e.position DESC, e.rank`

/** Entries with this id, published id or link, or with this link key. */
export async function findEntries(
  database: Database,
  word: string,
  linkKey: string | undefined,
): Promise<FoundEntry[]> {
  const rows = await database.all<Row>(found, { word, linkKey: linkKey ?? null })
  return rows.map((row) => {
    const entry = row.entry === null ? undefined : joinEntry({ ...row, entry: row.entry })
    return {
      ...makeRecord(row),
      link: row.link ?? undefined,
      title: entry?.title,
      published: toDate(row.published),
      updated: entry?.updated,
      hasOwnLink: row.link_key !== null,
      shownUnder: row.shown_under ?? undefined,
      missingSince: toDate(row.missing),
      removedAt: toDate(row.removed),
      hiddenBy: row.hidden_by ?? undefined,
      entry,
    }
  })
}
