import { listFeeds } from '../planet/list-feeds.ts'
import { hasStore, openStore } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { StatePlace, StoredFeed } from '../store/store.ts'
import type { PlanetPlaces } from './load-planet.ts'

/** The feeds of feeds.yaml, in its order, each with what the state knows of it; without a state, with what feeds.yaml says alone. */
export async function listKnownFeeds({ config, state }: PlanetPlaces): Promise<StoredFeed[]> {
  const feeds = await readFeeds(state, config)
  const known = new Map(feeds.map((feed) => [feed.source.url, feed]))
  return config.feeds.flatMap((source) => {
    const feed = known.get(source.url)
    return feed === undefined ? [] : [{ ...feed, source }]
  })
}

async function readFeeds(state: StatePlace, config: PlanetPlaces['config']): Promise<StoredFeed[]> {
  if (!(await hasStore(state))) return listFeeds(config, { feeds: async () => [] })
  try {
    const store = await openStore(state)
    try {
      return await listFeeds(config, store)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw explainDamage(error, state)
  }
}
