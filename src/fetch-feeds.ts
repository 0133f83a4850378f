import type { FeedReport } from './build-report.ts'
import type { Config } from './config/schema.ts'
import type { FindJudge } from './filter/open-judges.ts'
import type { Answer, FailedAnswer } from './pipeline/answer.ts'
import { askFeed } from './pipeline/ask-feed.ts'
import { awaitAnswer } from './pipeline/await-answer.ts'
import { containAnswer, containFailure } from './pipeline/contain-answer.ts'
import type { Edges } from './pipeline/edges.ts'
import { endFetching, type Fetched } from './pipeline/end-fetching.ts'
import { findAsking } from './pipeline/find-asking.ts'
import { isOutage } from './pipeline/is-outage.ts'
import { leaveHostsAlone } from './pipeline/leave-hosts-alone.ts'
import { openGate } from './pipeline/open-gate.ts'
import { packReport } from './pipeline/pack-report.ts'

/** What both halves of a build go by: feeds.yaml with what its reading lists name, and the time. */
export type Run = {
  config: Config
  /** The clock of this machine, when the run began. */
  startedAt: Date
  /** The time that entries are seen at, and pages are written for: see `Store.checkClock`. */
  seenAt: Date
  findJudge: FindJudge
}

export type AskOptions = {
  /** Ask every feed, due or not. */
  refresh: boolean
  /** Ask this one, whatever was said of it, and as if for the first time. */
  force?: string | undefined
  /** Ask this one, and let it through though its last version was quarantined. */
  accept?: string | undefined
}

/** Where nobody is asked. */
export const nothingFetched: Fetched = {
  reports: [],
  outage: false,
  isOutageNews: false,
  entriesConformed: 0,
  pictures: undefined,
  warnings: [],
}

/** Bytes of feeds that were fetched and are not stored yet: more are not asked for meanwhile. */
const mostWaiting = 16_000_000

/**
 * Begin to ask every feed that is listed.
 *
 * @returns the answers to come, by the place of their feed in the list; and the gate, which lets more be asked as answers are stored
 */
async function openAsking({ config, startedAt }: Run, options: AskOptions, edges: Edges) {
  const listed = (await edges.store.feeds()).filter((feed) => feed.active)
  leaveHostsAlone(listed, edges.fetcher, options.force ?? options.accept)
  /** Taken off one by one: what was known of a feed is another copy by the time that its answer is stored. */
  const left = listed.toReversed()
  /** By their places, from when they are asked until they are stored. */
  const asked = new Map<number, Promise<Answer>>()
  const gate = openGate(mostWaiting, listed.length, (place) => {
    const feed = left.pop()
    if (feed !== undefined) asked.set(place, ask(feed, place))
  })
  gate.open()
  return { asked, gate }

  async function ask(feed: Answer['feed'], place: number): Promise<Answer> {
    const onBody = (bytes: number) => gate.hold(place, bytes)
    const answer = await askFeed(feed, findAsking(feed, config, options), edges, startedAt, onBody)
    if (answer.kind !== 'read') gate.hold(place, 0)
    return answer
  }
}

/**
 * The first half of a build: ask every feed that is due, and keep what is new.
 *
 * Feeds are asked and read in parallel, and kept in the order of feeds.yaml, so that a build depends on what the feeds
 * say and not on which of them answered first. Failures are kept last: they do not count when nobody could be reached. What
 * goes wrong over one feed is that feed's problem alone.
 *
 * @throws where the state cannot be written
 */
export async function fetchFeeds(run: Run, options: AskOptions, edges: Edges): Promise<Fetched> {
  const { config, startedAt, seenAt, findJudge } = run
  const { store } = edges
  const { asked, gate } = await openAsking(run, options, edges)
  const reports: FeedReport[] = []
  let entriesConformed = 0
  const failures: [place: number, answer: FailedAnswer][] = []
  for (let pending = asked.get(0); pending !== undefined; pending = asked.get(reports.length)) {
    // Forgotten, so that what a feed said does not stay in memory.
    asked.delete(reports.length)
    const answer = await awaitAnswer(pending, store)
    if (answer.kind === 'read') entriesConformed += answer.version.made
    const isAccepted = answer.feed.source.url === options.accept
    const { report, failed } = await containAnswer(answer, config, store, {
      now: startedAt,
      seenAt,
      isAccepted,
      findJudge,
    })
    if (failed !== undefined) failures.push([reports.length, failed])
    reports.push(packReport(report))
    gate.leave(reports.length - 1)
    edges.onFeed?.(report)
  }

  // Nothing more is read, and the site is written by this thread alone: it can have the memory.
  await edges.parserPool.close()
  const outage = await isOutage(reports)
  for (const [place, answer] of outage ? [] : failures) {
    const report = reports[place]
    if (report) reports[place] = await containFailure(answer, report, config, store, startedAt)
  }
  return endFetching({ reports, outage, entriesConformed }, config, edges, startedAt)
}
