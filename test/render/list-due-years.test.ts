import { expect, test } from 'vitest'
import { listDueYears } from '../../src/render/search/list-due-years.ts'

const morning = '2026-11-26T08:00:00.000Z'
const yesterday = '2026-11-25T08:00:00.000Z'
const closed = { year: '2025', at: '2026-01-01T00:10:00.000Z', due: '' }

type Case = {
  name: string
  last: { year: string; at: string; due: string }[] | undefined
  touched?: string[]
  small?: string[]
  purgedAt?: string
  due: string[]
  waits?: string
}

const cases: Case[] = [
  { name: 'of a new search, all', last: undefined, due: ['2026', '2025'] },
  { name: 'without a change, none', last: [{ year: '2026', at: yesterday, due: '' }, closed], due: [] },
  {
    name: 'the first change of a day',
    last: [{ year: '2026', at: yesterday, due: '' }, closed],
    touched: ['2026'],
    due: ['2026'],
  },
  {
    name: 'a second change of a day waits for the next',
    last: [{ year: '2026', at: morning, due: '' }, closed],
    touched: ['2026'],
    due: [],
    waits: '2026-11-27',
  },
  {
    name: 'a second change where the year is small',
    last: [{ year: '2026', at: morning, due: '' }, closed],
    touched: ['2026'],
    small: ['2026'],
    due: ['2026'],
  },
  {
    name: 'what has waited, on its day, though nothing is new',
    last: [{ year: '2026', at: yesterday, due: '2026-11-26' }, closed],
    due: ['2026'],
  },
  {
    name: 'what waits goes on waiting',
    last: [{ year: '2026', at: morning, due: '2026-11-27' }, closed],
    touched: ['2026'],
    due: [],
    waits: '2026-11-27',
  },
  {
    name: 'what something was taken down from, at once',
    last: [{ year: '2026', at: morning, due: '' }, closed],
    touched: ['2025', '2026'],
    purgedAt: '2026-11-26T09:00:00.000Z',
    due: ['2026', '2025'],
  },
  {
    name: 'a purge before it was indexed is no reason',
    last: [{ year: '2026', at: morning, due: '' }, closed],
    touched: ['2026'],
    purgedAt: '2026-11-26T07:00:00.000Z',
    due: [],
    waits: '2026-11-27',
  },
]

test.each(cases)('which years are indexed: $name', ({ last, touched = [], small = [], purgedAt = '', due, waits }) => {
  const state = last === undefined ? undefined : { years: last }
  const change = { today: '2026-11-26', years: ['2026', '2025'], touched: new Set(touched), small: new Set(small) }
  const listed = listDueYears(state, { ...change, purgedAt })
  expect(listed.due).toEqual(due)
  expect(listed.waiting.find(({ year }) => year === '2026')?.due || undefined).toBe(waits)
})
