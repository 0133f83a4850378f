import { expect, test } from 'vitest'
import { quoteForShell } from '../../src/commands/quote-for-shell.ts'

test.each([
  ['a plain address', 'https://a.example/feed.xml', 'https://a.example/feed.xml'],
  ['a query', 'https://a.example/?feed=rss&cat=1', "'https://a.example/?feed=rss&cat=1'"],
  ['an apostrophe', "https://a.example/it's", "'https://a.example/it%27s'"],
])('a shell takes it as it is: %s', (_, word, quoted) => {
  expect(quoteForShell(word)).toBe(quoted)
})
