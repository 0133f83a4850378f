import type { FeedProblem, FeedSource, FeedState } from '../model.ts'

/** How a feed is: one thing, the one that matters most. See `makeFeedHealth`. */
export type FeedHealth =
  /** The operator wants it left alone. */
  | { kind: 'paused'; reason: string }
  /** It answered 410: it is not asked again. */
  | { kind: 'gone'; since: Date; problem: FeedProblem }
  /** It seems to be somebody else's. */
  | { kind: 'quarantined'; since: Date; problem: FeedProblem }
  /** It fails, and there was never an answer that could be read: mostly its address is wrong. */
  | { kind: 'never-worked'; since: Date; problem: FeedProblem; count: number }
  | { kind: 'failing'; since: Date; problem: FeedProblem; count: number }
  /** Its server asked to be left alone, which is no failure. */
  | { kind: 'waiting'; since: Date; until: Date; problem: FeedProblem }
  /** It has another address, which feeds.yaml does not know. */
  | { kind: 'moved'; since: Date; to: string; isAdopted: boolean }
  /** The operator wants it asked at the next build: how it is by now, nobody knows. */
  | { kind: 'retried' }
  /** Not asked so far. */
  | { kind: 'new' }
  /** It is read, and has brought nothing for long. */
  | { kind: 'quiet'; since: Date }
  | { kind: 'fine' }

/** What decides, beside the feed's own state. */
export type HealthFacts = {
  now: Date
  /** Position of its newest entry. */
  last: Date | undefined
  /** Without an entry for so long it is quiet, where the feed has no limit of its own. */
  inactiveAfterMs: number
}

/**
 * How a feed is. The one place that decides it: pages, status.json, `planet status`, `planet why`, notices and the summary of
 * a build all ask here, so that they never disagree.
 */
export function makeFeedHealth(source: FeedSource, state: FeedState, facts: HealthFacts): FeedHealth {
  const { gone, quarantined, failure, waiting, moved, retried, answer } = state
  if (source.paused !== undefined) return { kind: 'paused', reason: source.paused }
  if (gone !== undefined) return { kind: 'gone', since: gone.since, problem: goneProblem }
  if (quarantined !== undefined) {
    const problem = {
      code: 'QUARANTINED' as const,
      message: `seems to be somebody else’s by now: ${quarantined.message}`,
    }
    return { kind: 'quarantined', since: quarantined.since, problem }
  }
  if (failure !== undefined) {
    const { since, problem, count } = failure
    return { kind: answer === undefined ? 'never-worked' : 'failing', since, problem, count }
  }
  if (waiting !== undefined && waiting.until > facts.now) {
    const { since, until, problem } = waiting
    return { kind: 'waiting', since, until, problem }
  }
  if (retried !== undefined) return { kind: 'retried' }
  if (moved !== undefined) return { kind: 'moved', ...moved }
  if (answer === undefined) return { kind: 'new' }
  const since = findQuiet(source, facts)
  return since === undefined ? { kind: 'fine' } : { kind: 'quiet', since }
}

const goneProblem: FeedProblem = { code: 'GONE', message: 'says that it is gone for good (410)' }

/** Since when a feed has brought nothing, whatever else is to be said of it; `undefined` where that is not long. */
export function findQuiet(
  { inactiveAfterMs: own }: FeedSource,
  { now, last, inactiveAfterMs }: HealthFacts,
): Date | undefined {
  return last !== undefined && +now - +last > (own ?? inactiveAfterMs) ? last : undefined
}

/** What is wrong with a feed; `undefined` where nothing is that it or the operator could mend. */
export function findProblem(health: FeedHealth): FeedProblem | undefined {
  switch (health.kind) {
    case 'gone':
    case 'quarantined':
    case 'never-worked':
    case 'failing':
      return health.problem
    default:
      return undefined
  }
}
