import path from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '../../src/store/open-engine.ts'
import { placeState } from '../place-state.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

// "/v" is the blog of https://v.example/, whose posts others take for theirs; "/e" is whoever does.
const at = (day: string) => `2026-${day}T12:00:00Z`
const theirs = [3, 2, 1].map((number) => {
  const link = `https://v.example/${number}`
  return post(`V${number}`, `05-0${number}`, { id: link, link })
})
const [third, second, first] = theirs as [(typeof theirs)[0], (typeof theirs)[0], (typeof theirs)[0]]

test('F-03 a feed that had the id and the link of another’s entry says something else under them: the entry stays', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /v\n  - /e')
  history.serve('/v', theirs)
  history.serve('/e', [{ ...third, date: '2026-05-03T09:00:01Z' }])
  await history.build(at('05-10'))
  const before = history.page('atom.xml')
  expect(history.titlesOn('index.html')).toEqual(['V3', 'V2', 'V1'])

  const spam = post('Win', '05-03', { id: third.id ?? '', link: 'https://e.example/win', text: 'Casino' })
  history.serve('/e', [{ ...spam, date: '2026-05-03T09:00:01Z' }])
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['Win', 'V3', 'V2', 'V1'])
  const [own, ...others] = history.ids()
  expect(own).toMatch(/^urn:uuid:/)
  expect(others).toEqual(theirs.map(({ id }) => id))
  for (const text of ['Text of V3', 'Text of V2']) {
    expect([text, before.includes(text), history.page('atom.xml').includes(text)]).toEqual([text, true, true])
  }
  const anchors = [...history.page('2026/05/03/index.html').matchAll(/ id="(e-[0-9a-f]+)"/g)].map(([, id]) => id)
  expect([anchors.length, new Set(anchors).size]).toEqual([2, 2])
})

const foreseen = [
  { name: 'an address', id: 'https://v.example/3' },
  { name: 'a tag', id: 'tag:v.example,2026:3' },
  { name: 'a tag of a person', id: 'tag:me@www.v.example,2026-05:3' },
]

test.each(foreseen)(
  'F-03 an id of another’s that a feed takes before it comes there is left to its owner: $name',
  async ({ id }) => {
    const history = await openHistory()
    history.setConfig('feeds:\n  - /e\n  - {url: /v, site: "https://v.example/"}')
    history.serve('/e', [post('Casino', '05-03', { id, link: 'https://e.example/win' })])
    history.serve('/v', [second, first])
    await history.build(at('05-10'))
    history.serve('/v', [{ ...third, id }, second, first])
    await history.build(at('05-11'))
    const entries = history.page('atom.xml').split(/<entry[\s>]/)
    const idOf = (title: string) =>
      /<id>(.*?)<\/id>/.exec(entries.find((entry) => entry.includes(`>${title}<`)) ?? '')?.[1]
    expect([idOf('V3'), idOf('Casino')]).toEqual([id, expect.stringMatching(/^urn:uuid:/)])
  },
)

const kept = ['https://medium.com/p/1f2e3d', 'tag:blogger.com,1999:blog-1.post-2', 'tag:typepad.com,2003:post-6a00']

test.each(kept)('F-02 an id that names who keeps the blog is its own, though that also has a feed: %s', async (id) => {
  const history = await openHistory()
  const { host } = new URL(id.replace(/^tag:([^,]+).*/, 'https://$1/'))
  history.setConfig(`feeds:\n  - /a\n  - {url: /b, site: "https://${host}/b"}`)
  history.serve('/a', [post('Ours', '05-03', { id, link: 'https://a.example/ours' })])
  history.serve('/b', [second, first])
  await history.build(at('05-10'))
  expect(history.page('atom.xml')).toContain(`<id>${id}</id>`)
})

test.each(['feeds:\n  - /e\n  - /v', 'feeds:\n  - /v\n  - /e'])(
  'K-11 a post that another feed carries, too, is shown by the owner of its domain: %j',
  async (config) => {
    const history = await openHistory()
    history.setConfig(config)
    history.serve('/e', [post('Mine', '05-04', { id: 'e-1', link: third.link ?? '', text: 'Casino' })])
    await history.build(at('05-09'))
    history.serve('/v', theirs)
    await history.build(at('05-10'))
    expect(history.titlesOn('index.html')).toEqual(['V3', 'V2', 'V1'])
    expect(history.page('atom.xml')).not.toContain('Casino')
    expect(history.page('index.html')).toContain('also in Blog E')
  },
)

const neighbours = ['wordpress.com', 'substack.com', 'github.io']

test.each(neighbours)('F-03 K-11 a neighbour in a house of blogs takes neither posts nor ids: %s', async (house) => {
  const history = await openHistory()
  const [mine, next] = [`https://v.${house}`, `https://e.${house}`]
  history.setConfig(`feeds:\n  - {url: /e, site: "${next}"}\n  - {url: /v, site: "${mine}"}`)
  const posts = [2, 1].map((number) =>
    post(`V${number}`, `05-0${number}`, { id: `${mine}/${number}`, link: `${mine}/${number}` }),
  )
  const copy = post('Casino', '05-02', { id: 'e-1', link: `${mine}/2` })
  const taken = post('Poker', '05-03', { id: `${mine}/3`, link: `${next}/win` })
  history.serve('/e', [taken, copy])
  history.serve('/v', posts)
  await history.build(at('05-10'))
  history.serve('/v', [post('V3', '05-03', { id: `${mine}/3`, link: `${mine}/3` }), ...posts])
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html').filter((title) => title !== 'Poker')).toEqual(['V3', 'V2', 'V1'])
  const entries = history.page('atom.xml').split(/<entry[\s>]/)
  expect(entries.find((entry) => entry.includes('>V3<'))).toContain(`<id>${mine}/3</id>`)
})

test('F-03 K-11 a neighbour on a host of many takes neither posts nor ids: /~v/ and /~e/', async () => {
  const history = await openHistory()
  const [mine, next] = ['https://many.example/~v', 'https://many.example/~e']
  history.setConfig(`feeds:\n  - {url: /e, site: "${next}/"}\n  - {url: /v, site: "${mine}/"}`)
  const own = (number: number) =>
    post(`V${number}`, `05-0${number}`, { id: `${mine}/${number}`, link: `${mine}/${number}` })
  const copy = post('Casino', '05-02', { id: 'e-1', link: `${mine}/2` })
  const taken = post('Poker', '05-03', { id: `${mine}/3`, link: `${next}/win` })
  history.serve('/e', [taken, copy])
  history.serve('/v', [own(2), own(1)])
  await history.build(at('05-10'))
  history.serve('/v', [own(3), own(2), own(1)])
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html').filter((title) => title !== 'Poker')).toEqual(['V3', 'V2', 'V1'])
  const entries = history.page('atom.xml').split(/<entry[\s>]/)
  expect(entries.find((entry) => entry.includes('>V3<'))).toContain(`<id>${mine}/3</id>`)
})

const stored = [
  { of: 'wordpress.com', owner: 'https://v.wordpress.com', other: 'https://e.wordpress.com' },
  { of: 'fc2.com', owner: 'https://v.blog.fc2.com', other: 'https://e.blog.fc2.com' },
  { of: 'uni.example', owner: 'https://uni.example/~v', other: 'https://uni.example/~e' },
  { of: 'uni.example', owner: 'https://uni.example/%7Ev', other: 'https://uni.example/~e' },
  { of: 'uni.example', owner: 'https://uni.example/%40v', other: 'https://uni.example' },
]

test.each(stored)(
  'K-11 what an older version stored in a house of blogs, or on a host of many, is its owner’s after an upgrade: $owner',
  async ({ of, owner, other }) => {
    const history = await openHistory()
    const link = `${owner}/1`
    history.setConfig(`feeds:\n  - {url: /e, site: "${other}"}\n  - {url: /v, site: "${owner}"}`)
    history.serve('/v', [post('V1', '05-01', { id: link, link })])
    await history.build(at('05-10'))
    const database = await openEngine(placeState(path.join(history.folder, '.planet')))
    await database.run('UPDATE entries SET link_domain = ?', of)
    await database.run('UPDATE feeds SET site_domain = ? WHERE site_domain IS NOT NULL', of)
    await database.run("UPDATE meta SET value = 'yes' WHERE name = 'has_domains'")
    await database.close()
    history.serve('/e', { site: `${owner}/`, posts: [post('Casino', '05-01', { id: 'e-1', link })] })
    await history.build(at('05-11'))
    expect(history.titlesOn('index.html')).toEqual(['V1'])
  },
)

test('K-11 a feed that says nothing of its site today keeps what it said before an upgrade', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /e\n  - /v')
  history.serve('/v', theirs)
  await history.build(at('05-10'))
  history.serve('/v', { site: '', posts: [third, second, first] })
  await history.build(at('05-11'))
  const database = await openEngine(placeState(path.join(history.folder, '.planet')))
  await database.run("UPDATE meta SET value = 'yes' WHERE name = 'has_domains'")
  await database.close()
  history.serve('/e', [post('Casino', '05-03', { id: 'e-1', link: third.link ?? '' })])
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['V3', 'V2', 'V1'])
})

const claims = [
  {
    name: 'another feed, for years before',
    before: [post('Own', '05-01', { id: 'own', link: 'https://e.example/own' })],
  },
  { name: 'another feed, new on the list', before: undefined },
]

test.each(claims)(
  'F-03 K-11 whoever says later that its site is that of a blog on FeedBurner gets none of its posts: $name',
  async ({ before }) => {
    const history = await openHistory()
    history.setConfig(before === undefined ? 'feeds:\n  - /v' : 'feeds:\n  - /e\n  - /v')
    if (before !== undefined) history.serve('/e', before)
    history.serve('/v', [second, first])
    await history.build(at('05-09'))
    // For a day the blog says nothing of its site, then that it is on its author's machine, then that it has moved.
    history.serve('/v', { site: '', posts: [second, first] })
    await history.build(at('05-10'))
    history.serve('/v', { site: 'http://localhost:1313/', posts: [second, first] })
    await history.build(at('05-11'))
    history.serve('/v', { site: 'https://moved.example/', posts: [second, first] })
    await history.build(at('05-11'))
    history.setConfig('feeds:\n  - /e\n  - /v')
    const copies = [third, second, first].map(({ link = '' }, index) =>
      post(`Spam ${index}`, '05-03', { id: `e-${index}`, link }),
    )
    history.serve('/e', { site: 'https://v.example/', posts: [...copies, ...(before ?? [])] })
    await history.build(at('05-12'))
    history.serve('/v', theirs)
    await history.build(at('05-13'))
    expect(history.titlesOn('index.html').filter((title) => title !== 'Own')).toEqual(['V3', 'V2', 'V1'])
    expect(history.page('atom.xml')).not.toContain('Spam')
    expect(history.page('2026/05/02/index.html')).toContain('V2')
  },
)

test('K-11 copies of posts that `first` kept from the front page do not get there, and are not "also in" after 30 days', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {first: 1}\nfeeds:\n  - /o')
  history.serve('/o', [post('Other', '05-01', { id: 'o', link: 'https://o.example/1' })])
  await history.build(at('05-09'))
  history.setConfig('defaults: {first: 1}\nfeeds:\n  - /o\n  - /v\n  - /e')
  history.serve('/v', theirs)
  history.serve('/e', [post('Real', '05-02', { id: 'e', link: 'https://e.example/real' })])
  await history.build(at('05-10'))
  expect(history.titlesOn('index.html')).toEqual(['V3', 'Real', 'Other'])

  const copies = [second, first].map((one, index) => ({ ...one, id: `copy-${index}`, title: `Copy ${index}` }))
  history.serve('/e', copies)
  await history.build(at('06-20'))
  expect(history.titlesOn('index.html')).toEqual(['V3', 'Real', 'Other'])
  expect(history.titlesOn('2026/05/02/index.html')).toEqual(['V2', 'Real'])
  expect(history.page('2026/05/02/index.html')).not.toContain('also in')
})

test('K-02 a feed that led to another blog was taken off the list; the blog that comes later is its own', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /e')
  history.serve('/e', [post('Win', '05-01', { id: 'win', link: 'https://e.example/win' })])
  await history.build(at('05-09'))
  history.serve('/v', theirs)
  history.redirect('/e', '/v')
  await history.build(at('05-10'))
  history.setConfig('feeds: []')
  await history.build(at('05-11'))
  history.setConfig('feeds:\n  - /v')
  await history.build(at('05-12'))
  const feeds = await history.withStore((store) => store.feeds())
  expect(feeds.map(({ source, slug }) => [source.url, slug])).toEqual([
    [history.url('/v'), 'blog-v'],
    [history.url('/e'), 'blog-e'],
  ])
  const blog = history.page('blog/blog-v/index.html')
  expect([blog.includes('V3'), blog.includes('Win')]).toEqual([true, false])
})

test.each([
  { name: 'goes before a stranger', lists: ['/e', '/h'], shown: 'Of the host' },
  { name: 'goes after the person whose folder it is', lists: ['/e', '/h', '/v'], shown: 'Of the person' },
])('F-03 K-11 a feed of a whole host $name', async ({ lists, shown }) => {
  const history = await openHistory()
  const link = 'https://uni.example/~v/1'
  const sites: Record<string, string> = { '/h': 'https://uni.example/', '/v': 'https://uni.example/~v/' }
  const listed = lists.map((url) => (sites[url] === undefined ? `- ${url}` : `- {url: ${url}, site: "${sites[url]}"}`))
  history.setConfig(`feeds:\n  ${listed.join('\n  ')}`)
  history.serve('/e', [post('Of a stranger', '05-01', { id: 'e-1', link })])
  history.serve('/h', [post('Of the host', '05-01', { id: 'h-1', link })])
  history.serve('/v', [post('Of the person', '05-01', { id: 'v-1', link })])
  await history.build(at('05-10'))
  expect(history.titlesOn('index.html')).toEqual([shown])
})
