import type Sqlite from 'libsql'
import type { Connection, Value, Values } from './database.ts'
import { writeSqlite } from './write-sqlite.ts'

/**
 * SQLite behind the shape that engines share. Its driver works at once, on this thread: a promise of it is kept when it is made, so
 * that nothing else happens in between.
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
        // libsql leaves the write-ahead log behind, as large as all that was written.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // What is stored stands in the log, from where the next takes it over. Whatever could not be stored has been said by now, and
        // whether the site was touched then: this would be said in its place.
        if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')) throw error
      } finally {
        database.close()
      }
    },
  }
}

/** Lists go in as JSON. */
function bind(values: Values): unknown[] {
  const [first] = values
  if (first === null || typeof first !== 'object' || Array.isArray(first)) {
    // The driver takes one list as the list of all.
    return [(values as Value[]).some(Array.isArray) ? (values as Value[]).map(bindOne) : values]
  }
  const entries = Object.entries(first as Record<string, Value>)
  if (!entries.some(([, value]) => Array.isArray(value))) return values
  return [Object.fromEntries(entries.map(([name, value]) => [name, bindOne(value)]))]
}

function bindOne(value: Value): unknown {
  return Array.isArray(value) ? JSON.stringify(value) : value
}
