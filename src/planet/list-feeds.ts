import type { Config } from '../config/schema.ts'
import { newState } from '../store/state-codec.ts'
import type { Store, StoredFeed } from '../store/store.ts'

/** Every feed that is stored, and those of feeds.yaml that no build has seen yet. */
export async function listFeeds({ feeds }: Pick<Config, 'feeds'>, store: Pick<Store, 'feeds'>): Promise<StoredFeed[]> {
  const stored = await store.feeds()
  const known = new Set(stored.map(({ source }) => source.url))
  const fresh = feeds.filter(({ url }) => !known.has(url))
  return [...stored, ...fresh.map((source) => ({ source, slug: undefined, active: true, state: newState }))]
}
