import type { ParsedFeed } from '../model.ts'
import { findIds } from '../normalize/merge/identify-entries.ts'
import type { Store } from '../store/store.ts'

type Counts = { known: number; churned: number }

/**
 * How many entries of a version are stored already, and how many of those have another date now though their text is the same: the sign of
 * a feed that dates its entries by the time of the request.
 */
export async function countChurned(store: Store, url: string, { entries }: ParsedFeed): Promise<Counts> {
  const identified = findIds(entries)
  const keys = { ids: identified.map(({ id }) => id), linkPaths: [], titleDays: [], textDays: [] }
  const stored = await store.known(url, keys)
  const byId = new Map(stored.entries.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)))
  const pairs = identified.flatMap(({ id, entry }) => {
    const before = byId.get(id)
    return before === undefined ? [] : [{ entry, before }]
  })
  const churned = pairs.filter(({ entry, before }) => {
    const now = entry.published
    const then = before.published
    return now !== undefined && then !== undefined && +now !== +then && entry.sourceHash === before.sourceHash
  })
  return { known: pairs.length, churned: churned.length }
}
