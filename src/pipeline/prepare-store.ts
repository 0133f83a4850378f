import type { Config } from '../config/schema.ts'
import { linkKeyVersion } from '../normalize/merge/link-key-version.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import { makePurges } from '../planet/make-purges.ts'
import type { Store } from '../store/store.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'
import { renewHtml } from './renew-html.ts'

/**
 * Bring what is stored up to the configuration and the time: before anything is asked, and where nothing is.
 *
 * @returns the time that the build goes by, and sentences: where the clock is or was wrong, what could not be renewed
 */
export async function prepareStore(
  config: Config,
  { store, parserPool }: { store: Store; parserPool: ParserPool },
  now: Date,
): Promise<{ seenAt: Date; warnings: string[] }> {
  const { seenAt, warning } = await store.checkClock(now, config.timezone)
  await store.renewLinkKeys(linkKeyVersion, (link) => makeEntryKeys({ link }))
  await store.purgeEntries(makePurges(config.purged), seenAt)
  await store.subscribe(config.feeds)
  await store.limitAge(config.defaults.maxAgeMs)
  await store.publishScheduled(seenAt)
  const broken = await renewHtml(store, parserPool)
  return { seenAt, warnings: [...(warning === undefined ? [] : [warning]), ...broken] }
}
