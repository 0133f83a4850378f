import type { BuildReport } from './build-report.ts'
import type { Config } from './config/schema.ts'
import { type AskOptions, fetchFeeds, nothingFetched, type Run } from './fetch-feeds.ts'
import { fetchHosts } from './fetch-hosts.ts'
import { openJudges } from './filter/open-judges.ts'
import { announceFeeds } from './pipeline/announce-feeds.ts'
import type { Edges } from './pipeline/edges.ts'
import { findOwnerWarning } from './pipeline/find-owner-warning.ts'
import { prepareStore } from './pipeline/prepare-store.ts'
import type { SiteOptions } from './pipeline/publish-site.ts'
import { refreshLists } from './pipeline/refresh-lists.ts'
import { tellStanding } from './pipeline/tell-standing.ts'
import { makeSlug } from './planet/make-slug.ts'
import { nothingRendered, renderPlanet } from './render-planet.ts'
import type { DailyTopic } from './store/store.ts'

/** All of a build; its first half, which asks feeds and stores their entries; or its second, which asks no server and writes the site. */
export type BuildPart = 'both' | 'fetch' | 'render'

export type BuildOptions = AskOptions &
  SiteOptions & {
    part: BuildPart
  }

/**
 * The whole job: bring the store in line with feeds.yaml and the time, ask every feed that is due, store what is new, write the site. Where
 * no server could be reached, the site stays as it was.
 *
 * @throws where our own machine fails: the state cannot be written, a template is broken
 */
export async function build(given: Config, options: BuildOptions, edges: Edges): Promise<BuildReport> {
  const { store } = edges
  const { part } = options
  const startedAt = edges.now()
  const { lists, seenAt, prepared, clock, told } = await store.alone(async () => {
    const lists = await refreshLists(given, edges, { ...options, offline: part === 'render' }, startedAt)
    const { seenAt, warnings: prepared, clock } = await prepareStore(lists.config, edges, startedAt)
    // Stored at once, so that other fetchers do not ask the lists, too.
    const told = edges.leases === undefined ? undefined : await lists.keep(false)
    return { lists, seenAt, prepared, clock, told }
  })
  const { config } = lists
  const run: Run = { config, startedAt, seenAt, findJudge: openJudges(config.defaults) }

  const fetched = await fetch()
  const { reports, outage, isOutageNews, entriesConformed, pictures } = fetched
  // A slug is for ever, and made from the feed's first known name: so it is given now, not when a site is next written.
  if (!outage) await store.alone(() => store.giveSlugs(makeSlug))
  const rendered = part === 'fetch' || outage ? nothingRendered : await renderPlanet(run, options, edges)
  if (!outage) await store.finishBuild(seenAt)

  const isWatched = options.isWatched ?? false
  const tell = (topic: DailyTopic, standing: string[] | undefined) =>
    tellStanding(topic, standing, isWatched, store, startedAt)
  const hub = options.dryRun ? undefined : await announceFeeds(config, rendered.written, edges.pingHub)
  const owner = await findOwnerWarning(config, reports, isWatched, store, startedAt)
  const warnings = [
    ...(await tell('notes', config.notes)),
    ...(told ?? (await lists.keep(outage))),
    ...(await tell('clock', clock)),
    ...prepared,
    ...(await tell('pictures', fetched.warnings)),
    ...rendered.warnings,
    ...(await tell('hub', hub)),
    ...owner,
  ]
  const work = { entriesConformed, ...rendered.work }
  const milliseconds = +edges.now() - +startedAt
  const asked = pictures === undefined ? {} : { pictures }
  return { feeds: reports, outage, isOutageNews, ...asked, ...rendered, warnings, work, milliseconds }

  function fetch() {
    if (part === 'render') return nothingFetched
    return edges.leases === undefined ? fetchFeeds(run, options, edges) : fetchHosts(run, options, edges, edges.leases)
  }
}
