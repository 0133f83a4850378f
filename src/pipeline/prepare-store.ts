import type { Config } from '../config/schema.ts'
import { makePurges } from '../planet/make-purges.ts'
import type { Store } from '../store/store.ts'
import { renewHtml } from './renew-html.ts'

/**
 * Bring what is stored up to the configuration and the time: before anything is asked, and where nothing is.
 *
 * @returns the time that the build goes by, and a sentence where the clock is or was wrong
 */
export async function prepareStore(
  config: Config,
  store: Store,
  now: Date,
): Promise<{ seenAt: Date; warning: string | undefined }> {
  const clock = await store.checkClock(now, config.timezone)
  await store.purgeEntries(makePurges(config.purged), clock.seenAt)
  await store.subscribe(config.feeds)
  await store.limitAge(config.defaults.maxAgeMs)
  await store.publishScheduled(clock.seenAt)
  await renewHtml(store)
  return clock
}
