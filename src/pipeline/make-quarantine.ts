import type { EntryChange, Quarantine } from '../model.ts'

const day = 86_400_000

/** When the operator is told, in days since the quarantine began: more than once, since a single line is overlooked. */
const reminders = [0, 7, 30]

const mostTitles = 3

/**
 * The quarantine of a feed with what one more version brought.
 *
 * @param before the quarantine so far; `undefined` where it begins
 * @param message the signs that the feed is somebody else's; where absent, the earlier ones stay
 */
export function makeQuarantine(
  before: Quarantine | undefined,
  message: string | undefined,
  changes: EntryChange[],
  now: Date,
): Quarantine {
  const added = changes.filter((change) => change.kind === 'added')
  const since = before?.since ?? now
  const due = reminders.filter((days) => +now - +since >= days * day).length
  return {
    since,
    message: message ?? before?.message ?? '',
    waiting: (before?.waiting ?? 0) + added.length,
    titles: [...(before?.titles ?? []), ...added.map(({ entry }) => entry.title ?? 'untitled')].slice(0, mostTitles),
    alerts: Math.max(before?.alerts ?? 0, due),
  }
}
