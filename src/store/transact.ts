import type Sqlite from 'libsql'

/**
 * Do all of something or nothing, on an SQLite database that nobody else uses. The driver's own `transaction` rolls back even where SQLite
 * already has, as on a full disk; that second rollback fails, and its error hides the first.
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
