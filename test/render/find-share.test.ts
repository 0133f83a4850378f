import { expect, test } from 'vitest'
import { findShare } from '../../src/render/find-share.ts'

test.each([
  [40, 1, undefined, 40],
  [40, 2, undefined, 40],
  [40, 3, undefined, 26],
  [40, 5, undefined, 16],
  [40, 6, undefined, 13],
  [40, 300, undefined, 13],
  [1, 300, undefined, 1],
  [40, 300, 1, 40],
  [40, 2, 0.25, 10],
])('findShare: of %i places, with %i feeds and share %s: %i', (count, feeds, share, most) => {
  expect(findShare(count, feeds, share)).toBe(most)
})
