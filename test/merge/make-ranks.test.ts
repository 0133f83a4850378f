import { expect, test } from 'vitest'
import { makeRanks } from '../../src/normalize/merge/make-ranks.ts'

const no = undefined
const cases = [
  { name: 'a new feed', known: [no, no, no], ranks: [1, 2, 3] },
  { name: 'new at the top', known: [no, no, 1, 2], ranks: [-1, 0, 1, 2] },
  { name: 'new at the end', known: [1, 2, no, no], ranks: [1, 2, 3, 4] },
  { name: 'new in the middle', known: [1, no, 2], ranks: [1, 1.5, 2] },
  { name: 'nothing new', known: [3, 1], ranks: [3, 1] },
  { name: 'new where the feed was reordered', known: [3, no, 1], ranks: [3, 4, 1] },
  { name: 'nothing', known: [], ranks: [] },
]

test('makeRanks: where nothing is known, from where it is told', () => {
  expect(makeRanks([no, no], -100)).toEqual([-99, -98])
})

test.each(cases)('makeRanks: $name', ({ known, ranks }) => {
  expect(makeRanks(known)).toEqual(ranks)
})
