import { forgetFeeds } from './cache-feeds.ts'
import type { Database } from './database.ts'

/** Work that lands in one transaction, each piece of it whole or not at all. */
export type Batch = {
  /**
   * Do one piece: all of it or nothing. It lands with the batch, at once where that is heavy by now.
   *
   * @param weight how many entries it writes
   */
  add(work: () => void, weight: number): void
  /** All that was done lands. Before any other transaction. */
  land(): void
}

/** Pieces and entries with which a batch lands: a commit writes every page that it touches, so few are cheap. */
const heavy = 2000

/** A crash loses at most a batch, and with it what would let a server say that nothing is new since. */
export function openBatch(database: Database.Database): Batch {
  let total = 0
  const land = () => {
    if (!database.inTransaction) return
    try {
      database.exec('COMMIT')
    } catch (error) {
      forgetFeeds(database)
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return {
    add(work, weight) {
      if (!database.inTransaction) {
        database.exec('BEGIN')
        total = 0
      }
      database.exec('SAVEPOINT piece')
      try {
        work()
        database.exec('RELEASE piece')
      } catch (error) {
        forgetFeeds(database)
        // Where the disk is full, SQLite has given up all of the batch.
        if (database.inTransaction) database.exec('ROLLBACK TO piece; RELEASE piece')
        throw error
      }
      total += weight + 1
      if (total >= heavy) land()
    },
    land,
  }
}
