import type { Version } from './identify-entries.ts'

/**
 * Tells which ids a version of a feed declares deleted (RFC 6721). Where the version still carries such an entry, the later date of the two
 * holds: an entry that was published or updated after its deletion has come back.
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
