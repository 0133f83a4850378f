import { hostKey } from '../fetch/open-host-queues.ts'
import { findDue, isDue } from '../schedule/find-due.ts'
import type { PlannedFeed } from '../store/open-leases.ts'
import type { StoredFeed } from '../store/store.ts'
import type { findAsking } from './find-asking.ts'

/** The host at which a feed is asked, and when it is due: now, later, or never. */
export function planFeed(
  { source, state }: StoredFeed,
  { asking, everyMs }: ReturnType<typeof findAsking>,
  now: Date,
): PlannedFeed {
  const { url, paused } = source
  const host = hostKey(state.moved?.isAdopted ? state.moved.to : url)
  if (paused !== undefined && asking !== 'forced') return { url, host, dueAt: undefined }
  const due = findDue(state, everyMs, now)
  // The same time for every process that plans the feed, whenever that process began.
  if (isDue(state, everyMs, now, asking)) return { url, host, dueAt: asking === 'due' ? +(due ?? 0) : 0 }
  return { url, host, dueAt: due === undefined || due <= now ? undefined : +due }
}
