import type { PostgresPlace } from './store.ts'

/**
 * The locks of a schema (pg_advisory_lock), each held by a connection:
 * - `run`: one build alone, or a rendering and any number of fetchers that share it;
 * - `render`: one rendering at a time;
 * - `write`: shared by each transaction of a fetcher, and held alone by a process that must not see the state change: a rendering waits for
 * the transactions that are under way, and later ones wait for the rendering's end.
 */
export type LockName = 'run' | 'render' | 'write'

/** A statement that takes a lock; its value is `makeLockKey`. `taken` is 0 where another connection has the lock. */
export const lockStatements = {
  tryAlone: 'SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(?, 0)) THEN 1 ELSE 0 END AS taken',
  tryShared: 'SELECT CASE WHEN pg_try_advisory_lock_shared(hashtextextended(?, 0)) THEN 1 ELSE 0 END AS taken',
  waitAlone: 'SELECT 1 AS taken FROM (SELECT pg_advisory_lock(hashtextextended(?, 0))) AS waited',
  leave: 'SELECT 1 AS taken FROM (SELECT pg_advisory_unlock(hashtextextended(?, 0))) AS gone',
}

export function makeLockKey({ schema }: PostgresPlace, name: LockName): string {
  return name === 'run' ? `planet build ${schema}` : `planet ${name} ${schema}`
}
