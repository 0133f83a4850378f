import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { prepare } from './prepare.ts'

/** What touches entries, by name. */
const touchStatements = {
  entry: `UPDATE entries SET revision = :revision WHERE revision <> :revision
    AND (entry_id = :key OR link_key = (SELECT link_key FROM entries WHERE entry_id = :key))`,
  feed: `UPDATE entries SET revision = :revision WHERE revision <> :revision
    AND (feed_id = :feed OR link_key IN (SELECT link_key FROM entries WHERE feed_id = :feed AND link_key IS NOT NULL))`,
  twins: `UPDATE entries SET revision = :revision WHERE revision <> :revision AND link_key IN (
    SELECT mine.link_key FROM entries mine JOIN entries other
      ON other.link_key = mine.link_key AND other.feed_id <> mine.feed_id WHERE mine.feed_id = :feed)`,
}

/** A change of entries, and its number. What was rendered up to an earlier one does not show it. */
export type Touch = {
  /** Given with the first use: a change of nothing has no number. */
  revision(): number
  /**
   * An entry is about to change, or has changed. Whoever shares its link may be shown instead, be "also in", or not any more:
   * it is called before and after where the link or what else decides between them changes.
   */
  entry(key: number): void
  /** What the pages say of a feed changes, or whose its links are. */
  feed(feed: number): void
  /** A feed changes places with others: those of its entries that others have, too. */
  twins(feed: number): void
}

/** The one place that says what a change touches. Opened for each transaction that changes entries. */
export function openTouch(database: Database.Database): Touch {
  let number: number | undefined
  const revision = () => {
    if (number === undefined) {
      number = readRevision(database) + 1
      writeMeta(database, 'revision', String(number))
    }
    return number
  }
  return {
    revision,
    entry: (key) => void prepare(database, touchStatements.entry).run({ revision: revision(), key }),
    feed: (feed) => void prepare(database, touchStatements.feed).run({ revision: revision(), feed }),
    twins: (feed) => void prepare(database, touchStatements.twins).run({ revision: revision(), feed }),
  }
}

/** The number of the last change. */
export function readRevision(database: Database.Database): number {
  return Number(readMeta(database, 'revision') ?? 0)
}
