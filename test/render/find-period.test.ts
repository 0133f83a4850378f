import { expect, test } from 'vitest'
import { findPeriod, nameWeek } from '../../src/render/digest/find-period.ts'

const weeks = [
  { name: 'a Thursday', day: '2026-11-26', first: '2026-11-23', week: '2026-W48' },
  { name: 'a Monday', day: '2026-11-23', first: '2026-11-23', week: '2026-W48' },
  { name: 'a Sunday', day: '2026-11-29', first: '2026-11-23', week: '2026-W48' },
  { name: 'the last days of a year, of the next', day: '2024-12-31', first: '2024-12-30', week: '2025-W01' },
  { name: 'the first days of a year, of the last', day: '2021-01-03', first: '2020-12-28', week: '2020-W53' },
  { name: 'a year that begins on a Monday', day: '2018-01-01', first: '2018-01-01', week: '2018-W01' },
]

test.each(weeks)('the week of $name', ({ day, first, week }) => {
  const period = findPeriod('weekly', day)
  expect([period.first, nameWeek(period.first)]).toEqual([first, week])
})

test('a day begins where the one before ends', () => {
  expect(findPeriod('daily', '2024-03-01')).toMatchObject({ before: '2024-02-29', next: '2024-03-02' })
})
