import type Sqlite from 'libsql'
import type { Connection, Value, Values } from './database.ts'
import { writeSqlite } from './write-sqlite.ts'

/**
 * SQLite behind the interface that engines share. Its driver is synchronous: a promise is already settled when it is returned, so that
 * nothing else happens in between.
 */
export function openSqlite(database: Sqlite.Database): Connection {
  const prepared = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string): Sqlite.Statement => {
    const statement = prepared.get(sql) ?? database.prepare(writeSqlite(sql))
    prepared.set(sql, statement)
    return statement
  }
  return {
    all: async <Row>(sql: string, ...values: Values) => prepare(sql).all(...bind(values)) as Row[],
    get: async <Row>(sql: string, ...values: Values) => prepare(sql).get(...bind(values)) as Row | undefined,
    run: async (sql, ...values) => prepare(sql).run(...bind(values)).changes,
    batch: async (sql, rows) => {
      const statement = prepare(sql)
      for (const values of rows) statement.run(...bind(values))
    },
    exec: async (sql) => void database.exec(sql),
    isOpen: () => database.inTransaction,
    close: async () => {
      try {
        // Without this, libsql leaves the write-ahead log behind, as large as all that was written.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // Where the disk is full, committed data stays in the log, and the next process to open the file takes it over. A write that failed
        // was reported already, with what became of the site: this error must not replace that report.
        if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')) throw error
      } finally {
        database.close()
      }
    },
  }
}

/** Lists are passed as JSON. */
function bind(values: Values): unknown[] {
  const [first] = values
  if (first === null || typeof first !== 'object' || Array.isArray(first)) {
    // Values go in as one array: the driver takes that for the list of all values.
    return [(values as Value[]).some(Array.isArray) ? (values as Value[]).map(bindOne) : values]
  }
  const entries = Object.entries(first as Record<string, Value>)
  if (!entries.some(([, value]) => Array.isArray(value))) return values
  return [Object.fromEntries(entries.map(([name, value]) => [name, bindOne(value)]))]
}

function bindOne(value: Value): unknown {
  return Array.isArray(value) ? JSON.stringify(value) : value
}
