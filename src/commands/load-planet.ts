import path from 'node:path'
import { findConfig, findRoot } from '../config/find-config.ts'
import { openKeptConfig } from '../config/open-kept-config.ts'
import type { Config } from '../config/schema.ts'
import type { ListsEdge } from '../pipeline/edges.ts'
import type { StatePlace } from '../store/store.ts'
import { buildId } from '../version.ts'
import { findStatePlace, isPostgres } from './find-state-place.ts'
import type { CommonFlags } from './flags.ts'

/** The configuration that the flags name, and the places of its site and its state. All paths are absolute. */
export type PlanetPlaces = {
  config: Config
  output: string
  state: StatePlace
  /** What is known of the planet's reading lists; `undefined` where it has none. */
  lists: ListsEdge | undefined
  /** Keep the checked configuration in the state for the next command. Only the holder of the lock may call it. */
  keepConfig(): void
}

/** @throws ConfigError */
export async function loadPlanet(flags: CommonFlags): Promise<PlanetPlaces> {
  const file = findConfig(process.cwd(), flags.config)
  const root = findRoot(file)
  const given = flags.state !== undefined && isPostgres(flags.state) ? undefined : flags.state
  const kept = openKeptConfig(file, path.resolve(given ?? path.join(root, '.planet')), buildId)
  // yaml and zod are loaded where the file has changed.
  const written = kept.config ?? (await (await import('../config/load-config.ts')).loadConfig(file))
  const state = findStatePlace(flags.state, written)
  const { config, lists } = await withLists(written, state)
  return {
    config,
    lists,
    output: path.resolve(flags.output ?? path.join(root, 'public')),
    state,
    keepConfig: () => (kept.config === undefined && state.kind === 'folder' ? kept.keep(written) : undefined),
  }
}

/** The code for reading lists is loaded only where there are some: most planets have none. */
async function withLists(config: Config, state: StatePlace): Promise<{ config: Config; lists: ListsEdge | undefined }> {
  if (config.include.length === 0) return { config, lists: undefined }
  const { applyLists } = await import('../planet/apply-lists.ts')
  const { isOpenAddress } = await import('../fetch/is-open-address.ts')
  const lists = await (await import('./load-lists.ts')).loadLists(config, state)
  const known = new Map([...(await lists.read()), ...lists.local])
  return { config: applyLists(config, known, (url) => isOpenAddress(url, config.fetch.allowPrivate)), lists }
}
