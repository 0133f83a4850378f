import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { countColumns } from '../../src/text/count-columns.ts'

const cases = [
  { name: 'nothing', text: '', columns: 0 },
  { name: 'ASCII', text: 'planet', columns: 6 },
  { name: 'accents in one sign', text: 'Café “Äther”…', columns: 13 },
  { name: 'an accent of its own', text: 'Cafe\u0301', columns: 4 },
  { name: 'a soft hyphen', text: 'so\u00adft', columns: 4 },
  { name: 'Cyrillic', text: 'Планета', columns: 7 },
  { name: 'East Asian', text: '港のメモ', columns: 8 },
  { name: 'a family', text: '👨‍👩‍👧‍👦', columns: 2 },
  { name: 'a sign that a mark makes an emoji', text: '‼️', columns: 2 },
  { name: 'controls', text: 'a\tb', columns: 2 },
]

test.each(cases)('countColumns: $name', ({ text, columns }) => {
  expect(countColumns(text)).toBe(columns)
})

test('countColumns: every sign below the surrogates, alone and between letters, as string-width has it', () => {
  const differing = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
    [sign, `a${sign}b`, `—${sign}ñ`].some((text) => countColumns(text) !== stringWidth(text)),
  )
  expect(differing).toEqual([])
})
