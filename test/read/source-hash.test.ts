import { expect, test } from 'vitest'
import { readFeed, rss } from './read-feed.ts'

const item = '<title>T</title><description>D</description>'

async function hashOf(text: string, baseUrl?: string): Promise<string | undefined> {
  const { entries } = await readFeed(rss(text), baseUrl === undefined ? {} : { baseUrl })
  return entries[0]?.sourceHash
}

const rows = [
  { name: 'the same text', text: item, same: true },
  {
    name: 'the same text in another form of escaping',
    text: '<title><![CDATA[T]]></title><description>&#68;</description>',
    same: true,
  },
  {
    name: 'another date, link and id',
    text: `${item}<pubDate>Fri, 03 Jan 2020 00:00:00 GMT</pubDate><guid>https://a.example/</guid>`,
    same: true,
  },
  { name: 'another title', text: item.replace('T<', 'U<'), same: false },
  { name: 'another content', text: item.replace('D<', 'E<'), same: false },
  {
    name: 'text that moved from one field to the next',
    text: '<title>TD</title><description></description>',
    same: false,
  },
]

test.each(rows)('sourceHash with $name', async ({ text, same }) => {
  const hash = await hashOf(text)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(hash === (await hashOf(item))).toBe(same)
})

test('sourceHash is of what the feed wrote, wherever it was fetched from', async () => {
  const linked = '<description>&lt;a href="x"></description>'
  expect(await hashOf(linked, 'https://one.example/')).toBe(await hashOf(linked, 'https://two.example/'))
})
