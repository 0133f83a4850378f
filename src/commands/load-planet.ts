import path from 'node:path'
import { findConfig, findRoot } from '../config/find-config.ts'
import { openKeptConfig } from '../config/open-kept-config.ts'
import type { Config } from '../config/schema.ts'
import { buildId } from '../version.ts'
import type { CommonFlags } from './flags.ts'

/** The configuration that the flags name, and where its site and its state are. All paths are absolute. */
export type PlanetPlaces = {
  config: Config
  output: string
  state: string
  /** Keep the checked configuration in the state, for the next time: for whoever holds the lock. */
  keepConfig(): void
}

/** @throws ConfigError */
export async function loadPlanet(flags: CommonFlags): Promise<PlanetPlaces> {
  const file = findConfig(process.cwd(), flags.config)
  const root = findRoot(file)
  const state = path.resolve(flags.state ?? path.join(root, '.planet'))
  const kept = openKeptConfig(file, state, buildId)
  // yaml and zod are loaded where the file has changed.
  const config = kept.config ?? (await (await import('../config/load-config.ts')).loadConfig(file))
  return {
    config,
    output: path.resolve(flags.output ?? path.join(root, 'public')),
    state,
    keepConfig: () => (kept.config === undefined ? kept.keep(config) : undefined),
  }
}
