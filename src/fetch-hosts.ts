import { setTimeout as sleep } from 'node:timers/promises'
import type { FeedReport } from './build-report.ts'
import { findHostDelay } from './fetch/find-host-delay.ts'
import { openSharedHosts } from './fetch/open-shared-hosts.ts'
import type { AskOptions, Run } from './fetch-feeds.ts'
import type { Answer, FailedAnswer } from './pipeline/answer.ts'
import { askFeed } from './pipeline/ask-feed.ts'
import { containAnswer, containFailure } from './pipeline/contain-answer.ts'
import type { Edges } from './pipeline/edges.ts'
import { endFetching, type Fetched } from './pipeline/end-fetching.ts'
import { findAsking } from './pipeline/find-asking.ts'
import { isOutage } from './pipeline/is-outage.ts'
import { leaveHostsAlone } from './pipeline/leave-hosts-alone.ts'
import { packReport } from './pipeline/pack-report.ts'
import { planFeed } from './pipeline/plan-feed.ts'
import type { LeasedHost, Leases } from './store/open-leases.ts'
import type { StoredFeed } from './store/store.ts'

/** Milliseconds between two checks for hosts that other fetchers have left with feeds due. */
const lookAgain = 1000
/** Milliseconds for which answers without news may stay in memory alone: a fetcher that dies has made those requests in vain. */
const longestNoted = 5000

/**
 * The first half of a build where any number of fetchers share a state: take a host that has a feed due and that no other fetcher holds,
 * ask its due feeds, store each answer at once, and leave the host to others; until no feed is due, with any fetcher. A fetcher that dies
 * no longer renews its leases, and after a while others take over its hosts.
 *
 * @throws where the state cannot be reached or written
 */
export async function fetchHosts(run: Run, options: AskOptions, edges: Edges, leases: Leases): Promise<Fetched> {
  const { config, startedAt, seenAt, findJudge } = run
  const { store } = edges
  const force = options.force ?? options.accept
  const delayOf = findHostDelay(openSharedHosts(config.feeds), config.fetch.hostDelayMs)
  const reports: FeedReport[] = []
  let entriesConformed = 0
  /**
   * Failures by the place of the report; and (`held`) the hosts that stay ours until it is known whether failures count, with the places of
   * their reports.
   */
  const failures = new Map<number, FailedAnswer>()
  const held = new Map<string, number[]>()
  /** Hosts that still have a feed due when we are done with them: they are not taken again, since no feed is asked twice in one run. */
  const passed = new Set<string>()
  /** Answers are stored one after the other. */
  let keeping: Promise<unknown> = Promise.resolve()
  let landedAt = +edges.now()

  await store.alone(async () => {
    const listed = (await store.feeds()).filter((feed) => feed.active)
    leaveHostsAlone(listed, edges.fetcher, force)
    const planned = listed.map((feed) => planFeed(feed, findAsking(feed, config, options), startedAt))
    for (const [place, feed] of listed.entries()) {
      const dueAt = planned[place]?.dueAt
      if (dueAt !== undefined && dueAt <= +startedAt) continue
      const until = dueAt === undefined ? undefined : new Date(dueAt)
      const kind = feed.source.paused === undefined ? ('not-due' as const) : ('paused' as const)
      await keep({ feed, milliseconds: 0, kind, until })
    }
    await leases.plan(planned)
  })

  for (;;) {
    await Promise.all(Array.from({ length: config.fetch.parallel }, work))
    await settle()
    if (!(await leases.isAnyDue(startedAt, passed))) break
    await sleep(lookAgain)
  }
  await edges.parserPool.close()
  const outage = await isOutage(reports)
  return endFetching({ reports, outage, entriesConformed }, config, edges, startedAt)

  async function work(): Promise<void> {
    for (;;) {
      const taken = await leases.take(startedAt, passed)
      if (taken === undefined) return
      await fetchHost(taken)
    }
  }

  async function fetchHost({ host, urls }: LeasedHost): Promise<void> {
    const feeds = await store.reread(urls)
    const places = (await Promise.all(feeds.map((feed) => ask(feed, host)))).flatMap((place) => place ?? [])
    // The lease was lost: the fetcher that has the host now goes on with it.
    if (places.length < feeds.length) return void passed.add(host)
    if (places.some((place) => failures.has(place))) held.set(host, places)
    else await leave(host, places)
  }

  async function leave(host: string, places: number[]): Promise<void> {
    const left = places.flatMap((place) => makeDue(reports[place]) ?? [])
    if (left.some(({ dueAt }) => dueAt !== undefined && dueAt <= +startedAt)) passed.add(host)
    await land()
    await leases.leave(host, left, delayOf(host))
  }

  /** @returns the place of the feed's report; `undefined` where another fetcher has the host by now, and asks the feed itself */
  async function ask(feed: StoredFeed, host: string): Promise<number | undefined> {
    const answer = await askFeed(feed, findAsking(feed, config, options), edges, startedAt)
    const mine = keeping.then(async () => {
      if (!leases.holds(host)) return undefined
      if (answer.kind === 'read') entriesConformed += answer.version.made
      const place = await keep(answer)
      if (+edges.now() - landedAt > longestNoted) await land()
      else await store.landNews()
      return place
    })
    keeping = mine.catch(() => undefined)
    return mine
  }

  async function land(): Promise<void> {
    landedAt = +edges.now()
    await store.land()
  }

  /** @returns the place of the feed's report */
  async function keep(answer: Answer): Promise<number> {
    const isAccepted = answer.feed.source.url === options.accept
    const { report, failed } = await containAnswer(answer, config, store, {
      now: startedAt,
      seenAt,
      isAccepted,
      findJudge,
    })
    const place = reports.push(packReport(report)) - 1
    if (failed !== undefined) failures.set(place, failed)
    edges.onFeed?.(report)
    return place
  }

  /** Store failures, unless there is an outage, and leave the hosts that were held for that. */
  async function settle(): Promise<void> {
    const outage = await isOutage(reports)
    for (const [place, answer] of outage ? [] : failures) {
      const report = reports[place]
      if (report) reports[place] = await containFailure(answer, report, config, store, startedAt)
    }
    await land()
    failures.clear()
    for (const [host, places] of held) {
      if (outage) passed.add(host)
      await (outage ? leases.leave(host, [], delayOf(host)) : leave(host, places))
    }
    held.clear()
  }
}

/** When a reported feed is due next; `undefined` where there is no report. */
function makeDue(report: FeedReport | undefined): { url: string; dueAt: number | undefined } | undefined {
  return report && { url: report.url, dueAt: report.nextDue && +report.nextDue }
}
