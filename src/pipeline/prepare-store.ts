import type { Config } from '../config/schema.ts'
import { linkKeyVersion } from '../normalize/merge/link-key-version.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import { makePurges } from '../planet/make-purges.ts'
import type { Store } from '../store/store.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'
import { renewHtml } from './renew-html.ts'

/**
 * Bring the store in line with the configuration and the time: before feeds are asked, and also where none are.
 *
 * @returns the time that the build goes by, and sentences: under `warnings` that the clock was wrong, and what could not be renewed; under
 * `clock` that the clock is still wrong
 */
export async function prepareStore(
  config: Config,
  { store, parserPool }: { store: Store; parserPool: ParserPool },
  now: Date,
): Promise<{ seenAt: Date; warnings: string[]; clock: string[] }> {
  const { seenAt, behind, mended } = await store.checkClock(now, config.timezone)
  await store.renewLinkKeys(linkKeyVersion, (link) => makeEntryKeys({ link }))
  await store.purgeEntries(makePurges(config.purged), seenAt)
  await store.subscribe(config.feeds)
  await store.limitAge(config.defaults.maxAgeMs)
  await store.publishScheduled(seenAt)
  const broken = await renewHtml(store, parserPool)
  const told = (sentence: string | undefined) => (sentence === undefined ? [] : [sentence])
  return { seenAt, warnings: [...told(mended), ...broken], clock: told(behind) }
}
