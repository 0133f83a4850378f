import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPlanet, type TestPlanet } from '../feeds/open-planet.ts'

const [a, b] = ['https://a.example/feed', 'https://b.example/feed']
let planet: TestPlanet

afterEach(() => planet.close())

/** An Atom feed with an entry on each of some days. */
function feed(host: string, ...days: string[]): string {
  const entries = days.map(
    (day) =>
      `<entry><id>https://${host}/${day}</id><title>${host} ${day}</title><link href="https://${host}/${day}"/>` +
      `<updated>${day}T12:00:00Z</updated><content type="html">&lt;p>text of ${day}&lt;/p></content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://${host}/</id><title>Blog ${host[0]}</title><subtitle>Of ${host}</subtitle><updated>2020-05-01T00:00:00Z</updated>${entries.join('')}</feed>`
}

const pagesOf = (site: Iterable<string>) => [...site].filter((file) => file.endsWith('.html'))
/** Pages that stand for all days, months, years, blogs and tags at once. */
const ofAll = [
  '404.html',
  'about/index.html',
  'archive/index.html',
  'blogs/index.html',
  'blogs/recent/index.html',
  'index.html',
  'subscribe/index.html',
  'titles/index.html',
]

test('P-31 P-32 every page that there is to be', async () => {
  planet = openPlanet(
    { [a]: feed('a.example', '2020-05-01', '2019-01-01') },
    `feeds: [{url: "${a}", tags: [core, "C#"]}]`,
  )
  await planet.build('2020-05-02T00:00:00Z')
  expect(pagesOf(planet.site().keys())).toEqual(
    [
      ...ofAll,
      ...['2019/01/01/index.html', '2019/01/index.html', '2019/index.html'],
      ...['2020/05/01/index.html', '2020/05/index.html', '2020/index.html'],
      ...['blog/blog-a/index.html', 'tag/C#/index.html', 'tag/core/index.html'],
    ].sort(),
  )
})

test('every link of every page leads to a file of the site', async () => {
  const feeds = { [a]: feed('a.example', '2020-05-01', '2019-01-01'), [b]: feed('b.example', '2020-05-01') }
  planet = openPlanet(feeds, `feeds: [{url: "${a}", tags: [core, "C++ #1"]}, "${b}"]`)
  await planet.build('2020-05-02T00:00:00Z')
  const site = planet.site()
  for (const [file, html] of site) {
    if (!file.endsWith('.html')) continue
    const base = new URL(file.split('/').map(encodeURIComponent).join('/'), 'https://planet.example/')
    for (const [, link = ''] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), base)
      if (url.origin !== base.origin) continue
      const target = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html')
      expect(site.has(target), `${file}: ${link}`).toBe(true)
      if (url.hash !== '') expect(site.get(target), `${file}: ${link}`).toContain(`id="${url.hash.slice(1)}"`)
    }
  }
})

test('a new entry touches the pages that show it, and no other; without news no file changes', async () => {
  const before = feed('a.example', '2020-05-01', '2019-01-01', '2018-01-01')
  planet = openPlanet({ [a]: before, [b]: feed('b.example', '2017-01-01') }, 'archive: {pages: [day, month, year]}')
  await planet.build('2020-05-02T00:00:00Z')
  planet.feeds.set(a, feed('a.example', '2020-05-02', '2020-05-01', '2019-01-01', '2018-01-01'))
  const report = await planet.build('2020-05-02T13:00:00Z')
  expect(pagesOf(report.written).sort()).toEqual([
    '2020/05/01/index.html',
    '2020/05/02/index.html',
    '2020/05/index.html',
    '2020/index.html',
    'archive/index.html',
    'blog/blog-a/index.html',
    'blogs/index.html',
    'blogs/recent/index.html',
    'index.html',
    'titles/index.html',
  ])
  expect((await planet.build('2020-05-02T14:00:00Z')).written).toEqual([])
})

test('P-34 what time alone changes stands on /, /blogs/ and /about/ only', async () => {
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') }, 'defaults: {inactive_after: 30d}')
  await planet.build('2020-05-02T00:00:00Z')
  expect(planet.site().get('index.html')).not.toContain('Quiet')
  const report = await planet.build('2020-06-02T00:00:00Z')
  expect(pagesOf(report.written).sort()).toEqual([
    'about/index.html',
    'blogs/index.html',
    'blogs/recent/index.html',
    'index.html',
  ])
  for (const file of ['index.html', 'blogs/index.html']) expect(planet.site().get(file)).toContain('Quiet')
  expect(planet.site().get('about/index.html')).toContain('quiet since May 01, 2020')
  expect((await planet.build('2020-06-03T00:00:00Z')).written).toEqual([])
})

test('P-34 inactive_after of one feed', async () => {
  planet = openPlanet({ [a]: feed('a.example', '2020-01-01') }, `feeds: [{url: "${a}", inactive_after: 1y}]`)
  await planet.build('2020-12-01T00:00:00Z')
  expect(planet.site().get('index.html')).not.toContain('Quiet')
})

test('P-34 readers hear of a feed that fails when it has failed for a week', async () => {
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') })
  await planet.build('2020-05-01T13:00:00Z')
  planet.feeds.delete(a)
  await planet.build('2020-05-02T00:00:00Z')
  expect(planet.site().get('index.html')).not.toContain('not reachable')
  expect(planet.site().get('about/index.html')).toContain('its server has answered with an error since May 02, 2020')
  await planet.build('2020-05-09T01:00:00Z')
  expect(planet.site().get('index.html')).toContain('not reachable since May 02, 2020')
})

test('archive.keep: what is too old leaves the pages day by day, and comes back when it may', async () => {
  const days = ['2020-05-20', '2020-05-01', '2020-04-30', '2020-02-01']
  planet = openPlanet({ [a]: feed('a.example', ...days) }, 'archive: {keep: 30d}')
  await planet.build('2020-05-21T00:00:00Z')
  const dated = () => pagesOf(planet.site().keys()).filter((file) => /^\d{4}\//.test(file))
  expect(dated()).toEqual([
    ...['2020/04/30/index.html', '2020/04/index.html', '2020/05/01/index.html', '2020/05/20/index.html'],
    ...['2020/05/index.html', '2020/index.html'],
  ])
  const report = await planet.build('2020-05-31T00:00:00Z')
  expect(report.deleted.filter((file) => file.endsWith('.html'))).toEqual([
    '2020/04/30/index.html',
    '2020/04/index.html',
  ])
  expect(planet.site().get('2020/05/01/index.html')).not.toContain('April')
  expect(planet.site().get('blog/blog-a/index.html')).not.toContain('2020-04-30')
  expect((await planet.build('2020-05-31T05:00:00Z')).written).toEqual([])
  planet.configure('archive: {keep: 1y}')
  await planet.build('2020-05-31T06:00:00Z')
  expect(dated()).toContain('2020/02/01/index.html')
})

const choices = [
  { lines: 'archive: {pages: [day]}', gone: ['2020/05/index.html', '2020/index.html', 'archive/index.html'] },
  { lines: 'archive: {pages: [day, year]}', gone: ['2020/05/index.html'] },
  { lines: 'archive: {tags: false}', gone: ['tag/core/atom.xml', 'tag/core/index.html'] },
  { lines: 'archive: {authors: false}', gone: ['blog/blog-a/atom.xml', 'blog/blog-a/index.html'] },
]

test.each(choices)('$lines', async ({ lines, gone }) => {
  const list = `feeds: [{url: "${a}", tags: [core]}]`
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') }, list)
  await planet.build('2020-05-02T00:00:00Z')
  const before = [...planet.site().keys()]
  planet.configure(`${lines}\n${list}`)
  await planet.build('2020-05-02T01:00:00Z')
  expect(before.filter((file) => !planet.site().has(file)).sort()).toEqual(gone.sort())
  for (const [file, text] of planet.site()) {
    for (const name of gone) {
      const address = `https://planet.example/${name.replace('index.html', '')}`
      expect(text, `${file} leads to ${name}`).not.toMatch(`["/]${name}"`)
      expect(text, `${file} leads to ${name}`).not.toContain(`"${address}"`)
    }
  }
})

test('F-24 robots: noindex stands on every page and in robots.txt', async () => {
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') }, 'robots: noindex')
  await planet.build('2020-05-02T00:00:00Z')
  expect(planet.site().get('robots.txt')).toBe('User-agent: *\nDisallow: /\n')
  planet.configure('robots: index')
  await planet.build('2020-05-02T01:00:00Z')
  expect(planet.site().has('robots.txt')).toBe(false)
  expect(planet.site().get('index.html')).not.toContain('noindex')
})

test('P-32 a blog has the newest thirty of its entries, and leads to the months that have more', async () => {
  const days = Array.from({ length: 40 }, (_, index) =>
    new Date(Date.UTC(2020, 4, 1 - index)).toISOString().slice(0, 10),
  )
  planet = openPlanet({ [a]: feed('a.example', ...days) })
  await planet.build('2020-05-02T00:00:00Z')
  const html = planet.site().get('blog/blog-a/index.html') ?? ''
  expect(html.match(/<article/g)).toHaveLength(30)
  expect(html).toContain('text of 2020-04-02')
  expect(
    [...html.slice(html.indexOf('by month')).matchAll(/href="([^"]*)" dir="auto">([^<]*)/g)].map(([, link, text]) => [
      link,
      text,
    ]),
  ).toEqual([
    ['../../2020/04/index.html', 'April 2020'],
    ['../../2020/03/index.html', 'March 2020'],
  ])
  expect(html).toContain('Of a.example')
  expect(html).toContain('>March 23, 2020</time>')
})

test('a year names a hundred entries of a month, and leads to the others', async () => {
  const entries = Array.from({ length: 130 }, (_, index) => `2020-05-01T${index}`)
  const text = feed('a.example', ...entries).replace(/<updated>2020-05-01T(\d+)T12:00:00Z/g, (_, n: string) => {
    return `<updated>2020-05-01T${String(Math.floor(Number(n) / 60)).padStart(2, '0')}:${String(Number(n) % 60).padStart(2, '0')}:00Z`
  })
  planet = openPlanet({ [a]: text })
  await planet.build('2020-05-02T00:00:00Z')
  const html = planet.site().get('2020/index.html') ?? ''
  expect(html.match(/<li id="e-/g)).toHaveLength(100)
  expect(html).toContain('<a href="05/index.html">All of May 2020</a>')
})

const broken = [
  { name: 'a template that does not compile', file: 'day.njk', text: '{% if %}' },
  { name: 'a template that asks for what there is not', file: 'about.njk', text: '{{ nothing }}' },
]

test.each(broken)('P-26 the old site stands: $name', async ({ file, text }) => {
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') })
  await planet.build('2020-05-02T00:00:00Z')
  const before = planet.site()
  mkdirSync(path.join(planet.folder, 'theme'))
  writeFileSync(path.join(planet.folder, 'theme', file), text)
  planet.configure('theme: {dir: theme}')
  await expect(planet.build('2020-05-02T01:00:00Z')).rejects.toThrow(`theme/${file}`)
  expect(planet.site()).toEqual(before)
})

test('P-37 about.md is read anew when it changes, and only its page', async () => {
  planet = openPlanet({ [a]: feed('a.example', '2020-05-01') })
  await planet.build('2020-05-02T00:00:00Z')
  expect(planet.site().get('about/index.html')).toContain('About Planet Test')
  writeFileSync(path.join(planet.folder, 'about.md'), '# Hello\n')
  expect(pagesOf((await planet.build('2020-05-02T01:00:00Z')).written)).toEqual(['about/index.html'])
  expect(planet.site().get('about/index.html')).toContain('<h1>Hello</h1>')
})
