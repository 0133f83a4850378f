import type { PostgresPlace } from './store.ts'

/**
 * What is locked of a schema (pg_advisory_lock), for as long as a connection holds it:
 * - `run`: one build alone, or a rendering and any number of fetchers that share it;
 * - `render`: one rendering at a time;
 * - `write`: shared by each transaction of a fetcher, and held by who must not see it change: a rendering waits for the
 *   transactions that are under way, and those that come next wait for its end.
 */
export type LockName = 'run' | 'render' | 'write'

/** A statement that takes a lock; its value is `makeLockKey`. The row's `taken` is 0 where somebody else has it. */
export const lockStatements = {
  tryAlone: 'SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(?, 0)) THEN 1 ELSE 0 END AS taken',
  tryShared: 'SELECT CASE WHEN pg_try_advisory_lock_shared(hashtextextended(?, 0)) THEN 1 ELSE 0 END AS taken',
  waitAlone: 'SELECT 1 AS taken FROM (SELECT pg_advisory_lock(hashtextextended(?, 0))) AS waited',
  leave: 'SELECT 1 AS taken FROM (SELECT pg_advisory_unlock(hashtextextended(?, 0))) AS gone',
}

export function makeLockKey({ schema }: PostgresPlace, name: LockName): string {
  return name === 'run' ? `planet build ${schema}` : `planet ${name} ${schema}`
}
