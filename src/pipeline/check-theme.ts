import path from 'node:path'
import type { Config } from '../config/schema.ts'
import { makeSlug } from '../planet/make-slug.ts'
import type { Store } from '../store/store.ts'
import { prepareSite } from './prepare-site.ts'
import { publishSite } from './publish-site.ts'

/**
 * Render a planet without entries and, where the theme is the operator's own, every page with sample entries; nothing is written.
 *
 * @param store an empty store, which the caller throws away
 * @param folder an empty folder
 * @returns what is missing: a logo, a face
 * @throws where a template cannot be used
 */
export async function checkTheme(config: Config, store: Store, folder: string, now: Date): Promise<string[]> {
  await store.subscribe(config.feeds)
  await store.giveSlugs(makeSlug)
  const options = { output: path.join(folder, 'public'), dryRun: true }
  const prepared = await prepareSite(config, store, options, now)
  return (await publishSite(config, store, prepared, options, now)).warnings
}
