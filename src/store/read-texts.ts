import { joinEntry, type StoredEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'

/** Entries as their feeds brought them, whatever plug-ins made of them. */
export const broughtTexts = `SELECT entry_id, coalesce(original, entry) AS entry,
    CASE WHEN original IS NULL THEN content END AS content, CASE WHEN original IS NULL THEN summary END AS summary
  FROM texts LEFT JOIN shaped USING (entry_id) WHERE entry_id IN numbers(?)`

/** A row of `broughtTexts`. */
export type BroughtRow = StoredEntry & { entry_id: number }

/** The titles and the texts of entries as their feeds brought them, by their numbers. */
export async function readTexts(database: Database, keys: number[]): Promise<Map<number, string>> {
  const rows = await database.all<BroughtRow>(broughtTexts, keys)
  return new Map(
    rows.map((row) => {
      const { title = '', summaryHtml = '', contentHtml = '' } = joinEntry(row)
      return [row.entry_id, `${title} ${contentHtml} ${summaryHtml}`]
    }),
  )
}
