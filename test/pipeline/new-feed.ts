import type { FeedSource } from '../../src/model.ts'
import { newState } from '../../src/store/state-codec.ts'
import type { StoredFeed } from '../../src/store/store.ts'

/** A feed as the store has it before it was ever asked. */
export function newFeed(source: FeedSource, state: Partial<StoredFeed['state']> = {}): StoredFeed {
  return { source, slug: undefined, active: true, state: { ...newState, ...state } }
}
