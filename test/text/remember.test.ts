import { expect, test } from 'vitest'
import { remember } from '../../src/text/remember.ts'

test('what remembers one answer asks once for the same value in a row, and again after another', () => {
  const asked: string[] = []
  const measure = remember((word: string | undefined) => asked.push(String(word)), 1)
  expect([undefined, undefined, 'a', 'a', 'b', 'a'].map(measure)).toEqual([1, 1, 2, 2, 3, 4])
  expect(asked).toEqual(['undefined', 'a', 'b', 'a'])
})

test('nothing is remembered as an answer', () => {
  const asked: string[] = []
  const find = remember((word: string): string | undefined => void asked.push(word))
  expect(['a', 'a', 'b', 'a'].map(find)).toEqual([undefined, undefined, undefined, undefined])
  expect(asked).toEqual(['a', 'b'])
})
