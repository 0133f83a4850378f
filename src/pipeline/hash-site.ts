import { createHash } from 'node:crypto'
import type { Config } from '../config/schema.ts'
import type { Planet } from '../model.ts'
import { planCard } from '../render/pages/plan-card.ts'
import { cardPath } from '../render/paths/page-path.ts'
import type { Faces } from '../render/site/load-faces.ts'
import type { LoadedTheme } from '../render/site/load-theme.ts'
import { buildId, version } from '../version.ts'
import type { PreparedSite } from './prepare-site.ts'

/** Hashes of what a site is made of beside its entries, one for each part of the site that depends on it. */
export type SiteHashes = {
  /** Of what every page depends on: where it changes, all is rendered. */
  rendering: string
  /** Of what the front page, the pages about blogs and the feeds show beside entries. */
  shown: string
  /** Of the theme's files. */
  looks: string
  /** Of the part of `shown` that stands on /about/. */
  listed: string
  /** Of what the planet's own picture is drawn from. */
  card: string
}

/** @param cutoff the first instant that is kept, where all output depends on it */
export function hashSite(config: Config, site: PreparedSite, cutoff: Date | undefined): SiteHashes {
  const { planet, theme, faces, about } = site
  return {
    rendering: hashRendering({ ...config, search: planet.search ?? false }, theme, faces, cutoff),
    ...hashState(planet, about, faces),
    looks: theme.looks,
    card: hash([hasCard(theme) ? 'its own' : planCard(planet, theme), version, buildId]),
  }
}

/** A picture of the theme's own differs from a drawn one, though it has the same path. */
function hasCard({ files }: LoadedTheme): boolean {
  return files.some(({ path }) => path === cardPath)
}

/**
 * The hashes as the state stores them for an output folder: `outputs.state`. @param mark of the digests, `findDigestDays`; empty where
 * there is none
 */
export function writeState({ shown, looks, listed, card }: SiteHashes, mark: string): string {
  return [shown, looks, listed, card, mark].filter(Boolean).join(' ')
}

/** The hashes stored when the site was last written; `undefined`, which equals no hash, where an older version did not store one. */
export function readState(state: string | undefined): Record<'looks' | 'listed' | 'card', string | undefined> {
  const [, looks, listed, card] = state?.split(' ') ?? []
  return { looks, listed, card }
}

/** Without the color, which stands in the style alone. */
function hashRendering(
  { file: _file, root: _root, fetch: _fetch, purged: _purged, notes: _notes, ...shown }: Config,
  theme: LoadedTheme,
  { files }: Faces,
  cutoff: Date | undefined,
): string {
  return hash([
    { ...shown, theme: { ...shown.theme, color: undefined } },
    version,
    buildId,
    cutoff,
    theme.hash,
    files.map(({ path, bytes }) => [path, hash(Buffer.from(bytes).toString('base64'))]),
  ])
}

/** Hashed feed by feed, since ten thousand are 10 MB of JSON. /about/ shows all of this except the dates of the blogs' entries. */
function hashState({ subscriptions, updated }: Planet, about: string | undefined, { faces }: Faces) {
  const all = createHash('sha256')
  const listed = createHash('sha256').update(JSON.stringify([about, [...faces]]))
  for (const { span, about: says, ...subscription } of subscriptions) {
    listed.update(JSON.stringify([subscription, { ...says, updated: undefined }]))
    all.update(JSON.stringify([span, says?.updated]))
  }
  const known = listed.digest('hex')
  return { shown: all.update(JSON.stringify([updated, known])).digest('hex'), listed: known }
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
