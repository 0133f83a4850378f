import { joinEntry, type StoredEntry, splitEntry } from '../entry-codec.ts'
import type { Database } from './database.ts'
import { openTouch } from './open-touch.ts'
import { restoreEntries } from './shape-entries.ts'
import type { OldText } from './store.ts'

const older = `SELECT texts.entry_id AS key, feeds.url AS feed, texts.entry, texts.content, texts.summary FROM texts
  JOIN entries USING (entry_id) JOIN feeds USING (feed_id) WHERE texts.sanitiser < ? LIMIT ?`

/** Some of the entries whose HTML was made by an older sanitiser. */
export async function readOldTexts(database: Database, sanitiser: number, limit: number): Promise<OldText[]> {
  const read = () => database.all<StoredEntry & { key: number; feed: string }>(older, sanitiser, limit)
  let rows = await read()
  // Undo what plug-ins made: they shape the renewed entries again.
  if (rows.length > 0 && (await restoreEntries(database))) rows = await read()
  return rows.map((row) => ({ key: row.key, feed: row.feed, entry: joinEntry(row) }))
}

/** Store entries whose HTML was made again, in one transaction, and touch them. */
export async function renewTexts(
  database: Database,
  sanitiser: number,
  renewed: Pick<OldText, 'key' | 'entry'>[],
): Promise<void> {
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    await tx.batch(
      'UPDATE texts SET entry = ?, content = ?, summary = ?, sanitiser = ? WHERE entry_id = ?',
      renewed.map(({ key, entry: renewed }) => {
        const { entry, content, summary } = splitEntry(renewed)
        return [entry, content, summary, sanitiser, key]
      }),
    )
    await touch.entries(renewed.map(({ key }) => key))
  })
}
