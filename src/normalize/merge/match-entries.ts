import type { KnownEntry } from '../../model.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { makeEntryKeys } from './make-entry-keys.ts'

/** An entry of this version, and the stored entry that it is; `undefined` where it is new. */
export type MatchedEntry = IdentifiedEntry & { known: KnownEntry | undefined }

/**
 * Find out which entries of a version are ones that we know: first by any id they ever had; then, because blogs rewrite
 * their ids when they move, by the link's path or by title and day, provided that the feed no longer carries the old id.
 *
 * An entry that stands twice in one version, under two of its ids, is taken once. Where the second is something else,
 * its id has been given to a new entry, and that is what it is.
 *
 * @param isDeleted ids that the feed says are deleted: what comes in their place under another id is new
 */
export function matchEntries(
  version: IdentifiedEntry[],
  known: KnownEntry[],
  isDeleted: (id: string) => boolean,
): MatchedEntry[] {
  const byId = new Map(known.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)))
  const claimed = new Set<KnownEntry>()
  const matched = version.flatMap((found): MatchedEntry[] => {
    const entry = byId.get(found.id)
    if (entry === undefined) return [{ ...found, known: undefined }]
    if (claimed.has(entry)) return isSamePost(found, entry) ? [] : [{ ...found, known: undefined }]
    claimed.add(entry)
    return [{ ...found, known: entry }]
  })

  const carried = new Set(version.map(({ id }) => id))
  const lost = known.filter(
    (entry) =>
      !claimed.has(entry) && entry.offSite !== 'deleted' && !entry.ids.some((id) => carried.has(id) || isDeleted(id)),
  )
  const findMoved = makeMoveFinder(lost)
  return matched.map((found) =>
    found.known !== undefined || byId.has(found.id) ? found : { ...found, known: findMoved(found) },
  )
}

/** A search for the one lost entry that another turns out to be; each is found once. */
function makeMoveFinder(lost: KnownEntry[]): (found: IdentifiedEntry) => KnownEntry | undefined {
  const byLink = groupBy(lost, (entry) => entry.linkPath)
  const byTitle = groupBy(lost, (entry) => entry.titleDay)
  const taken = new Set<KnownEntry>()
  return ({ keys }) => {
    const free = (entries: KnownEntry[] | undefined) => (entries ?? []).filter((entry) => !taken.has(entry))
    const linked = keys.linkPath === undefined ? [] : free(byLink.get(keys.linkPath))
    const titled = keys.titleDay === undefined ? [] : free(byTitle.get(keys.titleDay))
    const both = linked.filter((entry) => titled.includes(entry))
    const entry = theOnly(both) ?? theOnly(linked) ?? theOnly(titled)
    if (entry !== undefined) taken.add(entry)
    return entry
  }
}

function groupBy<T, K>(list: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function theOnly<T>(list: T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined
}

/** Compares the keys as they are, for a version that has an entry twice repeats its keys. */
function isSamePost({ entry }: IdentifiedEntry, known: KnownEntry): boolean {
  const { linkPath, titleDay } = makeEntryKeys(entry)
  return titleDay === known.titleDay && linkPath === known.linkPath
}
