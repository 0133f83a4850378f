import { expect, test } from 'vitest'
import { limitFlood } from '../../src/normalize/merge/limit-flood.ts'

const day = 86_400_000
const seenAt = new Date('2020-05-31T00:00:00Z')
/** Three entries, 1, 5 and 3 days old. */
const three = [1, 5, 3].map((age, rank) => ({ position: new Date(+seenAt - age * day), rank, isDated: true }))
const none = undefined
const old = { isNewFeed: false, isFirstBuild: false, seenAt }
const limits = { first: 2, perDay: 1 }

const cases = [
  {
    name: 'a new feed brings `first`, the newest',
    about: { ...old, isNewFeed: true },
    limits,
    reasons: [none, 'first', none],
  },
  { name: 'a known one brings `per_day`', about: old, limits, reasons: [none, 'per_day', 'per_day'] },
  {
    name: 'the first build brings all',
    about: { ...old, isNewFeed: true, isFirstBuild: true },
    limits,
    reasons: [none, none, none],
  },
  {
    name: 'the first build brings all, also of a feed that an interrupted one has read',
    about: { ...old, isFirstBuild: true },
    limits: { first: 0, perDay: 0 },
    reasons: [none, none, none],
  },
  {
    name: '0 lets none through',
    about: old,
    limits: { first: 0, perDay: 0 },
    reasons: ['per_day', 'per_day', 'per_day'],
  },
  {
    name: 'max_age holds in the first build, too',
    about: { ...old, isFirstBuild: true },
    limits: { ...limits, maxAgeMs: 4 * day },
    reasons: [none, 'max_age', none],
  },
]

test.each(cases)('K-07 limitFlood: $name', ({ about, limits, reasons }) => {
  expect(limitFlood(three, limits, about)).toEqual(reasons)
})

test('K-07 limitFlood: at one position the order of the feed decides', () => {
  const undated = [2, 1].map((rank) => ({ position: seenAt, rank, isDated: false }))
  expect(limitFlood(undated, limits, old)).toEqual(['per_day', undefined])
})

test('K-07 limitFlood: in the first build, what has no date of its own keeps to `first`', () => {
  const mixed = [
    { position: seenAt, rank: 1, isDated: false },
    { position: seenAt, rank: 2, isDated: false },
    { position: seenAt, rank: 3, isDated: false },
    { position: new Date(0), rank: 4, isDated: true },
  ]
  const about = { isNewFeed: true, isFirstBuild: true, seenAt }
  expect(limitFlood(mixed, limits, about)).toEqual([none, none, 'first', none])
  expect(limitFlood(mixed, { first: 0, perDay: 0 }, about)).toEqual(['first', 'first', 'first', none])
})
