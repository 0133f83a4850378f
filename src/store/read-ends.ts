import type { Statements } from './database.ts'
import type { Ends, Memory } from './open-memory.ts'

/** What every build asks of all that is stored: each is the first or the last of an index. */
const endsStatement = `SELECT (SELECT min(sanitiser) FROM texts) AS oldest,
    (SELECT min(position) FROM entries WHERE off_site = 'not_due') AS due, (SELECT max(entry_id) FROM entries) AS last`

type Row = { oldest: number | null; due: number | null; last: number | null }

/** Both ends of what is stored; by whoever has the lock of a build, from memory for as long as no entry changes. */
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
