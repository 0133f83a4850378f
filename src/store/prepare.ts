import type { Database } from './database.ts'

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A statement that is run for every feed or page: compiled once for each open database. Not for `iterate`. */
export function prepare(database: Database.Database, sql: string): Database.Statement {
  const statements = prepared.get(database) ?? new Map<string, Database.Statement>()
  prepared.set(database, statements)
  const statement = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, statement)
  return statement
}
