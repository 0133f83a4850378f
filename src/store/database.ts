import type Database from 'libsql'

/** An open database of SQLite: the type alone, for those that are given one. */
export type { Database }
