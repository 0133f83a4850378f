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

/** What both halves of a build share: feeds.yaml with the feeds of its reading lists, and the time. */
export type Run = {
  config: Config
  /** The clock of this machine, when the run began. */
  startedAt: Date
  /** The time at which entries count as seen, and for which pages are written: see `Store.checkClock`. */
  seenAt: Date
  findJudge: FindJudge
}

export type AskOptions = {
  /** Ask every feed, due or not. */
  refresh: boolean
  /** Ask this feed, due or not, gone or paused, and as if for the first time. */
  force?: string | undefined
  /** Ask this feed, and let it through even if it is quarantined. */
  accept?: string | undefined
}

/** The result where no feed is asked. */
export const nothingFetched: Fetched = {
  reports: [],
  outage: false,
  isOutageNews: false,
  entriesConformed: 0,
  pictures: undefined,
  warnings: [],
}

/** Bytes of feeds that were fetched and are not stored yet: at this many, no further feed is asked. */
const mostWaiting = 16_000_000

/** Answers that wait to be stored: at this many, one is stored though requests wait to begin. */
const mostAnswers = 64

/**
 * Begin to ask every feed that is listed.
 *
 * @returns the pending answers, by the place of their feed in the list; which of them have come; and the gate, which lets further feeds be
 * asked as answers are stored
 */
async function openAsking({ config, startedAt }: Run, options: AskOptions, edges: Edges) {
  const listed = (await edges.store.feeds()).filter((feed) => feed.active)
  leaveHostsAlone(listed, edges.fetcher, options.force ?? options.accept)
  /** Feeds are removed one by one, to free memory: the store holds a newer copy once an answer is stored. */
  const left = listed.toReversed()
  /** Pending answers by place, from the request until the feed is stored. */
  const asked = new Map<number, Promise<Answer>>()
  /** Places of feeds that have answered and are not stored yet. */
  const answered = new Set<number>()
  const gate = openGate(mostWaiting, listed.length, (place) => {
    const feed = left.pop()
    if (feed !== undefined) asked.set(place, ask(feed, place))
  })
  // While these wait for their answers, there is time for what the others need before they are asked.
  gate.open(config.fetch.parallel)
  await edges.fetcher.calm()
  gate.open()
  return { asked, answered, gate }

  async function ask(feed: Answer['feed'], place: number): Promise<Answer> {
    const onBody = (bytes: number) => gate.hold(place, bytes)
    const answer = await askFeed(feed, findAsking(feed, config, options), edges, startedAt, onBody)
    answered.add(place)
    if (answer.kind !== 'read') gate.hold(place, 0)
    return answer
  }
}

/**
 * The first half of a build: ask every feed that is due, and store what is new.
 *
 * Feeds are asked and read in parallel, and stored in the order of feeds.yaml, so that a build depends on what the feeds say and not on
 * which of them answered first. Failures are stored last: they do not count when no server could be reached. An error in one feed is that
 * feed's problem alone.
 *
 * @throws where the state cannot be written
 */
export async function fetchFeeds(run: Run, options: AskOptions, edges: Edges): Promise<Fetched> {
  const { config, startedAt, seenAt, findJudge } = run
  const { store } = edges
  const { asked, answered, gate } = await openAsking(run, options, edges)
  const reports: FeedReport[] = []
  let entriesConformed = 0
  const failures: [place: number, answer: FailedAnswer][] = []
  for (let pending = asked.get(0); pending !== undefined; pending = asked.get(reports.length)) {
    // Deleted, so that the answer does not stay in memory.
    asked.delete(reports.length)
    const answer = await awaitAnswer(pending, store)
    // Requests that wait to begin go first: their answers take their time, and storing is done meanwhile. Each may bring one more answer.
    await edges.fetcher.calm(mostAnswers - answered.size)
    answered.delete(reports.length)
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

  // Nothing more will be read: closing the reader frees its memory for the rendering.
  await edges.parserPool.close()
  const outage = await isOutage(reports)
  for (const [place, answer] of outage ? [] : failures) {
    const report = reports[place]
    if (report) reports[place] = await containFailure(answer, report, config, store, startedAt)
  }
  return endFetching({ reports, outage, entriesConformed }, config, edges, startedAt)
}
