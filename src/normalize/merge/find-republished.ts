import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, KnownEntry } from '../../model.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** Letters of a text that is no phrase which a blog repeats. */
const shortest = 200

/** One entry alone may be what a blog says every week. */
const fewest = 2

/**
 * Entries that a feed republished: under other ids, addresses and dates, but with the title and text of one that it no longer carries,
 * to the letter. They are taken for those where several are, and they are at least half of what seems to be new.
 *
 * @param fresh entries of a version that nothing else shows to be known
 * @param lost entries that the version lacks
 * @returns the known entry by the new id
 */
export function findRepublished(
  fresh: readonly IdentifiedEntry[],
  lost: readonly KnownEntry[],
): ReadonlyMap<string, KnownEntry> {
  const before = single(lost, ({ sourceHash }) => sourceHash)
  const now = single(
    fresh.filter(({ entry }) => before.has(entry.sourceHash) && isLong(entry)),
    ({ entry }) => entry.sourceHash,
  )
  const found = new Map<string, KnownEntry>()
  for (const [hash, { id }] of now) {
    const known = before.get(hash)
    if (known !== undefined) found.set(id, known)
  }
  return found.size >= fewest && found.size * 2 >= fresh.length ? found : new Map()
}

function isLong(entry: EncodedEntry): boolean {
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length >= shortest
}

/** By a key, what is the only one to have it. */
function single<Item>(list: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const items = new Map<string, Item>()
  const repeated = new Set<string>()
  for (const item of list) {
    const key = keyOf(item)
    if (items.has(key)) repeated.add(key)
    items.set(key, item)
  }
  for (const key of repeated) items.delete(key)
  return items
}
