import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

const at = (day: string, hour = 12) => `2026-${day}T${String(hour).padStart(2, '0')}:00:00Z`

/** New posts with ids of their own, the first the newest, all of one day. */
function makePosts(name: string, count: number, day: string, text?: string): Post[] {
  return Array.from({ length: count }, (_, index) => {
    const minute = String(59 - (index % 60)).padStart(2, '0')
    const date = `2026-${day}T0${9 - Math.floor(index / 60)}:${minute}:00Z`
    return post(`${name} ${index}`, day, { date, ...(text === undefined ? {} : { text }) })
  })
}

test('K-07 per_day: fifty new entries every hour get twenty to the front in a day, and the operator is told each time', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', makePosts('Old', 3, '05-01'))
  await history.build(at('05-10'))
  const heldBack: unknown[] = []
  for (const hour of [13, 14, 15]) {
    history.serve('/a', [...makePosts(`Hour ${hour}`, 50, '05-09'), ...makePosts('Old', 1, '05-01')])
    const { feeds } = await history.build(at('05-10', hour))
    heldBack.push([feeds[0]?.heldBack, feeds[0]?.notices.map(({ code }) => code)])
  }
  expect(heldBack).toEqual([
    [30, ['FLOOD']],
    [50, ['FLOOD']],
    [50, ['FLOOD']],
  ])
  expect(history.titlesOn('index.html')).toHaveLength(23)
  expect(history.titlesOn('2026/05/09/index.html')).toHaveLength(150)

  history.serve('/a', [...makePosts('Next day', 50, '05-11'), ...makePosts('Old', 1, '05-01')])
  const { feeds } = await history.build(at('05-11', 13))
  expect(feeds[0]?.notices).toEqual([
    {
      code: 'FLOOD',
      message: 'brought 50 new entries: 20 on the front page and in the feeds, the rest on the dated pages only',
    },
  ])
  expect(history.titlesOn('index.html')).toHaveLength(43)
})

test('K-07 the entries of a first build, and of a new feed, are not counted against its day', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {per_day: 2}\nfeeds:\n  - /a')
  history.serve('/a', makePosts('Old', 30, '05-01'))
  await history.build(at('05-10'))
  expect(history.titlesOn('index.html')).toHaveLength(30)
  history.serve('/a', [...makePosts('New', 2, '05-10'), ...makePosts('Old', 1, '05-01')])
  await history.build(at('05-10', 13))
  expect(history.titlesOn('index.html').slice(0, 3)).toEqual(['New 0', 'New 1', 'Old 0'])
})

test('K-07 in the first build, what has no date of its own keeps to `first`', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const undated = makePosts('Undated', 15, '05-01').map(({ date: _date, ...one }) => one)
  history.serve('/a', [...undated, ...makePosts('Dated', 15, '05-01')])
  await history.build(at('05-10'))
  const titles = history.titlesOn('index.html')
  expect(titles.filter((title) => title.startsWith('Undated'))).toHaveLength(10)
  expect(titles.filter((title) => title.startsWith('Dated'))).toHaveLength(15)
})

test('5,000 new ids at each poll: a few hundred are stored a day, the newest first, and the operator is told once', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_new: 30}\nfeeds:\n  - /a')
  history.serve('/a', makePosts('Old', 3, '05-01'))
  await history.build(at('05-10'))
  const told: unknown[] = []
  for (const hour of [13, 14, 15]) {
    history.serve('/a', [...makePosts(`Hour ${hour}`, 100, '05-10'), ...makePosts('Old', 1, '05-01')])
    const { feeds } = await history.build(at('05-10', hour))
    told.push([feeds[0]?.added, feeds[0]?.notices.filter(({ code }) => code === 'FULL').length])
  }
  expect(told).toEqual([
    [30, 1],
    [0, 0],
    [0, 0],
  ])
  const titles = (await history.entries()).map(({ title }) => title)
  expect(titles).toHaveLength(33)
  expect(titles.slice(0, 2)).toEqual(['Hour 13 0', 'Hour 13 1'])

  // Nothing else has changed: it is asked for again all the same, and what was left comes the next day.
  const statuses: unknown[] = []
  for (const day of ['05-11', '05-12', '05-13', '05-14', '05-15']) {
    const { feeds } = await history.build(at(day, 14))
    statuses.push([feeds[0]?.status, feeds[0]?.added, feeds[0]?.notices.filter(({ code }) => code === 'FULL').length])
  }
  expect(statuses).toEqual([
    [200, 30, 0],
    [200, 30, 0],
    [200, 30, 0],
    [200, 10, 0],
    [304, 0, 0],
  ])
  expect(await history.entries()).toHaveLength(133)
})

test('19 entries of `&`, new ones at each poll: no more text a day than max_text', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_text: 2MB}\nfeeds:\n  - /a')
  history.serve('/a', makePosts('Old', 3, '05-01'))
  await history.build(at('05-10'))
  let added = 0
  for (const hour of [13, 14, 15]) {
    history.serve('/a', [
      ...makePosts(`Hour ${hour}`, 19, '05-10', '&'.repeat(60_000)),
      ...makePosts('Old', 1, '05-01'),
    ])
    const { feeds } = await history.build(at('05-10', hour))
    added += feeds[0]?.added ?? 0
  }
  const stored = (await history.entries()).reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)
  expect(added).toBeGreaterThan(2)
  expect(stored).toBeLessThan(2_100_000)
})

test('new ids for the same entries at each poll: no more of them a day than max_text, and the entries stay', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_text: 2MB}\nfeeds:\n  - /a')
  const rename = (hour: number) =>
    makePosts('Post', 400, '05-01').map((one, n) => ({ ...one, id: `${hour}-${n}-${'x'.repeat(1_900)}` }))
  for (const hour of [1, 2, 3, 4, 5]) {
    history.serve('/a', rename(hour))
    await history.build(at('05-10', hour))
  }
  const entries = await history.entries()
  expect(entries).toHaveLength(400)
  // Those of the first version, and as many as there was room for since.
  const ids = entries.flatMap((entry) => entry.ids)
  expect(ids.length).toBeGreaterThan(800)
  expect(ids.join('').length).toBeLessThan(400 * 1_910 + 2_000_000)

  history.serve('/a', rename(6))
  await history.build(at('05-12', 1))
  expect(await history.entries()).toHaveLength(400)
})

test('a long title over thousands of tables does not stand on a page with each of them', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const title = 'Long '.repeat(800)
  history.serve('/a', [{ id: 'x', title, date: '2026-05-01T09:00:00Z', text: '<pre>a</pre>'.repeat(2_000) }])
  await history.build(at('05-10'))
  const page = history.page('2026/05/01/index.html')
  expect(page.match(/<pre>a/g)).toHaveLength(2_000)
  expect(page.length).toBeLessThan(150_000)
})

test('thousands of long titles: the list of a month has their beginnings', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const title = (n: number) => `Post ${n} ${'& long '.repeat(500)}`
  const posts = makePosts('Post', 300, '05-01').map((one, n) => ({ ...one, title: title(n) }))
  history.serve('/a', posts)
  await history.build(at('05-10'))
  const page = history.page('2026/05/index.html')
  expect(page).toContain('Post 299 &amp; long')
  expect(page.length).toBeLessThan(300 * 1_000)
  expect(history.page('2026/05/01/index.html')).toContain(title(299).trim().replaceAll('&', '&amp;'))
})

test('0 lifts max_new, for one feed', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_new: 2}\nfeeds:\n  - {url: /a, max_new: 0}\n  - /b')
  const other = (posts: Post[]) =>
    posts.map((one) => ({ ...one, link: one.link?.replace('a.example', 'b.example') ?? '' }))
  history.serve('/a', makePosts('Old', 1, '05-01'))
  history.serve('/b', other(makePosts('Old', 1, '05-01')))
  await history.build(at('05-10'))
  history.serve('/a', makePosts('New', 9, '05-10'))
  history.serve('/b', other(makePosts('New', 9, '05-10')))
  const { feeds } = await history.build(at('05-10', 13))
  expect(feeds.map(({ added }) => added)).toEqual([9, 2])
})

test('an entry that made itself larger at each poll stays as it was when there is no room', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_text: 2MB}\nfeeds:\n  - /a')
  const posts = makePosts('Post', 8, '05-01')
  history.serve('/a', posts)
  await history.build(at('05-10'))
  history.serve(
    '/a',
    posts.map((one) => ({ ...one, text: 'long '.repeat(100_000) })),
  )
  const { feeds } = await history.build(at('05-10', 13))
  expect(feeds[0]).toMatchObject({ added: 0, changed: 4, notices: [{ code: 'FULL' }] })
  const next = await history.build(at('05-11', 13))
  expect(next.feeds[0]).toMatchObject({ added: 0, changed: 4, notices: [] })
})

const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const sixFeeds = `feeds:\n${letters.map((letter) => `  - /${letter}`).join('\n')}`

/** Posts of another blog. */
const of = (letter: string, posts: Post[]): Post[] =>
  posts.map((one) => {
    const link = one.link?.replace('a.example', `${letter}.example`) ?? ''
    return { ...one, id: link, link, title: `${letter.toUpperCase()} ${one.title}` }
  })

const shares = [
  { name: 'a third', show: '', most: 13, feed: 20 },
  { name: 'as much as it is allowed', show: 'share: 0.5, ', most: 20, feed: 30 },
  { name: 'all of it, where the operator says so', show: 'share: 1, ', most: 40, feed: 60 },
]

test.each(shares)(
  'fifty new entries at once take $name of the front page and of our feeds, and stand on their days',
  async ({ show, most, feed }) => {
    const history = await openHistory()
    history.setConfig(`defaults: {per_day: 1000}\n${sixFeeds}`, `${show}days: 0, entries: 40`)
    for (const letter of letters) history.serve(`/${letter}`, of(letter, makePosts('Old', 20, '05-01')))
    await history.build(at('05-10'))
    history.serve('/a', [...of('a', makePosts('Flood', 100, '05-10')), ...of('a', makePosts('Old', 1, '05-01'))])
    await history.build(at('05-11'))
    const titles = history.titlesOn('index.html')
    expect(titles).toHaveLength(40)
    expect(titles.filter((title) => title.startsWith('A '))).toHaveLength(most)
    expect(titles.slice(0, 2)).toEqual(['A Flood 0', 'A Flood 1'])
    expect(history.ids()).toHaveLength(60)
    expect(history.ids().filter((id) => id.includes('//a.example/'))).toHaveLength(feed)
    expect(history.titlesOn('2026/05/10/index.html')).toHaveLength(100)
  },
)

test('while the others have nothing more, one feed takes what is left', async () => {
  const history = await openHistory()
  history.setConfig(sixFeeds, 'days: 0, entries: 40')
  for (const letter of letters)
    history.serve(`/${letter}`, of(letter, makePosts('Old', letter === 'a' ? 60 : 1, '05-01')))
  await history.build(at('05-10'))
  const titles = history.titlesOn('index.html')
  expect(titles).toHaveLength(40)
  expect(titles.filter((title) => title.startsWith('A '))).toHaveLength(35)
})
