import { expect, test } from 'vitest'
import { readRetryAfter } from '../../src/fetch/read-retry-after.ts'
import type { FeedAbout, FeedSchedule, FeedState, ProblemCode } from '../../src/model.ts'
import { findDue, isDue } from '../../src/schedule/find-due.ts'
import { type Answered, makeAnsweredState, makeFailedState } from '../../src/schedule/make-feed-state.ts'
import { newState } from '../../src/store/feed-rows.ts'

const now = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(+now + minutes * 60_000)
const day = 24 * 60
const minutesUntil = (instant: Date | undefined) => (instant === undefined ? undefined : (+instant - +now) / 60_000)

const fresh = newState
const hour = 3_600_000
const url = 'https://blog.example/feed'
const about = { title: 'Blog' } as FeedAbout
const read: FeedState = { ...fresh, validators: { etag: '"1"', url }, bodyHash: 'a', about }
const problem = (code: ProblemCode) => ({ code, message: 'said so' })
const answer = (given: Partial<Answered> = {}): Answered => ({
  ...{ moved: undefined, status: 200, freshFor: undefined, isSameBody: false, about: undefined },
  ...{ validators: { etag: '"2"', url }, bodyHash: 'b' },
  ...given,
})
const fail = (state: FeedState, given: Partial<Parameters<typeof makeFailedState>[1]>, at = now) =>
  makeFailedState(state, { problem: problem('HTTP_STATUS'), status: undefined, retryAt: undefined, ...given }, at, hour)

/** Fails so many times, each time as soon as it may be asked again. */
function failTimes(times: number, code: ProblemCode, minutesBetween: number): FeedState {
  let state = read
  for (let time = 0; time < times; time++) {
    state = fail(state, { problem: problem(code) }, later((time - times + 1) * minutesBetween))
  }
  return state
}

const dueRows: [name: string, state: Partial<FeedState>, due: boolean, dueToAll: boolean][] = [
  ['never asked', {}, true, true],
  ['its time has not come', { askedAt: later(-56) }, false, true],
  ['its time has come', { askedAt: later(-57) }, true, true],
  ['its server has not let go of it', { askedAt: later(-99), nextDue: later(1) }, false, true],
  ['what its server said is over', { askedAt: later(-99), nextDue: now }, true, true],
  ['in back-off', { askedAt: later(-99), nextDue: later(day), failures: 9 }, false, true],
  ['Retry-After', { askedAt: later(-99), nextDue: later(1), serverHolds: true }, false, false],
  ['Retry-After is over', { askedAt: later(-99), nextDue: now, serverHolds: true }, true, true],
  ['Retry-After said "soon"', { askedAt: later(-2), nextDue: later(-1), serverHolds: true }, false, true],
  ['gone', { goneSince: later(-day) }, false, false],
  ['asked in the future: a clock was wrong', { askedAt: later(365 * day) }, true, true],
  ['due in a year: a clock was wrong', { askedAt: later(-99), nextDue: later(365 * day) }, true, true],
]

test.each(dueRows)('H-11 H-16 H-21 isDue: %s', (_, state, due, dueToAll) => {
  const asked = (asking: 'due' | 'all' | 'forced') => isDue({ ...fresh, ...state }, hour, now, asking)
  expect([asked('due'), asked('all'), asked('forced')]).toEqual([due, dueToAll, true])
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
  ['max-age of 5 hours, to the second', { freshFor: 5 * hour }, 300],
  ['max-age shorter than our own', { freshFor: hour / 2 }, 57],
  ['max-age of a year: a day', { freshFor: 365 * 24 * hour }, day],
  ['ttl of 3 hours', { about: schedule({ interval: 3 * hour }) }, 180],
  ['ttl shorter than our own', { about: schedule({ interval: hour / 4 }) }, 57],
  ['ttl as long as our own: a cron job that is a little early', { about: schedule({ interval: hour }) }, 57],
  ['an update once a year: a day', { about: schedule({ interval: 365 * 24 * hour }) }, day],
  ['the longer of two', { freshFor: 2 * hour, about: schedule({ interval: 3 * hour }) }, 180],
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
  const failing = { ...failTimes(5, 'HTTP_STATUS', 60), alerts: 2 }
  expect(makeAnsweredState(failing, answer(), now)).toEqual({
    ...read,
    validators: { etag: '"2"', url },
    bodyHash: 'b',
    status: 200,
    askedAt: now,
    answeredAt: now,
    firstReadAt: now,
  })
})

test('H-05 H-22 a failure keeps what is stored', () => {
  expect(fail(read, { problem: problem('DNS') })).toEqual({
    ...read,
    askedAt: now,
    nextDue: later(120 * 0.95),
    failures: 1,
    failingSince: now,
    problem: problem('DNS'),
  })
})

const known = { ...read, sameBodies: 2 }
const same = { isSameBody: true, validators: { etag: '"1"', url } }
test.each<[string, Partial<Answered>, number]>([
  ['the same body with the ETag that we sent', same, 3],
  ['a body with another ETag', { ...same, validators: { etag: '"2"', url } }, 0],
  ['a new body', { ...same, isSameBody: false }, 0],
  ['304', { status: 304 }, 2],
])('H-29 bodies that came in vain: %s', (_, given, count) => {
  expect(makeAnsweredState(known, answer(given), now).sameBodies).toBe(count)
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
  const failed = fail(read, { problem: problem(code), status: code === 'RATE_LIMITED' ? 429 : 503, retryAt })
  expect(minutesUntil(failed.nextDue)).toBeCloseTo(minutes)
  expect(failed.serverHolds).toBe(true)
})

test('H-16 a Retry-After of the past is none', () => {
  const failed = fail(read, { retryAt: later(-1) })
  expect(failed).toMatchObject({ nextDue: later(114), serverHolds: false })
})

test('H-16 Retry-After does not count as failing for the first day', () => {
  const failure = { problem: problem('RATE_LIMITED'), status: 429, retryAt: later(120) }
  const held = fail(read, failure)
  expect(held).toMatchObject({ failures: 0, problem: undefined })
  const next = { ...failure, retryAt: later(2 * day) }
  expect(fail(held, next, later(day - 1))).toMatchObject({ failures: 0, problem: undefined })
  expect(fail(held, next, later(day + 1))).toMatchObject({ failures: 1, problem: failure.problem })
  expect(makeAnsweredState(held, answer(), now).failingSince).toBeUndefined()
})

test('H-16 a server that holds a feed which was failing before does not hide that', () => {
  const failing = fail(read, { problem: problem('TIMEOUT') }, later(-120))
  const held = fail(failing, { status: 503, retryAt: later(10) })
  expect(held).toMatchObject({ failures: 1, problem: problem('TIMEOUT'), failingSince: later(-120) })
})

test('H-16 an answer other than 429 and 503 fails at once, whatever it says of later', () => {
  expect(fail(read, { status: 500, retryAt: later(120) })).toMatchObject({ failures: 1, nextDue: later(120) })
})

test.each<[string, number | undefined, Date | undefined, Date | undefined]>([
  ['429 that says until when', 429, later(120), later(120)],
  ['429 that does not', 429, undefined, later(240 * 0.95)],
  ['503 speaks for the feed alone', 503, later(120), undefined],
])('H-16 the whole host is left alone: %s', (_, status, retryAt, until) => {
  const code = status === 429 ? 'RATE_LIMITED' : 'HTTP_STATUS'
  expect(fail(read, { problem: problem(code), status, retryAt }).hostHeldUntil).toEqual(until)
})

test('H-22 a feed that is asked every two days is not asked daily because it fails', () => {
  const failed = makeFailedState(
    read,
    { problem: problem('DNS'), status: undefined, retryAt: undefined },
    now,
    48 * hour,
  )
  expect(minutesUntil(failed.nextDue)).toBeCloseTo(2 * day * 0.95)
})

const moved = { ...read, moved: { to: 'https://blog.example/new', since: now, isAdopted: true } }
test.each<[string, Parameters<typeof fail>[1], boolean]>([
  ['404', { status: 404 }, false],
  ['410', { problem: problem('GONE'), status: 410 }, false],
  ['a page', { problem: problem('HTML'), status: 200 }, false],
  ['500', { status: 500 }, true],
  ['no connection', { problem: problem('CONNECT') }, true],
])('H-19 the new address of a feed that moved answers with %s', (_, failure, stays) => {
  const state = fail(moved, failure)
  expect(state.moved !== undefined).toBe(stays)
  expect(state.goneSince).toBeUndefined()
})

test('H-21 410 ends it', () => {
  const gone = fail(read, { problem: problem('GONE'), status: 410, retryAt: later(5) })
  expect(gone).toMatchObject({ goneSince: now, nextDue: undefined, serverHolds: false })
  expect(isDue(gone, hour, later(365 * day), 'all')).toBe(false)
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
