import { forgetFeeds } from './cache-feeds.ts'
import type { Database } from './database.ts'

/**
 * Do all of something or nothing. The driver's own `transaction` rolls back once more where SQLite already has, as it does
 * when the disk is full, and then that is all it says.
 */
export function transact(database: Database.Database, work: () => void): void {
  database.exec('BEGIN')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    forgetFeeds(database)
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}
