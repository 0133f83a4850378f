import type { FailedFetch, FeedAbout, FeedProblem, FeedState, Intake, Move, Validators } from '../model.ts'
import { tolerance } from './find-due.ts'

const hour = 3_600_000
const day = 24 * hour

/** However long an answer says that it is good, and however often a feed has failed. */
const longestWait = day
/** However long a server asks us to wait. */
const longestRetryAfter = 7 * day
/** From then on a failing feed is asked once a week. */
const patience = 30 * day

/** What asking gave that bears on asking again. */
export type Answered = {
  /** Whether it has moved for good, as `judgeMove` says. */
  moved: Move | undefined
  status: number
  freshFor: number | undefined
  validators: Validators
  bodyHash: string | undefined
  /** The whole body came, and was the same as last time. */
  isSameBody: boolean
  /** `undefined` where nothing new was read. */
  about: FeedAbout | undefined
  /** What was read was held back. */
  held?: FeedState['held']
  /** `undefined` where nothing new was read. */
  intake?: Intake | undefined
}

/** The state of a feed that answered: what it said was stored, or is stored already. */
export function makeAnsweredState(state: FeedState, answer: Answered, now: Date): FeedState {
  const { validators, bodyHash, status, moved } = answer
  const about = answer.about ?? state.about
  const intake = answer.intake ?? state.intake
  const wait = Math.min(answer.freshFor ?? 0, longestWait)
  return {
    ...{ validators, bodyHash, status, about, moved, intake },
    sameBodies: countSameBodies(state, answer),
    askedAt: now,
    answeredAt: now,
    firstReadAt: state.firstReadAt ?? state.answeredAt ?? now,
    nextDue: wait === 0 ? undefined : after(now, wait),
    serverHolds: false,
    hostHeldUntil: undefined,
    failures: 0,
    failingSince: undefined,
    problem: undefined,
    alerts: 0,
    goneSince: undefined,
    held: answer.held,
  }
}

/** A body that comes whole though its own validators were sent: some servers do not know their ETag again (H-29). */
function countSameBodies({ validators: sent, sameBodies }: FeedState, { isSameBody, validators, status }: Answered) {
  if (status === 304) return sameBodies
  const isKnown = sent?.etag !== undefined && sent.etag === validators.etag && sent.url === validators.url
  return isSameBody && isKnown ? sameBodies + 1 : 0
}

/** An address that a feed moved to, and that answers like this, was none. */
const deadEnds = ['HTML', 'NOT_A_FEED', 'GONE']

/**
 * The state of a feed that could not be had. What is stored stays, validators included: those of an answer that could
 * not be read are not kept, so that it is asked for again in full.
 *
 * @param every milliseconds between two requests while all is well
 */
export function makeFailedState(
  state: FeedState,
  failure: Pick<FailedFetch, 'problem' | 'status' | 'retryAt'>,
  now: Date,
  every: number,
): FeedState {
  const { problem, status, retryAt } = failure
  const failures = state.failures + 1
  const failingSince = state.failingSince ?? now
  const failed = { ...state, askedAt: now, status, failures, failingSince, problem, hostHeldUntil: undefined }
  const isDeadEnd = deadEnds.includes(problem.code) || status === 404
  if (state.moved?.isAdopted && isDeadEnd) {
    // Back to the address in feeds.yaml, which may lead elsewhere by now.
    return { ...failed, ...wait(problem, failures, failingSince, now, every), moved: undefined }
  }
  if (problem.code === 'GONE') return { ...failed, goneSince: now, nextDue: undefined, serverHolds: false }
  if (retryAt !== undefined && retryAt > now) {
    const until = earlier(retryAt, after(now, longestRetryAfter))
    const held = { nextDue: until, serverHolds: true, hostHeldUntil: status === 429 ? until : undefined }
    // A server that is busy and says until when does not fail yet.
    const isBusy = (status === 429 || status === 503) && +now - +failingSince < day
    return isBusy ? { ...failed, ...held, failures: state.failures, problem: state.problem } : { ...failed, ...held }
  }
  return { ...failed, ...wait(problem, failures, failingSince, now, every) }
}

/** Twice as long after each failure, and patiently with a server that asks us to come less often. */
function wait(problem: FeedProblem, failures: number, failingSince: Date, now: Date, every: number) {
  const isLimit = problem.code === 'RATE_LIMITED'
  const doubled = every * (isLimit ? 4 : 2) * 2 ** (failures - 1)
  const least = +now - +failingSince > patience ? 7 * day : Math.min(doubled, longestWait)
  const nextDue = after(now, Math.max(least, every) * (1 - tolerance))
  return { nextDue, serverHolds: false, hostHeldUntil: isLimit ? nextDue : undefined }
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
