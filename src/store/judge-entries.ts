import { joinEntry, type StoredEntry } from '../entry-codec.ts'
import type { Filtered } from '../model.ts'
import type { Database } from './database.ts'
import { readFeedRows } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { FeedRow } from './open-memory.ts'
import { openTouch, readRevision } from './open-touch.ts'
import type { FeedRules } from './store.ts'

/** The statements of judging, by name. */
const judgeStatements = {
  ofFeed: `SELECT entry_id, feed_id FROM entries WHERE feed_id = ? AND (off_site IS NULL OR off_site = 'filtered')`,
  // Entries that came, changed, or were let in since a revision.
  since: `SELECT entry_id, feed_id FROM entries INDEXED BY entries_by_revision
    WHERE revision > ? AND (off_site IS NULL OR off_site = 'filtered')`,
  some: `SELECT e.entry_id, e.off_site, t.entry, t.content, t.summary, e.feed_id FROM entries e JOIN texts t USING (entry_id)
    WHERE e.entry_id IN numbers(?)`,
  put: 'UPDATE entries SET off_site = ? WHERE entry_id IN numbers(?)',
  putRules: 'UPDATE feeds SET rules = ? WHERE feed_id = ?',
}

/** Entries whose texts are in memory at once. */
const batch = 200

type NumberRow = { entry_id: number; feed_id: number }
type EntryRow = StoredEntry & { entry_id: number; off_site: 'filtered' | null; feed_id: number }
type Verdict = { key: number; isHidden: boolean; isOld: boolean }

/**
 * Apply the rules to stored entries: to all entries of feeds whose rules changed, and to changed entries of the other feeds; where nothing
 * changed, no entry is read.
 *
 * @param rules by the address of the feed; for a feed without rules, nothing is hidden
 * @returns how many entries a changed rule hid or brought back
 */
export async function judgeEntries(
  database: Database,
  rules: ReadonlyMap<string, FeedRules>,
  now: Date,
): Promise<Filtered> {
  const judged = Number((await readMeta(database, 'judged')) ?? 0)
  const feeds = [...(await readFeedRows(database)).values()]
  const rulesOf = ({ feed }: FeedRow) => rules.get(feed.source.url)
  const changed = feeds.filter((row) => (rulesOf(row)?.hash ?? null) !== row.rules)
  const filtered: Filtered = { hidden: 0, back: 0 }
  if (changed.length === 0 && (rules.size === 0 || judged === (await readRevision(database)))) return filtered

  const ruled = new Map(feeds.map((row) => [row.key, rulesOf(row)]))
  const verdicts: Verdict[] = []
  const old = new Set(changed.map(({ key }) => key))
  const judge = async (rows: NumberRow[], isOld: boolean) => {
    for (let at = 0; at < rows.length; at += batch) {
      const keys = rows.slice(at, at + batch).map(({ entry_id }) => entry_id)
      for (const row of await database.all<EntryRow>(judgeStatements.some, keys)) {
        const isHidden = ruled.get(row.feed_id)?.hides(joinEntry(row)) ?? false
        if (isHidden !== (row.off_site === 'filtered')) verdicts.push({ key: row.entry_id, isHidden, isOld })
      }
    }
  }
  for (const { key } of changed) await judge(await database.all<NumberRow>(judgeStatements.ofFeed, key), true)
  if (rules.size > 0) {
    const rows = await database.all<NumberRow>(judgeStatements.since, judged)
    await judge(
      rows.filter(({ feed_id }) => !old.has(feed_id) && ruled.get(feed_id) !== undefined),
      false,
    )
  }

  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    const hidden = verdicts.filter(({ isHidden }) => isHidden)
    const back = verdicts.filter(({ isHidden }) => !isHidden)
    for (const [reason, some] of [
      ['filtered', hidden],
      [null, back],
    ] as const) {
      if (some.length > 0)
        await tx.run(
          judgeStatements.put,
          reason,
          some.map(({ key }) => key),
        )
    }
    await touch.entries(verdicts.map(({ key }) => key))
    filtered.hidden = hidden.filter(({ isOld }) => isOld).length
    filtered.back = back.filter(({ isOld }) => isOld).length
    await tx.batch(
      judgeStatements.putRules,
      changed.map((row) => [rulesOf(row)?.hash ?? null, row.key]),
    )
    tx.memory.feeds = undefined
    await writeMeta(tx, 'judged', String(await readRevision(tx)))
    if (verdicts.length > 0) await writeMeta(tx, 'updated', String(+now))
  })
  return filtered
}
