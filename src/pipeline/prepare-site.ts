import path from 'node:path'
import type { Config } from '../config/schema.ts'
import type { Planet } from '../model.ts'
import { listEntryPictures } from '../render/list-entry-pictures.ts'
import { loadAbout } from '../render/site/load-about.ts'
import { type Faces, loadFaces } from '../render/site/load-faces.ts'
import { type LoadedTheme, loadTheme } from '../render/site/load-theme.ts'
import { standsIn } from '../render/site/stands-in.ts'
import type { Store } from '../store/store.ts'
import { findFaces } from './find-faces.ts'
import { hasSearch } from './has-search.ts'
import { findPictureMode } from './keep-pictures.ts'
import { makePlanet } from './make-planet.ts'
import { type KnownPictures, openKnownPictures } from './open-known-pictures.ts'
import { tellFaces } from './tell-faces.ts'
import { tellStanding } from './tell-standing.ts'

/** All that a site shows beside its entries. */
export type PreparedSite = {
  planet: Planet
  theme: LoadedTheme
  faces: Faces
  /** What about.md says. */
  about: string | undefined
  /** What is known of pictures; absent where pages show them as feeds wrote them. */
  pictures: KnownPictures | undefined
  /** What is missing (a logo, a face, the old state), as far as it is to be told now. */
  warnings: string[]
}

/** As in `SiteOptions`. */
type SitePlace = { output: string; dryRun?: boolean; isWatched?: boolean }

/**
 * Load all that a site shows beside its entries, and bring the indexes of pictures and topics up to date.
 *
 * @param now decides which blogs are quiet, and which warnings were told within a day
 */
export async function prepareSite(
  config: Config,
  store: Store,
  { output: folder, dryRun = false, isWatched = false }: SitePlace,
  now: Date,
): Promise<PreparedSite> {
  const mode = findPictureMode(config)
  await store.pictures.index(mode, listEntryPictures)
  await store.indexTopics({ tags: config.archive.tags === 'auto', languages: config.archive.languages })
  const planet = { ...(await makePlanet(config, store, now)), search: await hasSearch(config, store, now) }
  const pictures = mode && openKnownPictures(store.pictures, mode, dryRun ? undefined : folder)
  const theme = await loadTheme(config.theme, config.root)
  const faces = await loadFaces(planet.subscriptions, config.root)
  for (const [feed, face] of await findFaces(planet, pictures)) faces.faces.set(feed, face)
  const faceless = dryRun ? faces.warnings : await tellFaces(faces.warnings, isWatched, store, now)
  const themed = dryRun ? theme.warnings : await tellStanding('theme', theme.warnings, isWatched, store, now)
  const warnings = [...themed, ...faceless, ...(await findLostState(store, folder))]
  const about = await loadAbout(config.root)
  return { planet, theme, faces, about, pictures, warnings }
}

/** A warning where the folder has a site of ours, but the state is new: the old one was deleted, or this is the state of another folder. */
async function findLostState(store: Store, folder: string): Promise<string[]> {
  if (!standsIn(folder, 'status.json') || !(await store.isNew())) return []
  // Not lost: a planet whose feeds have brought no entry yet has written this site itself.
  if ((await store.output(folder)) !== undefined) return []
  const file = path.basename(folder)
  return [
    `the state is new, but ${file}/ has a site already: what has left the feeds since is only in its old files; if you have a copy of the state, put it back and build again (docs/retention.md)`,
  ]
}
