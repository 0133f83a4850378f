import { expect, test } from 'vitest'
import { shareInstant } from '../../src/text/share-instant.ts'

test('the same instant is there once', () => {
  const noon = Date.UTC(2026, 4, 1, 12)
  expect(shareInstant(noon)).toBe(shareInstant(noon))
  expect(shareInstant(noon)).toEqual(new Date(noon))
  expect(shareInstant(noon + 1)).toEqual(new Date(noon + 1))
})
