import { expect, test } from 'vitest'
import { renderExcerpt } from '../../src/config/render-excerpt.ts'

/** What stands behind "1 | " of the first line. */
const shown = (line: string) => renderExcerpt(line, 1, 1, 1).split('\n')[1]?.slice(6)

test.each([
  ['a password in an address', 'state: postgres://me:s3cret@db/planet', 'state: postgres://me:******@db/planet'],
  ['a key in a header', '    headers: {X-Api-Key: s3cret}', '    headers: {X-Api-Key: ******}'],
  ['several words', '  Authorization: Bearer abc def', '  Authorization: **************'],
  ['in quotes, with a comma', `  "X-Token": "a, b", Accept: x`, `  "X-Token": ******, Accept: x`],
  ['in single quotes', `  Cookie: 'a=b; c=d'`, `  Cookie: **********`],
  ['the name of a variable is none', '  X-Api-Key: ${KEY}', '  X-Api-Key: ${KEY}'],
  [
    'no secret by its name',
    '  - {url: https://a.example/, keys: 3, monkey: 4}',
    '  - {url: https://a.example/, keys: 3, monkey: 4}',
  ],
  ['a key without a value', '  token:', '  token:'],
])('O-05 a line of feeds.yaml is shown without its secrets: %s', (_, line, expected) => {
  expect(shown(line)).toBe(expected)
})

test('the caret stands below what is wrong, a secret before it', () => {
  const [, line, caret] = renderExcerpt('{token: abc, nmae: x}', 1, 14, 4).split('\n')
  expect(line?.slice((caret ?? '').indexOf('^'))).toBe('nmae: x}')
})

test('a line of one long word is looked through once', () => {
  expect(shown('a'.repeat(1_000_000))).toHaveLength(101)
})
