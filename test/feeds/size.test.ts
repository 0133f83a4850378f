import { afterEach, expect, test } from 'vitest'
import { findFaults } from './find-faults.ts'
import { openPlanet, type TestPlanet } from './open-planet.ts'

const url = 'https://a.example/feed'
const outputs = 'outputs: [html, atom, rss, json, opml, rss10]'
const feedFiles = ['atom.xml', 'rss.xml', 'feed.json', 'rss10.xml', 'blog/a/atom.xml']
let planet: TestPlanet
afterEach(() => planet.close())

/** @param texts of entries, newest first; RSS escapes them */
function rss(texts: string[], more = ''): string {
  const items = texts.map((text, index) => {
    const date = new Date(Date.UTC(2020, 4, 31, 23 - index)).toUTCString()
    return `<item><guid>https://a.example/${index}</guid><title>T${index}</title><pubDate>${date}</pubDate>${more}
      <description>${text}</description></item>`
  })
  return `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`
}

test('F-21 the newest sixty', async () => {
  planet = openPlanet({ [url]: rss(Array.from({ length: 90 }, (_, index) => `Text ${index}`)) }, outputs)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  for (const file of ['atom.xml', 'blog/a/atom.xml']) expect(site.get(file)?.match(/<entry>/g), file).toHaveLength(60)
  expect(site.get('rss.xml')?.match(/<item>/g)).toHaveLength(60)
  expect(JSON.parse(site.get('feed.json') ?? '').items).toHaveLength(60)
  expect(site.get('archive/1.xml')?.match(/<entry>/g)).toHaveLength(90)
})

const large = [
  {
    name: 'sixty long texts',
    texts: Array.from({ length: 60 }, () => '&lt;p&gt;word &amp;amp; word&lt;/p&gt;'.repeat(1_500)),
  },
  { name: 'one text of 5 MB', texts: ['short', 'Word. '.repeat(900_000), 'last'] },
  { name: 'texts without a blank', texts: Array.from({ length: 60 }, () => '漢'.repeat(40_000)) },
  { name: 'texts of signs that XML escapes', texts: Array.from({ length: 60 }, () => '&amp;lt;'.repeat(20_000)) },
]

test.each(large)('F-21 no feed is over 1 MB, and every entry is in it: $name', async ({ texts }) => {
  planet = openPlanet({ [url]: rss(texts) }, outputs)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  for (const file of feedFiles) {
    const text = site.get(file) ?? ''
    expect(Buffer.byteLength(text), file).toBeLessThanOrEqual(1_000_000)
    for (const index of texts.keys()) expect(text, file).toContain(`https://a.example/${index}`)
  }
  expect(findFaults(site)).toEqual([])
})

test('F-21 the oldest become summaries that say where the text is; the archive keeps it', async () => {
  planet = openPlanet(
    { [url]: rss(Array.from({ length: 30 }, (_, index) => `Text ${index}. ${'word '.repeat(10_000)}`)) },
    outputs,
  )
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  const entries = site.get('atom.xml')?.split('<entry>').slice(1) ?? []
  const isShort = entries.map((entry) => !entry.includes('<content'))
  expect(isShort.indexOf(true)).toBeGreaterThan(10)
  expect(isShort.lastIndexOf(false)).toBe(isShort.indexOf(true) - 1)
  expect(entries.at(-1)).toMatch(
    /<summary type="html">&lt;p&gt;Text 29\. word .*…&lt;\/p&gt;&lt;p&gt;Shortened to keep this feed small; the whole text: &lt;a href=&quot;https:\/\/a\.example\/29&quot;/,
  )
  expect(site.get('archive/1.xml')?.match(/<content type="html">Text /g)).toHaveLength(30)
})

test('F-21 an entry that is large in every other way', async () => {
  const many = [
    ...Array.from({ length: 3_000 }, (_, index) => `<category>${'c'.repeat(100)}${index}</category>`),
    ...Array.from({ length: 500 }, (_, index) => `<enclosure url="https://a.example/${'x'.repeat(500)}${index}"/>`),
    `<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${'Name '.repeat(200)}</dc:creator>`,
  ].join('')
  planet = openPlanet({ [url]: rss(['a', 'b', 'c'], many) }, outputs)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  for (const file of feedFiles) expect(Buffer.byteLength(site.get(file) ?? ''), file).toBeLessThanOrEqual(1_000_000)
  expect(findFaults(site)).toEqual([])
})
