import type { StoredFeed } from '../store/store.ts'
import { describeMistake } from '../text/describe-mistake.ts'
import type { FailedAnswer } from './ask-feed.ts'

/** An exception as what came of a feed (INTERNAL): a mistake of ours that the feed has brought to light. */
export function makeInternalFailure(feed: StoredFeed, error: unknown): FailedAnswer {
  const message = `is more than Planet can cope with (${describeMistake(error)}); please report this, with the feed, as docs/problems.md says`
  return {
    kind: 'failed',
    feed,
    milliseconds: 0,
    problem: { code: 'INTERNAL', message },
    status: undefined,
    retryAfter: undefined,
  }
}
