import { sizeOfEncoded } from '../../entry-codec.ts'
import type { EntryChange } from '../../model.ts'

/** How much one feed may bring: new entries, and bytes of text. */
export type Amount = { entries: number; bytes: number }

/** The changes of a version that may be stored, how much they are, and how much was left out. */
export type LimitedChanges = { changes: EntryChange[]; taken: Amount; left: Amount }

/**
 * Keep a feed from filling the disk: of what a version brings, take the newest entries for which there is room, and then, where room is
 * left, edits that make a text longer and further ids of known entries. What is left out comes again with a later version, if the feed
 * still has it.
 *
 * @param room Infinity: no limit
 * @param sizeOf bytes that are now stored of an entry, by its key
 */
export function limitGrowth(changes: EntryChange[], room: Amount, sizeOf: (key: number) => number): LimitedChanges {
  const taken: Amount = { entries: 0, bytes: 0 }
  const left: Amount = { entries: 0, bytes: 0 }
  const kept = new Set<EntryChange>()
  for (const change of sortNewestFirst(changes)) {
    const growth = measureGrowth(change, sizeOf)
    const entries = Number(change.kind === 'added')
    const fits = growth === 0 || (taken.entries + entries <= room.entries && taken.bytes + growth <= room.bytes)
    const sum = fits ? taken : left
    sum.entries += entries
    sum.bytes += growth
    if (fits) kept.add(change)
  }
  return { changes: changes.filter((change) => kept.has(change)), taken, left }
}

/** New entries go before edits. */
function sortNewestFirst(changes: EntryChange[]): EntryChange[] {
  const added = changes.filter((change) => change.kind === 'added')
  added.sort((a, b) => +b.record.position - +a.record.position || a.record.rank - b.record.rank)
  return [...added, ...changes.filter((change) => change.kind !== 'added')]
}

function measureGrowth(change: EntryChange, sizeOf: (key: number) => number): number {
  if (change.kind === 'added') return sizeOfEncoded(change.entry)
  if (change.kind === 'changed') {
    return Math.max(0, sizeOfEncoded(change.entry) - sizeOf(change.key)) + measureIds(change.newIds)
  }
  return change.kind === 'renamed' ? measureIds(change.newIds) : 0
}

/** Bytes that an id takes beside its own: its row, and its place in the index. */
const idOverhead = 100

/** Ids are kept for ever: a feed that names all its entries anew at every poll fills the disk as well. */
function measureIds(ids: string[]): number {
  return ids.reduce((sum, id) => sum + Buffer.byteLength(id) + idOverhead, 0)
}
