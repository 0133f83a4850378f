import { expect, test } from 'vitest'
import type { FeedSource, FeedState } from '../../src/model.ts'
import { findProblem, makeFeedHealth } from '../../src/schedule/make-feed-health.ts'
import { newState } from '../../src/store/state-codec.ts'

const day = 86_400_000
const now = new Date('2026-03-10T12:00:00Z')
const ago = (days: number) => new Date(+now - days * day)
const url = 'https://a.example/feed'
const problem = { code: 'TIMEOUT', message: 'gave no complete answer within 30 s' } as const

const answer = { at: ago(1), firstAt: ago(9), validators: { url }, bodyHash: 'a', sameBodies: 0, freshUntil: undefined }
const failure = { since: ago(2), problem, count: 9, alerts: 1 }
const waiting = { since: ago(1), until: ago(-1), says: 'server', isHost: true, problem } as const
const moved = { to: 'https://a.example/new', since: ago(3), isAdopted: true }
const quarantined = { since: ago(4), message: 'it is called “B”', waiting: 0, titles: [], alerts: 1 }
const gone = { since: ago(5) }
const read = { ...newState, answer }

type Row = [
  name: string,
  state: FeedState,
  health: object,
  code?: string | undefined,
  more?: { source?: Partial<FeedSource>; last?: Date },
]

test.each<Row>([
  ['never asked', newState, { kind: 'new' }],
  ['read', read, { kind: 'fine' }],
  ['read, without an entry for long', read, { kind: 'quiet', since: ago(200) }, undefined, { last: ago(200) }],
  [
    'read, with a limit of its own',
    read,
    { kind: 'fine' },
    undefined,
    { last: ago(200), source: { inactiveAfterMs: 300 * day } },
  ],
  ['failing', { ...read, failure }, { kind: 'failing', since: ago(2), problem, count: 9 }, 'TIMEOUT'],
  [
    'failing, and quiet',
    { ...read, failure },
    { kind: 'failing', since: ago(2), problem, count: 9 },
    'TIMEOUT',
    { last: ago(200) },
  ],
  [
    'failing, though it says until when',
    { ...read, failure, waiting },
    { kind: 'failing', since: ago(2), problem, count: 9 },
    'TIMEOUT',
  ],
  ['never worked', { ...newState, failure }, { kind: 'never-worked', since: ago(2), problem, count: 9 }, 'TIMEOUT'],
  ['asked to wait', { ...read, waiting }, { kind: 'waiting', since: ago(1), until: ago(-1), problem }],
  [
    'asked to wait at the first visit',
    { ...newState, waiting },
    { kind: 'waiting', since: ago(1), until: ago(-1), problem },
  ],
  ['asked to wait until an hour that is over', { ...read, waiting: { ...waiting, until: now } }, { kind: 'fine' }],
  ['moved', { ...read, moved }, { kind: 'moved', ...moved }],
  ['to be retried', { ...read, moved, retried: { since: ago(0) } }, { kind: 'retried' }],
  [
    'moved, and failing there',
    { ...read, moved, failure },
    { kind: 'failing', since: ago(2), problem, count: 9 },
    'TIMEOUT',
  ],
  [
    'quarantined, and failing since',
    { ...read, quarantined, failure },
    {
      kind: 'quarantined',
      since: ago(4),
      problem: { code: 'QUARANTINED', message: 'seems to be somebody else’s by now: it is called “B”' },
    },
    'QUARANTINED',
  ],
  [
    'gone',
    { ...read, gone, quarantined },
    { kind: 'gone', since: ago(5), problem: { code: 'GONE', message: 'says that it is gone for good (410)' } },
    'GONE',
  ],
  [
    'paused, whatever it was before',
    { ...read, gone, failure },
    { kind: 'paused', reason: 'away' },
    undefined,
    { source: { paused: 'away' } },
  ],
])('P-34 O-03 the health of a feed: %s', (_, state, expected, code, { source, last } = {}) => {
  const health = makeFeedHealth({ url, ...source }, state, { now, last, inactiveAfterMs: 180 * day })
  expect(health).toEqual(expected)
  expect(findProblem(health)?.code).toBe(code)
})
