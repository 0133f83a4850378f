import type { FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import { findInterval } from '../planet/find-interval.ts'
import { findDue } from '../schedule/find-due.ts'
import { makeFailedState } from '../schedule/make-feed-state.ts'
import type { Store } from '../store/store.ts'
import type { FailedAnswer } from './answer.ts'
import { countAlerts, makeNotices } from './make-notices.ts'

/** Store that a feed failed. Its entries stay. @returns the report with notices for the operator */
export async function storeFailure(
  { feed, ...failure }: FailedAnswer,
  report: FeedReport,
  config: Config,
  store: Store,
  seenAt: Date,
): Promise<FeedReport> {
  const everyMs = findInterval(feed.source, config)
  const state = countAlerts(makeFailedState(feed.state, failure, seenAt, everyMs), config.alerts, seenAt)
  await store.apply(feed.source.url, [], state, seenAt, { touchAll: false, sanitiser: sanitiserVersion })
  const notices = makeNotices(feed.state, state, report, seenAt)
  return { ...report, failingSince: state.failure?.since, nextDue: findDue(state, everyMs, seenAt), notices }
}
