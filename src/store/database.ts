import type { Memory } from './open-memory.ts'

/**
 * A value for a statement: a list where the statement says `texts(…)`, `numbers(…)` or `rows(…)`; where it says `CAST(? AS TEXT)`, a text
 * as UTF-8 bytes.
 */
export type Value = string | number | null | Uint8Array | readonly unknown[]
/** Values in the order of a statement's `?`, or by the names of its `:name`. */
export type Values = Value[] | [Record<string, Value>]

/**
 * One open connection to the engine that keeps the state. The SQL is that of SQLite in a form that PostgreSQL understands, too; where the
 * two differ, we have words of our own, which `write-sqlite.ts` and `write-postgres.ts` translate: `IN texts(?)` and `IN numbers(?)`, a
 * list that is given; `rows(?, name TEXT, …)`, a table that is given as a list of lists.
 */
export type Statements = {
  all<Row>(sql: string, ...values: Values): Promise<Row[]>
  /** The first row. */
  get<Row>(sql: string, ...values: Values): Promise<Row | undefined>
  /** @returns how many rows were written */
  run(sql: string, ...values: Values): Promise<number>
  /** Run one statement with each of these values, in their order, and wait once for all of them. */
  batch(sql: string, rows: Values[]): Promise<void>
  /** Statements without values. */
  exec(sql: string): Promise<void>
}

export type Connection = Statements & {
  /** True while a transaction is open: the engine may end it by itself where the disk is full. */
  isOpen(): boolean
  /** Each transaction waits for a lock of other processes: nothing that they must not see change is written outside of a transaction. */
  takesTurns?: boolean
  close(): Promise<void>
}

/**
 * The database as all of the store uses it. Within a transaction everything goes through the `tx` that the work is given; statements on the
 * database itself wait for the transaction's end. A transaction inside a transaction is part of the outer one.
 */
export type Database = Statements & {
  /** What is cached of the database while it is open. */
  memory: Memory
  /** Do all of the work or none of it, and commit it together with what was gathered before. */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /**
   * Do all of the work or none of it. It is committed together with other gathered work; right away where that is much by now.
   *
   * @param weight how many entries the work writes
   */
  gather(work: (tx: Database) => Promise<void>, weight: number): Promise<void>
  /** As `gather`, for work that only notes something in memory until the commit. */
  note(work: (tx: Database) => Promise<void>): Promise<void>
  /** Commit all that was gathered. */
  land(): Promise<void>
  /** Commit all that was gathered, unless it is notes alone. */
  landPieces(): Promise<void>
  close(): Promise<void>
}
