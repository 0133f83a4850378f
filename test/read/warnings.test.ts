import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { warningCodes } from '../../src/normalize/read/collect-warnings.ts'
import { readFeed } from './read-feed.ts'

const page = readFileSync(new URL('../../docs/reading.md', import.meta.url), 'utf8')

test.each([...warningCodes])('%s has its row in docs/reading.md', (code) => {
  expect(page).toContain(`| \`${code}\` |`)
})

const sound: { name: string; feed: string }[] = [
  {
    name: 'comments and instructions around the root',
    feed: '<?xml version="1.0"?>\n<!-- <?xml ?> --><?xml-stylesheet href="a&b"?>\n<rss><channel/></rss>\n<!-- </x> -->\n',
  },
  { name: 'a comment with a declaration in it', feed: '<!-- <?xml version="1.0"?> --><rss><channel/></rss>' },
  { name: 'an empty feed', feed: '<rss version="2.0"/>' },
  {
    name: 'a feed about feeds',
    feed: '<rss><channel><item><description><![CDATA[</rss> <rss> &x; & < <html>]]></description></item></channel></rss>',
  },
  {
    name: 'a document type with HTML’s entities',
    feed: '<!DOCTYPE rss SYSTEM "rss.dtd"><rss><channel><title>&eacute;</title></channel></rss>',
  },
  { name: 'names in capitals', feed: '<RSS><CHANNEL><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>' },
]

test.each(sound)('nothing is said of $name', async ({ feed }) => {
  expect((await readFeed(feed)).warnings).toEqual([])
})
