import { buildPlanet } from './build-planet.ts'
import type { FetchFlags } from './flags.ts'

/** `planet fetch`: the first half of a build. @returns the exit code */
export async function runFetch(flags: FetchFlags): Promise<number> {
  return buildPlanet(flags, 'fetch')
}
