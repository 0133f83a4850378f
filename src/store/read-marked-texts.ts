import { decodeEntry } from '../entry-codec.ts'
import type { MarkedTexts } from '../model.ts'
import type { Database } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import { readMarks } from './track-vanished.ts'

/** Beside what a feed brought there may be what plug-ins made of it. */
const some = `SELECT entry_id, coalesce(original, entry) AS entry FROM texts LEFT JOIN shaped USING (entry_id)
  WHERE entry_id IN numbers(?)`

/** Texts of entries that the last version of a feed carried, with the marks that they had then. */
export async function readMarkedTexts(database: Database, url: string): Promise<MarkedTexts[]> {
  const feed = (await readFeedRows(database)).get(url)?.key ?? 0
  const marks = await readMarks(database, feed)
  if (marks.size === 0) return []
  const rows = await database.all<{ entry_id: number; entry: string }>(some, [...marks.keys()])
  return rows.flatMap(({ entry_id, entry }) => {
    const mark = marks.get(entry_id)
    const { summaryHtml, contentHtml } = decodeEntry(entry)
    return mark === undefined ? [] : [{ mark, texts: { summaryHtml, contentHtml } }]
  })
}
