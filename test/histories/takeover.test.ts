import { expect, test } from 'vitest'
import { blog, dishonest, honest } from './lives.ts'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

const titlesOf = (posts: Post[]) => posts.map(({ title = '' }) => title)

test.each(honest)('K-05 an honest life is not held back: $name', async ({ days }) => {
  const history = await openHistory()
  history.setConfig('defaults: {per_day: 0}\nfeeds:\n  - /a')
  for (const [time, served] of days) {
    history.serve('/a', served)
    const { feeds } = await history.build(time)
    expect(feeds[0]?.result, time).not.toBe('quarantined')
    expect(feeds[0]?.notices.map(({ code }) => code)).not.toContain('QUARANTINED')
  }
  expect((await history.entries()).filter(({ offSite }) => offSite === 'quarantined')).toEqual([])
})

test.each(dishonest)('K-05 a life that ends in other hands is held: $name', async ({ days }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const last = days.at(-1)
  let before: unknown[] = []
  const visible = async () => (await history.entries()).filter(({ offSite }) => offSite === undefined)
  for (const [time, served] of days) {
    history.serve('/a', served)
    if (time === last?.[0]) before = await visible()
    const { feeds, written } = await history.build(time)
    if (time !== last?.[0]) continue
    expect(feeds[0]).toMatchObject({
      result: 'quarantined',
      name: 'Blog A',
      added: 0,
      problem: { code: 'QUARANTINED' },
    })
    // What says how the feed is, and nothing else.
    const ofStates = /^(blogs\/(recent\/)?|about\/)?index\.html|status\.json|opml|recommendations/
    expect(written.filter((file) => !ofStates.test(file))).toEqual([])
  }
  // Not one of our entries has changed, nor gone; what came waits.
  expect(await visible()).toEqual(before)
  expect(history.titlesOn('index.html')).toEqual(titlesOf(blog))
  for (const page of ['index.html', 'atom.xml', 'opml.xml', 'status.json', '2026/05/index.html']) {
    expect(history.page(page), page).not.toMatch(/Casino|Win |jackpot/i)
  }
})

const spam = [
  post('Win', '05-09', { id: 'win', link: 'https://a.example/win' }),
  post('Win more', '05-08', { id: 'more' }),
]
const at = (day: string) => `2026-${day}T12:00:00Z`

test('K-05 what a quarantined feed brings is kept: accepted, it stands where and since when it would have', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve('/a', spam)
  const { feeds } = await history.build(at('05-10'))
  expect(feeds[0]?.notices).toEqual([
    {
      code: 'QUARANTINED',
      message: `seems to be somebody else’s by now: nothing in it is known; 2 entries wait (“Win”, “Win more”), and nothing of it is shown; if it is still the same blog, run: planet build --accept ${history.url('/a')}`,
    },
  ])
  // One has left the feed, the other was edited, and a third came, before anybody looked.
  history.serve('/a', [post('Win again', '05-20', { id: 'again' }), { ...(spam[0] as Post), text: 'Edited' }])
  await history.build(at('05-21'))
  expect((await history.entries()).map(({ title, offSite }) => [title, offSite]).slice(0, 3)).toEqual([
    ['Win again', 'quarantined'],
    ['Win', 'quarantined'],
    ['Win more', 'quarantined'],
  ])
  expect(history.titlesOn('index.html')).toEqual(titlesOf(blog))

  const accepted = await history.build(at('05-30'), { accept: history.url('/a') })
  expect(accepted.feeds[0]?.notices).toEqual([
    { code: 'ACCEPTED', message: 'is let through again, with the 3 entries that waited' },
  ])
  expect(history.titlesOn('index.html')).toEqual(['Win again', 'Win', 'Win more', ...titlesOf(blog)])
  const entries = new Map((await history.entries()).map((entry) => [entry.title, entry]))
  expect(entries.get('Win more')).toMatchObject({
    firstSeen: new Date(at('05-10')),
    position: new Date('2026-05-08T09:00:00Z'),
  })
  expect(entries.get('Win')).toMatchObject({ firstSeen: new Date(at('05-10')), contentHtml: 'Edited' })
  expect((await history.build(at('05-31'))).written).toEqual([])
})

test('K-05 the operator hears of it again after 7 and 30 days, also where the server says 304', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve('/a', spam)
  const told: string[] = []
  for (const day of ['05-10', '05-11', '05-16', '05-17', '05-18', '06-08', '06-09', '07-30']) {
    const { feeds } = await history.build(at(day))
    expect(feeds[0]?.result).toBe('quarantined')
    if (feeds[0]?.notices.some(({ code }) => code === 'QUARANTINED')) told.push(day)
  }
  expect(told).toEqual(['05-10', '05-17', '06-09'])
})

test('K-05 a feed that is itself again is let through by itself; what came in between stays where it is', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve('/a', spam)
  await history.build(at('05-10'))
  history.serve('/a', [post('Back', '05-12'), ...blog])
  expect((await history.build(at('05-13'))).feeds[0]).toMatchObject({
    result: 'new-entries',
    added: 1,
    problem: undefined,
  })
  expect(history.titlesOn('index.html')).toEqual(['Back', ...titlesOf(blog)])
  // A post of the time in between that the blog itself carries is the blog's.
  history.serve('/a', [post('Back', '05-12'), spam[1] as Post, ...blog])
  await history.build(at('05-14'))
  expect(history.titlesOn('index.html')).toEqual(['Back', 'Win more', ...titlesOf(blog)])
})

test('K-05 K-12 purge drops what waits', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve('/a', spam)
  await history.build(at('05-10'))
  history.setConfig('feeds:\n  - /a\npurged:\n  - https://a.example/win')
  await history.build(at('05-11'), { accept: history.url('/a') })
  expect(history.titlesOn('index.html')).toEqual(['Win more', ...titlesOf(blog)])
  expect(await history.withStore((store) => store.queries.removedSince(new Date(0)))).toEqual([])
})

const policies = [
  { takeover: 'tell', codes: ['TAKEOVER'] },
  { takeover: 'ignore', codes: [] },
]

test.each(policies)('K-05 takeover: $takeover takes it over', async ({ takeover, codes }) => {
  const history = await openHistory()
  history.setConfig(`feeds:\n  - {url: /a, takeover: ${takeover}}`)
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve('/a', { title: 'Casino', site: 'https://casino.example/', posts: spam })
  const { feeds } = await history.build(at('05-10'))
  expect(feeds[0]).toMatchObject({ name: 'Casino', added: 2, problem: undefined })
  expect(feeds[0]?.notices.map(({ code }) => code)).toEqual(codes)
  expect(history.titlesOn('index.html')).toEqual(['Win', 'Win more', ...titlesOf(blog)])
})

test('K-05 what waits keeps within what a feed may bring in a day', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {max_new: 3}\nfeeds:\n  - /a')
  history.serve('/a', blog)
  await history.build(at('05-03'))
  await history.build(at('05-09'))
  history.serve(
    '/a',
    Array.from({ length: 9 }, (_, index) => post(`Win ${index}`, '05-09', { id: `w${index}` })),
  )
  const { feeds } = await history.build(at('05-10'))
  expect(feeds[0]?.notices.map(({ code }) => code)).toEqual(['QUARANTINED', 'FULL'])
  expect(await history.entries()).toHaveLength(blog.length + 3)
})
