import type { FailedFetch, FeedAbout, FeedState, Intake, Move, Quarantine, Validators, Waiting } from '../model.ts'
import { findRetry } from './find-retry.ts'

const day = 86_400_000

/** However long an answer says that it is good. */
const longestFreshness = day
/** However long a server asks us to wait. */
const longestRetryAfter = 7 * day
/** So long a server that asks us to wait, and is obeyed, does not fail (H-16). */
const longestObedience = day

/** What asking gave that bears on asking again. */
export type Answered = {
  /** Whether it has moved for good, as `judgeMove` says. */
  moved: Move | undefined
  status: number
  /** Milliseconds for which the answer is good. */
  freshForMs: number | undefined
  validators: Validators
  bodyHash: string | undefined
  /** The version of the reader; absent where nobody asks. */
  reader?: number
  /** The whole body came, and was the same as last time. */
  isSameBody: boolean
  /** What was read has no entries; absent where nothing new was read. */
  isEmpty?: boolean
  /** `undefined` where nothing new was read. */
  about: FeedAbout | undefined
  /** What was read seems to be somebody else's. */
  quarantined?: Quarantine | undefined
  /** `undefined` where nothing new was read. */
  intake?: Intake | undefined
}

/** The state of a feed that answered: what it said was stored, or is stored already. */
export function makeAnsweredState(state: FeedState, answer: Answered, now: Date): FeedState {
  const { validators, bodyHash, status, moved, quarantined } = answer
  const freshMs = Math.min(answer.freshForMs ?? 0, longestFreshness)
  const freshUntil = freshMs === 0 ? undefined : after(now, freshMs)
  const firstAt = state.answer?.firstAt ?? now
  const sameBodies = countSameBodies(state, answer)
  const last: FeedState['answer'] = { at: now, firstAt, validators, bodyHash, sameBodies, freshUntil }
  if (answer.reader !== undefined) last.reader = answer.reader
  const fullAt = state.answer?.fullAt ?? (answer.isEmpty ? state.answer?.at : undefined)
  if (answer.isEmpty !== false && fullAt !== undefined) last.fullAt = fullAt
  return {
    asked: { at: now, status },
    answer: last,
    waiting: undefined,
    failure: undefined,
    moved,
    gone: undefined,
    retried: undefined,
    quarantined,
    about: answer.about ?? state.about,
    intake: answer.intake ?? state.intake,
  }
}

/** A body that comes whole though its own validators were sent: some servers do not know their ETag again (H-29). */
function countSameBodies({ answer }: FeedState, { isSameBody, validators, status }: Answered): number {
  const count = answer?.sameBodies ?? 0
  if (status === 304) return count
  const sent = answer?.validators
  const isKnown = sent?.etag !== undefined && sent.etag === validators.etag && sent.url === validators.url
  return isSameBody && isKnown ? count + 1 : 0
}

/** An address that a feed moved to, and that answers like this, was none. */
const deadEnds = ['HTML', 'NOT_A_FEED', 'GONE']

/** Failures in a row after which an address that does not answer at all is none either. */
const mostSilent = 3

type FailedAnswer = Pick<FailedFetch, 'problem' | 'status' | 'retryAfter'>

/**
 * The state of a feed that could not be had. What is stored stays, validators included: those of an answer that could
 * not be read are not kept, so that it is asked for again in full.
 *
 * @param everyMs between two requests while all is well
 */
export function makeFailedState(before: FeedState, answer: FailedAnswer, now: Date, everyMs: number): FeedState {
  const { problem, status } = answer
  const state = { ...before, retried: undefined }
  const asked = { at: now, status }
  const since = state.failure?.since ?? state.waiting?.since ?? now
  const { count, alerts } = state.failure ?? { count: 0, alerts: 0 }
  const failed = { ...state, asked, waiting: undefined, failure: { since, problem, count: count + 1, alerts } }
  const isSilent = status === undefined && count + 1 >= mostSilent
  if (state.moved?.isAdopted && (deadEnds.includes(problem.code) || status === 404 || isSilent)) {
    // Back to the address in feeds.yaml, which may lead elsewhere by now.
    return { ...failed, moved: undefined }
  }
  if (problem.code === 'GONE') {
    return { ...state, asked, waiting: undefined, failure: undefined, gone: state.gone ?? { since: now } }
  }
  const waiting = findWaiting(answer, since, now, everyMs)
  if (waiting === undefined) return failed
  const isObeyed = (status === 429 || status === 503) && +now - +since < longestObedience
  return isObeyed ? { ...state, asked, waiting } : { ...failed, waiting }
}

/** What a server asks for: the time that it names; or, where it only wants us to come less often, a patient one (H-17). */
function findWaiting(answer: FailedAnswer, since: Date, now: Date, everyMs: number): Waiting | undefined {
  const { problem, status, retryAfter } = answer
  if (retryAfter !== undefined && retryAfter > now) {
    const until = earlier(retryAfter, after(now, longestRetryAfter))
    return { since, until, says: 'server', isHost: status === 429, problem }
  }
  if (problem.code !== 'RATE_LIMITED') return undefined
  return { since, until: findRetry(since, now, everyMs, 4), says: 'planet', isHost: true, problem }
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(+instant + milliseconds)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
