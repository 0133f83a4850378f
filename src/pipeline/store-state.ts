import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { FeedState } from '../model.ts'
import type { Store } from '../store/store.ts'

/** Store a feed's state after a command of the operator: no entry changes. */
export async function storeState(store: Store, url: string, state: FeedState, now: Date): Promise<void> {
  await store.apply(url, [], state, now, { touchAll: false, sanitiser: sanitiserVersion })
}
