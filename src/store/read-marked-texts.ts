import { joinEntry } from '../entry-codec.ts'
import type { MarkedTexts } from '../model.ts'
import type { Database } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import { type BroughtRow, broughtTexts } from './read-texts.ts'
import { readMarks } from './track-vanished.ts'

/** Texts of entries that the last version of a feed carried, with the marks that they had then. */
export async function readMarkedTexts(database: Database, url: string): Promise<MarkedTexts[]> {
  const feed = (await readFeedRows(database)).get(url)?.key ?? 0
  const marks = await readMarks(database, feed)
  if (marks.size === 0) return []
  const rows = await database.all<BroughtRow>(broughtTexts, [...marks.keys()])
  return rows.flatMap((row) => {
    const mark = marks.get(row.entry_id)
    const { summaryHtml, contentHtml } = joinEntry(row)
    return mark === undefined ? [] : [{ mark, texts: { summaryHtml, contentHtml } }]
  })
}
