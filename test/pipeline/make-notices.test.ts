import { expect, test } from 'vitest'
import type { FeedReport } from '../../src/build-report.ts'
import type { FeedState } from '../../src/model.ts'
import { countAlerts, makeNotices } from '../../src/pipeline/make-notices.ts'
import { newState } from '../../src/store/state-codec.ts'

const hour = 3_600_000
const day = 24 * hour
const now = new Date('2026-03-10T12:00:00Z')
const ago = (time: number) => new Date(+now - time)
const url = 'https://a.example/feed'
const problem = { code: 'TLS', message: 'its certificate has expired on 2026-03-01' } as const
const answer = {
  at: now,
  firstAt: now,
  validators: undefined,
  bodyHash: undefined,
  sameBodies: 0,
  freshUntil: undefined,
}
const failing = (time: number, alerts: number): FeedState => ({
  ...newState,
  answer,
  failure: { since: ago(time), problem, count: 3, alerts },
})
const gone = { ...newState, gone: { since: ago(day) } }
const moved = { to: 'https://a.example/new', since: now, isAdopted: true }
const report = { url, added: 0, heldBack: 0 }

test.each<[string, FeedState, FeedState, Partial<FeedReport> & { twin?: string }, string[]]>([
  ['nothing', newState, newState, {}, []],
  ['a failure of today', newState, failing(hour, 0), {}, []],
  [
    'a feed that has never worked, at its first failure',
    newState,
    { ...failing(0, 1), answer: undefined, failure: { since: now, problem, count: 1, alerts: 1 } },
    {},
    [`FAILING has never worked: ${problem.message} (${url})`],
  ],
  [
    'the same a week later',
    { ...failing(6 * day, 1), answer: undefined },
    { ...failing(7 * day, 2), answer: undefined },
    {},
    [`FAILING has never worked, for 7 days: ${problem.message} (${url})`],
  ],
  [
    'a failure of a day',
    failing(day, 0),
    failing(day, 1),
    {},
    [`FAILING ${problem.message}; no answer that can be read for 1 day; its earlier entries stay (${url})`],
  ],
  ['the same a little later', failing(2 * day, 1), failing(2 * day, 1), {}, []],
  [
    'a failure of a week',
    failing(7 * day, 1),
    failing(7 * day, 2),
    {},
    [`FAILING ${problem.message}; no answer that can be read for 7 days; its earlier entries stay (${url})`],
  ],
  [
    'recovered from what was told',
    failing(9 * day, 2),
    newState,
    { added: 2 },
    ['RECOVERED works again after 9 days, 2 new entries'],
  ],
  ['recovered without news', failing(day, 1), newState, {}, ['RECOVERED works again after 1 day']],
  ['recovered from what was not told', failing(hour, 0), newState, {}, []],
  [
    'gone',
    newState,
    gone,
    {},
    [
      `GONE says that it is gone for good (410); it is not asked again; remove it, or write its new address into feeds.yaml (${url})`,
    ],
  ],
  ['still gone', gone, gone, {}, []],
  ['there again', gone, newState, {}, ['RECOVERED works again after 1 day']],
  [
    'moved',
    newState,
    { ...newState, moved },
    {},
    [
      'MOVED moved for good to https://a.example/new, which is asked from now on; planet moved --apply writes it into feeds.yaml',
    ],
  ],
  ['moved before', { ...newState, moved }, { ...newState, moved }, {}, []],
  [
    'moved to another domain',
    newState,
    { ...newState, moved: { ...moved, to: 'https://b.example/', isAdopted: false } },
    {},
    [
      'MOVED says that it moved for good to https://b.example/, at another domain; look at it, and if it is the same blog, run: planet moved --apply https://a.example/feed',
    ],
  ],
  [
    'moved to where feeds.yaml has a feed already',
    newState,
    { ...newState, moved },
    { twin: 'https://a.example/new' },
    [
      `MOVED moved for good to https://a.example/new, which feeds.yaml has already; if it is the same blog, run: planet remove ${url}`,
    ],
  ],
  [
    'a flood',
    newState,
    newState,
    { added: 212, heldBack: 202 },
    ['FLOOD brought 212 new entries: 10 on the front page and in the feeds, the rest on the dated pages only'],
  ],
])('O-03 told of %s', (_, before, after, about, expected) => {
  const notices = makeNotices(before, after, { ...report, ...about }, now)
  expect(notices.map(({ code, message }) => `${code} ${message}`)).toEqual(expected)
})

test.each([
  ['an hour', hour, 0, 0],
  ['a day', day, 0, 1],
  ['a week', 7 * day, 1, 2],
  ['a week, of which nothing was told', 7 * day, 0, 2],
  ['a year', 365 * day, 2, 3],
  ['a day, with limits that were shorter before', day, 3, 3],
])('O-03 alerts due after %s', (_, time, alerts, due) => {
  const counted = countAlerts(failing(time, alerts), { afterMs: day, repeatMs: [7 * day, 30 * day] }, now)
  expect(counted.failure?.alerts).toBe(due)
})

test.each([
  ['at once', 0, 0, 1],
  ['a day later not again', day, 1, 1],
  ['after a week', 7 * day, 1, 2],
])('O-03 of a feed that has never worked the operator hears %s', (_, time, alerts, due) => {
  const state = { ...failing(time, alerts), answer: undefined }
  expect(countAlerts(state, { afterMs: day, repeatMs: [7 * day, 30 * day] }, now).failure?.alerts).toBe(due)
})
