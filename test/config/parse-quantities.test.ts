import { expect, test } from 'vitest'
import { findNearest } from '../../src/config/find-nearest.ts'
import { parseDuration } from '../../src/config/parse-duration.ts'
import { parseSize } from '../../src/config/parse-size.ts'
import { countColumns } from '../../src/text/count-columns.ts'

const durations = [
  { text: '250ms', value: 250 },
  { text: '30s', value: 30_000 },
  { text: '15m', value: 900_000 },
  { text: '1h', value: 3_600_000 },
  { text: '1.5 h', value: 5_400_000 },
  { text: '30D', value: 30 * 86_400_000 },
  { text: '2w', value: 14 * 86_400_000 },
  { text: '1y', value: 365 * 86_400_000 },
  { text: '0s', value: 0 },
  { text: '30', value: undefined },
  { text: 's', value: undefined },
  { text: '', value: undefined },
  { text: '-1s', value: undefined },
  { text: '1h30m', value: undefined },
  { text: '1,5h', value: undefined },
  { text: '.5h', value: undefined },
  { text: '1e3s', value: undefined },
  { text: '5 minutes', value: undefined },
  { text: '5constructor', value: undefined },
]

test.each(durations)('parseDuration: "$text"', ({ text, value }) => {
  expect(parseDuration(text)).toBe(value)
})

const sizes = [
  { text: '10MB', value: 10_000_000 },
  { text: '500 kB', value: 500_000 },
  { text: '1.5mb', value: 1_500_000 },
  { text: '2MiB', value: 2_097_152 },
  { text: '1KiB', value: 1024 },
  { text: '1GB', value: 1_000_000_000 },
  { text: '100B', value: 100 },
  { text: '0MB', value: undefined },
  { text: '10', value: undefined },
  { text: '10M', value: undefined },
  { text: '-1MB', value: undefined },
  { text: 'MB', value: undefined },
  { text: '5constructor', value: undefined },
]

test.each(sizes)('parseSize: "$text"', ({ text, value }) => {
  expect(parseSize(text)).toBe(value)
})

const known = ['title', 'url', 'days', 'entries', 'timezone']
const nearest = [
  { name: 'itself', word: 'title', found: 'title' },
  { name: 'other capitals', word: 'TimeZone', found: 'timezone' },
  { name: 'one letter missing', word: 'titl', found: 'title' },
  { name: 'two letters too many', word: 'titless', found: 'title' },
  { name: 'three letters too many', word: 'titlesss', found: undefined },
  { name: 'the same letters in another order', word: 'seirtne', found: 'entries' },
  { name: 'a short word, one letter off', word: 'uri', found: 'url' },
  { name: 'a short word, two letters off', word: 'ui', found: undefined },
  { name: 'the nearer of two', word: 'day', found: 'days' },
  { name: 'one and not several', word: 'entry', found: 'entries' },
  { name: 'several and not one', word: 'titles', found: 'title' },
  { name: 'nothing', word: '', found: undefined },
]

test.each(nearest)('O-06 findNearest: $name', ({ word, found }) => {
  expect(findNearest(word, known)).toBe(found)
})

test('findNearest of no words', () => {
  expect(findNearest('title', [])).toBeUndefined()
})

const widths = [
  { name: 'ASCII', text: 'planet', columns: 6 },
  { name: 'accents', text: 'Größe', columns: 5 },
  { name: 'a combining accent', text: 'e\u0301', columns: 1 },
  { name: 'Han', text: '惑星', columns: 4 },
  { name: 'Hiragana and its long mark', text: 'ぷーる', columns: 6 },
  { name: 'Hangul', text: '행성', columns: 4 },
  { name: 'full width', text: 'Ｐ１', columns: 4 },
  { name: 'emoji', text: '🪐', columns: 2 },
  { name: 'Cyrillic', text: 'Планета', columns: 7 },
]

test.each(widths)('O-04 countColumns: $name', ({ text, columns }) => {
  expect(countColumns(text)).toBe(columns)
})
