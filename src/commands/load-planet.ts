import path from 'node:path'
import { findConfig } from '../config/find-config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Config } from '../config/schema.ts'
import type { CommonFlags } from './flags.ts'

/** The configuration that the flags name, and where its site and its state are. All paths are absolute. */
export type PlanetPlaces = { config: Config; output: string; state: string }

/** @throws ConfigError */
export async function loadPlanet(flags: CommonFlags): Promise<PlanetPlaces> {
  const config = await loadConfig(await findConfig(process.cwd(), flags.config))
  return {
    config,
    output: path.resolve(flags.output ?? path.join(config.root, 'public')),
    state: path.resolve(flags.state ?? path.join(config.root, '.planet')),
  }
}
