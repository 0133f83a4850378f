import { afterEach, expect, test, vi } from 'vitest'
import { findFaults } from './find-faults.ts'
import { openPlanet, type TestPlanet } from './open-planet.ts'

let planet: TestPlanet
afterEach(() => {
  vi.unstubAllEnvs()
  return planet.close()
})

const lines = `defaults: {first: 2}
feeds:
  - {url: 'https://a.example/feed', name: A, tags: [core, C#]}
  - {url: 'https://b.example/feed', name: B, tags: [core]}
  - {url: 'https://c.example/feed', name: C}
`

function rss(host: string, ...days: number[]): string {
  const items = days.map(
    (day) => `<item><guid>https://${host}/${day}</guid><title>${host} ${day}</title>
      <pubDate>${new Date(Date.UTC(2020, 4, day)).toUTCString()}</pubDate></item>`,
  )
  return `<rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>${items.join('')}</channel></rss>`
}

const feeds = () => ({
  'https://a.example/feed': rss('a.example', 1, 2),
  'https://b.example/feed': rss('b.example', 3),
  'https://c.example/feed': rss('c.example', 4),
})

const idsOf = (atom: string | undefined) =>
  [...(atom ?? '').matchAll(/<entry[^>]*>\n<id>https:\/\/(.*)<\/id>/g)].map(([, id]) => id)

test('F-20 each blog and each tag has a feed with its own id, self, page and entries', async () => {
  planet = openPlanet(feeds(), lines)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('blog/a/atom.xml'))).toEqual(['a.example/2', 'a.example/1'])
  expect(idsOf(site.get('tag/core/atom.xml'))).toEqual(['b.example/3', 'a.example/2', 'a.example/1'])
  expect(idsOf(site.get('tag/C#/atom.xml'))).toEqual(['a.example/2', 'a.example/1'])
  expect(site.get('tag/core/atom.xml')).toContain(
    [
      '<id>https://planet.example/tag/core/atom.xml</id>',
      '<title xml:lang="en">Planet Test: core</title>',
      '<link rel="self" type="application/atom+xml" href="https://planet.example/tag/core/atom.xml"/>',
      '<link rel="alternate" type="text/html" href="https://planet.example/tag/core/"/>',
    ].join('\n'),
  )
  expect(site.get('tag/C#/atom.xml')).toContain('<id>https://planet.example/tag/C%23/atom.xml</id>')
  expect(site.get('tag/C#/atom.xml')).toContain('href="../../feed.css"')
  expect(findFaults(site)).toEqual([])
})

test('F-20 the feed of a tag is called as `tags:` says, and keeps its id', async () => {
  const named = lines.replace('tags: [core, C#]', 'tags: [core, constructor]')
  planet = openPlanet(feeds(), `tags: {core: Core & team}\n${named}`)
  await planet.build('2020-06-01T12:00:00Z')
  const titleOf = (tag: string) => /<title[^>]*>(.*)<\/title>/.exec(planet.site().get(`tag/${tag}/atom.xml`) ?? '')?.[1]
  expect(titleOf('core')).toBe('Planet Test: Core &amp; team')
  expect(titleOf('constructor')).toBe('Planet Test: constructor')
  expect(planet.site().get('tag/core/atom.xml')).toContain('<id>https://planet.example/tag/core/atom.xml</id>')
})

test('F-20 archive.tags and archive.authors: no feed without its page', async () => {
  planet = openPlanet(feeds(), `archive: {tags: false}\n${lines}`)
  const filesOf = (folder: string) => [...planet.site().keys()].filter((file) => file.startsWith(folder))
  await planet.build('2020-06-01T12:00:00Z')
  expect(filesOf('tag/')).toEqual([])
  expect(filesOf('blog/')).toContain('blog/a/atom.xml')
  expect(planet.site().get('subscribe/index.html')).not.toContain('tag/')
  planet.configure(`archive: {authors: false}\n${lines}`)
  await planet.build('2020-06-01T13:00:00Z')
  expect(filesOf('blog/')).toEqual([])
  expect(filesOf('tag/')).toContain('tag/core/atom.xml')
})

test('F-20 an entry changes the feeds of its blog and its tags alone', async () => {
  planet = openPlanet(feeds(), lines)
  await planet.build('2020-06-01T12:00:00Z')
  planet.feeds.set('https://b.example/feed', rss('b.example', 3, 5))
  const { written } = await planet.build('2020-06-02T12:00:00Z')
  expect(written.filter((file) => /^(blog|tag)\/.*\.xml$/.test(file)).sort()).toEqual([
    'blog/b/atom.xml',
    'tag/core/atom.xml',
  ])
})

test('F-20 what a new blog brings beyond "first" stands in its own feed, and pushes nobody out of a tag', async () => {
  planet = openPlanet({ ...feeds(), 'https://b.example/feed': '' }, lines)
  await planet.build('2020-06-01T12:00:00Z')
  planet.feeds.set('https://b.example/feed', rss('b.example', 10, 11, 12, 13))
  await planet.build('2020-06-02T12:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('blog/b/atom.xml'))).toHaveLength(4)
  expect(idsOf(site.get('tag/core/atom.xml'))).toEqual(['b.example/13', 'b.example/12', 'a.example/2', 'a.example/1'])
})

test('F-20 a blog that never answered but has a name has a feed without entries', async () => {
  planet = openPlanet({ ...feeds(), 'https://c.example/feed': '' }, lines)
  await planet.build('2020-06-01T12:00:00Z')
  const atom = planet.site().get('blog/c/atom.xml')
  expect(idsOf(atom)).toEqual([])
  expect(atom).toContain('<title xml:lang="en">Planet Test: C</title>')
})

test('F-02 the main feed and its archive have the id of the configuration, for ever', async () => {
  planet = openPlanet(feeds(), `id: tag:old.example,2009:planet\n${lines}`)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  for (const file of ['atom.xml', 'archive/1.xml']) {
    expect(site.get(file), file).toMatch(/<feed [^>]*>\n<id>tag:old\.example,2009:planet<\/id>/)
  }
  expect(site.get('blog/a/atom.xml')).toContain('<id>https://planet.example/blog/a/atom.xml</id>')
})

test('F-16 a feed that wants a password is in no list; status.json says what is paused', async () => {
  vi.stubEnv('B_TOKEN', 's3cret')
  const changed = lines
    .replace('name: B,', 'name: B, headers: {Authorization: "Bearer ${B_TOKEN}"},')
    .replace('name: C', 'name: C, paused: hacked')
  planet = openPlanet(feeds(), `outputs: [atom, opml, foaf]\n${changed}`)
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  for (const file of ['opml.xml', '.well-known/recommendations.opml', 'foafroll.xml']) {
    expect(site.get(file), file).toContain('https://a.example/feed')
    expect(site.get(file), file).not.toContain('b.example')
  }
  expect([...site.values()].join('')).not.toContain('s3cret')
  expect(JSON.parse(site.get('status.json') ?? '').feeds.map(({ state }: { state: string }) => state)).toEqual([
    'fine',
    'fine',
    'paused',
  ])
  expect(idsOf(site.get('tag/core/atom.xml'))).toContain('b.example/3')
})

test('F-16 an address with a key, or asked with headers, stands in no file of the site', async () => {
  vi.stubEnv('B_TOKEN', 's3cret')
  const keyed = 'https://a.example/feed?token=k3y'
  const atom = (url: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><id>${url}</id><title>A</title>
    <link rel="self" href="${url}"/><link rel="alternate" href=""/>
    <entry><id>tag:a.example,2020:1</id><title>One</title><updated>2020-05-01T00:00:00Z</updated>
      <content type="html">&lt;p id="n"&gt;&lt;a href="#n"&gt;n&lt;/a&gt; &lt;a href="#m"&gt;m&lt;/a&gt; &lt;a href="?p=2"&gt;p&lt;/a&gt;</content></entry></feed>`
  const shown = 'outputs: [html, atom, rss, json, opml, foaf, rss10]\n'
  const list = `feeds:\n  - ${keyed}\n  - {url: 'https://b.example/private', headers: {Authorization: "Bearer \${B_TOKEN}"}}\n`
  const served = { [keyed]: atom(keyed), 'https://b.example/private': rss('b.example', 3) }
  planet = openPlanet(served, `${shown}${list}  - https://c.example/feed\n`)
  planet.feeds.set('https://c.example/feed', rss('c.example', 4))
  await planet.build('2020-06-01T12:00:00Z')
  const site = planet.site()
  expect(site.get('index.html')).toContain('One')
  expect(site.get('opml.xml')).toContain('https://c.example/feed')
  for (const [file, text] of site) expect(text, file).not.toMatch(/k3y|s3cret|b\.example\/private/)
  const { feeds } = JSON.parse(site.get('status.json') ?? '')
  expect(feeds.map(({ url }: { url: string | null }) => url)).toEqual([null, null, 'https://c.example/feed'])
  expect(site.get('atom.xml')).toMatch(/<source>\n<id>https:\/\/planet\.example\/blog\/a\/<\/id>/)
  expect(findFaults(site)).toEqual([])
})

test('a feed that is no longer listed keeps its feed, and leaves the lists', async () => {
  planet = openPlanet(feeds(), lines)
  await planet.build('2020-06-01T12:00:00Z')
  planet.configure(lines.replace(/ {2}- .*b\.example.*\n/, ''))
  await planet.build('2020-06-02T12:00:00Z')
  const site = planet.site()
  expect(idsOf(site.get('blog/b/atom.xml'))).toEqual(['b.example/3'])
  expect(idsOf(site.get('tag/core/atom.xml'))).toEqual(['a.example/2', 'a.example/1'])
  expect(site.get('opml.xml')).not.toContain('b.example')
  const status = JSON.parse(site.get('status.json') ?? '')
  expect(status.feeds.map(({ slug, active }: { slug: string; active: boolean }) => [slug, active])).toEqual([
    ['a', true],
    ['c', true],
    ['b', false],
  ])
})

test('F-04 the feed of a blog that could never be read is as old as the first attempt, and stays so', async () => {
  planet = openPlanet({ ...feeds(), 'https://b.example/feed': 'no feed' }, lines)
  await planet.build('2020-06-01T12:00:00Z')
  const first = planet.site().get('blog/b/atom.xml')
  expect(first).toContain('<updated>2020-06-01T12:00:00Z</updated>')
  await planet.build('2020-06-03T12:00:00Z')
  expect(planet.site().get('blog/b/atom.xml')).toBe(first)
  expect(findFaults(planet.site())).toEqual([])
})
