import type { Database } from './database.ts'
import { decodeEntry, encodeEntry } from './entry-codec.ts'
import { openTouch } from './open-touch.ts'
import { prepare } from './prepare.ts'
import { restoreEntries } from './shape-entries.ts'
import type { OldText } from './store.ts'
import { transact } from './transact.ts'

const older = `SELECT texts.entry_id AS key, feeds.url AS feed, texts.entry FROM texts
  JOIN entries USING (entry_id) JOIN feeds USING (feed_id) WHERE texts.sanitiser < ? LIMIT ?`

/** Some of the entries whose HTML an older sanitiser made. */
export function readOldTexts(database: Database.Database, sanitiser: number, limit: number): OldText[] {
  const read = () => prepare(database, older).all(sanitiser, limit) as { key: number; feed: string; entry: string }[]
  let rows = read()
  // What plug-ins made is made again by them, from what is renewed.
  if (rows.length > 0 && restoreEntries(database)) rows = read()
  return rows.map(({ key, feed, entry }) => ({ key, feed, entry: decodeEntry(entry) }))
}

/** Keep entries whose HTML was made again, in one transaction; their pages are touched. */
export function renewTexts(
  database: Database.Database,
  sanitiser: number,
  renewed: Pick<OldText, 'key' | 'entry'>[],
): void {
  const put = prepare(database, 'UPDATE texts SET entry = ?, sanitiser = ? WHERE entry_id = ?')
  transact(database, () => {
    const touch = openTouch(database)
    for (const { key, entry } of renewed) {
      put.run(encodeEntry(entry), sanitiser, key)
      touch.entry(key)
    }
  })
}
