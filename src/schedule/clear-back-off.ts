import type { FeedState } from '../model.ts'

/** The state of a feed that is to be asked at the next build, as if it had never failed; what it said about itself stays. */
export function clearBackOff(state: FeedState): FeedState {
  return { ...state, asked: undefined, waiting: undefined, failure: undefined, gone: undefined }
}
