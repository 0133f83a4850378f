import type { TextMark, WholeMark } from '../entry-codec.ts'
import type { Statements } from './database.ts'
import type { CarriedEntry } from './store.ts'

/** The statements run for every feed with news, by name. */
const windowStatements = {
  last: 'SELECT entries, marks FROM windows WHERE feed_id = ?',
  find: 'SELECT id, entry_id FROM entry_ids WHERE feed_id = ? AND id IN texts(?)',
  keep: `INSERT INTO windows (feed_id, entries, marks) VALUES (?, ?, ?)
    ON CONFLICT (feed_id) DO UPDATE SET entries = excluded.entries, marks = excluded.marks`,
  back: 'DELETE FROM missing WHERE entry_id IN numbers(?)',
  gone: `INSERT INTO missing (entry_id, since) SELECT entry_id, CAST(:since AS BIGINT) FROM entries
    WHERE entry_id IN numbers(:entries) AND off_site IS NULL
    ON CONFLICT (entry_id) DO NOTHING`,
}

/**
 * Remember which entries a version of a feed carries, and which entries of the last version are missing from between neighbours that are
 * still there: those have not dropped off the end of the feed, as all do in time, but were taken out.
 *
 * The marks of the entries are stored as well: see `readMarkedEntries`.
 *
 * @param carried the version's entries, in its order
 * @param added the numbers of the new entries, by their ids
 */
export async function trackVanished(
  tx: Statements,
  feed: number,
  carried: CarriedEntry[],
  added: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  const row = await tx.get<WindowRow>(windowStatements.last, feed)
  const ids = carried.map(({ id }) => id)
  const older = ids.filter((id) => !added.has(id))
  const found =
    older.length === 0 ? [] : await tx.all<{ id: string; entry_id: number }>(windowStatements.find, feed, older)
  const byId = new Map([...added, ...found.map(({ id, entry_id }) => [id, entry_id] as const)])
  const entries = [...new Set(ids.flatMap((id) => byId.get(id) ?? []))]
  const list = JSON.stringify(entries)
  const marks = writeMarks(carried, byId)
  if (list === row?.entries && marks === row.marks) return

  // An empty version is not stored: a feed may be empty for a day, and the order of its entries would be lost.
  if (entries.length > 0) await tx.run(windowStatements.keep, feed, list, marks)
  if (list === row?.entries) return
  const before = row === undefined ? [] : (JSON.parse(row.entries) as number[])
  // New entries were never missing: only found ones can be back.
  if (found.length > 0) {
    await tx.run(
      windowStatements.back,
      found.map(({ entry_id }) => entry_id),
    )
  }
  const missing = findMissing(before, new Set(entries))
  if (missing.length > 0) await tx.run(windowStatements.gone, { since: +now, entries: missing })
}

type WindowRow = { entries: string; marks: string | null }

/** An entry's number, and its mark. */
type MarkRow = [key: number, source: string, made: string, ...whole: [] | WholeRow]
type WholeRow = [element: string, head: string, textDay: string | null]

function writeMarks(carried: CarriedEntry[], byId: ReadonlyMap<string, number>): string {
  const rows = carried.flatMap(({ id, mark }): MarkRow[] => {
    const key = byId.get(id)
    if (key === undefined || mark === undefined) return []
    const { source, made, whole } = mark
    if (whole === undefined) return [[key, source, made]]
    return [[key, source, made, whole.element, whole.head, whole.textDay ?? null]]
  })
  return JSON.stringify(rows)
}

/** The numbers of the entries that the last version of a feed carried. */
export async function readWindow(database: Statements, feed: number): Promise<number[]> {
  const row = await database.get<WindowRow>(windowStatements.last, feed)
  return JSON.parse(row?.entries ?? '[]') as number[]
}

/** The marks of the entries that the last version of a feed carried, by the numbers of the entries. */
export async function readMarks(database: Statements, feed: number): Promise<Map<number, TextMark>> {
  const row = await database.get<WindowRow>(windowStatements.last, feed)
  const rows = JSON.parse(row?.marks ?? '[]') as MarkRow[]
  return new Map(rows.map(([key, source, made, ...whole]) => [key, { source, made, whole: readWhole(whole) }]))
}

function readWhole(row: [] | WholeRow): WholeMark | undefined {
  if (row.length === 0) return undefined
  const [element, head, textDay] = row
  return { element, head, textDay: textDay ?? undefined }
}

/** The items of a list that are gone, while an item before them and one after them are still there. */
function findMissing(before: number[], now: Set<number>): number[] {
  const first = before.findIndex((key) => now.has(key))
  const last = before.findLastIndex((key) => now.has(key))
  return before.slice(first + 1, Math.max(last, 0)).filter((key) => !now.has(key))
}
