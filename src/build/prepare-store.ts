import type { Config } from '../config/schema.ts'
import type { Store } from '../store/store.ts'
import { findPolicy } from './find-policy.ts'
import { openPurged } from './open-purged.ts'
import { renewHtml } from './renew-html.ts'

/** Bring what is stored up to the configuration and the time: before anything is asked, and where nothing is. */
export async function prepareStore(config: Config, store: Store, now: Date): Promise<void> {
  const purged = openPurged(config.purged)
  // A blog that was taken down is not asked, either.
  const sources = config.feeds.map((source) =>
    purged.hasFeed(source.url) ? { ...source, paused: source.paused ?? 'purged' } : source,
  )
  await store.subscribe(sources)
  await store.limitAges(
    config.feeds.map((source) => ({ feed: source.url, maxAge: findPolicy(source, config).max_age })),
  )
  await store.purge(purged.removals, now)
  await store.forgetPurged(purged.hasStored)
  await store.releaseDue(now)
  await renewHtml(store)
}
