import type { Memory } from './open-memory.ts'

/**
 * What a statement is given: a list where it says `texts(…)`, `numbers(…)` or `rows(…)`; where it says `CAST(? AS TEXT)`, a text as
 * its bytes of UTF-8.
 */
export type Value = string | number | null | Uint8Array | readonly unknown[]
/** In the order of its `?`, or by the names of its `:name`. */
export type Values = Value[] | [Record<string, Value>]

/**
 * One open connection to whichever engine keeps the state. The SQL is that of SQLite in a form that PostgreSQL takes, too; what the
 * two say differently has a word of ours, which `write-sqlite.ts` and `write-postgres.ts` put into theirs: `IN texts(?)` and
 * `IN numbers(?)`, a list that is given; `rows(?, name TEXT, …)`, a table that is given as a list of lists.
 */
export type Statements = {
  all<Row>(sql: string, ...values: Values): Promise<Row[]>
  /** The first row. */
  get<Row>(sql: string, ...values: Values): Promise<Row | undefined>
  /** @returns how many rows were written */
  run(sql: string, ...values: Values): Promise<number>
  /** One statement with each of these values, in their order: one wait for all of them. */
  batch(sql: string, rows: Values[]): Promise<void>
  /** Statements without values. */
  exec(sql: string): Promise<void>
}

export type Connection = Statements & {
  /** A transaction has begun and not ended: the engine may end it by itself, where the disk is full. */
  isOpen(): boolean
  /** Its transactions wait for others: of what they must not see change, nothing is written outside of one. */
  takesTurns?: boolean
  close(): Promise<void>
}

/**
 * What all of the store works with. Within a transaction everything goes through the `tx` that the work is given; what is asked of the
 * database itself meanwhile waits for its end. A transaction within one is part of it.
 */
export type Database = Statements & {
  /** What is kept of it in memory, for as long as it is open. */
  memory: Memory
  /** Do all of it or nothing, and let it land, after what was gathered. */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /**
   * Do all of it or nothing. It lands with what others gather, at once where that is heavy by now.
   *
   * @param weight how many entries it writes
   */
  gather(work: (tx: Database) => Promise<void>, weight: number): Promise<void>
  /** As `gather`, of what is only noted in memory until it lands. */
  note(work: (tx: Database) => Promise<void>): Promise<void>
  /** All that was gathered lands. */
  land(): Promise<void>
  /** All that was gathered lands, where more than notes were. */
  landPieces(): Promise<void>
  close(): Promise<void>
}
