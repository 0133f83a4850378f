import type { FailedFetch, FeedAbout, FeedProblem, FeedState, Validators } from '../model.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How often a feed is asked. */
const every = hour
/** A cron job that runs hourly is at times a few seconds early: that must not make it two-hourly. */
const tolerance = 0.05
/** However often a feed has failed, and however long a server asks us to wait. */
const longestBackOff = day
const longestRetryAfter = 7 * day
/** From then on a failing feed is asked once a week. */
const patience = 30 * day

/** True where a feed may be asked now. A server's own word, and "gone", hold even when everything is asked for. */
export function isDue(state: FeedState, now: Date, askAll: boolean): boolean {
  if (state.goneSince !== undefined) return false
  if (state.nextDue === undefined) return true
  if (now < state.nextDue) return askAll && !state.serverHolds
  // A server that says "in a second" does not ask to be asked more often than others.
  return askAll || state.askedAt === undefined || now >= after(state.askedAt, every * (1 - tolerance))
}

/** The state of a feed that answered: what it said was stored, or is stored already. */
export function makeAnsweredState(
  state: FeedState,
  answer: { validators: Validators; bodyHash: string | undefined; about: FeedAbout | undefined },
  now: Date,
): FeedState {
  return {
    ...state,
    validators: answer.validators,
    bodyHash: answer.bodyHash,
    about: answer.about ?? state.about,
    askedAt: now,
    nextDue: after(now, every * (1 - tolerance)),
    serverHolds: false,
    failures: 0,
    failingSince: undefined,
    problem: undefined,
  }
}

/**
 * The state of a feed that could not be had. What is stored stays, validators included: those of an answer that could
 * not be read are not kept, so that it is asked for again in full.
 */
export function makeFailedState(
  state: FeedState,
  failure: { problem: FeedProblem; retryAt?: FailedFetch['retryAt'] },
  now: Date,
): FeedState {
  const { problem, retryAt } = failure
  const failures = state.failures + 1
  const failingSince = state.failingSince ?? now
  const failed = { ...state, askedAt: now, failures, failingSince, problem }
  if (problem.code === 'GONE') return { ...failed, goneSince: now, nextDue: undefined, serverHolds: false }
  if (retryAt !== undefined && retryAt > now) {
    const held = { nextDue: earlier(retryAt, after(now, longestRetryAfter)), serverHolds: true }
    // A server that is busy and says until when does not fail yet.
    const isBusy = +now - +failingSince < day
    return isBusy ? { ...failed, ...held, failures: state.failures, problem: state.problem } : { ...failed, ...held }
  }
  const first = problem.code === 'RATE_LIMITED' ? 4 * every : 2 * every
  const doubled = Math.min(first * 2 ** (failures - 1), longestBackOff)
  const wait = +now - +failingSince > patience ? 7 * day : doubled
  return { ...failed, nextDue: after(now, wait * (1 - tolerance)), serverHolds: false }
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
