import type Sqlite from 'libsql'

/**
 * Do all of something or nothing, on an SQLite database that nobody else uses. The driver's own `transaction` rolls back once more
 * where SQLite already has, as it does when the disk is full, and then that is all it says.
 */
export function transact(database: Sqlite.Database, work: () => void): void {
  database.exec('BEGIN')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}
