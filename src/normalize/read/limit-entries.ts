import type { Warn } from './collect-warnings.ts'

/** Entries of one version of a feed that are read. */
export const maxEntries = 5_000

/** The first entries of a feed, with a warning that counts the rest. */
export function limitEntries<T>(entries: readonly T[], warn: Warn): readonly T[] {
  const rest = entries.length - maxEntries
  if (rest <= 0) return entries
  warn('TOO_MANY_ENTRIES', `has ${entries.length} entries; the first ${maxEntries} were read, ${rest} left out`)
  return entries.slice(0, maxEntries)
}
