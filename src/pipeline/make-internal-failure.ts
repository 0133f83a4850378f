import type { StoredFeed } from '../store/store.ts'
import { excuseMistake } from '../text/excuse-mistake.ts'
import type { FailedAnswer } from './answer.ts'

/** An exception as a failed answer of a feed (INTERNAL): a mistake of ours that the feed has brought to light. */
export function makeInternalFailure(feed: StoredFeed, error: unknown): FailedAnswer {
  return {
    kind: 'failed',
    feed,
    milliseconds: 0,
    problem: { code: 'INTERNAL', message: excuseMistake(error) },
    status: undefined,
    retryAfter: undefined,
  }
}
