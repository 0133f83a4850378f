import type { FailedFetch, FeedAbout, FeedState, Intake, Move, Quarantine, Validators, Waiting } from '../model.ts'
import { findRetry } from './find-retry.ts'

const day = 86_400_000

/** Longest freshness, even where an answer claims more. */
const longestFreshness = day
/** Longest wait, even where a server asks for more. */
const longestRetryAfter = 7 * day
/** For so long, a server that asks us to wait, and is obeyed, does not count as failing (H-16). */
const longestObedience = day

/** The parts of an answer that matter for the next request. */
export type Answered = {
  /** Where the feed has moved for good, by `judgeMove`. */
  moved: Move | undefined
  status: number
  /** Milliseconds for which the answer is fresh. */
  freshForMs: number | undefined
  validators: Validators
  bodyHash: string | undefined
  /** The version of the reader; absent for reading lists, which do not need it. */
  reader?: number
  /** The whole body came, and was the same as last time. */
  isSameBody: boolean
  /** Whether the new version has no entries; absent where nothing new was read. */
  isEmpty?: boolean
  /** `undefined` where nothing new was read. */
  about: FeedAbout | undefined
  /** Set where the feed seems to be somebody else's. */
  quarantined?: Quarantine | undefined
  /** `undefined` where nothing new was read. */
  intake?: Intake | undefined
}

/** The state of a feed after an answer whose content was stored, or had been stored already. */
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

/** Count bodies that came in full though their own validators were sent: some servers do not recognise their own ETag (H-29). */
function countSameBodies({ answer }: FeedState, { isSameBody, validators, status }: Answered): number {
  const count = answer?.sameBodies ?? 0
  if (status === 304) return count
  const sent = answer?.validators
  const isKnown = sent?.etag !== undefined && sent.etag === validators.etag && sent.url === validators.url
  return isSameBody && isKnown ? count + 1 : 0
}

/** Where the address to which a feed moved answers like this, the move was no true one. */
const deadEnds = ['HTML', 'NOT_A_FEED', 'GONE']

/** After so many failures in a row without any answer, the move was no true one either. */
const mostSilent = 3

type FailedAnswer = Pick<FailedFetch, 'problem' | 'status' | 'retryAfter'>

/**
 * The state of a feed after a failure. What is stored stays, the validators of the last good answer included: those of an answer that could
 * not be read are not stored, so that it is fetched in full again.
 *
 * @param everyMs time between two requests while all is well
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
    // Return to the address in feeds.yaml, which may redirect elsewhere by now.
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

/**
 * How long to leave a server alone: until the time that it names; or, where it only wants us to come less often, for a long interval of
 * ours (H-17).
 */
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
