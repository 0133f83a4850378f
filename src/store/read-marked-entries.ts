import type { MarkedEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import { type BroughtRow, broughtTexts } from './read-texts.ts'
import { readMarks } from './track-vanished.ts'

/** Entries that the last version of a feed carried, as they are stored now, with their marks from that version. */
export async function readMarkedEntries(database: Database, url: string): Promise<MarkedEntry[]> {
  const feed = (await readFeedRows(database)).get(url)?.key ?? 0
  const marks = await readMarks(database, feed)
  if (marks.size === 0) return []
  const rows = await database.all<BroughtRow>(broughtTexts, [...marks.keys()])
  return rows.flatMap(({ entry_id, entry, content, summary }) => {
    const mark = marks.get(entry_id)
    return mark === undefined ? [] : [{ mark, stored: { entry, content, summary } }]
  })
}
