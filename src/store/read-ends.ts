import type { Statements } from './database.ts'
import type { Ends, Memory } from './open-memory.ts'

/** What every build asks of the whole store: each value is the first or the last one of an index. */
const endsStatement = `SELECT (SELECT min(sanitiser) FROM texts) AS oldest,
    (SELECT min(position) FROM entries WHERE off_site = 'not_due') AS due, (SELECT max(entry_id) FROM entries) AS last`

type Row = { oldest: number | null; due: number | null; last: number | null }

/** Smallest and largest values of the store; cached as long as no entry changes, where this process holds the lock of a build. */
export async function readEnds(database: Statements & { memory: Memory }): Promise<Ends> {
  const { meta } = database.memory
  if (meta.ends !== undefined) return meta.ends
  const { changes } = meta
  const row = await database.get<Row>(endsStatement)
  const ends = {
    oldestSanitiser: row?.oldest ?? undefined,
    nextDue: row?.due ?? undefined,
    lastNumber: row?.last ?? 0,
  }
  if (meta.isKept && meta.changes === changes) meta.ends = ends
  return ends
}
