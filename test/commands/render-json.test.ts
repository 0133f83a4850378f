import { expect, test } from 'vitest'
import { renderJson } from '../../src/commands/render-json.ts'

const many = Array.from({ length: 3000 }, (_, place) => ({ place, says: 'ü\n"', at: new Date(place), none: undefined }))

test.each([
  { name: 'numbers, texts, nothing', document: { schema: 1, name: 'a\nb', none: undefined, nil: null } },
  { name: 'lists, one of them empty', document: { none: [], some: ['a', undefined, 3, [1, [2]]], last: true } },
  { name: 'objects within objects', document: { work: { read: 1, deep: { none: undefined, list: [{}] } }, more: {} } },
  { name: 'a list of thousands', document: { feeds: many, written: many.map(({ says }) => says), files: 3000 } },
])('a large document reads as JSON.stringify writes it: $name', ({ document }) => {
  const whole = JSON.stringify(document, (_, value) => (value === undefined ? null : value), 2)
  expect([...renderJson(document)].join('')).toBe(whole)
})

test('no piece of it is large', () => {
  const lengths = [...renderJson({ feeds: many })].map((piece) => piece.length)
  expect(lengths.length).toBeGreaterThan(3)
  expect(Math.max(...lengths)).toBeLessThan(60_000)
})
