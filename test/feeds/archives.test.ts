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

test('F-13 walking prev-archive collects every stored entry once by id, and the documents lead both ways', async () => {
  const days = [
    ...daysOf('2018-01', 20),
    ...daysOf('2018-03', 20),
    ...daysOf('2019-02', 28),
    ...daysOf('2019-05', 30),
    ...daysOf('2020-05', 31),
  ]
  planet = openPlanet({ [url]: rss(...days) })
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  const { ids, files } = walk(site)
  // The newest sixty hold 2020-05 whole, and of 2019-05 all but one.
  expect(files).toEqual(['atom.xml', '2019/05/atom.xml', '2019/02/atom.xml', '2018/03/atom.xml', '2018/01/atom.xml'])
  expect([...new Set(ids)].sort()).toEqual((await planet.entries()).map(({ publishedId }) => publishedId).sort())
  const archived = [...files.slice(1), '2020/05/atom.xml'].flatMap((file) => idsOf(site.get(file)))
  expect(new Set(archived).size).toBe(archived.length)
  expect(archived.length).toBe(days.length)
  expect(linkOf(site.get('2019/02/atom.xml'), 'next-archive')).toBe('2019/05/atom.xml')
  expect(linkOf(site.get('2020/05/atom.xml'), 'next-archive')).toBeUndefined()
  expect(linkOf(site.get('2018/01/atom.xml'), 'prev-archive')).toBeUndefined()
  for (const file of files.slice(1)) {
    expect(site.get(file)).toContain('<fh:archive/>')
    expect(site.get(file)).toContain(
      '<id>https://planet.example/atom.xml</id>\n<title xml:lang="en">Planet Test</title>',
    )
    expect(linkOf(site.get(file), 'current')).toBe('atom.xml')
    expect(linkOf(site.get(file), 'self')).toBe(file)
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
  const feeds = () => [...planet.site().keys()].filter((file) => file.endsWith('atom.xml')).sort()
  await planet.build('2020-05-20T12:00:00Z')
  expect(feeds()).toEqual(['2020/04/atom.xml', '2020/05/atom.xml', 'atom.xml', 'blog/a/atom.xml'])
  expect(walk(planet.site()).ids).toEqual(days.slice(2).reverse().map(idOf))
  expect(idsOf(planet.site().get('2020/04/atom.xml'))).toEqual([idOf('2020-04-20')])
  expect(linkOf(planet.site().get('2020/04/atom.xml'), 'prev-archive')).toBeUndefined()
  await planet.build('2020-05-21T00:00:00Z')
  expect(feeds()).toEqual(['2020/05/atom.xml', 'atom.xml', 'blog/a/atom.xml'])
  expect(idsOf(planet.site().get('blog/a/atom.xml'))).toEqual(['2020-05-20', '2020-05-01'].map(idOf))
  expect(idsOf(planet.site().get('atom.xml'))).toEqual(['2020-05-20', '2020-05-01'].map(idOf))
  expect((await planet.build('2020-05-21T01:00:00Z')).written).toEqual([])
  expect(findFaults(planet.site())).toEqual([])
})

const shown = [
  { pages: '[day, month, year]', page: '2020/05/' },
  { pages: '[day, year]', page: '2020/' },
  { pages: '[day]', page: '' },
]

test.each(shown)('F-13 with archive.pages: $pages a month leads to "$page"', async ({ pages, page }) => {
  planet = openPlanet({ [url]: rss('2020-05-20') }, `archive: {pages: ${pages}}`)
  await planet.build('2020-06-01T12:00:00Z')
  expect(linkOf(planet.site().get('2020/05/atom.xml'), 'alternate')).toBe(page)
})

test('F-13 prev-archive names the month of entries that were held back, though newer ones are all in the feed', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20'), 'https://b.example/feed': '' }, 'defaults: {first: 1}')
  await planet.build('2020-06-01T12:00:00Z')
  expect(linkOf(planet.site().get('atom.xml'), 'prev-archive')).toBeUndefined()
  planet.feeds.set('https://b.example/feed', rss('2020-04-02', '2020-04-01').replaceAll('a.example', 'b.example'))
  await planet.build('2020-06-01T13:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('atom.xml'))).toEqual(['https://a.example/2020-05-20', 'https://b.example/2020-04-02'])
  expect(linkOf(site.get('atom.xml'), 'prev-archive')).toBe('2020/04/atom.xml')
  expect(new Set(walk(site).ids).size).toBe(3)
})

test('F-13 an entry of the running month leaves the closed ones alone; its first entry gives one of them a link', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20', '2020-04-20', '2020-03-20') })
  await planet.build('2020-06-01T12:00:00Z')
  const before = planet.site()
  planet.feeds.set(url, rss('2020-06-01', '2020-05-20', '2020-04-20', '2020-03-20'))
  await planet.build('2020-06-02T12:00:00Z')
  const first = planet.site()
  const archives = (files: string[]) => files.filter((file) => /^\d{4}\/\d\d\/atom\.xml$/.test(file))
  expect(archives(changed(before, first))).toEqual(['2020/05/atom.xml', '2020/06/atom.xml'])
  planet.feeds.set(url, rss('2020-06-02', '2020-06-01', '2020-05-20', '2020-04-20', '2020-03-20'))
  await planet.build('2020-06-03T12:00:00Z')
  expect(archives(changed(first, planet.site()))).toEqual(['2020/06/atom.xml'])
})

test('F-13 a late entry changes its month, and the months beside it where it is the first of its own', async () => {
  planet = openPlanet({ [url]: rss('2020-05-20', '2020-03-20', '2020-01-20') })
  await planet.build('2020-06-01T12:00:00Z')
  const before = planet.site()
  planet.feeds.set(url, rss('2020-05-20', '2020-03-20', '2020-02-20', '2020-01-20'))
  await planet.build('2020-06-02T12:00:00Z')
  const after = planet.site()
  expect(changed(before, after).filter((file) => /^\d{4}\/\d\d\/atom\.xml$/.test(file))).toEqual([
    '2020/01/atom.xml',
    '2020/02/atom.xml',
    '2020/03/atom.xml',
  ])
  expect(linkOf(after.get('2020/03/atom.xml'), 'prev-archive')).toBe('2020/02/atom.xml')
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
  expect(bitByBit.get('2020/03/atom.xml')).toContain('<rights>All mine</rights>')
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
