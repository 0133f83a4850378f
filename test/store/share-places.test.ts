import { expect, test } from 'vitest'
import { fillsPlaces, sharePlaces } from '../../src/store/share-places.ts'

/** "aab": the newest two are of feed a, the next of b. */
const places = (feeds: string) => [...feeds].map((feed, index) => ({ feed, index }))

const cases = [
  { name: 'nobody has too many', feeds: 'abcabc', limit: 4, most: 2, takes: '0123' },
  { name: 'one has: the next of the others come in its place', feeds: 'aaaabcd', limit: 4, most: 2, takes: '0145' },
  {
    name: 'the others have too few: it fills the rest with its newest',
    feeds: 'aaaab',
    limit: 4,
    most: 2,
    takes: '0124',
  },
  { name: 'it is alone', feeds: 'aaaaa', limit: 3, most: 1, takes: '012' },
  { name: 'fewer than places', feeds: 'aab', limit: 9, most: 1, takes: '012' },
  { name: 'none', feeds: '', limit: 9, most: 1, takes: '' },
]

test.each(cases)('sharePlaces: $name', ({ feeds, limit, most, takes }) => {
  expect(
    sharePlaces(places(feeds), limit, most)
      .map(({ index }) => index)
      .join(''),
  ).toBe(takes)
})

test('fillsPlaces: whether more of the list could change the choice', () => {
  expect(fillsPlaces(places('aaaabb'), 4, 2)).toBe(true)
  expect(fillsPlaces(places('aaaab'), 4, 2)).toBe(false)
})

const capped = [
  { name: 'no more than its cap, though others have none', feeds: 'aaaab', limit: 4, most: 2, cap: 1, takes: '04' },
  { name: 'a cap above its share', feeds: 'aaaab', limit: 4, most: 2, cap: 3, takes: '0124' },
  { name: 'none of it', feeds: 'aab', limit: 4, most: 2, cap: 0, takes: '2' },
]

test.each(capped)('sharePlaces, with a cap: $name', ({ feeds, limit, most, cap, takes }) => {
  const taken = sharePlaces(places(feeds), limit, most, new Map([['a', cap]]))
  expect(taken.map(({ index }) => index).join('')).toBe(takes)
})
