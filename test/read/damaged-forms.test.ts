import { expect, test } from 'vitest'
import { readDocument, readFeed } from './read-feed.ts'

/** What a damaged document has to say all the same: its entries' titles, and what else is named. */
type Row = [string, string, Expected]
type Expected = { titles: string[]; feed?: string; link?: string; texts?: (string | undefined)[] }

const item = (n: number) =>
  `<item><title>T${n}</title><link>https://b.example/${n}</link><guid>https://b.example/${n}</guid><description>text ${n}</description></item>`
const items = [1, 2, 3].map(item).join('')
const rss = (head: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`
const blog = rss('<title>Blog</title>')
const entry = (n: number) =>
  `<entry><title>T${n}</title><link href="https://b.example/${n}"/><id>urn:${n}</id><content type="html">text ${n}</content></entry>`
const atom = (head: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}${[1, 2, 3].map(entry).join('')}</feed>`

const all = { titles: ['T1', 'T2', 'T3'], feed: 'Blog', texts: ['text 1', 'text 2', 'text 3'] }

const rows: Row[] = [
  ['a channel title without an end', rss('<title>Blog'), all],
  [
    'more of the channel behind it',
    rss('<title>Blog\n<link>https://b.example/</link><description>D</description>'),
    all,
  ],
  ['an unknown tag and an open section in it', rss('<title>Blog <two> <![CDATA[three'), { titles: all.titles }],
  ['an open section in it', rss('<title><![CDATA[Blog'), all],
  [
    'an open section behind words',
    rss('<title>My <![CDATA[Blog</title><link>https://b.example/</link>'),
    { ...all, feed: 'My Blog' },
  ],
  ['an open section, the title ends', rss('<title><![CDATA[Blog</title><link>https://b.example/</link>'), all],
  [
    'an open section, entries have their own',
    rss('<title><![CDATA[Blog</title>').replaceAll(/T\d/g, '<![CDATA[$&]]>'),
    all,
  ],
  ['a channel description without an end', rss('<title>Blog</title><description>Words <b>bold</b>'), all],
  ['an image without an end', rss('<title>Blog</title><image><url>https://b.example/i.png</url><title>I</title>'), all],
  [
    'a channel link without an end',
    rss('<title>Blog</title><link>https://b.example/'),
    { ...all, link: 'https://b.example/' },
  ],
  [
    'a title without an end and a last open section',
    rss('<title>Blog').replace('text 3</description>', '<![CDATA[text 3'),
    all,
  ],
  ['an item title without an end', blog.replace('T2</title>', 'T2'), all],
  [
    'an open section behind words of an item title',
    blog.replace('T2</title>', 'T2 <![CDATA[x'),
    { titles: ['T1', 'T2 x', 'T3'] },
  ],
  ['an open section behind words of a description', blog.replace('text 2</', 'text <![CDATA[2</'), all],
  ['an open section, and its element neither ends', blog.replace('text 2</description>', '<![CDATA[text 2'), all],
  [
    'the same, and later sections',
    blog.replace('text 2</description>', '<![CDATA[text 2').replace('text 3', '<![CDATA[text 3]]>'),
    all,
  ],
  ...['<!CDATA[', '<[CDATA[', '<[!CDATA[', '<![CDATA', '<! [cdata ['].map(
    (opening): Row => [
      `a section that begins with ${opening}`,
      blog.replace('text 2', `${opening}<b>text 2</b>]]>`),
      { ...all, texts: ['text 1', '<b>text 2</b>', 'text 3'] },
    ],
  ),
  [
    'a section that quotes one is whole',
    blog.replace('text 2', '<![CDATA[<item> <![CDATA[a]]]]><![CDATA[> b]]>'),
    { titles: all.titles },
  ],
  ['Atom: a title without an end', atom('<title>Blog'), all],
  ['Atom: more behind it', atom('<title>Blog<id>urn:f</id><updated>2024-01-01T00:00:00Z</updated>'), all],
  ['Atom: an author without an end', atom('<title>Blog</title><author><name>Ada'), all],
  [
    'a tag that was written twice',
    blog
      .replace('<title>T2', '<title><title>T2')
      .replace('<link>https://b.example/3', '<link><link>https://b.example/3'),
    all,
  ],
  ['the beginning of an end tag alone', blog.replace('<item><title>T2', '</\n<item><title>T2'), all],
  [
    'a tag that nobody closes',
    blog.replace('</title><link>https://b.example/2', '</title><dc><link>https://b.example/2'),
    all,
  ],
  [
    'a date without an end before a text',
    atom('<title>Blog</title>').replace(
      '<content type="html">text 2',
      '<updated>2024-01-01T00:00:00Z<content type="html">text 2',
    ),
    all,
  ],
  [
    'a text without an end before other fields',
    blog
      .replaceAll(/<guid>.*?<\/guid>/g, '')
      .replace('text 2</description>', 'text 2<dc:creator>Ada</dc:creator><guid>2</guid>'),
    all,
  ],
  ['a comment without an end', rss('<title>Blog</title><!-- hidden'), all],
  [
    'an attribute without its second quote',
    blog.replace('<guid>https://b.example/2', '<guid isPermaLink="true>https://b.example/2'),
    all,
  ],
  [
    'the same, in Atom',
    atom('<title>Blog</title>').replace('href="https://b.example/2"', 'href="https://b.example/2'),
    all,
  ],
  [
    'the same, other attributes behind it',
    blog.replace('<guid>https://b.example/2', '<guid isPermaLink="false class="x" lang="en">https://b.example/2'),
    all,
  ],
  [
    'quotes that are missing in two attributes of one tag',
    blog
      .replace('version="2.0"', 'version="2.0 xmlns:content="http://purl.org/rss/1.0/modules/content/')
      .replace('text 2', '<b class="x">text 2</b>'),
    { titles: all.titles },
  ],
  [
    'the same, in single quotes',
    atom('<title>Blog</title>').replace(
      '<link href="https://b.example/2"',
      "<link href='https://b.example/2 rel='alternate'",
    ),
    all,
  ],
  ['a tag that the next one begins in', rss('<title>Blog</title><language'), all],
  ['an end tag that the next one begins in', blog.replace('T2</title>', 'T2</title'), all],
  ['an end tag with a blank', blog.replace('T2</title>', 'T2< /title>'), all],
  ['items behind the root', `<rss version="2.0"><channel><title>Blog</title></channel></rss>${items}`, all],
  [
    'a second root',
    `${rss('<title>Blog</title>').replace(item(2) + item(3), '')}<rss version="2.0"><channel>${item(2)}${item(3)}</channel></rss>`,
    all,
  ],
  ['cut off in a section', blog.replace(/text 3.*/, '<![CDATA[text 3'), all],
]

test.each(rows)('damaged: %s', async (_, text, { titles, feed, link, texts }) => {
  const { about, entries, warnings } = await readFeed(text)
  expect(entries.map(({ title }) => title)).toEqual(titles)
  if (feed !== undefined) expect(about.title).toBe(feed)
  if (link !== undefined) expect(about.link).toBe(link)
  if (texts !== undefined) expect(entries.map(({ contentHtml }) => contentHtml)).toEqual(texts)
  expect(warnings.length > 0 || _.includes('whole')).toBe(true)
})

test('entries in an element that no format has around them are entries', async () => {
  const { entries } = await readFeed(
    `<rss version="2.0"><channel><title>Blog</title><posts>${items}</posts></channel></rss>`,
  )
  expect(entries.map(({ title }) => title)).toEqual(all.titles)
})

test('damaged: entries begin, and none can be told apart: that is said, and not an empty feed', async () => {
  const deep = (all: string) => `${'<x>'.repeat(9)}${all}${'</x>'.repeat(9)}`
  const read = (inside: string) =>
    readDocument(`<rss version="2.0"><channel><title>Blog</title>${inside}</channel></rss>`)
  for (const inside of [deep(items.replaceAll(/(<\/?)item/g, '$1x:item')), '<item title="<item title="<item title="'])
    expect(await read(inside)).toMatchObject({
      kind: 'unreadable',
      problem: { code: 'UNREADABLE', message: expect.stringContaining('3 entries begin') },
    })
})

test('damaged: entries stand where no format has them: they are read from where they begin', async () => {
  for (const inside of [`${'<x>'.repeat(9)}${items}${'</x>'.repeat(9)}`, `<x a="${items}`]) {
    const { about, entries, warnings } = await readFeed(
      `<rss version="2.0"><channel><title>Blog</title>${inside}</channel></rss>`,
    )
    expect(entries.map(({ title }) => title)).toEqual(all.titles)
    expect(about.title).toBe('Blog')
    expect(warnings.join()).toContain('its entries stand where no format has them')
  }
  // As when a template was put out of order.
  const { entries } = await readFeed(atom('').replace(/(<feed[^>]*>)/, '<title>$1Blog</title>'))
  expect(entries.map(({ title }) => title)).toEqual(all.titles)
})

test('a feed without entries, and one that quotes some, are feeds', async () => {
  expect(
    (await readFeed('<rss version="2.0"><channel><title>Blog</title><!-- <item> --></channel></rss>')).entries,
  ).toEqual([])
  expect(
    (
      await readFeed(
        '<rss version="2.0"><channel><title>Blog</title><description><![CDATA[<item>]]></description></channel></rss>',
      )
    ).entries,
  ).toEqual([])
})
