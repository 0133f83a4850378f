import type { FeedProblem, FeedSource, FeedState } from '../model.ts'

/** The health of a feed: one kind, the one that matters most. See `makeFeedHealth`. */
export type FeedHealth =
  /** The operator has paused the feed. */
  | { kind: 'paused'; reason: string }
  /** The feed answered 410: it is not asked again. */
  | { kind: 'gone'; since: Date; problem: FeedProblem }
  /** The feed seems to be somebody else's. */
  | { kind: 'quarantined'; since: Date; problem: FeedProblem }
  /** The feed fails, and there was never an answer that could be read: mostly its address is wrong. */
  | { kind: 'never-worked'; since: Date; problem: FeedProblem; count: number }
  | { kind: 'failing'; since: Date; problem: FeedProblem; count: number }
  /** The feed's server asked to be left alone, which is no failure. */
  | { kind: 'waiting'; since: Date; until: Date; problem: FeedProblem }
  /** The feed has moved to an address that feeds.yaml does not have. */
  | { kind: 'moved'; since: Date; to: string; isAdopted: boolean }
  /** The operator wants the feed to be asked at the next build: until then its health is unknown. */
  | { kind: 'retried' }
  /** The feed was not asked so far. */
  | { kind: 'new' }
  /** The feed can be read, and has brought nothing for long. */
  | { kind: 'quiet'; since: Date }
  | { kind: 'fine' }

/** What decides the health, beside the feed's own state. */
export type HealthFacts = {
  now: Date
  /** Position of the feed's newest entry. */
  last: Date | undefined
  /** After so long without an entry a feed is quiet, unless it has a limit of its own. */
  inactiveAfterMs: number
}

/**
 * Decide the health of a feed. Pages, status.json, `planet status`, `planet why`, notices and the summary of a build all use this, so that
 * they never disagree.
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

/** Since when a feed has brought nothing, whatever else is wrong with it; `undefined` where that is not long. */
export function findQuiet(
  { inactiveAfterMs: own }: FeedSource,
  { now, last, inactiveAfterMs }: HealthFacts,
): Date | undefined {
  return last !== undefined && +now - +last > (own ?? inactiveAfterMs) ? last : undefined
}

/** What is wrong with a feed; `undefined` where nothing is that its publisher or the operator could mend. */
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
