import { build } from '../build.ts'
import type { BuildReport } from '../build-report.ts'
import { makeFolder } from '../make-folder.ts'
import type { MakeSearchIndex } from '../render/site/make-search-index.ts'
import type { Store } from '../store/store.ts'
import { openParserPool } from '../workers/open-parser-pool.ts'
import type { PlanetPlaces } from './load-planet.ts'
import { complain } from './print.ts'

const indexLazily: MakeSearchIndex = async (records) =>
  (await import('../render/site/make-search-index.ts')).makeSearchIndex(records)

/** Write the site from what is stored, asking nobody. The caller holds the lock. */
export async function buildOffline({ config, output }: PlanetPlaces, store: Store): Promise<BuildReport> {
  makeFolder(output)
  const refuse = async () => {
    throw new Error('an offline build asks nobody')
  }
  const nothing = async () => undefined
  // For what an older version stored.
  const parserPool = openParserPool()
  const edges = {
    now: () => new Date(),
    fetcher: { fetch: refuse, leaveAlone: () => undefined, calm: nothing, close: nothing },
    parserPool,
    store,
    makeSearchIndex: indexLazily,
    onPluginOutput: complain,
  }
  try {
    return await build(config, { output, part: 'render', refresh: false }, edges)
  } finally {
    await parserPool.close()
  }
}
