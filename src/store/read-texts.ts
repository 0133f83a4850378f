import type { Database } from './database.ts'
import { decodeEntry } from './entry-codec.ts'
import { prepare } from './prepare.ts'

const some = `SELECT entry_id, coalesce(original, entry) AS entry FROM texts LEFT JOIN shaped USING (entry_id)
  WHERE entry_id IN (SELECT value FROM json_each(?))`

/** The titles and the texts of entries as their feeds brought them, by their numbers. */
export function readTexts(database: Database.Database, keys: number[]): Map<number, string> {
  const rows = prepare(database, some).all(JSON.stringify(keys)) as { entry_id: number; entry: string }[]
  return new Map(
    rows.map(({ entry_id, entry }) => {
      const { title = '', summaryHtml = '', contentHtml = '' } = decodeEntry(entry)
      return [entry_id, `${title} ${contentHtml} ${summaryHtml}`]
    }),
  )
}
