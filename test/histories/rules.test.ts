import path from 'node:path'
import { expect, test } from 'vitest'
import { makeStatus } from '../../src/commands/make-status.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { type History, openHistory } from './open-history.ts'
import { moved, type Post, post } from './render-feed.ts'

const three = [post('Three', '05-03'), post('Two', '05-02'), post('One', '05-01')]
const [third, second, first] = three as [Post, Post, Post]
const at = (day: string) => `2026-${day}T12:00:00Z`

test('K-08 dates: published: updates do not count, and a post of the future waits until its day', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - url: /a\n    dates: published')
  const { date: _date, ...undated } = post('Undated', '05-01', { updated: '2026-05-02T23:00:00Z' })
  history.serve('/a', [post('Soon', '05-12'), undated, third, second])
  await history.build(at('05-10'))
  expect(history.titlesOn('index.html')).toEqual(['Undated', 'Three', 'Two'])
  expect(history.page('atom.xml')).not.toContain('Soon')
  expect((await history.entries()).find(({ title }) => title === 'Soon')).toMatchObject({ offSite: 'not_due' })

  // Nobody is asked: its time has come.
  await history.build(at('05-12'), { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['Soon', 'Undated', 'Three', 'Two'])
  expect(history.titlesOn('2026/05/12/index.html')).toEqual(['Soon'])
  expect(history.ids()[0]).toBe('https://a.example/soon')
  expect((await history.build(at('05-13'), { part: 'render' })).written).toEqual([])
})

test('K-08 dates: published: a post that waits may be put off, and brought forward', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {dates: published}\nfeeds:\n  - /a')
  history.serve('/a', [post('Soon', '05-12'), first])
  await history.build(at('05-10'))
  history.serve('/a', [post('Soon', '05-20'), first])
  await history.build(at('05-11'))
  await history.build(at('05-13'), { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['One'])
  history.serve('/a', [post('Soon', '05-13', { date: '2026-05-13T10:00:00Z' }), first])
  await history.build(at('05-14'))
  expect(history.titlesOn('2026/05/13/index.html')).toEqual(['Soon'])
  history.serve('/a', [post('Soon', '05-30'), first])
  await history.build(at('05-15'))
  expect(history.titlesOn('2026/05/13/index.html')).toEqual(['Soon'])
})

test('K-06 dates: first-seen: our own clock, whatever the feed says', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - url: /a\n    dates: first-seen')
  history.serve('/a', [second, first])
  await history.build(at('05-10'))
  history.serve('/a', [post('Back-dated', '01-01'), post('Two', '06-01'), post('One', '06-02')])
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['Back-dated', 'Two', 'One'])
  expect(history.titlesOn('2026/05/10/index.html')).toEqual(['Two', 'One'])
  expect(history.titlesOn('2026/05/11/index.html')).toEqual(['Back-dated'])
})

test('K-07 first, per_day and max_age of one feed go before those of defaults', async () => {
  const history = await openHistory()
  const feeds = (more: string) => `defaults: {first: 1, per_day: 1, max_age: 1000d}\nfeeds:\n  - /b\n${more}`
  history.serve('/b', [post('B', '05-09', { id: 'b', link: 'https://b.example/b' })])
  history.setConfig(feeds(''))
  await history.build(at('05-10'))
  history.serve('/a', three)
  history.setConfig(feeds('  - url: /a\n    first: 2\n    per_day: 3\n    max_age: 6d'))
  await history.build('2026-05-08T12:00:00Z'.replace('08', '11'))
  // Of three, two came to the front; both are older than six days.
  expect(history.titlesOn('index.html')).toEqual(['B'])
  history.setConfig(feeds('  - url: /a\n    first: 2\n    per_day: 3'))
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['B', 'Three', 'Two'])
  history.serve('/a', [post('Six', '05-06'), post('Five', '05-05'), post('Four', '05-04'), ...three])
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['B', 'Six', 'Five', 'Four', 'Three', 'Two'])
})

const spam = (posts: Post[] = [post('Win', '05-11', { id: 'win', link: 'https://casino.example/win' })]) => ({
  title: 'Casino',
  site: 'https://casino.example/',
  language: 'en',
  posts,
})

test('K-05 a hijacked feed is quarantined, told once, and known to be until it is itself again', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.serve('/a', spam())
  const { feeds, written } = await history.build(at('05-11'))
  expect(feeds).toMatchObject([{ result: 'quarantined', problem: { code: 'QUARANTINED' }, added: 0, name: 'Blog A' }])
  expect(feeds[0]?.notices).toEqual([
    {
      code: 'QUARANTINED',
      message: `seems to be somebody else’s by now: nothing in it is known; it is called “Casino”, no longer “Blog A”; its site is casino.example, no longer a.example; 1 entry waits (“Win”), and nothing of it is shown; if it is still the same blog, run: planet build --accept ${history.url('/a')}`,
    },
  ])
  // That it is quarantined is said where feeds are.
  expect(written.sort()).toEqual(['about/index.html', 'status.json'])
  expect(history.titlesOn('index.html')).toEqual(['Three', 'Two', 'One'])
  expect(history.page('opml.xml')).not.toContain('Casino')

  // 304 from then on, and no second alarm; more spam is no better.
  const again = await history.build(at('05-12'))
  expect(again.feeds).toMatchObject([
    { status: 304, result: 'quarantined', notices: [], problem: { code: 'QUARANTINED' } },
  ])
  history.serve('/a', spam([post('Win more', '05-12', { id: 'more', link: 'https://casino.example/more' })]))
  expect((await history.build(at('05-13'))).feeds).toMatchObject([{ result: 'quarantined', added: 0, notices: [] }])

  history.serve('/a', [post('Four', '05-14'), ...three])
  expect((await history.build(at('05-14'))).feeds).toMatchObject([
    { result: 'new-entries', added: 1, problem: undefined, notices: [{ code: 'ACCEPTED' }] },
  ])
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three', 'Two', 'One'])
})

test('K-05 --accept lets a quarantined feed through, though its bytes are the same', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.serve('/a', spam())
  await history.build(at('05-11'))
  const { feeds } = await history.build(at('05-12'), { accept: history.url('/a') })
  expect(feeds).toMatchObject([{ name: 'Casino', added: 0, problem: undefined, notices: [{ code: 'ACCEPTED' }] }])
  expect(history.titlesOn('index.html')).toEqual(['Win', 'Three', 'Two', 'One'])
  expect((await history.build(at('05-13'))).feeds).toMatchObject([{ result: 'unchanged', notices: [] }])
})

test('K-05 no alarm: another title, and no entry at all', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.serve('/a', spam([]))
  expect((await history.build(at('05-11'))).feeds).toMatchObject([{ problem: undefined, name: 'Blog A' }])
  expect(history.titlesOn('index.html')).toEqual(['Three', 'Two', 'One'])
})

test('K-05 a hijacker who serves an empty feed first gets no further', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  for (const [day, posts] of [
    ['05-11', []],
    ['05-12', undefined],
    ['05-13', []],
    ['05-14', undefined],
  ] as const) {
    history.serve('/a', posts === undefined ? spam() : spam([]))
    await history.build(at(day))
    expect(history.titlesOn('index.html')).toEqual(['Three', 'Two', 'One'])
    expect(history.page('opml.xml')).not.toContain('Casino')
  }
  expect((await history.build(at('05-15'))).feeds).toMatchObject([{ result: 'quarantined', notices: [] }])
})

test('K-05 another language and nothing known: quarantined', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.serve('/a', { language: 'id', posts: [post('Slot', '05-11', { id: 'slot' })] })
  expect((await history.build(at('05-11'))).feeds).toMatchObject([{ result: 'quarantined' }])
})

test('K-13 what a feed says is deleted goes, of that feed alone, and stays gone', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  history.serve('/a', three)
  history.serve('/b', [post('Mine', '05-04', { id: 'https://a.example/x', link: 'https://b.example/mine' })])
  await history.build(at('05-10'))
  const gone = (id: string, when = '2026-05-11T08:00:00Z') => `<at:deleted-entry ref="${id}" when="${when}"/>`
  history.serve('/b', { posts: [], more: gone('https://a.example/two') })
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['Mine', 'Three', 'Two', 'One'])
  history.serve('/a', { posts: [third, first], more: gone('https://a.example/two') + gone('https://a.example/x') })
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['Mine', 'Three', 'One'])
  expect(history.page('2026/05/index.html')).not.toContain('Two')
  // It comes back in its feed, even under another id: no.
  history.serve('/a', three)
  await history.build(at('05-13'))
  expect(history.titlesOn('index.html')).toEqual(['Mine', 'Three', 'One'])
  const removed = await history.withStore((store) => store.queries.removedSince(new Date(at('05-11'))))
  expect(removed).toEqual([{ publishedId: 'https://a.example/two', at: new Date(at('05-12')) }])
})

test('K-13 a deletion that is older than the entry beside it does not hold; one that is younger does', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const tombstones = `<at:deleted-entry ref="https://a.example/two" when="2026-04-01T00:00:00Z"/>
    <at:deleted-entry ref="https://a.example/one" when="2026-05-09T00:00:00Z"/>`
  history.serve('/a', { posts: three, more: tombstones })
  await history.build(at('05-10'))
  expect(history.titlesOn('index.html')).toEqual(['Three', 'Two'])
})

test('K-12 purged: takes effect in each build: by link, id, feed; ids that change do not bring it back; undone, it returns', async () => {
  const history = await openHistory()
  const feeds = 'feeds:\n  - /a\n  - /b'
  history.setConfig(feeds)
  history.serve('/a', three)
  history.serve('/b', [post('B', '05-04', { id: 'b', link: 'https://b.example/b' })])
  await history.build(at('05-10'))

  history.setConfig(`${feeds}\npurged:\n  - http://www.a.example/two/\n  - feed: /b`)
  await history.build(at('05-11'), { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['Three', 'One'])
  expect(history.page('atom.xml')).not.toMatch(/Two|>B</)
  expect(history.page('opml.xml')).not.toContain(history.url('/b'))
  const removed = await history.withStore((store) => store.queries.removedSince(new Date(0)))
  expect(removed.map(({ publishedId }) => publishedId).sort()).toEqual([
    'https://a.example/two',
    expect.stringMatching(/^urn:uuid:/),
  ])

  history.serve('/a', moved([post('Four', '05-12'), ...three], 'https://a.example', 'https://new.example'))
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three', 'One'])
  history.serve('/a', three)
  await history.build(at('05-13'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three', 'One'])

  history.setConfig(feeds)
  await history.build(at('05-14'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'B', 'Three', 'Two', 'One'])
  expect(history.ids()).toContain('https://a.example/two')
  expect(await history.withStore((store) => store.queries.removedSince(new Date(0)))).toEqual([])
})

test('K-12 purged holds for what has not come yet, and for a state that was lost', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\npurged:\n  - https://a.example/two')
  history.serve('/a', three)
  await history.build(at('05-10'))
  expect((await history.entries()).map(({ title }) => title)).toEqual(['Three', 'One'])
})

const day = { a: [second, first], undated: [{ id: 'u', title: 'Undated' } as Post] }

const addresses = [
  { name: 'a slash at its end', before: '/a', after: '/a/' },
  { name: 'another address under the same name', before: '{url: /a, name: Ann}', after: '{url: /new, name: Ann}' },
]

test.each(addresses)('K-02 the address of a feed is changed in feeds.yaml: $name', async ({ before, after }) => {
  const history = await openHistory()
  history.setConfig(`feeds:\n  - ${before}`)
  history.serve('/a', three)
  await history.build(at('05-10'))
  const blog = await findSlug(history)

  const [path = ''] = /\/\w+\/?/.exec(after) ?? []
  history.setConfig(`feeds:\n  - ${after}`)
  history.serve(path, moved([post('Four', '05-11'), ...three], 'https://a.example', 'https://new.example'))
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three', 'Two', 'One'])
  expect(history.ids().slice(1)).toEqual(three.map(({ id }) => id))
  expect((await history.entries()).map(({ feed }) => feed)).toEqual(Array(4).fill(history.url(path)))
  expect(await findSlug(history)).toBe(blog)
})

const findSlug = ({ withStore }: History) =>
  withStore(async (store) => {
    const feeds = await store.feeds()
    expect(feeds).toHaveLength(1)
    return feeds[0]?.slug
  })

test('K-02 a permanent redirect is written into feeds.yaml: it is the same feed', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.redirect('/a', '/new')
  history.serve('/new', [post('Four', '05-11'), ...three])
  await history.build(at('05-11'))
  history.setConfig('feeds:\n  - /new')
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three', 'Two', 'One'])
  expect(await history.entries()).toHaveLength(4)
  expect(await findSlug(history)).toBe('blog-a')
})

test('K-12 a feed that was taken down, and one that comes under its name, are two', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - {url: /a, name: Ann}')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.setConfig('feeds:\n  - {url: /b, name: Ann}\npurged:\n  - feed: /a')
  history.serve('/b', [post('Four', '05-11'), third])
  await history.build(at('05-11'))
  expect(history.titlesOn('index.html')).toEqual(['Four', 'Three'])
  expect(await history.withStore((store) => store.feeds())).toHaveLength(2)
})

test('K-02 one blog goes and another of the same author comes: two feeds', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - {url: /a, name: Ann}')
  history.serve('/a', three)
  await history.build(at('05-10'))
  history.setConfig('feeds: []')
  await history.build(at('05-11'))
  history.setConfig('feeds:\n  - {url: /b, name: Ann}')
  history.serve('/b', [post('Other', '05-12', { id: 'b', link: 'https://b.example/other' })])
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['Other', 'Three', 'Two', 'One'])
  expect(await history.withStore((store) => store.feeds())).toHaveLength(2)
})

test('O-14 an edit of seven years ago writes the files that carry it, and those that say when something last changed', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const old = post('Old', '05-01', { date: '2019-05-01T09:00:00Z' })
  const later = Array.from({ length: 80 }, (_, index) =>
    post(`Later ${index}`, '01-01', { date: new Date(Date.UTC(2026, 0, 90 - index, 9)).toISOString() }),
  )
  history.serve('/a', [...later, old])
  await history.build(at('05-10'))
  expect((await history.build(at('05-11'))).written).toEqual([])

  history.serve('/a', [...later, { ...old, text: 'Corrected' }])
  const { written, deleted } = await history.build(at('05-11'))
  const telling = ['index.html', '.well-known/recommendations.opml', 'opml.xml', 'status.json']
  expect(written.sort()).toEqual(['2019/05/01/index.html', 'archive/1.xml', ...telling].sort())
  expect(deleted).toEqual([])
})

test('our clock is a year ahead for a build: what took its place from it is brought back', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  history.serve('/a', day.a)
  await history.build(at('05-10'))
  history.serve('/a', three)
  history.serve('/b', day.undated)
  await history.build('2027-05-11T12:00:00Z')
  expect(history.titlesOn('2027/05/11/index.html')).toEqual(['Undated'])
  const { warnings } = await history.build(at('05-12'))
  expect(warnings).toEqual([expect.stringContaining('that clock was wrong')])
  expect(history.titlesOn('index.html')).toEqual(['Undated', 'Three', 'Two', 'One'])
  expect(history.titlesOn('2026/05/12/index.html')).toEqual(['Undated'])
  expect(() => history.page('2027/05/11/index.html')).toThrow()
  expect((await history.build(at('05-13'))).written).toEqual([])
})

test('our clock is a year behind for a build: nothing moves, and nothing new is buried', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [first])
  await history.build(at('05-10'))
  history.serve('/a', [post('Mid', '05-12'), second, first])
  await history.build(at('05-13'))
  history.serve('/a', [{ id: 'u', title: 'Undated' }, post('Mid', '05-12'), ...three])
  const { warnings } = await history.build('2025-05-14T12:00:00Z')
  expect(warnings).toEqual([expect.stringContaining('set the clock')])
  expect(history.titlesOn('index.html')).toEqual(['Undated', 'Mid', 'Three', 'Two', 'One'])
  // It is no reason for a mail an hour; and the next time that it is wrong is news.
  expect((await history.build('2025-05-14T13:00:00Z')).warnings).toEqual([])
  const watched = await history.build('2025-05-14T13:30:00Z', { isWatched: true })
  expect(watched.warnings).toContainEqual(expect.stringContaining('set the clock'))
  expect((await history.build('2025-05-15T13:00:00Z')).warnings).toHaveLength(1)
  expect((await history.build(at('05-15'))).warnings).toEqual([])
  expect(history.titlesOn('index.html')).toEqual(['Undated', 'Mid', 'Three', 'Two', 'One'])
  expect((await history.build('2025-05-15T14:00:00Z')).warnings).toHaveLength(1)
})

test('an entry that vanished from among its neighbours is named after a week; one that left at the end, or came back, is not', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [post('Four', '05-04'), ...three])
  await history.build(at('05-10'))
  // Two vanishes; One leaves at the end, as all do.
  history.serve('/a', [post('Five', '05-05'), post('Four', '05-04'), third])
  await history.build(at('05-11'))
  history.serve('/a', [post('Five', '05-05'), post('Four', '05-04'), third, first])
  await history.build(at('05-12'))
  history.serve('/a', [post('Five', '05-05'), third, first])
  await history.build(at('05-13'))
  const missingAt = async (day: string) => {
    const config = await loadConfig(path.join(history.folder, 'feeds.yaml'))
    return history.withStore(async (store) => {
      const [feed] = await store.feeds()
      if (feed === undefined) throw new Error('the planet has no feed')
      const summary = (await store.summarise()).get(feed.source.url)
      return makeStatus(feed, summary, config, new Date(at(day))).missing.map(({ title }) => title)
    })
  }
  expect(await missingAt('05-14')).toEqual([])
  expect(await missingAt('05-20')).toEqual(['Four'])

  // Somebody put it back; a feed that is empty for a day says nothing of anyone.
  history.serve('/a', [])
  await history.build(at('05-14'))
  history.serve('/a', [post('Five', '05-05'), post('Four', '05-04'), ...three])
  await history.build(at('05-15'))
  expect(await missingAt('05-25')).toEqual([])
})
