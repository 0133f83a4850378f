import { expect, test } from 'vitest'
import { isDue, makeAnsweredState, makeFailedState } from '../../src/fetch/make-feed-state.ts'
import { readRetryAfter } from '../../src/fetch/read-retry-after.ts'
import type { FeedAbout, FeedState, ProblemCode } from '../../src/model.ts'

const now = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(+now + minutes * 60_000)
const day = 24 * 60
const minutesUntil = (instant: Date | undefined) => (instant === undefined ? undefined : (+instant - +now) / 60_000)

const fresh: FeedState = {
  validators: undefined,
  bodyHash: undefined,
  askedAt: undefined,
  nextDue: undefined,
  serverHolds: false,
  failures: 0,
  failingSince: undefined,
  problem: undefined,
  goneSince: undefined,
  about: undefined,
}
const url = 'https://blog.example/feed'
const about = { title: 'Blog' } as FeedAbout
const read: FeedState = { ...fresh, validators: { etag: '"1"', url }, bodyHash: 'a', about }
const problem = (code: ProblemCode) => ({ code, message: 'said so' })

/** Fails so many times, each time as soon as it may be asked again. */
function failTimes(times: number, code: ProblemCode, minutesBetween: number): FeedState {
  let state = read
  for (let time = 0; time < times; time++) {
    state = makeFailedState(state, { problem: problem(code) }, later((time - times + 1) * minutesBetween))
  }
  return state
}

const dueRows: [name: string, state: Partial<FeedState>, askAll: boolean, due: boolean][] = [
  ['never asked', {}, false, true],
  ['its time has not come', { nextDue: later(1) }, false, false],
  ['its time has come', { nextDue: now }, false, true],
  ['--refresh', { nextDue: later(1) }, true, true],
  ['--refresh in back-off', { nextDue: later(day), failures: 9 }, true, true],
  ['--refresh, but the server said when', { nextDue: later(1), serverHolds: true }, true, false],
  ['--refresh, and what the server said is over', { nextDue: now, serverHolds: true, askedAt: later(-1) }, true, true],
  ['the server said "soon"', { nextDue: later(-1), serverHolds: true, askedAt: later(-2) }, false, false],
  [
    'an hour after the server said "soon"',
    { nextDue: later(-58), serverHolds: true, askedAt: later(-59) },
    false,
    true,
  ],
  ['gone', { goneSince: later(-day) }, false, false],
  ['gone, and --refresh', { goneSince: later(-day) }, true, false],
]

test.each(dueRows)('H-11 H-16 H-21 isDue: %s', (_, state, askAll, due) => {
  expect(isDue({ ...fresh, ...state }, now, askAll)).toBe(due)
})

test('H-11 a cron job that runs hourly asks hourly, though it is a little early', () => {
  const state = makeAnsweredState(fresh, { validators: { url }, bodyHash: 'a', about: undefined }, now)
  expect(isDue(state, later(56), false)).toBe(false)
  expect(isDue(state, later(58), false)).toBe(true)
})

test('H-15 an answer ends what was failing', () => {
  const failing = failTimes(5, 'HTTP_STATUS', 60)
  const answer = { validators: { etag: '"2"', url }, bodyHash: 'b', about: undefined }
  expect(makeAnsweredState(failing, answer, now)).toEqual({
    ...read,
    validators: { etag: '"2"', url },
    bodyHash: 'b',
    askedAt: now,
    nextDue: later(57),
  })
})

test('H-05 H-22 a failure keeps what is stored', () => {
  const failed = makeFailedState(read, { problem: problem('DNS') }, now)
  expect(failed).toEqual({
    ...read,
    askedAt: now,
    nextDue: later(120 * 0.95),
    failures: 1,
    failingSince: now,
    problem: problem('DNS'),
  })
})

test.each([
  ['the first', 1, 2],
  ['the second', 2, 4],
  ['the third', 3, 8],
  ['the fourth', 4, 16],
  ['the fifth', 5, 24],
  ['the fiftieth', 50, 24],
  ['the two-thousandth', 2000, 24],
])('H-22 back-off after %s failure', (_, times, hours) => {
  expect(minutesUntil(failTimes(times, 'CONNECT', 1).nextDue)).toBeCloseTo(hours * 60 * 0.95)
})

test('H-22 after thirty days, weekly', () => {
  expect(minutesUntil(failTimes(30, 'CONNECT', day).nextDue)).toBeCloseTo(day * 0.95)
  expect(minutesUntil(failTimes(32, 'CONNECT', day).nextDue)).toBeCloseTo(7 * day * 0.95)
})

test.each([
  [1, 4],
  [2, 8],
  [3, 16],
  [4, 24],
  [9, 24],
])('H-17 429 without Retry-After, for the %ith time: %i hours', (times, hours) => {
  expect(minutesUntil(failTimes(times, 'RATE_LIMITED', 1).nextDue)).toBeCloseTo(hours * 60 * 0.95)
})

test.each([
  ['two hours', 'RATE_LIMITED', later(120), 120],
  ['two hours, 503', 'HTTP_STATUS', later(120), 120],
  ['a second', 'HTTP_STATUS', later(1 / 60), 1 / 60],
  ['a month: a week', 'RATE_LIMITED', later(30 * day), 7 * day],
] as const)('H-16 Retry-After holds, to the second: %s', (_, code, retryAt, minutes) => {
  const failed = makeFailedState(read, { problem: problem(code), retryAt }, now)
  expect(minutesUntil(failed.nextDue)).toBeCloseTo(minutes)
  expect(failed.serverHolds).toBe(true)
})

test('H-16 a Retry-After of the past is none', () => {
  const failed = makeFailedState(read, { problem: problem('HTTP_STATUS'), retryAt: later(-1) }, now)
  expect(failed).toMatchObject({ nextDue: later(114), serverHolds: false })
})

test('H-16 Retry-After does not count as failing for the first day', () => {
  const failure = { problem: problem('RATE_LIMITED'), retryAt: later(120) }
  const held = makeFailedState(read, failure, now)
  expect(held).toMatchObject({ failures: 0, problem: undefined })
  const next = { ...failure, retryAt: later(2 * day) }
  expect(makeFailedState(held, next, later(day - 1))).toMatchObject({ failures: 0, problem: undefined })
  expect(makeFailedState(held, next, later(day + 1))).toMatchObject({ failures: 1, problem: failure.problem })
  const answer = { validators: { url }, bodyHash: undefined, about }
  expect(makeAnsweredState(held, answer, now).failingSince).toBeUndefined()
})

test('H-16 a server that holds a feed which was failing before does not hide that', () => {
  const failing = makeFailedState(read, { problem: problem('TIMEOUT') }, later(-120))
  const held = makeFailedState(failing, { problem: problem('HTTP_STATUS'), retryAt: later(10) }, now)
  expect(held).toMatchObject({ failures: 1, problem: problem('TIMEOUT'), failingSince: later(-120) })
})

test('H-21 410 ends it', () => {
  const gone = makeFailedState(read, { problem: problem('GONE'), retryAt: later(5) }, now)
  expect(gone).toMatchObject({ goneSince: now, nextDue: undefined, serverHolds: false })
  expect(isDue(gone, later(365 * day), true)).toBe(false)
})

test.each([
  ['seconds', '7200', later(120)],
  ['seconds with spaces', ' 60 ', later(1)],
  ['none', '0', now],
  ['RFC 9110', 'Sun, 01 Mar 2026 14:00:00 GMT', later(120)],
  ['RFC 850', 'Sunday, 01-Mar-26 14:00:00 GMT', later(120)],
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
  ['no date', 'Sun, 99 Foo 2026 14:00:00 GMT', undefined],
])('H-16 readRetryAfter: %s', (_, text, expected) => {
  expect(readRetryAfter(text, now)).toEqual(expected)
})
