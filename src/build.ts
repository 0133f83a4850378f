import type { Config } from './config/schema.ts'
import { openJudges } from './filter/open-judges.ts'
import type { BuildReport, FeedReport } from './model.ts'
import { announceFeeds } from './pipeline/announce-feeds.ts'
import { askFeed, type FailedAnswer } from './pipeline/ask-feed.ts'
import { awaitAnswer } from './pipeline/await-answer.ts'
import type { Edges } from './pipeline/edges.ts'
import { findAsking } from './pipeline/find-asking.ts'
import { findOwnerWarning } from './pipeline/find-owner-warning.ts'
import { isOutage } from './pipeline/is-outage.ts'
import { judgeStored } from './pipeline/judge-stored.ts'
import { keepAnswer, keepFailure } from './pipeline/keep-answer.ts'
import { leaveHostsAlone } from './pipeline/leave-hosts-alone.ts'
import { makeInternalFailure } from './pipeline/make-internal-failure.ts'
import { openGate } from './pipeline/open-gate.ts'
import { prepareStore } from './pipeline/prepare-store.ts'
import { publish } from './pipeline/publish.ts'
import { noSite } from './pipeline/publish-site.ts'
import { refreshLists } from './pipeline/refresh-lists.ts'
import { shapeStored } from './pipeline/shape-stored.ts'
import { tellDaily } from './pipeline/tell-daily.ts'

export type BuildOptions = {
  /** Folder of the site. */
  output: string
  /** Ask nobody: render what is stored. */
  offline: boolean
  /** Ask every feed, due or not. */
  refresh: boolean
  /** Ask this one, whatever was said of it, and as if for the first time. */
  force?: string | undefined
  /** Ask this one, and let it through though its last version was quarantined. */
  accept?: string | undefined
  /** A person looks on: what cron would not mail is said, too. */
  isWatched?: boolean
  /** Write no file of the site: only say which would be written. */
  dryRun?: boolean
  /** Write over files of the output folder that nobody knows to be ours. */
  adopt?: boolean
}

/** Bytes of feeds that were fetched and are not stored yet: more are not asked for meanwhile. */
const mostWaiting = 16_000_000

/**
 * The whole job: ask every feed, keep what is new, write the site.
 *
 * Feeds are asked and read in parallel, and kept in the order of feeds.yaml, so that a build depends on what the feeds
 * say and not on which of them answered first. Failures are kept last: they do not count when nobody could be reached. What
 * goes wrong over one feed is that feed's problem alone.
 *
 * @throws where our own machine fails: a state that cannot be written, a template that is broken
 */
export async function build(given: Config, options: BuildOptions, edges: Edges): Promise<BuildReport> {
  const { store } = edges
  const startedAt = edges.now()
  const lists = await refreshLists(given, edges, options, startedAt)
  const { config } = lists
  const { seenAt, warnings: prepared } = await prepareStore(config, edges, startedAt)

  const listed = options.offline ? [] : (await store.feeds()).filter((feed) => feed.active)
  leaveHostsAlone(listed, edges.fetcher, options.force ?? options.accept)
  const findJudge = openJudges(config.defaults)
  const gate = openGate(mostWaiting)
  const asked = listed.map(async (feed, place) => {
    await gate.enter(place)
    const onBody = (bytes: number) => gate.hold(place, bytes)
    return askFeed(feed, findAsking(feed, config, options), edges, startedAt, onBody).catch((error) =>
      makeInternalFailure(feed, error),
    )
  })
  const reports: FeedReport[] = []
  let entriesConformed = 0
  const failures: [place: number, answer: FailedAnswer][] = []
  // Taken off the list, so that what a feed said does not stay in memory.
  for (let pending = asked.shift(); pending !== undefined; pending = asked.shift()) {
    const answer = await awaitAnswer(pending, store)
    if (answer.kind === 'read') entriesConformed += answer.parsed.entries.length
    const isAccepted = answer.feed.source.url === options.accept
    const { report, failed } = await keepAnswer(answer, config, store, {
      now: startedAt,
      seenAt,
      isAccepted,
      findJudge,
    })
    if (failed !== undefined) failures.push([reports.length, failed])
    gate.leave(reports.length)
    reports.push(report)
    edges.onFeed?.(report)
  }

  const outage = await isOutage(reports)
  for (const [place, answer] of outage ? [] : failures) {
    const report = reports[place]
    if (report) reports[place] = await keepFailure(answer, report, config, store, startedAt)
  }
  const isOutageNews = outage && (await tellDaily('outage', store, startedAt))
  if (!outage) await store.saveTold('outage', undefined)
  const shaping = outage ? [] : await shapeStored(config, store, seenAt, edges.pluginLimits, edges.onPluginOutput)
  const filtered = outage ? { hidden: 0, back: 0 } : await judgeStored(store, findJudge, seenAt)
  const site = outage ? noSite : await publish(config, store, options, seenAt, edges.makeSearchIndex)
  if (!outage) await store.finishBuild(seenAt)
  const hub = options.dryRun ? [] : await announceFeeds(config, site.written, edges.pingHub)
  const owner = await findOwnerWarning(config, reports, options.isWatched ?? false, store, startedAt)
  const warnings = [
    ...[...config.notes, ...lists.keep(outage), ...prepared, ...shaping],
    ...[...site.warnings, ...hub, ...owner],
  ]
  const work = { entriesConformed, ...site.work }
  const milliseconds = +edges.now() - +startedAt
  return { feeds: reports, outage, isOutageNews, filtered, ...site, warnings, work, milliseconds }
}
