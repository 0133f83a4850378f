import type { Version } from './identify-entries.ts'

/**
 * Which ids a version of a feed says are deleted (RFC 6721). Where the same version still carries such an entry, the
 * younger of the two holds: an entry that was published or updated after its deletion has come back.
 */
export function findDeleted({ entries, deleted }: Version): (id: string) => boolean {
  const carried = new Map(entries.map(({ id, entry }) => [id, entry.updated ?? entry.published]))
  const gone = deleted.filter(({ id, at }) => {
    const date = carried.get(id)
    return at === undefined || date === undefined || date <= at
  })
  const ids = new Set(gone.map(({ id }) => id))
  return (id) => ids.has(id)
}
