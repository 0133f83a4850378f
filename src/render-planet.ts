import type { Run } from './fetch-feeds.ts'
import type { Filtered } from './model.ts'
import type { Edges } from './pipeline/edges.ts'
import { judgeStored } from './pipeline/judge-stored.ts'
import { publish } from './pipeline/publish.ts'
import { noSite, type Site, type SiteOptions } from './pipeline/publish-site.ts'
import { shapeStored } from './pipeline/shape-stored.ts'
import { tellStanding } from './pipeline/tell-standing.ts'

/** What was written, and the effect of changed rules of feeds.yaml on entries that were stored already. */
export type Rendered = Site & { filtered: Filtered }

/** The result where no site is written. */
export const nothingRendered: Rendered = { ...noSite, filtered: { hidden: 0, back: 0 } }

/**
 * The second half of a build: let plug-ins and rules decide how stored entries are shown, and write the site.
 *
 * @throws where the site cannot be written, or a template is broken
 */
export async function renderPlanet(run: Run, options: SiteOptions, edges: Edges): Promise<Rendered> {
  const { config, seenAt, findJudge } = run
  const { store } = edges
  const troubles = await shapeStored(config, store, seenAt, edges.pluginLimits, edges.onPluginOutput)
  const shaping = await tellStanding('plugins', troubles, options.isWatched ?? false, store, run.startedAt)
  const filtered = await judgeStored(store, findJudge, seenAt)
  const site = await publish(config, store, options, seenAt, edges.makeSearchIndex)
  return { ...site, filtered, warnings: [...shaping, ...site.warnings] }
}
