import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

const text = `<p>${'A post with some length to it, which nobody writes twice on one day by chance. '.repeat(4)}</p>`
const before = post('Relase notes', '05-04', { text })
const after = post('Release notes', '05-04', { text, date: '2026-05-04T10:30:00Z' })
const around = [post('Newer', '05-05'), post('Older', '05-01')]

const rows = [
  {
    name: 'another address and title, the same text and day',
    second: after,
    titles: ['Newer', 'Release notes', 'Older'],
  },
  {
    name: 'its text was edited, too',
    second: { ...after, text: `${text}<p>More.</p>` },
    titles: ['Newer', 'Release notes', 'Relase notes', 'Older'],
  },
  {
    name: 'another day',
    second: { ...after, date: '2026-05-06T09:00:00Z' },
    titles: ['Release notes', 'Newer', 'Relase notes', 'Older'],
  },
]

test.each(rows)('a post that is published again is one post: $name', async ({ second, titles }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const [newer, older] = around
  history.serve(
    '/a',
    [newer, before, older].filter((one) => one !== undefined),
  )
  await history.build('2026-05-07T12:00:00Z')
  history.serve(
    '/a',
    [newer, second, older].filter((one) => one !== undefined),
  )
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(titles)
})

test('a short text says nothing, and what has left its feed in the course of time is not another', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
  const short = { text: '<p>Build succeeded.</p>' }
  history.serve('/a', [post('Build 1', '05-04', short), post('Older', '05-01')])
  await history.build('2026-05-07T12:00:00Z')
  history.serve('/a', [post('Build 2', '05-04', short), post('Older', '05-01')])
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html').sort()).toEqual(['Build 1', 'Build 2', 'Older'])

  const daily = (title: string, time: string) => post(title, '05-06', { text, date: `2026-05-06T${time}:00Z` })
  history.serve('/a', [daily('Eight', '08:00')])
  await history.build('2026-05-07T14:00:00Z')
  history.serve('/a', [daily('Nine', '09:00')])
  await history.build('2026-05-07T15:00:00Z')
  expect(history.titlesOn('index.html').slice(0, 2)).toEqual(['Nine', 'Eight'])
})

const at = (day: string, date: string, more: Post = {}): Post => {
  const link = `https://a.example/${day}/a-walk`
  return { id: link, link, title: 'A walk', text: '<p>Along the river, and back.</p>', date, ...more }
}
const walk = at('05/05', '2026-05-05T03:30:00Z')

const longWalk = at('05/05', '2026-05-05T03:30:00Z', { text })

const redated: { name: string; first?: Post; second: Post; shown: number }[] = [
  { name: 'a clock is set: the day before', second: at('05/04', '2026-05-04T22:30:00Z'), shown: 1 },
  { name: 'a clock is set the other way', second: at('05/06', '2026-05-05T23:00:00Z'), shown: 1 },
  { name: 'dated back by two days', second: at('05/03', '2026-05-03T12:00:00Z'), shown: 1 },
  { name: 'what is said again a day later', second: at('05/06', '2026-05-06T03:30:00Z'), shown: 2 },
  {
    name: 'dated later, a long text',
    first: longWalk,
    second: at('05/06', '2026-05-06T03:30:00Z', { text }),
    shown: 1,
  },
  {
    name: 'dated back, a long text in other markup',
    first: longWalk,
    second: at('05/04', '2026-05-04T22:30:00Z', { text: text.replaceAll('p>', 'div>') }),
    shown: 1,
  },
  {
    name: 'a long text that is dated after what was read last',
    first: longWalk,
    second: at('05/07', '2026-05-07T12:30:00Z', { text }),
    shown: 2,
  },
  {
    name: 'a long text on a day that is not over for long: it may be all that its date says',
    first: longWalk,
    second: at('05/07', '2026-05-07T00:00:00Z', { text }),
    shown: 2,
  },
  { name: 'a number that is no day', second: { ...walk, ...post('Walk 2', '05-04'), title: 'A walk' }, shown: 2 },
  {
    name: 'dated later, a long text at an address that ends otherwise',
    first: longWalk,
    second: { ...at('05/06', '2026-05-06T03:30:00Z', { text }), link: 'https://a.example/05/06/another-walk' },
    shown: 2,
  },
  { name: 'other words', second: at('05/04', '2026-05-04T22:30:00Z', { text: '<p>On the hill.</p>' }), shown: 2 },
  { name: 'another title', second: at('05/04', '2026-05-04T22:30:00Z', { title: 'A run' }), shown: 2 },
]

test.each(redated)('K-07 an address with a day that is another now: $name', async ({ first = walk, second, shown }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const rest = [post('Newer', '05-06'), post('Old', '05-02'), post('Older', '05-01')]
  history.serve('/a', [first, ...rest])
  await history.build('2026-05-07T12:00:00Z')
  history.serve('/a', [second, ...rest])
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html')).toHaveLength(rest.length + shown)
})

/** A post of some length, with a time that has seconds, or with none. */
const edit = (title: string, time: string, more: Post = {}): Post =>
  post(title, '05-04', { text, date: `2026-05-04T${time}Z`, ...more })
const otherText =
  '<p>Compost needs patience: autumn leaves, kitchen scraps, coffee grounds become something dark after months.</p>'

/** The same in a feed that says only when a post was updated. */
const updatedOnly = ({ date = '', ...more }: Post): Post => ({ ...more, updated: date })

const edits: { name: string; first: Post; second: Post; rest?: Post[]; shown: number }[] = [
  {
    name: 'all but its date, to the second',
    first: edit('Relase notes', '09:12:33', { text: '<p>Out now.</p>' }),
    second: edit('Version two', '09:12:33', { text: '<p>Out now, with a note.</p>' }),
    shown: 1,
  },
  {
    name: 'on a day without a time, with most of its words',
    first: edit('Relase notes', '00:00:00', { text: `${otherText}<p>Much more about gardens.</p>` }),
    second: edit('Release notes', '00:00:00', { text: `<p>Updated.</p>${otherText}` }),
    shown: 1,
  },
  {
    name: 'on a day without a time, with other words: another',
    first: edit('Relase notes', '00:00:00'),
    second: edit('Release notes', '00:00:00', { text: otherText }),
    shown: 2,
  },
  {
    name: 'to the second, but with nothing in common: another',
    first: edit('Relase notes', '09:12:33'),
    second: edit('Compost', '09:12:33', { text: otherText }),
    shown: 2,
  },
  {
    name: 'all but the time at which it was updated, where the feed says no other',
    first: updatedOnly(edit('Relase notes', '09:12:33')),
    second: updatedOnly(edit('Release notes', '09:12:33', { text: `${text}<p>More.</p>` })),
    rest: around.map(updatedOnly),
    shown: 1,
  },
  {
    name: 'a second later: another',
    first: edit('Relase notes', '09:12:33'),
    second: edit('Release notes', '09:12:34', { text: `${text}<p>More.</p>` }),
    shown: 2,
  },
]

test.each(edits)(
  'K-07 another title, address and text at once: $name',
  async ({ first, second, rest = around, shown }) => {
    const history = await openHistory()
    history.setConfig('feeds:\n  - /a')
    history.serve('/a', [...rest, first])
    await history.build('2026-05-07T12:00:00Z', { part: 'fetch' })
    const before = await history.entries()
    history.serve('/a', [...rest, second])
    await history.build('2026-05-07T13:00:00Z', { part: 'fetch' })
    // The third time, its new id is known.
    history.serve('/a', [...rest, { ...second, text: `${second.text}<p>And more.</p>` }])
    await history.build('2026-05-07T14:00:00Z', { part: 'fetch' })
    const after = await history.entries()
    expect(after).toHaveLength(rest.length + shown)
    expect(after.filter(({ link }) => link === second.link)).toHaveLength(1)
    const places = new Map(after.map(({ publishedId, position }) => [publishedId, position]))
    for (const { publishedId, position } of before) expect(places.get(publishedId)).toEqual(position)
  },
)

test('K-07 another title and address on a day without a time: adverts that share most of their words are two', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const advert = (title: string, day: string) =>
    post(title, day, { text: `<p>Wanted: ${title}. ${otherText}`, date: `2026-${day}T00:00:00Z` })
  const rest = [advert('Gardener', '05-05'), advert('Carpenter', '05-01')]
  history.serve('/a', [advert('Bricklayer', '05-04'), ...rest])
  await history.build('2026-05-07T12:00:00Z', { part: 'fetch' })
  history.serve('/a', [advert('Electrician', '05-04'), ...rest])
  await history.build('2026-05-07T13:00:00Z', { part: 'fetch' })
  expect(await history.entries()).toHaveLength(4)
})

test('K-07 alarms on one page, all alike: their feed moves, and each keeps its time', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const alarms = (host: string) =>
    ['09:12:33', '11:47:05', '16:03:51'].map(
      (time, index): Post => ({
        ...{ id: `https://${host}/alarms#${index}`, link: `https://${host}/alarms`, title: 'Alarm' },
        ...{ date: `2026-05-04T${time}Z`, text: '<p>It rang.</p>' },
      }),
    )
  history.serve('/a', alarms('a.example'))
  await history.build('2026-05-07T12:00:00Z', { part: 'fetch' })
  history.serve('/a', alarms('b.example'))
  await history.build('2026-05-07T13:00:00Z', { part: 'fetch' })
  expect((await history.entries()).map(({ ids }) => ids.length)).toEqual([2, 2, 2])
})

test.each([
  { name: 'an older one beside them', rest: [post('Old', '05-01')], sizes: [1, 2, 2, 1] },
  { name: 'one at a time', rest: [], sizes: [1, 1, 1, 1] },
])(
  'K-07 all posts have one date, to the second, $name: what comes is not what has left the feed',
  async ({ rest, sizes }) => {
    const history = await openHistory()
    history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
    const posts = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) =>
      edit(title, '09:12:33', { text: '<p>Soon.</p>' }),
    )
    for (const [day, size] of sizes.entries()) {
      history.serve('/a', [...posts.slice(day, day + size), ...rest])
      await history.build(`2026-05-0${day + 5}T12:00:00Z`, { part: 'fetch' })
    }
    expect(await history.entries()).toHaveLength(posts.slice(0, 4).length + rest.length)
  },
)

const undated = (title: string, path: string, more: Post = {}): Post => {
  const link = `https://a.example/${path}`
  return { id: link, link, title, text: `<p>${title}. ${text}`, ...more }
}

test.each([
  { name: 'it is that one', second: undated('Bees', 'of-bees'), shown: 3 },
  { name: 'at another place, below one that stays', second: undated('Bees', 'of-bees'), isLast: true, shown: 3 },
  { name: 'above all others: it is said again', second: undated('Bees', 'of-bees'), isFirst: true, shown: 4 },
  { name: 'in other words: another', second: undated('Bees', 'of-bees', { text: otherText }), shown: 4 },
  { name: 'in few words: another', words: 'Bees!', second: undated('Bees', 'of-bees', { text: 'Bees!' }), shown: 4 },
])('K-07 another address, without dates: $name', async ({ words, second, isFirst, isLast, shown }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const [top, end] = [undated('Ants', 'ants'), undated('Cats', 'cats')]
  history.serve('/a', [top, undated('Bees', 'bees', words === undefined ? {} : { text: words }), end])
  await history.build('2026-05-07T12:00:00Z', { part: 'fetch' })
  history.serve('/a', isFirst ? [second, top, end] : isLast ? [top, end, second] : [top, second, end])
  await history.build('2026-05-07T13:00:00Z', { part: 'fetch' })
  expect(await history.entries()).toHaveLength(shown)
})

const noted = (date: string, text: string): Post => ({ title: 'Version 2', date, text: `<p>${text}</p>` })
const changes = 'Faster start, and a window that remembers where it stood.'

test.each([
  { name: 'its day was put right', second: noted('2026-05-03T00:00:00Z', changes), shown: 1 },
  { name: 'other words: another', second: noted('2026-05-03T00:00:00Z', `No ${changes}`), shown: 2 },
  {
    name: 'few words: they may be said again',
    text: 'Fixes.',
    second: noted('2026-05-03T00:00:00Z', 'Fixes.'),
    shown: 2,
  },
  {
    name: 'dated after what was read last: it is said again',
    second: noted('2026-05-07T12:30:00Z', changes),
    shown: 2,
  },
])('K-07 a note with neither id nor address: $name', async ({ text = changes, second, shown }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const rest = ['05-06', '05-02', '05-01'].map((day) => ({
    ...noted(`2026-${day}T00:00:00Z`, `Of ${day}`),
    title: day,
  }))
  history.serve('/a', [noted('2026-05-05T00:00:00Z', text), ...rest])
  await history.build('2026-05-07T12:00:00Z', { part: 'fetch' })
  history.serve('/a', [second, ...rest])
  await history.build('2026-05-07T13:00:00Z', { part: 'fetch' })
  expect(await history.entries()).toHaveLength(rest.length + shown)
})

test('K-07 an address with a day that is another now: what left its feed in the course of time is not the same', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
  history.serve('/a', [post('Newer', '05-06'), at('05/05', '2026-05-05T18:00:00Z')])
  await history.build('2026-05-07T12:00:00Z')
  history.serve('/a', [at('05/06', '2026-05-06T05:00:00Z'), post('Newer', '05-06')])
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html')).toHaveLength(3)
})

type Numbered = (day: number) => Post
const [one, two, three] = [1, 2, 3]

const programs: { name: string; before: Numbered; after: Numbered }[] = [
  {
    name: 'notes without titles, in the same words, that have lost ids, addresses and dates',
    before: (day) => ({ id: `n${day}`, date: `2026-05-0${day}T0${day}:1${day}:00Z`, text: `<p>Note of ${day}</p>` }),
    after: (day) => ({ id: `t${day}`, link: `https://a.example/t/${day}`, text: `<p>Note of ${day}</p>` }),
  },
  {
    name: 'notes without titles, in other markup, that keep their days alone',
    before: (day) => ({ id: `n${day}`, date: `2026-05-0${day}T0${day}:1${day}:00Z`, text: `<p>Note of ${day}</p>` }),
    after: (day) => ({ id: `?p=${day}`, date: `2026-05-0${day}T00:00:00Z`, text: `<div>Note of ${day}</div>` }),
  },
  {
    name: '.html behind addresses that are ids now, shorter texts, and days counted elsewhere',
    before: (day) => ({
      ...{ id: `?p=${day}`, link: `https://a.example/05/1${day}/${day}-mile/`, title: `${day} mile` },
      ...{ date: `2026-05-1${day}T03:00:00Z`, text: `<p>It was ${day} mile, there and back.</p>` },
    }),
    after: (day) => ({
      ...{ id: `05-${day}`, link: `https://a.example/05/1${day}/${day}-mile.html`, title: `${day} mile` },
      ...{ date: `2026-05-1${day - 1}T04:00:00Z`, text: `<p>It was ${day} mile, …</p>` },
    }),
  },
]

test.each(programs)('K-07 a new program: $name', async ({ before, after }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [three, two, one].map(before))
  await history.build('2026-05-17T12:00:00Z')
  history.serve('/a', [three, two, one].map(after))
  await history.build('2026-05-18T12:00:00Z')
  expect((await history.entries()).map(({ ids }) => ids.length)).toEqual([2, 2, 2])
})
