import type { FeedState, Subscription, SubscriptionState } from '../model.ts'
import type { FeedHealth } from '../schedule/make-feed-health.ts'
import { makePublicProblem } from './make-public-problem.ts'

/** P-34: readers are told of a feed that has failed for a week; before that, only the operator is. */
const worthAWord = 7 * 86_400_000

/**
 * The part of a feed's health that readers are told.
 *
 * @param quiet since when the feed has brought nothing, if that is long
 */
export function makeSubscriptionState(
  health: FeedHealth,
  quiet: Date | undefined,
  { answer }: Pick<FeedState, 'answer'>,
): SubscriptionState {
  switch (health.kind) {
    case 'paused':
      return { kind: 'paused' }
    case 'gone':
    case 'quarantined':
      return { kind: health.kind, since: health.since }
    case 'never-worked':
    case 'failing':
      return { kind: 'failing', since: health.since, problem: makePublicProblem(health.problem) }
    case 'new':
    case 'retried':
    case 'waiting':
    case 'moved':
    case 'quiet':
    case 'fine':
      if (answer === undefined) return { kind: 'new' }
      return quiet === undefined ? { kind: 'fine' } : { kind: 'quiet', since: quiet }
  }
}

/**
 * The list in which a blog is shown. It does not always follow from what is wrong with the feed: the feed of a quiet blog may fail as well.
 */
export function makeStanding(health: FeedHealth, quiet: Date | undefined, now: Date): Subscription['standing'] {
  const isFailing = health.kind === 'failing' || health.kind === 'never-worked'
  if (health.kind === 'gone' || (isFailing && +now - +health.since > worthAWord)) return 'unreachable'
  return quiet === undefined ? 'active' : 'quiet'
}
