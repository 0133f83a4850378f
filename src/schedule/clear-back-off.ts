import type { FeedState } from '../model.ts'

/** The state of a feed that is to be asked at the next build, as if it had never failed; what else is known of it stays. */
export function clearBackOff(state: FeedState, now: Date): FeedState {
  return { ...state, waiting: undefined, failure: undefined, gone: undefined, retried: { since: now } }
}
