import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { FeedState } from '../model.ts'
import type { Store } from '../store/store.ts'

/** Store what the operator says of a feed: its state alone, no entry. */
export async function storeState(store: Store, url: string, state: FeedState, now: Date): Promise<void> {
  await store.apply(url, [], state, now, { touchAll: false, sanitiser: sanitiserVersion })
}
