import { afterEach, expect, test } from 'vitest'
import { read } from '../../src/normalize/read/read.ts'
import { findFaults } from './find-faults.ts'
import { openPlanet, type Site, type TestPlanet } from './open-planet.ts'

const url = 'https://a.example/feed'
let planet: TestPlanet
afterEach(() => planet.close())

/** Posts by the day they are of: "2019-04-20". */
function rss(...days: string[]): string {
  const items = days.map(
    (day) => `<item><guid>https://a.example/${day}</guid><title>${day}</title>
      <pubDate>${new Date(`${day.slice(0, 10)}T10:00:00Z`).toUTCString()}</pubDate><description>Text</description></item>`,
  )
  return `<rss version="2.0"><channel><title>A</title><link>https://a.example/</link>${items.join('')}</channel></rss>`
}

/** Days of a month: "2019-04-01" to "2019-04-NN". */
const daysOf = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)

const linkOf = (atom: string | undefined, rel: string) =>
  new RegExp(`<link rel="${rel}"[^>]* href="https://planet.example/([^"]*)"`).exec(atom ?? '')?.[1]

const idsOf = (atom: string | undefined) =>
  [...(atom ?? '').matchAll(/<entry[^>]*>\n<id>(.*)<\/id>/g)].map(([, id = '']) => id)

/** What a reader does who wants everything: the feed, then one archive document after the other. */
function walk(site: Site): { ids: string[]; files: string[] } {
  const [ids, files] = [[] as string[], [] as string[]]
  for (let file: string | undefined = 'atom.xml'; file !== undefined; file = linkOf(site.get(file), 'prev-archive')) {
    expect(site.has(file), file).toBe(true)
    expect(files).not.toContain(file)
    files.push(file)
    ids.push(...idsOf(site.get(file)))
  }
  return { ids, files }
}

const changed = (before: Site, after: Site) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file)).sort()

const archives = (site: Site) => [...site.keys()].filter((file) => /^archive\/\d+\.xml$/.test(file)).sort()

test('F-13 walking prev-archive collects every stored entry once by id, and the documents lead both ways', async () => {
  const months = ['2018-01', '2018-03', '2018-05', '2018-07', '2018-08', '2019-03', '2019-05']
  planet = openPlanet({ [url]: rss(...months.flatMap((month) => daysOf(month, 31))) })
  await planet.build('2020-06-01T12:00:00Z')
  planet.feeds.set(url, rss(...daysOf('2020-05', 31), '2019-05-31'))
  await planet.build('2020-06-02T12:00:00Z')
  const site = planet.site()
  const { ids, files } = walk(site)
  expect(files).toEqual(['atom.xml', 'archive/3.xml', 'archive/2.xml', 'archive/1.xml'])
  expect([...new Set(ids)].sort()).toEqual((await planet.entries()).map(({ publishedId }) => publishedId).sort())
  const archived = archives(site).flatMap((file) => idsOf(site.get(file)))
  expect(new Set(archived).size).toBe(archived.length)
  expect(archived.length).toBe(248)
  expect(archives(site).map((file) => idsOf(site.get(file)).length)).toEqual([100, 100, 48])
  expect(linkOf(site.get('archive/2.xml'), 'next-archive')).toBe('archive/3.xml')
  expect(linkOf(site.get('archive/3.xml'), 'next-archive')).toBeUndefined()
  expect(linkOf(site.get('archive/1.xml'), 'prev-archive')).toBeUndefined()
  for (const file of files.slice(1)) {
    expect(site.get(file)).toContain('<fh:archive/>')
    expect(site.get(file)).toContain(
      '<id>https://planet.example/atom.xml</id>\n<title xml:lang="en">Planet Test</title>',
    )
    expect(linkOf(site.get(file), 'current')).toBe('atom.xml')
    expect(linkOf(site.get(file), 'self')).toBe(file)
    expect(linkOf(site.get(file), 'alternate')).toBe('archive/')
  }
  expect(findFaults(site)).toEqual([])
})

const kept = [
  { outputs: '[html, atom]', name: 'beside pages' },
  { outputs: '[atom]', name: 'without pages' },
]

test.each(kept)('F-13 archive.keep: what left the pages leaves the feeds, $name', async ({ outputs }) => {
  const days = ['2020-02-01', '2020-04-10', '2020-04-20', '2020-05-01', '2020-05-20']
  planet = openPlanet({ [url]: rss(...days) }, `archive: {keep: 30d}\noutputs: ${outputs}`)
  const idOf = (day: string) => `https://a.example/${day}`
  await planet.build('2020-05-20T12:00:00Z')
  expect(walk(planet.site()).ids).toEqual(days.slice(2).reverse().map(idOf))
  expect(idsOf(planet.site().get('archive/1.xml')).sort()).toEqual(days.slice(2).map(idOf))
  await planet.build('2020-05-21T00:00:00Z')
  const left = ['2020-05-20', '2020-05-01'].map(idOf)
  for (const file of ['archive/1.xml', 'blog/a/atom.xml', 'atom.xml'])
    expect(idsOf(planet.site().get(file))).toEqual(left)
  expect((await planet.build('2020-05-21T01:00:00Z')).written).toEqual([])
  expect(findFaults(planet.site())).toEqual([])
  await planet.build('2020-07-01T00:00:00Z')
  expect(archives(planet.site())).toEqual([])
})

test('F-13 archive.keep: a document that is empty by now goes, and the one above it ends the way', async () => {
  planet = openPlanet({
    [url]: rss(...['2019-12', '2020-01', '2020-03'].flatMap((m) => daysOf(m, 31)), ...daysOf('2020-04', 30)),
  })
  planet.configure('archive: {keep: 100d}')
  await planet.build('2020-05-01T12:00:00Z')
  expect(archives(planet.site())).toEqual(['archive/1.xml', 'archive/2.xml'])
  planet.feeds.set(url, rss(...daysOf('2020-05', 31), ...daysOf('2020-06', 30), ...daysOf('2020-07', 31), '2020-04-30'))
  await planet.build('2020-08-01T12:00:00Z')
  const site = planet.site()
  expect(archives(site)).toEqual(['archive/2.xml', 'archive/3.xml'])
  expect(linkOf(site.get('archive/3.xml'), 'prev-archive')).toBe('archive/2.xml')
  expect(linkOf(site.get('archive/2.xml'), 'prev-archive')).toBeUndefined()
  expect(findFaults(site)).toEqual([])
})

const shown = [
  { pages: '[day, month, year]', page: 'archive/' },
  { pages: '[day]', page: '' },
]

test.each(shown)('F-13 with archive.pages: $pages a document leads to "$page"', async ({ pages, page }) => {
  planet = openPlanet({ [url]: rss('2020-05-20') }, `archive: {pages: ${pages}}`)
  await planet.build('2020-06-01T12:00:00Z')
  expect(linkOf(planet.site().get('archive/1.xml'), 'alternate')).toBe(page)
})

test('F-13 prev-archive names the document of entries that were held back, though newer ones are all in the feed', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20'), 'https://b.example/feed': '' }, 'defaults: {first: 1}')
  await planet.build('2020-06-01T12:00:00Z')
  expect(linkOf(planet.site().get('atom.xml'), 'prev-archive')).toBeUndefined()
  planet.feeds.set('https://b.example/feed', rss('2020-04-02', '2020-04-01').replaceAll('a.example', 'b.example'))
  await planet.build('2020-06-01T13:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('atom.xml'))).toEqual(['https://a.example/2020-05-20', 'https://b.example/2020-04-02'])
  expect(linkOf(site.get('atom.xml'), 'prev-archive')).toBe('archive/1.xml')
  expect(new Set(walk(site).ids).size).toBe(3)
})

test('F-13 a full document stays as it is, whatever comes later and however it is dated', async () => {
  const first = ['2020-01', '2020-03', '2020-05'].flatMap((month) => daysOf(month, 31))
  planet = openPlanet({ [url]: rss(...first, ...daysOf('2020-04', 6)) })
  await planet.build('2020-06-01T12:00:00Z')
  const before = planet.site()
  expect(archives(before)).toEqual(['archive/1.xml'])
  planet.feeds.set(url, rss('2020-05-31', '2020-04-30'))
  await planet.build('2020-06-02T12:00:00Z')
  const full = planet.site()
  expect(idsOf(full.get('archive/1.xml'))).toHaveLength(100)
  // A late one: of before all others. It begins a document, to which the full one links.
  planet.feeds.set(url, rss('2020-05-31', '2019-12-24'))
  await planet.build('2020-06-03T12:00:00Z')
  const second = planet.site()
  const isArchive = (file: string) => file.startsWith('archive/') && file.endsWith('.xml')
  expect(changed(full, second).filter(isArchive)).toEqual(['archive/1.xml', 'archive/2.xml'])
  expect(linkOf(second.get('archive/1.xml'), 'next-archive')).toBe('archive/2.xml')
  planet.feeds.set(url, rss('2020-06-01', '2020-05-31'))
  await planet.build('2020-06-04T12:00:00Z')
  expect(changed(second, planet.site()).filter(isArchive)).toEqual(['archive/2.xml'])
})

test('F-13 a correction changes the document of its entry, and no other', async () => {
  planet = openPlanet({
    [url]: rss(...['2020-01', '2020-03', '2020-05', '2020-07'].flatMap((month) => daysOf(month, 31))),
  })
  await planet.build('2020-08-01T12:00:00Z')
  const before = planet.site()
  const file = ['archive/1.xml', 'archive/2.xml'].find((name) => before.get(name)?.includes('/2020-01-01</id>'))
  planet.feeds.set(url, rss('2020-01-01', '2020-01-02').replace('>Text<', '>Corrected<'))
  await planet.build('2020-08-02T12:00:00Z')
  const isArchive = (name: string) => name.startsWith('archive/') && name.endsWith('.xml')
  expect(changed(before, planet.site()).filter(isArchive)).toEqual([file])
})

test('F-13 who kept the address of a month is led on to all entries', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20', '2020-04-20') })
  await planet.build('2020-06-01T12:00:00Z')
  await planet.claim('2020/04/atom.xml')
  planet.configure('robots: noindex')
  await planet.build('2020-06-01T13:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('2020/04/atom.xml'))).toEqual([])
  expect(linkOf(site.get('2020/04/atom.xml'), 'prev-archive')).toBe('archive/1.xml')
  expect(linkOf(site.get('2020/04/atom.xml'), 'current')).toBe('atom.xml')
  expect(findFaults(site)).toEqual([])
})

test('what is written bit by bit is what a new folder gets at once', async () => {
  const feeds = {
    [url]: rss('2020-03-20'),
    'https://b.example/feed': rss('2020-04-01').replaceAll('a.example', 'b.example'),
  }
  planet = openPlanet(feeds, 'outputs: [html, atom, rss, json, opml, foaf, rss10]')
  await planet.build('2020-06-01T12:00:00Z')
  planet.feeds.set(
    url,
    rss('2020-05-20', '2020-03-20').replace('<title>A<', '<description>Motto of today</description><title>A<'),
  )
  await planet.build('2020-06-02T12:00:00Z')
  planet.feeds.set('https://b.example/feed', rss('2020-02-02', '2020-04-01').replaceAll('a.example', 'b.example'))
  await planet.build('2020-06-03T12:00:00Z')
  planet.feeds.set(url, rss('2020-05-20').replace('<title>A<', '<copyright>All mine</copyright><title>A<'))
  await planet.build('2020-06-04T12:00:00Z')
  const bitByBit = planet.site()
  expect(bitByBit.get('archive/1.xml')).toContain('<rights>All mine</rights>')
  expect(bitByBit.get('blog/a/atom.xml')).toContain('<rights>All mine</rights>')
  planet.configure('outputs: [opml]')
  await planet.build('2020-06-05T12:00:00Z')
  expect([...planet.site().keys()].filter((file) => /atom|rss|json|html|rdf/.test(file))).toEqual(['status.json'])
  planet.configure('outputs: [html, atom, rss, json, opml, foaf, rss10]')
  await planet.build('2020-06-06T12:00:00Z')
  expect(changed(bitByBit, planet.site())).toEqual([])
})

test('F-04 H-30 a build without news writes nothing', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20', '2020-04-20') }, 'outputs: [html, atom, rss, json, opml, foaf, rss10]')
  const first = await planet.build('2020-06-01T12:00:00Z')
  expect(first.written.length).toBeGreaterThan(10)
  const second = await planet.build('2020-06-02T12:00:00Z')
  expect([second.written, second.deleted]).toEqual([[], []])
  expect(second.files).toBe(first.written.length)
})

test('F-04 updated moves when the text changes, and the id never does', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20') })
  await planet.build('2020-06-01T12:00:00Z')
  planet.feeds.set(url, rss('2020-05-20').replace('>Text<', '>Other<'))
  await planet.build('2020-06-02T12:00:00Z')
  const result = await read({
    body: Buffer.from(planet.site().get('atom.xml') ?? ''),
    contentType: undefined,
    baseUrl: 'https://planet.example/atom.xml',
  })
  expect(result).toMatchObject({
    feed: {
      entries: [
        { id: 'https://a.example/2020-05-20', contentHtml: 'Other', published: new Date('2020-05-20T10:00:00Z') },
      ],
    },
  })
})

/** Posts of a day with texts that take so many kilobytes in XML. */
function rssOf(sizes: number[]): string {
  const items = sizes.map(
    (kilobytes, number) => `<item><guid>https://a.example/${number}</guid><title>${number}</title>
      <pubDate>${new Date(Date.UTC(2019, 4, 1, 0, number)).toUTCString()}</pubDate>
      <description>${'&amp;lt; '.repeat(kilobytes * 111)}</description></item>`,
  )
  return `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`
}

/** From the oldest document, by next-archive: as many as the other way. */
function walkForth(site: Site, oldest: string): string[] {
  const files: string[] = []
  for (let file: string | undefined = oldest; file !== undefined; file = linkOf(site.get(file), 'next-archive')) {
    expect(files).not.toContain(file)
    files.push(file)
  }
  return files
}

function expectWhole(site: Site, count: number): string[] {
  const { ids, files } = walk(site)
  const documents = [...site.keys()].filter((file) => /^archive\/.*\.xml$/.test(file))
  expect(new Set(ids).size).toBe(count)
  const forth = walkForth(site, files.at(-1) ?? '')
  expect(forth.toSorted()).toEqual(documents.toSorted())
  // The newest may be in the feed itself, whole.
  expect(forth.slice(0, files.length - 1)).toEqual(files.slice(1).reverse())
  for (const file of documents) expect(Buffer.byteLength(site.get(file) ?? ''), file).toBeLessThan(5_010_000)
  const archived = documents.flatMap((file) => idsOf(site.get(file)))
  expect(archived.length).toBe(count)
  return forth.reverse()
}

test('F-13 a document over 5 MB is several, which lead to each other and to those beside it', async () => {
  const sizes = Array.from({ length: 250 }, (_, number) =>
    number >= 100 && number < 200 && number % 4 === 0 ? 250 : 1,
  )
  planet = openPlanet({ [url]: rssOf(sizes) }, 'outputs: [atom]')
  await planet.build('2020-06-01T12:00:00Z')
  const whole = expectWhole(planet.site(), 250)
  expect(whole[0]).toBe('archive/3.xml')
  expect(whole).toContain('archive/2-2.xml')
  expect(whole).not.toContain('archive/1-2.xml')

  // It becomes smaller, and larger again: what leads to its last part is written, too, and nothing else.
  const small = sizes.map((kilobytes, number) => (number > 120 ? 1 : kilobytes))
  planet.feeds.set(url, rssOf(small))
  await planet.build('2020-06-02T12:00:00Z')
  expect(expectWhole(planet.site(), 250).length).toBeLessThan(whole.length)
  planet.feeds.set(url, rssOf(sizes))
  const before = planet.site()
  await planet.build('2020-06-03T12:00:00Z')
  expect(expectWhole(planet.site(), 250)).toEqual(whole)
  expect(changed(before, planet.site())).not.toContain('archive/3-2.xml')

  // All is rendered anew: the same.
  planet.configure('outputs: [atom, rss]')
  await planet.build('2020-06-04T12:00:00Z')
  expect(expectWhole(planet.site(), 250)).toEqual(whole)
})
