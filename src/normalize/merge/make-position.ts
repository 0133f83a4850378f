import type { DatePolicy, ParsedEntry } from '../../model.ts'

/**
 * Where a new entry stands in time; see docs/dates.md.
 *
 * @param seenAt when the entry was first seen: no position is later, except with `published`, where the entry waits until it is due
 */
export function makePosition(
  { published, updated }: Pick<ParsedEntry, 'published' | 'updated'>,
  dates: DatePolicy,
  seenAt: Date,
): Date {
  if (dates === 'first-seen') return seenAt
  if (dates === 'published') return published ?? seenAt
  const claimed = published ?? updated ?? seenAt
  return claimed < seenAt ? claimed : seenAt
}
