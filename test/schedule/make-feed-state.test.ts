import { expect, test } from 'vitest'
import { readRetryAfter } from '../../src/fetch/read-retry-after.ts'
import type { FeedAbout, FeedSchedule, FeedState, ProblemCode } from '../../src/model.ts'
import { clearBackOff } from '../../src/schedule/clear-back-off.ts'
import { findDue, isDue } from '../../src/schedule/find-due.ts'
import { type Answered, makeAnsweredState, makeFailedState } from '../../src/schedule/make-feed-state.ts'
import { newState } from '../../src/store/state-codec.ts'

const now = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(+now + minutes * 60_000)
const day = 24 * 60
const minutesUntil = (instant: Date | undefined) => (instant === undefined ? undefined : (+instant - +now) / 60_000)

const fresh = newState
const hour = 3_600_000
const url = 'https://blog.example/feed'
const about = { title: 'Blog' } as FeedAbout
const answered = {
  at: later(-60),
  firstAt: later(-60),
  validators: { etag: '"1"', url },
  bodyHash: 'a',
  sameBodies: 0,
  freshUntil: undefined,
}
const read: FeedState = { ...fresh, answer: answered, about }
const problem = (code: ProblemCode) => ({ code, message: 'said so' })
const answer = (given: Partial<Answered> = {}): Answered => ({
  ...{ moved: undefined, status: 200, freshForMs: undefined, isSameBody: false, about: undefined },
  ...{ validators: { etag: '"2"', url }, bodyHash: 'b' },
  ...given,
})
const fail = (state: FeedState, given: Partial<Parameters<typeof makeFailedState>[1]>, at = now) =>
  makeFailedState(
    state,
    { problem: problem('HTTP_STATUS'), status: undefined, retryAfter: undefined, ...given },
    at,
    hour,
  )

/** Fails as often as somebody asks, so many minutes after the first failure, which was then. */
function failAgain(minutes: number, code: ProblemCode, tries = 2): FeedState {
  let state = read
  for (let time = 1; time <= tries; time++) {
    state = fail(state, { problem: problem(code) }, time === tries ? now : later(-minutes))
  }
  return state
}

const asked = (minutes: number) => ({ at: later(minutes), status: 200 })
const failure = (minutes: number) => ({ since: later(minutes), problem: problem('DNS'), count: 9, alerts: 0 })
const waiting = (until: Date, says: 'server' | 'planet') => ({
  ...{ since: later(-99), until, says, isHost: false, problem: problem('RATE_LIMITED') },
})

const dueRows: [name: string, state: Partial<FeedState>, due: boolean, dueToAll: boolean][] = [
  ['never asked', {}, true, true],
  ['its time has not come', { asked: asked(-56) }, false, true],
  ['its time has come', { asked: asked(-57) }, true, true],
  ['its answer is still fresh', { asked: asked(-99), answer: { ...answered, freshUntil: later(1) } }, false, true],
  ['its answer was fresh until now', { asked: asked(-99), answer: { ...answered, freshUntil: now } }, true, true],
  ['in back-off', { asked: asked(-99), failure: failure(-999) }, false, true],
  ['back-off is over', { asked: asked(-500), failure: failure(-900) }, true, true],
  ['Retry-After', { asked: asked(-99), waiting: waiting(later(1), 'server') }, false, false],
  ['Retry-After is over', { asked: asked(-99), waiting: waiting(now, 'server') }, true, true],
  ['Retry-After said "soon"', { asked: asked(-2), waiting: waiting(later(-1), 'server') }, false, true],
  ['a limit without a time', { asked: asked(-99), waiting: waiting(later(1), 'planet') }, false, true],
  [
    'Retry-After ends back-off',
    { ...{ asked: asked(-99), failure: failure(-999) }, waiting: waiting(now, 'server') },
    true,
    true,
  ],
  ['gone', { gone: { since: later(-day) } }, false, false],
  ['retried, and its time had not come', { asked: asked(-2), retried: { since: now } }, true, true],
  ['asked in the future: a clock was wrong', { asked: asked(365 * day) }, true, true],
  [
    'fresh for a year: a clock was wrong',
    { asked: asked(-99), answer: { ...answered, freshUntil: later(365 * day) } },
    true,
    true,
  ],
  [
    'Retry-After in a year: a clock was wrong',
    { asked: asked(-99), waiting: waiting(later(365 * day), 'server') },
    true,
    true,
  ],
]

test.each(dueRows)('H-11 H-16 H-21 isDue: %s', (_, state, due, dueToAll) => {
  const isAsked = (asking: 'due' | 'all' | 'forced') => isDue({ ...fresh, ...state }, hour, now, asking)
  expect([isAsked('due'), isAsked('all'), isAsked('forced')]).toEqual([due, dueToAll, true])
})

test('H-11 a cron job that runs hourly asks hourly, though it is a little early', () => {
  const state = makeAnsweredState(fresh, answer(), now)
  expect(isDue(state, hour, later(56), 'due')).toBe(false)
  expect(isDue(state, hour, later(58), 'due')).toBe(true)
})

test('H-11 another interval in feeds.yaml takes effect at once', () => {
  const state = makeAnsweredState(fresh, answer(), now)
  expect(minutesUntil(findDue(state, 24 * hour, now))).toBeCloseTo(day * 0.95)
  expect(minutesUntil(findDue(state, hour / 4, now))).toBeCloseTo(15 * 0.95)
})

const schedule = (given: Partial<FeedSchedule>) => ({
  ...about,
  schedule: { interval: undefined, skipHours: [], skipDays: [], ...given },
})
test.each<[string, Partial<Answered>, number]>([
  ['max-age of 5 hours, to the second', { freshForMs: 5 * hour }, 300],
  ['max-age shorter than our own', { freshForMs: hour / 2 }, 57],
  ['max-age of a year: a day', { freshForMs: 365 * 24 * hour }, day],
  ['ttl of 3 hours', { about: schedule({ interval: 3 * hour }) }, 180],
  ['ttl shorter than our own', { about: schedule({ interval: hour / 4 }) }, 57],
  ['ttl as long as our own: a cron job that is a little early', { about: schedule({ interval: hour }) }, 57],
  ['an update once a year: a day', { about: schedule({ interval: 365 * 24 * hour }) }, day],
  ['the longer of two', { freshForMs: 2 * hour, about: schedule({ interval: 3 * hour }) }, 180],
])('H-12 H-13 due after %s', (_, given, minutes) => {
  const state = makeAnsweredState(fresh, answer(given), now)
  expect(minutesUntil(findDue(state, hour, now))).toBeCloseTo(minutes)
  expect(isDue(state, hour, later(minutes - 0.1), 'due')).toBe(false)
  expect(isDue(state, hour, later(minutes + 0.1), 'due')).toBe(true)
})

test('H-13 a feed that says nothing new keeps its schedule', () => {
  const state = makeAnsweredState(fresh, answer({ about: schedule({ interval: 3 * hour }) }), now)
  const again = makeAnsweredState(state, answer({ status: 304 }), now)
  expect(minutesUntil(findDue(again, hour, now))).toBeCloseTo(180)
})

test.each<[string, Partial<FeedSchedule>, number]>([
  ['hours from 12 to 15', { skipHours: [12, 13, 14, 15] }, 240],
  ['the hour after that', { skipHours: [13, 14] }, 57],
  ['all of today, a Sunday', { skipDays: [0] }, 12 * 60],
  [
    'all but one hour on one day',
    { skipHours: [...Array(23).keys()], skipDays: [0, 1, 2, 3, 4, 5] },
    6 * day + 11 * 60,
  ],
])('H-14 skipped: %s', (_, skipped, minutes) => {
  const state = makeAnsweredState(fresh, answer({ about: schedule(skipped) }), now)
  expect(minutesUntil(findDue(state, hour, now))).toBeCloseTo(minutes)
  expect(isDue(state, hour, later(minutes + 0.1), 'due')).toBe(true)
})

test('H-14 a cron job that runs late does not ask in a skipped hour; by hand one may', () => {
  const state = makeAnsweredState(fresh, answer({ about: schedule({ skipHours: [14] }) }), now)
  expect(isDue(state, hour, later(119), 'due')).toBe(true)
  expect(isDue(state, hour, later(121), 'due')).toBe(false)
  expect(isDue(state, hour, later(121), 'all')).toBe(true)
})

test('H-15 an answer ends what was failing', () => {
  const failing: FeedState = { ...failAgain(300, 'HTTP_STATUS', 5), waiting: waiting(now, 'server') }
  expect(makeAnsweredState(failing, answer(), now)).toEqual({
    ...read,
    asked: { at: now, status: 200 },
    answer: { ...answered, at: now, validators: { etag: '"2"', url }, bodyHash: 'b' },
  })
})

test('H-05 H-22 a failure keeps what is stored', () => {
  const failed = fail(read, { problem: problem('DNS') })
  expect(failed).toEqual({
    ...read,
    asked: { at: now, status: undefined },
    failure: { since: now, problem: problem('DNS'), count: 1, alerts: 0 },
  })
  expect(minutesUntil(findDue(failed, hour, now))).toBeCloseTo(120 * 0.95)
})

const known = { ...read, answer: { ...answered, sameBodies: 2 } }
const same = { isSameBody: true, validators: { etag: '"1"', url } }
test.each<[string, Partial<Answered>, number]>([
  ['the same body with the ETag that we sent', same, 3],
  ['a body with another ETag', { ...same, validators: { etag: '"2"', url } }, 0],
  ['a new body', { ...same, isSameBody: false }, 0],
  ['304', { status: 304 }, 2],
])('H-29 bodies that came in vain: %s', (_, given, count) => {
  expect(makeAnsweredState(known, answer(given), now).answer?.sameBodies).toBe(count)
})

test.each([
  ['at first', 0, 2],
  ['after two hours', 2, 4],
  ['after six', 6, 8],
  ['after fourteen', 14, 16],
  ['after a day', 24, 24],
  ['after a week', 7 * 24, 24],
  ['after thirty days', 30 * 24, 24],
  ['after more than thirty days: weekly', 30 * 24 + 1, 7 * 24],
])('H-22 back-off goes by the time that a feed has failed: %s', (_, failedHours, hours) => {
  const state = failedHours === 0 ? failAgain(0, 'CONNECT', 1) : failAgain(failedHours * 60, 'CONNECT')
  expect(minutesUntil(findDue(state, hour, now))).toBeCloseTo(hours * 60 * 0.95)
})

test('H-22 who tries by hand ten times in ten minutes does not wait longer for it', () => {
  const state = failAgain(10, 'CONNECT', 10)
  expect(state.failure?.count).toBe(10)
  expect(minutesUntil(findDue(state, hour, now))).toBeCloseTo((120 + 10) * 0.95)
})

test.each([
  [0, 4],
  [4, 8],
  [12, 16],
  [28, 24],
  [200, 24],
])('H-17 429 without Retry-After, for %i hours: asked again after %i', (failedHours, hours) => {
  const state = failedHours === 0 ? failAgain(0, 'RATE_LIMITED', 1) : failAgain(failedHours * 60, 'RATE_LIMITED')
  expect(minutesUntil(findDue(state, hour, now))).toBeCloseTo(hours * 60 * 0.95)
})

test.each([
  ['two hours', 'RATE_LIMITED', later(120), 120],
  ['two hours, 503', 'HTTP_STATUS', later(120), 120],
  ['a second', 'HTTP_STATUS', later(1 / 60), 1 / 60],
  ['a month: a week', 'RATE_LIMITED', later(30 * day), 7 * day],
] as const)('H-16 Retry-After holds, to the second: %s', (_, code, retryAfter, minutes) => {
  const failed = fail(read, { problem: problem(code), status: code === 'RATE_LIMITED' ? 429 : 503, retryAfter })
  expect(minutesUntil(failed.waiting?.until)).toBeCloseTo(minutes)
  expect(failed.waiting?.says).toBe('server')
})

test('H-16 a Retry-After of the past is none', () => {
  const failed = fail(read, { retryAfter: later(-1) })
  expect(failed.waiting).toBeUndefined()
  expect(findDue(failed, hour, now)).toEqual(later(114))
})

const tooOften = { problem: problem('RATE_LIMITED'), status: 429 }
test.each<[string, Parameters<typeof fail>[1]]>([
  ['with Retry-After', { ...tooOften, retryAfter: later(2 * day) }],
  ['without', tooOften],
  ['503', { status: 503, retryAfter: later(2 * day) }],
])('H-16 a server that asks to wait, and is obeyed, does not fail for the first day: %s', (_, given) => {
  const first = fail(read, given)
  expect(first).toMatchObject({ failure: undefined, waiting: { since: now } })
  expect(fail(first, given, later(day - 1))).toMatchObject({ failure: undefined, waiting: { since: now } })
  const failing = fail(first, given, later(day + 1))
  expect(failing).toMatchObject({ failure: { since: now, count: 1 } })
  expect(makeAnsweredState(failing, answer(), now)).toMatchObject({ failure: undefined, waiting: undefined })
})

test('H-16 a server that asks to wait does not hide that the feed was failing before', () => {
  const failing = fail(read, { problem: problem('TIMEOUT') }, later(-120))
  const waits = fail(failing, { status: 503, retryAfter: later(10) })
  expect(waits.failure).toEqual({ since: later(-120), problem: problem('TIMEOUT'), count: 1, alerts: 0 })
})

test('H-16 an answer other than 429 and 503 fails at once, whatever it says of later', () => {
  const failed = fail(read, { status: 500, retryAfter: later(120) })
  expect([failed.failure?.count, findDue(failed, hour, now)]).toEqual([1, later(120)])
})

test.each<[string, number | undefined, Date | undefined, Date | undefined]>([
  ['429 that says until when', 429, later(120), later(120)],
  ['429 that does not', 429, undefined, later(240 * 0.95)],
  ['503 speaks for the feed alone', 503, later(120), undefined],
])('H-16 the whole host is left alone: %s', (_, status, retryAfter, until) => {
  const code = status === 429 ? 'RATE_LIMITED' : 'HTTP_STATUS'
  const { waiting } = fail(read, { problem: problem(code), status, retryAfter })
  expect(waiting?.isHost ? waiting.until : undefined).toEqual(until)
})

test('H-22 a feed that is asked every two days is not asked daily because it fails', () => {
  const failed = fail(read, { problem: problem('DNS') })
  expect(minutesUntil(findDue(failed, 48 * hour, now))).toBeCloseTo(2 * day * 0.95)
})

test.each<[string, FeedState]>([
  ['gone', fail(read, { problem: problem('GONE'), status: 410 })],
  ['failing', failAgain(5 * day, 'DNS', 9)],
  ['told to come less often', fail(read, tooOften)],
])('what is retried is asked at once, and what is known of it stays until it answers: %s', (_, state) => {
  const retried = clearBackOff(state, later(1))
  expect(retried).toMatchObject({ asked: state.asked, answer: state.answer, retried: { since: later(1) } })
  expect(isDue(retried, hour, later(1), 'due')).toBe(true)
  const answered = makeAnsweredState(retried, answer(), later(2))
  expect([answered.retried, isDue(answered, hour, later(3), 'due')]).toEqual([undefined, false])
  const failed = fail(retried, { problem: problem('DNS') }, later(2))
  expect([failed.retried, failed.failure]).toMatchObject([undefined, { since: later(2), count: 1 }])
  const gone = fail(retried, { problem: problem('GONE'), status: 410 }, later(2))
  expect([gone.retried, gone.gone]).toEqual([undefined, { since: later(2) }])
})

const moved = { ...read, moved: { to: 'https://blog.example/new', since: now, isAdopted: true } }
test.each<[string, Parameters<typeof fail>[1], boolean]>([
  ['404', { status: 404 }, false],
  ['410', { problem: problem('GONE'), status: 410 }, false],
  ['a page', { problem: problem('HTML'), status: 200 }, false],
  ['what is no feed', { problem: problem('NOT_A_FEED'), status: 200 }, false],
  ['500', { status: 500 }, true],
  ['no connection', { problem: problem('CONNECT') }, true],
])('H-19 the new address of a feed that moved answers with %s', (_, failure, stays) => {
  const state = fail(moved, failure)
  expect(state.moved !== undefined).toBe(stays)
  expect(state.gone).toBeUndefined()
})

test('H-19 where the new address does not answer three times running, that of feeds.yaml is asked again', () => {
  const silent = { problem: problem('DNS') }
  const twice = fail(fail(moved, silent), silent)
  expect(twice.moved).toEqual(moved.moved)
  expect(fail(twice, { status: 503 }).moved).toEqual(moved.moved)
  expect(fail(twice, silent)).toMatchObject({ moved: undefined, failure: { count: 3 } })
})

test('H-21 410 ends it', () => {
  const gone = fail(read, { problem: problem('GONE'), status: 410, retryAfter: later(5) })
  expect(gone).toMatchObject({ gone: { since: now }, waiting: undefined, failure: undefined })
  expect(isDue(gone, hour, later(365 * day), 'all')).toBe(false)
  expect(fail(gone, { problem: problem('GONE'), status: 410 }, later(5)).gone).toEqual({ since: now })
})

test.each([
  ['seconds', '7200', later(120)],
  ['seconds with spaces', ' 60 ', later(1)],
  ['none', '0', now],
  ['RFC 9110', 'Sun, 01 Mar 2026 14:00:00 GMT', later(120)],
  ['RFC 850', 'Sunday, 01-Mar-26 14:00:00 GMT', later(120)],
  ['asctime', 'Sun Mar  1 14:00:00 2026', later(120)],
  ['small letters', 'sun, 01 mar 2026 14:00:00 gmt', later(120)],
  ['the past', 'Sun, 06 Nov 1994 08:49:37 GMT', new Date('1994-11-06T08:49:37Z')],
  ['as long as can be', '9'.repeat(400), new Date(+now + 1e12)],
  ['absent', undefined, undefined],
  ['empty', '', undefined],
  ['negative', '-5', undefined],
  ['a fraction', '1.5', undefined],
  ['an exponent', '1e9', undefined],
  ['a word', 'soon', undefined],
  ['ISO 8601', '2026-03-01T14:00:00Z', undefined],
  ['another zone', 'Sun, 01 Mar 2026 14:00:00 +0200', undefined],
  ['no month', 'Sun, 01 Foo 2026 14:00:00 GMT', undefined],
  ['no day', 'Sun, 31 Feb 2026 14:00:00 GMT', undefined],
])('H-16 readRetryAfter: %s', (_, text, expected) => {
  expect(readRetryAfter(text, now)).toEqual(expected)
})
