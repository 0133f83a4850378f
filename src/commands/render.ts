import { buildPlanet } from './build-planet.ts'
import type { RenderFlags } from './flags.ts'

/** `planet render`: the second half of a build. @returns the exit code */
export async function runRender(flags: RenderFlags): Promise<number> {
  return buildPlanet(flags, 'render')
}
