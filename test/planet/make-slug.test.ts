import { expect, test } from 'vitest'
import { makeSlug } from '../../src/planet/make-slug.ts'
import { newFeed } from '../pipeline/new-feed.ts'

test.each([
  ['a name', 'Monal IM', 'monal-im'],
  ['accents', 'Café Čapek', 'cafe-capek'],
  ['sharp s', 'Große Straße', 'grosse-strasse'],
  ['signs', 'C++ & (more) / less', 'c-more-less'],
  ['another script: the host', 'مدونة المرسى', 'blog-example'],
  ['a path', '../../etc/passwd', 'etc-passwd'],
  ['a device', 'CON', 'blog-con'],
  ['nothing: the host', '   ', 'blog-example'],
  ['control characters', 'a\u0000b\u001bc', 'a-b-c'],
  ['10,000 letters', 'x'.repeat(10_000), 'x'.repeat(60)],
])('P-32 a slug of %s', (_, name, slug) => {
  expect(makeSlug(newFeed({ url: 'https://blog.example/feed', name }))).toBe(slug)
})
