import type { Config } from '../config/schema.ts'
import type { Planet } from '../model.ts'
import { makeSubscriptions } from '../planet/make-subscriptions.ts'
import { fillFormats } from '../render/dates/fill-formats.ts'
import type { Store } from '../store/store.ts'
import { version } from '../version.ts'

/**
 * All that pages, feeds and the search show beside entries, from the configuration and the state.
 *
 * @param now decides which blogs are quiet
 */
export async function makePlanet(config: Config, store: Store, now: Date): Promise<Planet> {
  const { defaults } = config
  const standings = { now, spans: await store.spans(), inactiveAfterMs: defaults.inactiveAfterMs, defaults }
  return {
    ...config,
    id: config.id ?? new URL('atom.xml', config.url).href,
    description: config.description,
    websub: config.websub,
    owner: config.owner,
    show: fillFormats(config.show, config.language, config.theme),
    subscriptions: makeSubscriptions(await store.feeds(), standings),
    updated: await store.updated(),
    version,
  }
}
