import { createHash } from 'node:crypto'
import type { ListFeeds } from '../convert/read-list-feeds.ts'
import type { FailedFetch, FeedProblem, FeedState, FetchedFeed, KeptList, UnchangedFeed } from '../model.ts'
import { type Asking, isDue } from '../schedule/find-due.ts'
import { makeAnsweredState, makeFailedState } from '../schedule/make-feed-state.ts'
import { parseUrl } from '../text/parse-url.ts'
import { version } from '../version.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'
import type { Edges } from './edges.ts'
import { findMove } from './find-move.ts'
import { countAlerts } from './make-notices.ts'

/** Larger lists are not read: a list of ten thousand feeds in OPML has 2 MB. */
const mostBytes = 5_000_000
/** YAML takes longer to read than XML. */
const mostYaml = 500_000

/**
 * Whether the list is asked by its schedule or at the operator's word; how often it is asked, and how often the operator is told that it
 * fails.
 */
type ListAsking = { asking: Asking; isAccepted: boolean; everyMs: number; repeatMs: number[] }

/** A list as it is to be stored. A list that failed keeps its last good copy; its failure counts only where our own network is not down. */
type ListAnswer = { kind: 'read' | 'failed'; list: KeptList }

/**
 * Ask for one reading list where it is due, and read it. Whatever is wrong with a list, or with our reading of it, is a problem of that
 * list alone.
 *
 * @param known what the state knows of the list
 * @returns `undefined` where the list was not asked
 */
export async function askList(
  place: string,
  known: KeptList,
  { asking, isAccepted, everyMs, repeatMs }: ListAsking,
  { fetcher, parserPool }: Pick<Edges, 'fetcher' | 'parserPool'>,
  now: Date,
): Promise<ListAnswer | undefined> {
  const { state } = known
  if (!isDue(state, everyMs, now, asking)) return undefined
  const url = state.moved?.isAdopted ? state.moved.to : place
  const result = await fetcher.fetch({ url: place }, asking === 'forced' ? undefined : state.answer?.validators, url)
  if (result.kind === 'waiting') return undefined
  if (result.kind === 'failed') return fail(result)

  const bodyHash = result.kind === 'fetched' ? hashBody(result) : state.answer?.bodyHash
  const isSameBody = result.kind === 'fetched' && bodyHash === state.answer?.bodyHash
  if (result.kind === 'unchanged' || (isSameBody && !isAccepted)) {
    return { kind: 'read', list: { ...known, state: await makeState(result) } }
  }
  const list = await readBody(result, parserPool)
  const refuse = (problem: FeedProblem) => fail({ problem, status: result.status, retryAfter: undefined })
  if ('problem' in list) return refuse(list.problem)
  const loss = isAccepted ? undefined : findLoss(known, list.feeds.length)
  if (loss !== undefined) return refuse(loss)
  const lists = list.lists.flatMap((one) => parseUrl(one, result.finalUrl)?.href ?? [])
  return { kind: 'read', list: { feeds: list.feeds, lists, state: await makeState(result) } }

  async function makeState(answer: FetchedFeed | UnchangedFeed): Promise<FeedState> {
    const moved = await findMove(place, state, url, answer.hops, now)
    const { status, freshForMs, validators } = answer
    const answered = { status, freshForMs, validators, moved, bodyHash, isSameBody, about: undefined }
    return makeAnsweredState(state, answered, now)
  }

  function fail(answer: Pick<FailedFetch, 'problem' | 'status' | 'retryAfter'>): ListAnswer {
    const after = makeFailedState(state, answer, now, everyMs)
    // The operator hears of a list at once, and again when it has failed for long.
    return { kind: 'failed', list: { ...known, state: countAlerts(after, { afterMs: 0, repeatMs }, now) } }
  }
}

/** A list is somebody else's text, so it is read in a worker that can be stopped. */
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

/** A list that loses half of its feeds at once is more likely broken than cut down on purpose. */
function findLoss({ feeds }: KeptList, now: number): FeedProblem | undefined {
  const isLoss = feeds.length >= 3 ? now * 2 <= feeds.length : feeds.length > 0 && now === 0
  return isLoss
    ? { code: 'QUARANTINED', message: `lists ${now} ${now === 1 ? 'feed' : 'feeds'}, and listed ${feeds.length}` }
    : undefined
}

/** The version is part of the hash: another version of Planet may read the same list better. */
function hashBody({ body, finalUrl }: FetchedFeed): string {
  return createHash('sha256')
    .update(JSON.stringify([version, finalUrl]))
    .update(body)
    .digest('hex')
}
