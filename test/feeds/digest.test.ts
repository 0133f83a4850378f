import { afterEach, expect, test } from 'vitest'
import { findFaults } from './find-faults.ts'
import { openPlanet, type TestPlanet } from './open-planet.ts'

let planet: TestPlanet
afterEach(() => planet.close())

const feed = 'https://a.example/feed'
type Post = { id: string; at: string; text?: string; title?: string }

function atom(...posts: Post[]): string {
  const entries = posts.map(
    ({ id, at, text = `Text of ${id}`, title = `Post ${id}` }) => `<entry><id>https://a.example/${id}</id>
      <link href="https://a.example/${id}"/><title>${title}</title><updated>${at}</updated>
      <content type="html">&lt;p id="x"&gt;${text}&lt;/p&gt;</content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ana’s blog</title><id>https://a.example/</id>
    <link href="https://a.example/"/><updated>2020-05-01T00:00:00Z</updated><author><name>Ana</name></author>${entries.join('')}</feed>`
}

// Weeks of May 2020 begin on the 4th, 11th, 18th and 25th.
const one = { id: '1', at: '2020-05-06T10:00:00Z' }
const two = { id: '2', at: '2020-05-08T10:00:00Z' }
const late = { id: 'late', at: '2020-05-10T23:30:00Z' }
const old = { id: 'old', at: '2019-01-01T10:00:00Z' }

const idsOf = (text = '') => [...text.matchAll(/<entry[^>]*>\n<id>(.*)<\/id>/g)].map(([, id]) => id)
const titlesIn = (text = '') =>
  [...text.matchAll(/&lt;h2&gt;&lt;a href=&quot;[^&]*&quot;&gt;([^&]*)/g)].map(([, title]) => title)

test('a week that is over is one entry with everything in it, and has a page', async () => {
  planet = openPlanet({ [feed]: atom(two, one, old) }, 'digest: [weekly]')
  await planet.build('2020-05-08T12:00:00Z')
  expect(idsOf(planet.site().get('digest/weekly.xml'))).toEqual([])
  await planet.build('2020-05-11T00:10:00Z')
  const site = planet.site()
  const weekly = site.get('digest/weekly.xml')
  expect(idsOf(weekly)).toEqual(['https://planet.example/digest/weekly.xml#2020-W19'])
  // What a new blog wrote long before is no news.
  expect(titlesIn(weekly)).toEqual(['Post 2', 'Post 1'])
  expect(weekly).toContain('<title>Planet Test, May 04, 2020 – May 10, 2020</title>')
  expect(weekly).toContain('<link rel="alternate" type="text/html" href="https://planet.example/week/2020-W19/"/>')
  expect(weekly).toContain('<published>2020-05-11T00:00:00Z</published>')
  expect(site.get('week/2020-W19/index.html')).toContain('Text of 2')
  expect([...site.keys()].filter((file) => file.startsWith('digest/'))).toEqual(['digest/weekly.xml'])
  expect(findFaults(site)).toEqual([])
})

test('a week that is over does not change with what comes later, though that is dated in it', async () => {
  planet = openPlanet({ [feed]: atom(one) }, 'digest: [weekly, daily]')
  await planet.build('2020-05-07T12:00:00Z')
  await planet.build('2020-05-11T00:10:00Z')
  const before = planet.site()
  planet.feeds.set(feed, atom({ ...late }, one))
  const { written } = await planet.build('2020-05-11T01:10:00Z')
  expect(written).toContain('2020/05/10/index.html')
  expect(written.filter((file) => /^(digest|week)\//.test(file))).toEqual([])
  expect(planet.site().get('digest/weekly.xml')).toBe(before.get('digest/weekly.xml'))
  // It stands in the week in which it came.
  await planet.build('2020-05-18T00:10:00Z')
  const entries = planet.site().get('digest/weekly.xml')?.split('<entry') ?? []
  expect(entries.map(titlesIn)).toEqual([[], ['Post late'], ['Post 1']])
})

test('it is written when a period has ended, and not once more', async () => {
  planet = openPlanet({ [feed]: atom(one) }, 'digest: [daily]')
  await planet.build('2020-05-06T12:00:00Z')
  const ended = await planet.build('2020-05-07T00:10:00Z')
  expect(ended.written).toEqual(['digest/daily.xml'])
  expect(idsOf(planet.site().get('digest/daily.xml'))).toEqual(['https://planet.example/digest/daily.xml#2020-05-06'])
  expect(planet.site().get('digest/daily.xml')).toContain('href="https://planet.example/2020/05/06/"')
  expect((await planet.build('2020-05-07T01:10:00Z')).written).toEqual([])
  expect((await planet.build('2020-05-08T01:10:00Z')).written).toEqual([])
})

test('a correction reaches it, and what is taken down leaves it and its page', async () => {
  planet = openPlanet({ [feed]: atom(two, one) }, 'digest: [weekly]')
  await planet.build('2020-05-08T12:00:00Z')
  await planet.build('2020-05-11T00:10:00Z')
  planet.feeds.set(feed, atom({ ...two, text: 'Corrected', at: '2020-05-12T10:00:00Z' }, one))
  await planet.build('2020-05-12T12:00:00Z')
  const corrected = planet.site().get('digest/weekly.xml')
  expect(corrected).toContain('Corrected')
  expect(idsOf(corrected)).toEqual(['https://planet.example/digest/weekly.xml#2020-W19'])
  planet.configure('digest: [weekly]\npurged: [https://a.example/1, https://a.example/2]')
  await planet.build('2020-05-13T12:00:00Z')
  expect(idsOf(planet.site().get('digest/weekly.xml'))).toEqual([])
  expect(planet.site().has('week/2020-W19/index.html')).toBe(false)
})

test('it holds the last weeks, however long the history', async () => {
  planet = openPlanet({ [feed]: atom(one) }, 'digest: [weekly]')
  for (let week = 0; week < 10; week++) {
    const at = new Date(Date.UTC(2020, 4, 6 + 7 * week, 10)).toISOString()
    planet.feeds.set(feed, atom({ id: String(week), at }))
    await planet.build(at)
  }
  const ids = idsOf(planet.site().get('digest/weekly.xml'))
  expect(ids.length).toBe(8)
  expect(ids[0]).toMatch(/2020-W27$/)
  // Pages of weeks stay.
  expect(planet.site().has('week/2020-W19/index.html')).toBe(true)
  planet.configure('digest: [weekly]\nlanguage: de')
  await planet.build('2020-08-01T00:00:00Z')
  expect(planet.site().has('week/2020-W19/index.html')).toBe(true)
})

test('a week that is too much to carry whole has first words at its end', async () => {
  const posts = Array.from({ length: 30 }, (_, index) => ({ id: `p${index}`, at: one.at, text: 'word '.repeat(6000) }))
  planet = openPlanet({ [feed]: atom(...posts) }, 'digest: [weekly]\ndefaults: {first: 50, per_day: 50}')
  await planet.build('2020-05-07T12:00:00Z')
  await planet.build('2020-05-11T00:10:00Z')
  const weekly = planet.site().get('digest/weekly.xml') ?? ''
  expect(weekly.length).toBeLessThan(600_000)
  expect(titlesIn(weekly).length).toBe(30)
})

test('feeds of several blogs say whose an entry is, where feeds.yaml wants it', async () => {
  planet = openPlanet(
    { [feed]: atom({ ...one, title: 'Fish &amp; chips' }, { ...two, title: '' }) },
    'show: {feed_title: "{blog}: {title} ({author})"}',
  )
  await planet.build('2020-05-08T12:00:00Z')
  const site = planet.site()
  expect(site.get('rss.xml')).toContain('<title>Ana’s blog: Fish &amp; chips (Ana)</title>')
  expect(site.get('feed.json')).toContain('"title":"Ana’s blog: Fish & chips (Ana)"')
  expect(site.get('atom.xml')).toContain('<title>Ana’s blog: Fish &amp; chips (Ana)</title>')
  expect(site.get('atom.xml')).toContain('<title>Ana’s blog</title>')
  expect(site.get('archive/1.xml')).toContain('Ana’s blog: Fish')
  const own = [...site].find(([file]) => file.startsWith('blog/') && file.endsWith('.xml'))
  expect(own?.[1]).toContain('<title>Fish &amp; chips</title>')
  expect(findFaults(site)).toEqual([])
})

test('/titles/ has the newest titles, by day', async () => {
  planet = openPlanet({ [feed]: atom(two, one) })
  await planet.build('2020-05-08T12:00:00Z')
  const titles = planet.site().get('titles/index.html') ?? ''
  expect(titles.match(/Post \d/g)).toEqual(['Post 2', 'Post 1'])
  expect(titles).not.toContain('Text of')
})
