import { createHash } from 'node:crypto'
import type { Config } from '../config/schema.ts'
import type { ListFeeds } from '../convert/read-list-feeds.ts'
import { isOpenAddress } from '../fetch/is-open-address.ts'
import type { FailedFetch, FeedProblem, FetchedFeed, KeptList, UnchangedFeed } from '../model.ts'
import { applyLists, newList, reachLists } from '../planet/apply-lists.ts'
import { type Asking, isDue } from '../schedule/find-due.ts'
import { makeAnsweredState, makeFailedState } from '../schedule/make-feed-state.ts'
import { parseUrl } from '../text/parse-url.ts'
import { version } from '../version.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'
import type { Edges } from './edges.ts'
import { explainList } from './explain-list.ts'

type Asked = { offline: boolean; refresh: boolean; force?: string | undefined; accept?: string | undefined }

/** What became of the reading lists in one build. */
export type Refreshed = {
  /** With the feeds that they list. */
  config: Config
  /** Keep what was learnt; where our own network is down, nobody failed. @returns what the operator should know */
  keep(outage: boolean): Promise<string[]>
}

/** Larger ones are not read: a list of ten thousand feeds in OPML has 2 MB. */
const mostBytes = 5_000_000
/** YAML takes longer to read than XML. */
const mostYaml = 500_000
const mostDepth = 3

/**
 * Ask the reading lists that are due, as feeds are asked: by the same schedule, with validators, and seldom where they fail. Where one
 * fails, or has lost half of its feeds at once, its last good copy stays in use.
 */
export async function refreshLists(config: Config, edges: Edges, options: Asked, now: Date): Promise<Refreshed> {
  const { lists: edge, fetcher, parserPool } = edges
  if (config.include.length === 0 || edge === undefined) return { config, keep: async () => [] }
  const isOpen = (url: string) => isOpenAddress(url, config.fetch.allowPrivate)
  const before = await edge.read()
  const answered = new Map([...before, ...edge.local])
  const failed = new Map<string, KeptList>()
  for (const [place, { state }] of before) {
    if (state.waiting?.isHost && state.waiting.until > now) fetcher.leaveAlone(place, state.waiting.until)
  }
  const asked = new Set<string>()
  for (let depth = 0; depth < mostDepth && !options.offline; depth++) {
    const due = config.include.flatMap((item) =>
      reachLists(item.url, answered).flatMap((place) =>
        asked.has(place) || !mayAsk(place, item.url) ? [] : [{ place, item }],
      ),
    )
    for (const { place } of due) asked.add(place)
    const places = [...new Map(due.map((one) => [one.place, one])).values()]
    await Promise.all(places.map(({ place, item }) => ask(place, item.everyMs ?? config.fetch.everyMs)))
  }

  return {
    config: applyLists(config, answered, isOpen),
    async keep(outage) {
      const after = outage ? answered : new Map([...answered, ...failed])
      const reached = new Set(config.include.flatMap(({ url }) => reachLists(url, answered)))
      const kept = [...after].filter(([place]) => reached.has(place) && !edge.local.has(place))
      if (JSON.stringify(kept) !== JSON.stringify([...before])) await edge.write(new Map(kept))
      return kept.flatMap(([place, list]) => {
        const limit = config.include.find(({ url }) => url === place)?.limit
        return explainList(place, before.get(place), list, { now, limit, isOpen })
      })
    },
  }

  /** The operator may name a private address, and nobody else. */
  function mayAsk(place: string, root: string): boolean {
    return /^https?:/.test(place) && (place === root || isOpen(place))
  }

  async function ask(place: string, everyMs: number): Promise<void> {
    const known = answered.get(place) ?? newList
    const isAccepted = options.accept === place
    const asking: Asking = isAccepted || options.force === place ? 'forced' : options.refresh ? 'all' : 'due'
    if (!isDue(known.state, everyMs, now, asking)) return
    const { state } = known
    const url = state.moved?.isAdopted ? state.moved.to : place
    const result = await fetcher.fetch({ url: place }, asking === 'forced' ? undefined : state.answer?.validators, url)
    const fail = (answer: Pick<FailedFetch, 'problem' | 'status' | 'retryAfter'>) =>
      failed.set(place, {
        ...known,
        state: countTold(makeFailedState(state, answer, now, everyMs), config.alerts.repeatMs, now),
      })
    if (result.kind === 'waiting') return
    if (result.kind === 'failed') return void fail(result)
    const bodyHash = result.kind === 'fetched' ? hashBody(result) : state.answer?.bodyHash
    const isSameBody = result.kind === 'fetched' && bodyHash === state.answer?.bodyHash
    if (result.kind === 'unchanged' || (isSameBody && !isAccepted)) {
      answered.set(place, { ...known, state: await answer(place, known, result, { bodyHash, isSameBody, asked: url }) })
      return
    }
    // Whatever is wrong with a list, or with our reading it, is that list's trouble alone.
    const list = await readBody(result, parserPool)
    const problem = 'problem' in list ? list.problem : isAccepted ? undefined : findLoss(known, list.feeds.length)
    if ('problem' in list || problem !== undefined) {
      return void fail({ problem: problem ?? unreadable, status: result.status, retryAfter: undefined })
    }
    const lists = list.lists.flatMap((one) => parseUrl(one, result.finalUrl)?.href ?? [])
    answered.set(place, {
      feeds: list.feeds,
      lists,
      state: await answer(place, known, result, { bodyHash, isSameBody, asked: url }),
    })
  }

  async function answer(
    place: string,
    { state }: KeptList,
    result: FetchedFeed | UnchangedFeed,
    { bodyHash, isSameBody, asked: url }: { bodyHash: string | undefined; isSameBody: boolean; asked: string },
  ): Promise<KeptList['state']> {
    const { judgeMove } = await import('../schedule/judge-move.ts')
    const moved = judgeMove(place, state.moved, url, result.hops, now)
    const { status, freshForMs, validators } = result
    return makeAnsweredState(
      state,
      { status, freshForMs, validators, moved, bodyHash, isSameBody, about: undefined },
      now,
    )
  }
}

const unreadable: FeedProblem = { code: 'UNREADABLE', message: 'cannot be read as a list of feeds' }

/** What others keep is read where it can be stopped. */
async function readBody(
  { body }: FetchedFeed,
  parserPool: Pick<ParserPool, 'readList'>,
): Promise<ListFeeds | { problem: FeedProblem }> {
  const start = new TextDecoder().decode(body.subarray(0, 2000)).trimStart()
  const isXml = start.startsWith('<')
  if (body.length > (isXml ? mostBytes : mostYaml)) {
    return {
      problem: {
        code: 'TOO_LARGE',
        message: `is larger than a reading list may be (${isXml ? '5 MB' : '500 kB, of what is no OPML'})`,
      },
    }
  }
  const read = await parserPool.readList(body)
  if (read.kind === 'unreadable') return { problem: read.problem }
  const { list } = read
  if (!('problem' in list)) return list
  const code = /^<(!doctype\s+html|html)/i.test(start) ? 'HTML' : 'NOT_A_FEED'
  return { problem: { code, message: `${list.problem.replace(/[;,].*$/s, '')}, and no list of feeds` } }
}

/** A list that has lost half of its feeds at once has more likely lost its file. */
function findLoss({ feeds }: KeptList, now: number): FeedProblem | undefined {
  const isLoss = feeds.length >= 3 ? now * 2 <= feeds.length : feeds.length > 0 && now === 0
  return isLoss
    ? { code: 'QUARANTINED', message: `lists ${now} ${now === 1 ? 'feed' : 'feeds'}, and listed ${feeds.length}` }
    : undefined
}

/** The operator hears of a list at once, and again when it has failed for long. */
function countTold(state: KeptList['state'], repeatMs: number[], now: Date): KeptList['state'] {
  const { failure } = state
  if (failure === undefined) return state
  const due = [0, ...repeatMs].filter((limitMs) => +now - +failure.since >= limitMs)
  return { ...state, failure: { ...failure, alerts: Math.max(failure.alerts, due.length) } }
}

/** Another version of Planet may read the same list better. */
function hashBody({ body, finalUrl }: FetchedFeed): string {
  return createHash('sha256')
    .update(JSON.stringify([version, finalUrl]))
    .update(body)
    .digest('hex')
}
