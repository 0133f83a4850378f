import type { FeedHealth } from '../schedule/make-feed-health.ts'
import type { WriteTime } from './open-time-writer.ts'

/**
 * The state of a feed, as a clause after its name: "fails since 2026-03-01 14:00: answered 503".
 *
 * @returns `undefined` where all is well
 */
export function explainHealth(health: FeedHealth, writeTime: WriteTime): string | undefined {
  switch (health.kind) {
    case 'paused':
      return `is paused: ${health.reason}`
    case 'gone':
      return `is gone for good (410), since ${writeTime(health.since)}`
    case 'quarantined':
      return `is quarantined since ${writeTime(health.since)}: it ${health.problem.message}`
    case 'never-worked':
      return `has never worked: ${health.problem.message}`
    case 'failing':
      return `fails since ${writeTime(health.since)}: ${health.problem.message}`
    case 'waiting':
      return `is left alone until ${writeTime(health.until)}: it ${health.problem.message}`
    case 'moved':
      return health.isAdopted
        ? `moved for good to ${health.to}, which is asked in its place`
        : `says that it moved for good to ${health.to}, at another domain`
    case 'retried':
      return 'is asked at the next build, as if it had never failed'
    case 'new':
      return 'was not asked yet'
    case 'quiet':
      return `has brought nothing since ${writeTime(health.since)}`
    case 'fine':
      return undefined
  }
}
