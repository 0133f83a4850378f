import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { measureCpu } from '../measure-cpu.ts'
import { atom, entry, readDocument, readFeed, rss } from './read-feed.ts'

const withNeighbour = (inside: string) =>
  `<rss version="2.0"><channel><item><title>A</title>${inside}</item><item><title>B</title></item></channel></rss>`

/** Documents made to cost time or memory: each is read within a few seconds, and its entries are kept. */
const bounded: { name: string; feed: string; warned?: string; titles?: string[] }[] = [
  {
    name: '100,000 nested elements',
    feed: withNeighbour('<d>'.repeat(100_000) + '</d>'.repeat(100_000)),
    warned: 'TOO_DEEP',
  },
  { name: '100,000 elements without an end', feed: withNeighbour('<d>'.repeat(100_000)), warned: 'TOO_DEEP' },
  {
    name: 'elements without number',
    feed: withNeighbour('<a/>'.repeat(1_000_000)),
    warned: 'TOO_MANY_ELEMENTS',
    titles: ['A'],
  },
  {
    name: 'nested HTML',
    feed: withNeighbour(`<description>${'&lt;div&gt;'.repeat(50_000)}</description>`),
    warned: 'TOO_DEEP',
  },
  {
    name: 'nested HTML between ends that fit nothing',
    feed: withNeighbour(`<description><![CDATA[${'<b></x>'.repeat(50_000)}]]></description>`),
    warned: 'TOO_DEEP',
  },
  {
    name: 'a function that is called with JSON, and a million blanks',
    feed: `f({"version":"https://jsonfeed.org/version/1.1","items":[{"title":"A"},{"title":"B"}]})${' '.repeat(1_000_000)}x`,
    warned: 'ILL_FORMED',
  },
  { name: 'half tags', feed: withNeighbour(`<description><![CDATA[${'<a'.repeat(200_000)}]]></description>`) },
  { name: 'comments without an end', feed: withNeighbour('<!--'.repeat(500_000)), warned: 'ILL_FORMED' },
  { name: 'comments before the root', feed: `${'<!-- a -->'.repeat(100_000)}${withNeighbour('')}` },
  { name: 'sections that end early', feed: withNeighbour('<d><![CDATA[]]><b>'.repeat(30_000)), warned: 'TOO_DEEP' },
  { name: 'a document type without an end', feed: `<!DOCTYPE r [${'<!-- '.repeat(100_000)}${withNeighbour('')}` },
  {
    name: 'entities that multiply',
    feed: `<!DOCTYPE r [<!ENTITY a0 "lol">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>${withNeighbour('<guid>&a30;</guid>')}`,
    warned: 'ENTITIES',
  },
  {
    name: 'a long entity, made of references of characters, that is named again and again',
    feed: `<!DOCTYPE r [<!ENTITY a "${'&#65;'.repeat(18_000)}">]>${withNeighbour(`<d>${'&a;'.repeat(100_000)}</d>`)}`,
    warned: 'ENTITIES',
  },
  {
    name: 'an entity that holds itself',
    feed: `<!DOCTYPE r [<!ENTITY a "&a;">]>${withNeighbour('<guid>&a;</guid>')}`,
    warned: 'ENTITIES',
  },
  { name: 'an author without an end', feed: withNeighbour(`<author>${'(a@'.repeat(200_000)}</author>`) },
  {
    name: 'authors without number, each another',
    feed: withNeighbour(Array.from({ length: 60_000 }, (_, number) => `<author>${number}</author>`).join('')),
    warned: 'TOO_MUCH',
  },
  {
    name: 'an element of a million attributes',
    feed: withNeighbour(`<d${Array.from({ length: 1_000_000 }, (_, n) => ` a${n}=""`).join('')}/>`),
  },
  {
    name: 'a tag written over and over, with blanks between',
    feed: withNeighbour(`<title>${' <title>'.repeat(300_000)}`),
    warned: 'TOO_DEEP',
  },
  {
    name: 'fields in tags without an end, 250 deep',
    feed: withNeighbour(`${'<x>'.repeat(250)}${'<guid>a</guid>'.repeat(60_000)}`),
    warned: 'ILL_FORMED',
  },
  { name: 'a tag whose name has a million letters', feed: withNeighbour(`<${'a'.repeat(1_000_000)}>`) },
  {
    name: 'a string of JSON that is longer than expressions can go back, with a comma too many',
    feed: `{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"A","content_text":"${'a'.repeat(9_500_000)}",},{"title":"B"}]}`,
    warned: 'ILL_FORMED',
  },
  { name: 'blanks of another script behind the root', feed: `${withNeighbour('')}${'\u00a0'.repeat(150_000)}` },
  {
    name: 'a channel for each of fifty thousand fields',
    feed: withNeighbour('').replace('</rss>', `${'<channel><title>x</title></channel>'.repeat(50_000)}</rss>`),
  },
  { name: 'ampersands only', feed: withNeighbour(`<guid>${'&'.repeat(500_000)}</guid>`), warned: 'ILL_FORMED' },
]

describe('documents made to be slow', () => {
  test.each(bounded)('$name', async ({ feed, warned, titles }) => {
    const { result, cpuMs } = await measureCpu(() => readFeed(feed))
    expect(cpuMs).toBeLessThan(8_000)
    const { entries, warnings } = result
    expect(entries.map(({ title }) => title)).toEqual(titles ?? ['A', 'B'])
    if (warned !== undefined) expect(warnings.join('\n')).toContain(`${warned}: `)
  })
})

describe('limits', () => {
  test('5,000 entries are read and the rest counted', async () => {
    const items = Array.from({ length: 6_001 }, (_, n) => `<item><title>${n}</title></item>`).join('')
    const { entries, warnings } = await readFeed(`<rss><channel>${items}</channel></rss>`)
    expect(entries).toHaveLength(5_000)
    expect(entries.at(-1)?.title).toBe('4999')
    expect(warnings).toEqual(['TOO_MANY_ENTRIES: has 6001 entries; the first 5000 were read, 1001 left out'])
  })

  test('the loose reader counts entries that it does not keep', async () => {
    const items = Array.from({ length: 6_001 }, (_, n) => `<item><title>${n}</title><a><b/></a></item>`).join('')
    const { entries, warnings } = await readFeed(`<rss><channel>${items}</channel></rss>`, { reader: 'loose' })
    expect(entries).toHaveLength(5_000)
    expect(warnings.join()).toContain('1001 left out')
  })

  test('JSON Feed has the same limit', async () => {
    const items = Array.from({ length: 5_003 }, (_, n) => ({ id: n, content_text: 'x' }))
    const { entries, warnings } = await readFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items }))
    expect(entries).toHaveLength(5_000)
    expect(warnings.join()).toContain('3 left out')
  })

  test('a text is cut at 512 KB', async () => {
    const { entries, warnings } = await readFeed(rss(`<description>&lt;p>${'word '.repeat(200_000)}</description>`))
    expect(entries[0]?.contentHtml?.length).toBeLessThan(525_000)
    expect(entries[0]?.contentHtml?.endsWith('</p>')).toBe(true)
    expect(warnings.join()).toContain('TOO_LONG: ')
  })

  test('a body over 2 MB is read by the loose reader, and the same', async () => {
    const feed = atom(
      Array.from({ length: 300 }, () => entry(`<title>T</title><content>${'x'.repeat(8_000)}</content>`)).join(''),
    )
    const { entries, warnings } = await readFeed(feed)
    expect(entries).toHaveLength(300)
    expect(entries[299]?.contentHtml).toHaveLength(8_000)
    expect(warnings).toEqual([])
  })

  test('warnings of one kind are kept few', async () => {
    const items = Array.from({ length: 50 }, (_, n) => `<item><pubDate>day ${n}</pubDate></item>`).join('')
    const { warnings } = await readFeed(`<rss><channel>${items}</channel></rss>`)
    expect(warnings).toHaveLength(4)
    expect(warnings[3]).toBe('BAD_DATE: and 47 more like these')
  })
})

const problems: { name: string; body: string | Uint8Array; code: string; says: string }[] = [
  { name: 'nothing', body: '', code: 'EMPTY', says: 'the answer was empty' },
  { name: 'blanks', body: ' \r\n\t\uFEFF', code: 'EMPTY', says: 'the answer was empty' },
  {
    name: 'a web page that announces its feed',
    body: '<!DOCTYPE html><html><head><link rel="stylesheet" href="a.css"><link rel="alternate" type="application/atom+xml" href="/atom.xml"></head></html>',
    code: 'HTML',
    says: 'https://blog.example/atom.xml',
  },
  {
    name: 'a web page without one',
    body: '<html><body>404</body></html>',
    code: 'HTML',
    says: 'is a web page (HTML), not a feed',
  },
  { name: 'a piece of a page', body: '\n<h1>Not found</h1>', code: 'HTML', says: 'web page' },
  { name: 'a text that names a tag', body: 'Beware of <script>x</script>', code: 'NOT_A_FEED', says: 'plain text' },
  {
    name: 'a configuration that names a tag',
    body: 'title: P\nexclude:\n  title: ["<script>"]\nfeeds:\n  - https://a.example/f\n',
    code: 'NOT_A_FEED',
    says: 'plain text',
  },
  {
    name: 'a web page that speaks of feeds',
    body: '<!-- <rss> --><html><body><rss></body></html>',
    code: 'HTML',
    says: 'web page',
  },
  {
    name: 'another kind of XML',
    body: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
    code: 'NOT_A_FEED',
    says: '“urlset”',
  },
  {
    name: 'a list of feeds',
    body: '<?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body><outline xmlUrl="/f"/></body></opml>',
    code: 'NOT_A_FEED',
    says: 'list of feeds (OPML)',
  },
  { name: 'a piece of a web page', body: '<h1>Not found</h1><p>Sorry', code: 'HTML', says: 'web page' },
  {
    name: 'a web page with a feed in its script',
    body: `<html><body><script>x = '${rss('<title>T</title>')}'</script></body></html>`,
    code: 'HTML',
    says: 'web page',
  },
  { name: 'plain text', body: 'Not found', code: 'NOT_A_FEED', says: 'plain text' },
  { name: 'JSON that is no feed', body: '{"items":[{"id":1,"url":"/1"}]}', code: 'NOT_A_FEED', says: 'no JSON Feed' },
  {
    name: 'JSON that is none',
    body: '{"version": "https://jsonfeed.org/version/1",,',
    code: 'UNREADABLE',
    says: 'JSON',
  },
  { name: 'an archive', body: gzipSync(Buffer.from(rss('<title>T</title>'))), code: 'UNREADABLE', says: 'not text' },
]

describe('answers that are no feed', () => {
  test.each(problems)('$name', async ({ body, code, says }) => {
    const result = await readDocument(body)
    expect(result).toMatchObject({ kind: 'unreadable', problem: { code } })
    expect(result.kind === 'unreadable' && result.problem.message).toContain(says)
  })
})

describe('documents in disorder', () => {
  const disorders: { name: string; feed: string; titles: string[] }[] = [
    {
      name: 'a script’s warning before the declaration',
      feed: `<br />\n<b>Warning</b>: x<br />\n<?xml version="1.0"?>${withNeighbour('')}`,
      titles: ['A', 'B'],
    },
    { name: 'text before the root', feed: `Notice: x\n${withNeighbour('')}`, titles: ['A', 'B'] },
    {
      name: 'a page around the feed',
      feed: `<!doctype html><html><head><title>x</title></head><body>\n${withNeighbour('')}\n</body></html>`,
      titles: ['A', 'B'],
    },
    {
      name: 'cut off behind the first sign of a tag',
      feed: `${withNeighbour('').replace(/<\/title>(?!.*<\/title>).*$/s, '<')}`,
      titles: ['A', 'B'],
    },
    { name: 'text after the root', feed: `${withNeighbour('')}\nrendered in 3 ms`, titles: ['A', 'B'] },
    { name: 'a second document after the first', feed: `${withNeighbour('')}${withNeighbour('')}`, titles: ['A', 'B'] },
    {
      name: 'cut off inside a section',
      feed: '<rss><channel><item><title>A</title></item><item><title>B</title><description><![CDATA[<p>b',
      titles: ['A', 'B'],
    },
    {
      name: 'cut off inside a tag',
      feed: '<rss><channel><item><title>A</title></item><item><title>B</title><enclosure url="x',
      titles: ['A', 'B'],
    },
    {
      name: 'cut off inside a comment',
      feed: `${withNeighbour('').replace('</channel></rss>', '')}<!-- `,
      titles: ['A', 'B'],
    },
    {
      name: 'names in capitals that do not fit',
      feed: '<RSS><Channel><Item><TITLE>A</title></item><item><Title>B</Title></ITEM></channel></rss>',
      titles: ['A', 'B'],
    },
    { name: 'a stray end inside an item', feed: withNeighbour('</image>'), titles: ['A', 'B'] },
    {
      name: 'a stack trace inside an item',
      feed: withNeighbour('\nFreeMarker template error: <b>x & y < z [in template "a"]'),
      titles: ['A', 'B'],
    },
    {
      name: 'a whole feed in a section',
      feed: `<x><![CDATA[<?xml version="1.0"?>${withNeighbour('')}]]></x>`,
      titles: ['A', 'B'],
    },
  ]

  test.each(disorders)('$name', async ({ feed, titles }) => {
    const { entries, warnings } = await readFeed(feed)
    expect(entries.map(({ title }) => title)).toEqual(titles)
    expect(warnings.join('\n')).toContain('ILL_FORMED: ')
  })

  test('JSON Feed that was cut off keeps its whole items', async () => {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        { id: '1', content_text: 'a' },
        { id: '2', content_text: 'b' },
      ],
    })
    const { entries, warnings } = await readFeed(whole.slice(0, -6))
    expect(entries.map(({ id }) => id)).toEqual(['1'])
    expect(warnings).toEqual(['ILL_FORMED: it is not well-formed JSON'])
  })

  test('JSON Feed with raw line breaks, a comma too many and no number', async () => {
    const { entries } = await readFeed(
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":NaN,"content_text":"a,\n]b",},]}',
    )
    expect(entries).toMatchObject([{ id: undefined, contentHtml: '<p>a,<br />]b</p>' }])
  })

  test('bytes without sense', async () => {
    const noise = Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7919 + (n >> 3) * 104729) % 251))
    expect((await readDocument(noise)).kind).toBe('unreadable')
  })
})

test('JSON may hold what XML forbids: no text of it gets through', async () => {
  const feed = await readFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F\u0008eed',
      items: [
        {
          id: '\u00001',
          title: 'a\ud800b',
          content_html: '<p>\uffffx</p>',
          tags: ['t\u001cag'],
          authors: [{ name: 'A\u000en\u202ea' }],
        },
      ],
    }),
  )
  expect(feed.about.title).toBe('Feed')
  expect(feed.entries).toMatchObject([
    { id: '1', title: 'ab', contentHtml: '<p>x</p>', categories: [{ term: 'tag' }], authors: [{ name: 'Ana' }] },
  ])
})
