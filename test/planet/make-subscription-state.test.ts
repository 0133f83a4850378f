import { expect, test } from 'vitest'
import type { FeedProblem, SubscriptionState } from '../../src/model.ts'
import { makeStanding, makeSubscriptionState } from '../../src/planet/make-subscription-state.ts'
import type { FeedHealth } from '../../src/schedule/make-feed-health.ts'

const day = 86_400_000
const now = new Date('2026-03-10T12:00:00Z')
const [yesterday, longAgo] = [new Date(+now - day), new Date(+now - 8 * day)]
const answer = {
  at: now,
  firstAt: now,
  validators: undefined,
  bodyHash: undefined,
  sameBodies: 0,
  freshUntil: undefined,
}
const failing = (code: FeedProblem['code'], since = yesterday): FeedHealth => ({
  ...{ kind: 'failing', since, count: 2 },
  problem: { code, message: 'the name router.lan is not known' },
})

type Row = [string, FeedHealth, Date | undefined, SubscriptionState, 'active' | 'quiet' | 'unreachable']

test.each<Row>([
  ['fine', { kind: 'fine' }, undefined, { kind: 'fine' }, 'active'],
  ['quiet', { kind: 'quiet', since: longAgo }, longAgo, { kind: 'quiet', since: longAgo }, 'quiet'],
  [
    'moved, which is the operator’s',
    { kind: 'moved', since: now, to: 'x', isAdopted: false },
    undefined,
    { kind: 'fine' },
    'active',
  ],
  [
    'moved and quiet',
    { kind: 'moved', since: now, to: 'x', isAdopted: false },
    longAgo,
    { kind: 'quiet', since: longAgo },
    'quiet',
  ],
  [
    'asked to wait, which is the operator’s',
    { kind: 'waiting', since: now, until: now, problem: { code: 'RATE_LIMITED', message: '' } },
    undefined,
    { kind: 'fine' },
    'active',
  ],
  [
    'a name that is not known',
    failing('DNS'),
    undefined,
    { kind: 'failing', since: yesterday, problem: 'UNREACHABLE' },
    'active',
  ],
  [
    'a private address: the same',
    failing('PRIVATE_ADDRESS'),
    undefined,
    { kind: 'failing', since: yesterday, problem: 'UNREACHABLE' },
    'active',
  ],
  [
    'a port that is closed: the same',
    failing('CONNECT'),
    undefined,
    { kind: 'failing', since: yesterday, problem: 'UNREACHABLE' },
    'active',
  ],
  [
    'nobody answers: the same',
    failing('TIMEOUT'),
    undefined,
    { kind: 'failing', since: yesterday, problem: 'UNREACHABLE' },
    'active',
  ],
  [
    'a server’s error',
    failing('HTTP_STATUS'),
    undefined,
    { kind: 'failing', since: yesterday, problem: 'SERVER_ERROR' },
    'active',
  ],
  ['a web page', failing('HTML'), undefined, { kind: 'failing', since: yesterday, problem: 'NO_FEED' }, 'active'],
  ['failing and quiet', failing('HTML'), longAgo, { kind: 'failing', since: yesterday, problem: 'NO_FEED' }, 'quiet'],
  [
    'failing for a week',
    failing('HTML', longAgo),
    longAgo,
    { kind: 'failing', since: longAgo, problem: 'NO_FEED' },
    'unreachable',
  ],
  [
    'gone',
    { kind: 'gone', since: yesterday, problem: { code: 'GONE', message: '' } },
    undefined,
    { kind: 'gone', since: yesterday },
    'unreachable',
  ],
  [
    'quarantined: not what it says of itself now',
    { kind: 'quarantined', since: yesterday, problem: { code: 'QUARANTINED', message: 'it is called “Casino”' } },
    undefined,
    { kind: 'quarantined', since: yesterday },
    'active',
  ],
  [
    'paused: the reason is the operator’s',
    { kind: 'paused', reason: 'hacked' },
    undefined,
    { kind: 'paused' },
    'active',
  ],
])('P-34 what readers are told of a feed: %s', (_, health, quiet, state, standing) => {
  expect(makeSubscriptionState(health, quiet, { answer })).toEqual(state)
  expect(makeStanding(health, quiet, now)).toBe(standing)
})

test.each<[string, FeedHealth]>([
  ['never asked', { kind: 'new' }],
  ['asked to wait', { kind: 'waiting', since: now, until: now, problem: { code: 'RATE_LIMITED', message: '' } }],
])('P-34 a feed that was never read is not read so far: %s', (_, health) => {
  expect(makeSubscriptionState(health, undefined, { answer: undefined })).toEqual({ kind: 'new' })
})
