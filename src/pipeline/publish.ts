import type { Config } from '../config/schema.ts'
import type { Store } from '../store/store.ts'
import type { Edges } from './edges.ts'
import { prepareSite } from './prepare-site.ts'
import { publishSearch } from './publish-search.ts'
import { publishSite, type Site, type SiteOptions } from './publish-site.ts'
import { tellStanding } from './tell-standing.ts'

/**
 * Bring all that is published up to date: pages and feeds, then the search over them.
 *
 * @param now decides which blogs are quiet, which entries too old, which years of the search due; it stands in no page
 * @param makeIndex absent where no search is wanted whatever feeds.yaml says
 * @throws as publishSite does; what goes wrong with the search is a warning
 */
export async function publish(
  config: Config,
  store: Store,
  options: SiteOptions,
  now: Date,
  makeIndex: Edges['makeSearchIndex'],
): Promise<Site> {
  const prepared = await prepareSite(config, store, options, now)
  // Pages show the planet that is prepared: with ten thousand feeds, all else that is known of them has 10 MB.
  await store.forgetFeeds()
  const site = await publishSite(config, store, prepared, options, now)
  const search = await publishSearch(config, store, prepared.planet, options, now, makeIndex)
  const unsearched = await tellStanding('search', search.warnings, options.isWatched ?? false, store, now)
  return {
    ...site,
    written: [...site.written, ...search.written],
    deleted: [...site.deleted, ...search.deleted],
    warnings: [...site.warnings, ...unsearched],
  }
}
