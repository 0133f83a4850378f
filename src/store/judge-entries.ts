import type { Filtered } from '../model.ts'
import type { Database } from './database.ts'
import { decodeEntry } from './entry-codec.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch, readRevision } from './open-touch.ts'
import { prepare } from './prepare.ts'
import type { FeedRules } from './store.ts'
import { transact } from './transact.ts'

/** What judging asks and writes, by name. */
const judgeStatements = {
  feeds: 'SELECT feed_id, url, rules FROM feeds',
  ofFeed: `SELECT e.entry_id, e.off_site, t.entry FROM entries e JOIN texts t USING (entry_id)
    WHERE e.feed_id = ? AND (e.off_site IS NULL OR e.off_site = 'filtered')`,
  // Entries that came, or changed, or were let in since.
  since: `SELECT e.entry_id, e.off_site, t.entry, e.feed_id FROM entries e INDEXED BY entries_by_revision JOIN texts t USING (entry_id)
    WHERE e.revision > ? AND (e.off_site IS NULL OR e.off_site = 'filtered')`,
  put: 'UPDATE entries SET off_site = ? WHERE entry_id = ?',
  putRules: 'UPDATE feeds SET rules = ? WHERE feed_id = ?',
}

type FeedRow = { feed_id: number; url: string; rules: string | null }
type EntryRow = { entry_id: number; off_site: 'filtered' | null; entry: string; feed_id?: number }

/**
 * Bring what is shown in line with the rules: of feeds whose rules changed all entries are judged, of the others those that
 * changed since; where nothing did, none is read.
 *
 * @param rules by the address of the feed; a feed without any hides nothing
 * @returns what became of entries that were stored before a rule changed
 */
export function judgeEntries(database: Database.Database, rules: ReadonlyMap<string, FeedRules>, now: Date): Filtered {
  const judged = Number(readMeta(database, 'judged') ?? 0)
  const feeds = prepare(database, judgeStatements.feeds).all() as FeedRow[]
  const changed = feeds.filter((feed) => (rules.get(feed.url)?.hash ?? null) !== feed.rules)
  const filtered: Filtered = { hidden: 0, back: 0 }
  if (changed.length === 0 && (rules.size === 0 || judged === readRevision(database))) return filtered

  const verdicts: { key: number; isHidden: boolean; isOld: boolean }[] = []
  const judge = (row: EntryRow, feed: FeedRules | undefined, isOld: boolean) => {
    const isHidden = feed?.hides(decodeEntry(row.entry)) ?? false
    if (isHidden !== (row.off_site === 'filtered')) verdicts.push({ key: row.entry_id, isHidden, isOld })
  }
  for (const feed of changed) {
    for (const row of database.prepare(judgeStatements.ofFeed).iterate(feed.feed_id)) {
      judge(row as EntryRow, rules.get(feed.url), true)
    }
  }
  const unchanged = new Map(feeds.filter((feed) => !changed.includes(feed)).map((feed) => [feed.feed_id, feed.url]))
  if (rules.size > 0) {
    for (const row of database.prepare(judgeStatements.since).iterate(judged)) {
      const url = unchanged.get((row as EntryRow).feed_id ?? 0)
      const feed = url === undefined ? undefined : rules.get(url)
      if (feed !== undefined) judge(row as EntryRow, feed, false)
    }
  }

  transact(database, () => {
    const touch = openTouch(database)
    for (const { key, isHidden, isOld } of verdicts) {
      prepare(database, judgeStatements.put).run(isHidden ? 'filtered' : null, key)
      touch.entry(key)
      if (isOld) filtered[isHidden ? 'hidden' : 'back'] += 1
    }
    for (const feed of changed) {
      prepare(database, judgeStatements.putRules).run(rules.get(feed.url)?.hash ?? null, feed.feed_id)
    }
    writeMeta(database, 'judged', String(readRevision(database)))
    if (verdicts.length > 0) writeMeta(database, 'updated', String(+now))
  })
  return filtered
}
