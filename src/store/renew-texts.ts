import type { ParsedEntry } from '../model.ts'
import type { Database } from './database.ts'
import { decodeEntry, encodeEntry } from './entry-codec.ts'
import { openTouch } from './open-touch.ts'
import { transact } from './transact.ts'

/** Entries renewed in one transaction. */
const batch = 500

/** Make the HTML of entries again that an older sanitiser made; their pages are touched. Once after an upgrade. */
export function renewTexts(
  database: Database.Database,
  sanitiser: number,
  renew: (entry: ParsedEntry) => ParsedEntry,
): number {
  const find = database.prepare('SELECT entry_id, entry FROM texts WHERE sanitiser < ? LIMIT ?')
  const put = database.prepare('UPDATE texts SET entry = ?, sanitiser = ? WHERE entry_id = ?')
  let renewed = 0
  for (;;) {
    const rows = find.all(sanitiser, batch) as { entry_id: number; entry: string }[]
    if (rows.length === 0) return renewed
    transact(database, () => {
      const touch = openTouch(database)
      for (const row of rows) {
        put.run(encodeEntry(renew(decodeEntry(row.entry))), sanitiser, row.entry_id)
        touch.entry(row.entry_id)
      }
    })
    renewed += rows.length
  }
}
