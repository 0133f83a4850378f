import { expect, test } from 'vitest'
import { rememberLast } from '../../src/text/remember-last.ts'

test('rememberLast asks once for the same value in a row, and again after another', () => {
  const asked: string[] = []
  const measure = rememberLast((word: string | undefined) => asked.push(String(word)))
  expect([undefined, undefined, 'a', 'a', 'b', 'a'].map(measure)).toEqual([1, 1, 2, 2, 3, 4])
  expect(asked).toEqual(['undefined', 'a', 'b', 'a'])
})
