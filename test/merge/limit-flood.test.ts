import { expect, test } from 'vitest'
import { limitFlood } from '../../src/normalize/merge/limit-flood.ts'

const day = 86_400_000
const seenAt = new Date('2020-05-31T00:00:00Z')
/** Three entries, 1, 5 and 3 days old. */
const three = [1, 5, 3].map((age, rank) => ({ position: new Date(+seenAt - age * day), rank }))
const none = undefined
const old = { newFeed: false, firstBuild: false, seenAt }
const limits = { first: 2, per_build: 1 }

const cases = [
  {
    name: 'a new feed brings `first`, the newest',
    about: { ...old, newFeed: true },
    limits,
    reasons: [none, 'first', none],
  },
  { name: 'a known one brings `per_build`', about: old, limits, reasons: [none, 'per_build', 'per_build'] },
  {
    name: 'the first build brings all',
    about: { ...old, newFeed: true, firstBuild: true },
    limits,
    reasons: [none, none, none],
  },
  {
    name: '0 lets none through',
    about: old,
    limits: { first: 0, per_build: 0 },
    reasons: ['per_build', 'per_build', 'per_build'],
  },
  {
    name: 'max_age holds in the first build, too',
    about: { ...old, firstBuild: true },
    limits: { ...limits, max_age: 4 * day },
    reasons: [none, 'max_age', none],
  },
]

test.each(cases)('K-07 limitFlood: $name', ({ about, limits, reasons }) => {
  expect(limitFlood(three, limits, about)).toEqual(reasons)
})

test('K-07 limitFlood: at one position the order of the feed decides', () => {
  const undated = [2, 1].map((rank) => ({ position: seenAt, rank }))
  expect(limitFlood(undated, limits, old)).toEqual(['per_build', undefined])
})
