import { expect, test } from 'vitest'
import { findUnsafe } from './find-unsafe.ts'
import { fuzz } from './fuzz.ts'

const unsafe = [
  { html: '<p>x <b>y</b></p><img src="https://a.example/x.png" alt="" />', finds: [] },
  { html: '<script>alert(1)</script>', finds: ['<script>'] },
  { html: '<p onclick="x">y</p>', finds: ['<p onclick>'] },
  { html: '<a href="javascript:x">y</a>', finds: ['href=javascript:x'] },
  { html: '<img src="data:image/svg+xml;base64,AA">', finds: ['src=data:image/svg+xml;base64,AA'] },
  { html: '<img srcset="https://a.example/x 1x, data:x 2x">', finds: ['srcset=data:x'] },
  { html: 'x<!-- y -->', finds: ['a comment'] },
  { html: 'x\u0008', finds: ['a character that XML forbids'] },
  {
    html: '<form id="a"><div></form><form id="b">x</form>',
    finds: ['another tree when it is parsed again'],
  },
]

test.each(unsafe)('the check itself: $html', ({ html, finds }) => {
  if (finds.length === 0) expect(findUnsafe(html)).toEqual([])
  else expect(findUnsafe(html)).toEqual(expect.arrayContaining(finds))
})

test('1,000 damaged documents: none crashes the reader, and nothing unsafe comes out of any', async () => {
  const { findings, feeds } = await fuzz(1000, 1)
  expect(findings).toEqual([])
  expect(feeds).toBeGreaterThan(500)
})
