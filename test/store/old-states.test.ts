import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { FeedState } from '../../src/model.ts'
import { migrations } from '../../src/store/migrations.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import { newState } from '../../src/store/state-codec.ts'

/** What the second schema kept of a feed that was never asked, as JSON had it: what is `undefined` is not there. */
const neverAsked = { sameBodies: 0, serverHolds: false, failures: 0, alerts: 0 }
const [first, last, next] = [
  '2026-03-01T12:00:00.000Z',
  '2026-03-02T12:00:00.000Z',
  '2026-03-02T16:00:00.000Z',
] as const
const url = 'https://a.example/feed'
const answered = {
  ...neverAsked,
  ...{
    validators: { etag: '"1"', url },
    bodyHash: 'abc',
    sameBodies: 2,
    askedAt: last,
    firstReadAt: first,
    status: 200,
    answeredAt: last,
  },
  about: { title: 'A', authors: [], updated: first },
}
const problem = { code: 'TIMEOUT', message: 'gave no complete answer within 30 s' }
const failing = {
  ...answered,
  status: undefined,
  answeredAt: first,
  failures: 3,
  failingSince: first,
  problem,
  alerts: 1,
}

const about = { title: 'A', authors: [], updated: new Date(first) } as unknown as FeedState['about']
const answer = {
  at: new Date(last),
  firstAt: new Date(first),
  validators: { etag: '"1"', url },
  bodyHash: 'abc',
  sameBodies: 2,
  freshUntil: undefined,
}
const read = { ...newState, about, asked: { at: new Date(last), status: 200 }, answer }
const failure = { since: new Date(first), problem, count: 3, alerts: 1 }
const asked = (status: number | undefined) => ({ at: new Date(last), status })
const earlier = { ...answer, at: new Date(first) }
const limit = { code: 'RATE_LIMITED', message: 'asks us to come less often (429)' }

test.each<[name: string, old: Record<string, unknown>, state: unknown]>([
  ['never asked', neverAsked, newState],
  ['read', answered, read],
  [
    'read, by a version that did not note when first',
    { ...answered, firstReadAt: undefined },
    { ...read, answer: { ...answer, firstAt: new Date(last) } },
  ],
  ['fresh for a while', { ...answered, nextDue: next }, { ...read, answer: { ...answer, freshUntil: new Date(next) } }],
  [
    'failing, in back-off',
    { ...failing, nextDue: next },
    { ...read, asked: asked(undefined), answer: earlier, failure },
  ],
  [
    'failing, with Retry-After',
    { ...failing, status: 503, nextDue: next, serverHolds: true },
    {
      ...{ ...read, asked: asked(503), answer: earlier, failure },
      waiting: {
        since: new Date(first),
        until: new Date(next),
        says: 'server',
        isHost: false,
        problem: { code: 'HTTP_STATUS', message: 'answered 503' },
      },
    },
  ],
  [
    'asked to wait, and not failing yet',
    { ...answered, status: 429, failingSince: last, nextDue: next, serverHolds: true, hostHeldUntil: next },
    {
      ...{ ...read, asked: asked(429) },
      waiting: { since: new Date(last), until: new Date(next), says: 'server', isHost: true, problem: limit },
    },
  ],
  [
    'a limit without a time',
    { ...failing, status: 429, problem: limit, nextDue: next, hostHeldUntil: next },
    {
      ...{ ...read, asked: asked(429), answer: earlier, failure: { ...failure, problem: limit } },
      waiting: { since: new Date(first), until: new Date(next), says: 'planet', isHost: true, problem: limit },
    },
  ],
  [
    'never worked',
    { ...neverAsked, askedAt: last, status: 404, failures: 1, failingSince: last, problem, nextDue: next },
    { ...newState, asked: asked(404), failure: { since: new Date(last), problem, count: 1, alerts: 0 } },
  ],
  [
    'gone',
    { ...failing, status: 410, goneSince: last, problem: { code: 'GONE', message: '410' } },
    { ...read, asked: asked(410), answer: earlier, gone: { since: new Date(last) } },
  ],
  [
    'moved',
    { ...answered, moved: { to: 'https://a.example/new', since: first, isAdopted: true } },
    { ...read, moved: { to: 'https://a.example/new', since: new Date(first), isAdopted: true } },
  ],
  [
    'quarantined',
    { ...answered, held: { since: first, message: 'it is called “B”', entries: [{ id: '1' }] } },
    {
      ...read,
      quarantined: {
        ...{ since: new Date(first), message: 'it is called “B”', entries: [{ id: '1' }] },
        ...{ waiting: 0, titles: [], alerts: 1 },
      },
    },
  ],
])('O-15 a state of the second schema is read right after the change: %s', async (_, old, state) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-old-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = openDatabase(path.join(folder, 'planet.db'), migrations.slice(0, 2))
  database
    .prepare('INSERT INTO feeds (url, place, active, source, state) VALUES (?, 0, 1, ?, ?)')
    .run(url, JSON.stringify({ url }), JSON.stringify(old))
  database.close()
  const store = await openStore({ kind: 'folder', folder })
  const [feed] = await store.feeds()
  await store.close()
  expect(feed?.state).toEqual(state)
})

test('O-15 limits of an older schema keep their values under their new names', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-old-source-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = openDatabase(path.join(folder, 'planet.db'), migrations.slice(0, 2))
  const put = database.prepare('INSERT INTO feeds (url, place, active, source, state) VALUES (?, ?, 0, ?, ?)')
  const limits = { every: 7_200_000, timeout: 5000, per_build: 3, max_age: 86_400_000, inactive_after: 9 }
  put.run(url, 0, JSON.stringify({ url, name: 'A', tags: ['x'], first: 2, ...limits }), JSON.stringify(neverAsked))
  put.run('https://b.example/', 1, JSON.stringify({ url: 'https://b.example/' }), JSON.stringify(neverAsked))
  database.close()
  const store = await openStore({ kind: 'folder', folder })
  const sources = (await store.feeds()).map(({ source }) => source)
  await store.close()
  const renamed = { everyMs: 7_200_000, timeoutMs: 5000, perDay: 3, maxAgeMs: 86_400_000, inactiveAfterMs: 9 }
  expect(sources).toEqual([{ url, name: 'A', tags: ['x'], first: 2, ...renamed }, { url: 'https://b.example/' }])
})
