import { expect, test } from 'vitest'
import { cutColumns } from '../../src/text/cut-columns.ts'
import { wrapText } from '../../src/text/wrap-text.ts'

test.each<[name: string, text: string, columns: number, lines: string[]]>([
  ['short', 'one two', 20, ['> one two']],
  ['at the edge', 'one two', 9, ['> one two']],
  ['one more than that', 'one two', 8, ['> one', '  two']],
  [
    'an address stays whole',
    'see https://a.example/feed.xml now',
    12,
    ['> see', '  https://a.example/feed.xml', '  now'],
  ],
  ['wide letters take two', '港の メモ', 7, ['> 港の', '  メモ']],
  ['nothing', '', 9, ['> ']],
])('O-04 wrapped: %s', (_, text, columns, lines) => {
  expect(wrapText(text, columns, '> ', '  ')).toEqual(lines)
})

test.each([
  ['it fits', 'Blog', 4, 'Blog'],
  ['letters', 'A long name', 7, 'A long…'],
  ['wide letters', '港のメモ', 6, '港の…'],
  ['an emoji of several parts is cut as one', 'ab👨‍👩‍👧‍👦c', 4, 'ab…'],
  ['accents stay with their letters', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
])('O-04 cut: %s', (_, text, columns, cut) => {
  expect(cutColumns(text, columns)).toBe(cut)
})
