import { decodeEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'

const some = `SELECT entry_id, coalesce(original, entry) AS entry FROM texts LEFT JOIN shaped USING (entry_id)
  WHERE entry_id IN numbers(?)`

/** The titles and the texts of entries as their feeds brought them, by their numbers. */
export async function readTexts(database: Database, keys: number[]): Promise<Map<number, string>> {
  const rows = await database.all<{ entry_id: number; entry: string }>(some, keys)
  return new Map(
    rows.map(({ entry_id, entry }) => {
      const { title = '', summaryHtml = '', contentHtml = '' } = decodeEntry(entry)
      return [entry_id, `${title} ${contentHtml} ${summaryHtml}`]
    }),
  )
}
