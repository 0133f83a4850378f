import type { ParsedEntry } from '../model.ts'
import type { Database } from './open-database.ts'
import { reviveDates } from './revive-dates.ts'
import { transact } from './transact.ts'
import { readRevision, writeMeta } from './write-changes.ts'

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
  const touch = database.prepare('UPDATE entries SET revision = ? WHERE entry_id = ?')
  let renewed = 0
  for (;;) {
    const rows = find.all(sanitiser, batch) as { entry_id: number; entry: string }[]
    if (rows.length === 0) return renewed
    transact(database, () => {
      const revision = readRevision(database) + 1
      writeMeta(database, 'revision', String(revision))
      for (const row of rows) {
        const entry = renew(JSON.parse(row.entry, reviveDates) as ParsedEntry)
        put.run(JSON.stringify(entry), sanitiser, row.entry_id)
        touch.run(revision, row.entry_id)
      }
    })
    renewed += rows.length
  }
}
