import { expect, test } from 'vitest'
import { listProblems, loadText } from '../config/load-text.ts'
import { openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'
import { readFeed } from './read-feed.ts'

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

const rss = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
  <guid>${'i'.repeat(5_000_000)}</guid><title>${'t'.repeat(512_000)}</title><link>https://a.example/1</link>
  ${repeat(1100, (index) => `<enclosure url="https://a.example/${index}.mp3" type="audio/mpeg" length="1"/>`)}
  ${repeat(80_000, (index) => `<category>${'漢'.repeat(index === 0 ? 200 : 1)}${index}</category>`)}
  ${repeat(100, (index) => `<dc:creator>Author ${index} ${'n'.repeat(500)}</dc:creator>`)}
</item></channel></rss>`

const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    {
      ...{ id: 'i'.repeat(5_000_000), title: 't'.repeat(512_000), url: 'https://a.example/1', content_text: 'x' },
      attachments: Array.from({ length: 1100 }, (_, index) => ({
        url: `https://a.example/${index}.mp3`,
        mime_type: 'audio/mpeg',
      })),
      tags: Array.from({ length: 80_000 }, (_, index) => `${'漢'.repeat(index === 0 ? 200 : 1)}${index}`),
      authors: Array.from({ length: 100 }, (_, index) => ({ name: `Author ${index} ${'n'.repeat(500)}` })),
    },
  ],
})

test.each([
  { name: 'RSS', feed: rss },
  { name: 'JSON Feed', feed: json },
])('an entry that is all labels is bounded, and the feed is told: $name', async ({ feed }) => {
  const { entries, warnings } = await readFeed(feed)
  const [entry] = entries
  expect(entry?.id).toMatch(/^sha256 [0-9a-f]{64}$/)
  expect(entry?.title).toHaveLength(4000)
  expect(entry?.titleHtml?.length ?? 0).toBeLessThanOrEqual(16_000)
  expect(entry?.enclosures).toHaveLength(50)
  expect(entry?.categories).toHaveLength(50)
  expect(Math.max(...(entry?.categories ?? []).map(({ term }) => Buffer.byteLength(term)))).toBeLessThanOrEqual(255)
  expect(entry?.authors).toHaveLength(20)
  expect(Math.max(...(entry?.authors ?? []).map(({ name = '' }) => name.length))).toBeLessThanOrEqual(100)
  expect(entry?.links.filter(({ rel }) => rel === 'enclosure')).toHaveLength(50)
  expect(JSON.stringify(entry).length).toBeLessThan(60_000)
  expect(warnings.filter((warning) => warning.startsWith('TOO_MUCH: ')).length).toBeGreaterThan(2)
})

test('an entry within the limits is as it was, and nothing is said', async () => {
  const { entries, warnings } = await readFeed(
    `<rss version="2.0"><channel><item><guid isPermaLink="false">${'i'.repeat(2000)}</guid><title>${'t'.repeat(4000)}</title>
     ${repeat(50, (index) => `<category>c${index}</category>`)}</item></channel></rss>`,
  )
  expect(entries[0]).toMatchObject({ id: 'i'.repeat(2000), title: 't'.repeat(4000) })
  expect(entries[0]?.categories).toHaveLength(50)
  expect(warnings).toEqual([])
})

test('an id that is too long is the same entry’s each time, and can be said to be deleted', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const id = `https://a.example/${'x'.repeat(3000)}`
  const posts = [post('Other', '05-02'), post('Long', '05-01', { id })]
  history.serve('/a', posts)
  await history.build('2026-05-10T12:00:00Z')
  history.serve(
    '/a',
    posts.map((one) => ({ ...one, link: `${one.link}/moved`, title: `${one.title}, edited` })),
  )
  expect((await history.build('2026-05-11T12:00:00Z')).feeds).toMatchObject([{ added: 0, changed: 2 }])
  history.serve('/a', { posts: posts.slice(0, 1), more: `<at:deleted-entry ref="${id}" when="2026-05-12T00:00:00Z"/>` })
  await history.build('2026-05-12T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Other'])
})

const head = 'title: P\nurl: https://p.example/\nfeeds:\n'

test('a tag is a folder: one that no file system takes is refused', async () => {
  expect(await listProblems(`${head}  - {url: https://a.example/, tags: ["${'漢'.repeat(100)}"]}\n`)).toEqual([
    expect.stringContaining('a tag that is too long for the name of a folder; shorten it to 240 bytes'),
  ])
  const config = await loadText(`${head}  - {url: https://a.example/, tags: ["${'漢'.repeat(80)}"]}\n`)
  expect(config.feeds[0]?.tags).toEqual(['漢'.repeat(80)])
})
