import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isInside } from '../text/is-inside.ts'
import type { PlanetPlaces } from './load-planet.ts'
import { UsageError } from './usage-error.ts'

/**
 * Refuse folders where a build would publish private files, or write over files that are not its own. Links are followed first: what counts
 * is where a file really is.
 *
 * @throws UsageError
 */
export function checkPlaces({ config, output, state }: Pick<PlanetPlaces, 'config' | 'output' | 'state'>): void {
  const [site, file, root] = [output, config.file, config.root].map(follow) as [string, string, string]
  // A state in a database has no folder that could overlap the site.
  const memory = state.kind === 'folder' ? follow(state.folder) : undefined
  if (state.kind === 'postgres' && config.state === 'publish') {
    throw new UsageError('state: publish is for a state in a folder: leave it out, or leave out --state')
  }
  const home = follow(homedir())
  if (site === path.parse(site).root || isInside(home, site)) {
    throw new UsageError(`the site cannot be written to ${output}: name a folder of its own with --output`)
  }
  if (isInside(file, site)) {
    throw new UsageError(`the site would be written around ${config.file}: name a folder of its own with --output`)
  }
  if (state.kind === 'folder' && isInside(follow(state.folder), site)) {
    throw new UsageError(
      `the state would be published with the site, in ${state.folder}: name another folder with --state`,
    )
  }
  checkTheme(config.theme.dir, root, { file, root, memory, site })
  const pictures = [...config.feeds.map(({ face }) => face), config.theme.logo]
  for (const picture of pictures) {
    if (picture === undefined || /^https?:/.test(picture)) continue
    if (memory !== undefined && isInside(follow(path.join(root, picture)), memory)) {
      throw new UsageError(`${picture} is in the folder of the state, which is not for the public`)
    }
  }
}

type Kept = { file: string; root: string; memory: string | undefined; site: string }

/** Everything in a theme's folder is published, except names that begin with a dot. */
function checkTheme(dir: string | undefined, root: string, { file, memory, site }: Kept): void {
  if (dir === undefined) return
  const theme = follow(path.join(root, dir))
  const kept = [root, file, site, ...(memory === undefined ? [] : [memory])]
  const isOwn = !kept.some((place) => isInside(place, theme))
  if (isOwn && !(memory !== undefined && isInside(theme, memory)) && !isInside(theme, site)) return
  throw new UsageError(
    `theme.dir: all that is in ${dir} would be published; expected a folder of its own, beside feeds.yaml, the state and the site`,
  )
}

/** The real path behind a path; links are followed as far as the path exists. */
function follow(file: string): string {
  if (existsSync(file)) return realpathSync(file)
  const parent = path.dirname(file)
  return parent === file ? file : path.join(follow(parent), path.basename(file))
}
