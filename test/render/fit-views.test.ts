import { expect, test } from 'vitest'
import { fitViews } from '../../src/render/views/fit-views.ts'
import type { EntryView } from '../../src/theme.ts'

/** What `fitViews` looks at of a view: how long it is. */
const view = (length: number) => ({ content: 'x'.repeat(length), enclosures: [] }) as unknown as EntryView
const longer = { part: 3_000, title: 100 }

/** Fits pages of entries, each the length of its whole view, and counts what is done for them. */
function fit(lengths: number[]) {
  const asked: string[] = []
  const views = fitViews(lengths, (length, index, shortened) => {
    asked.push(`${index} ${shortened ?? 'whole'}`)
    return view(shortened === undefined ? length : Math.min(length, longer[shortened]))
  })
  const again = asked.filter((one, place) => asked.indexOf(one) !== place)
  return { lengths: views.map(({ content }) => String(content).length), asked: asked.length, again }
}

test.each([
  { name: 'all fit: each is made once', given: [10_000, 20_000], shown: [10_000, 20_000], asked: 2 },
  { name: 'one is too long: it becomes its beginning', given: [10_000, 2_100_000], shown: [10_000, 3_000], asked: 3 },
  {
    name: 'the longest give way, the others stay whole',
    given: [900_000, 500_000, 400_000, 800_000],
    shown: [3_000, 500_000, 400_000, 800_000],
    asked: 5,
  },
  {
    name: 'more than is kept meanwhile: the longest are not',
    given: [...Array.from({ length: 10 }, () => 512_000), 1000],
    shown: [...Array.from({ length: 7 }, () => 3_000), ...Array.from({ length: 3 }, () => 512_000), 1000],
    asked: 18,
  },
])('a page of entries: $name', ({ given, shown, asked }) => {
  expect(fit(given)).toEqual({ lengths: shown, asked, again: [] })
})

test('what was forgotten and fits in the end is made once more', () => {
  // Two of 1.9 MB and one of 1.95: of those that are forgotten for the first, one stays whole.
  const { lengths, again } = fit([1_900_000, 1_950_000, 1_960_000])
  expect(lengths).toEqual([1_900_000, 3_000, 3_000])
  expect(again.length).toBeLessThan(2)
})

test('a hundred long entries: no more than a few are whole, and none is made whole twice', () => {
  const { lengths, again } = fit(Array.from({ length: 100 }, () => 512_000))
  expect(lengths.filter((length) => length > 3_000)).toHaveLength(3)
  expect(again).toEqual([])
})
