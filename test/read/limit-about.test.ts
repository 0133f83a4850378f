import { expect, test } from 'vitest'
import type { ParsedEntry, ParsedFeed } from '../../src/model.ts'
import { readFeed } from './read-feed.ts'

// One feed of each format with every field much too long, and every list.
const long = 'x'.repeat(20_000)
const url = `https://x.example/${long}`
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('')
const person = (n: number) =>
  `<name>${n} ${long}</name><uri>https://x.example/${n}${long}</uri><email>${long}${n}@x.example</email>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-${'abcdefgh-'.repeat(2_000)}">
<id>urn:${long}</id><title>${long}</title><subtitle>${long}</subtitle><link href="${url}"/><link rel="self" href="${url}"/>
<rights>${long}</rights><link rel="license" href="${url}"/><generator>${long}</generator><logo>${url}</logo>
${many(200, (n) => `<author>${person(n)}</author>`)}
${many(6_000, (n) => `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:gone:${n}"/>`)}
<entry><id>urn:${long}</id><title type="html">${'&amp;amp;'.repeat(20_000)}</title><link href="${url}"/><updated>2026-01-02T00:00:00Z</updated>
${many(1_100, (n) => `<link rel="enclosure" href="https://x.example/${n}" type="audio/${'y'.repeat(300)}"/>`)}<link rel="${long}" href="https://x.example/"/>
${many(200, (n) => `<author>${person(n)}</author><contributor>${person(n)}</contributor>`)}
${many(2_000, (n) => `<category term="${n}${'漢'.repeat(300)}" label="${n}${long.slice(0, 300)}" scheme="${n === 0 ? url : ''}"/>`)}
<rights>${long}</rights><source><id>urn:${long}</id><title>${long}</title><link href="${url}"/></source></entry>
<entry><title>Of the feed’s authors</title><updated>2026-01-02T00:00:00Z</updated></entry></feed>`

const item = `<title>${long}</title><link>${url}</link><comments>${url}</comments><category domain="${url}">${long}</category>
<source url="${url}">${long}</source>${many(1_100, (n) => `<enclosure url="https://x.example/${n}" length="1" type="audio/mpeg"/>`)}
${many(2_000, (n) => `<category>${n}</category>`)}${many(200, (n) => `<dc:creator>${n} ${long.slice(0, 900)}</dc:creator>`)}`
const channel = `<title>${long}</title><link>${url}</link><description>${long}</description><copyright>${long}</copyright>
<generator>${long}</generator><managingEditor>${long}</managingEditor><image><url>${url}</url></image><language>${long}</language>`
const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
const rss = `<rss version="2.0" ${dc}><channel>${channel}<item><guid>${long}</guid>${item}</item></channel></rss>`
const rdf = `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${dc}>
<channel rdf:about="${url}">${channel}</channel><item rdf:about="${url}">${item}</item></rdf:RDF>`
const people = Array.from({ length: 200 }, (_, n) => ({ name: `${n} ${long}`, url: `https://x.example/${n}` }))
const json = JSON.stringify({
  ...{ version: 'https://jsonfeed.org/version/1.1', title: long, description: long, home_page_url: url, feed_url: url },
  ...{ icon: url, favicon: url, authors: people, language: long },
  items: [
    {
      ...{
        id: long,
        url,
        external_url: url,
        title: long,
        content_text: 'x',
        image: url,
        banner_image: url,
        language: long,
      },
      tags: Array.from({ length: 2_000 }, (_, n) => `${n}${'漢'.repeat(300)}`),
      authors: people,
      attachments: Array.from({ length: 1_100 }, (_, n) => ({
        url: `https://x.example/${n}`,
        mime_type: long,
        title: long,
      })),
    },
  ],
})

test.each(Object.entries({ atom, rss, rdf, json }))(
  'every field and every list has a limit, and a warning says so: %s',
  async (_format, text) => {
    const feed = await readFeed(text)
    expect(findLong(feed)).toEqual([])
    for (const entry of feed.entries) expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(100_000)
    expect(feed.warnings.join('\n')).toMatch(/^TOO_MUCH: /m)
    // What is cut is still there.
    expect(feed.about.title).toBe('x'.repeat(500))
    expect(feed.entries[0]?.categories).toHaveLength(50)
  },
)

test('two long ids that begin alike are two entries, each the same at every reading', async () => {
  const feed = `<rss><channel>${many(2, (n) => `<item><title>${n}</title><guid isPermaLink="false">${long}${n}</guid></item>`)}</channel></rss>`
  const [first, second] = await Promise.all([readFeed(feed), readFeed(feed)])
  const ids = first.entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
  expect(second.entries.map(({ id }) => id)).toEqual(ids)
})

test('a title that fits stays as it is, its markup too', async () => {
  const title = `<b>${'x'.repeat(1_000)}</b>`
  const { entries, warnings } = await readFeed(
    `<rss><channel><item><title><![CDATA[${title}]]></title></item></channel></rss>`,
  )
  expect(entries[0]).toMatchObject({ titleHtml: title })
  expect(warnings).toEqual([])
})

/** Paths of texts over 4 kB, of lists over their limit. */
function findLong({ warnings: _, ...feed }: ParsedFeed): string[] {
  const most: Record<string, number> = {
    links: 100,
    enclosures: 50,
    categories: 50,
    authors: 20,
    contributors: 20,
    deleted: 5_000,
  }
  const found: string[] = []
  const walk = (value: unknown, path: string, name: string): void => {
    if (typeof value === 'string' && Buffer.byteLength(value) > (name === 'titleHtml' ? 20_480 : 4_096))
      found.push(path)
    if (Array.isArray(value) && value.length > (most[name] ?? 5_000)) found.push(`${path}: ${value.length}`)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`, Array.isArray(value) ? name : key)
  }
  walk(feed satisfies Omit<ParsedFeed, 'warnings'> & { entries: ParsedEntry[] }, '', '')
  return found
}
