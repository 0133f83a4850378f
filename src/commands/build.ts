import { buildPlanet } from './build-planet.ts'
import type { BuildFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'

/** `planet build`: both halves; with `--offline` the second alone. @returns the exit code */
export async function runBuild(flags: BuildFlags): Promise<number> {
  if (flags.offline && (flags.refresh || flags.force || flags.accept)) {
    throw new UsageError('--offline asks nobody: leave it out, or leave out --refresh, --force and --accept')
  }
  return buildPlanet(flags, flags.offline ? 'render' : 'both')
}
