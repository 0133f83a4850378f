import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

const long = `<p>${'Every day the same words: subscribe wherever you hear this, and write to us. '.repeat(4)}</p>`

/** What stays in the feed, and is older than all else in it. */
const old = ['04-01', '04-02', '04-03', '04-04'].map((day) => post(`Old ${day}`, day))

const at = (path: string, time: string, more: Post): Post => {
  const link = `https://a.example/${path}`
  return { id: link, link, date: `2026-05-${time}:00Z`, ...more }
}

/** Ten in the evening and six in the morning in turns, each once, a day in between. */
const times = ['05T22:00', '06T06:00', '07T22:00', '08T06:00']

type Row = { name: string; make: (time: string, index: number) => Post | Post[] }

const three = (make: (time: string, word: string) => Post) => (time: string) => {
  const [day = ''] = time.split('T')
  const hours = Number(day) % 2 === 0 ? ['03:17', '09:40', '05:08'] : ['19:01', '12:33', '21:04']
  return ['cats', 'dogs', 'birds'].map((word, index) => make(`${day}T${hours[index]}`, word))
}

const rows: Row[] = [
  {
    name: 'the newest of a programme, with the same long text each time',
    make: (time) => at(`2026/05/${time.slice(0, 2)}/daily-news`, time, { title: 'Daily news', text: long }),
  },
  {
    name: 'the newest of a programme, with a short text, ten hours later and forty',
    make: (time) => at(`2026/05/${time.slice(0, 2)}/daily-news`, time, { title: 'Daily news', text: 'Listen.' }),
  },
  {
    name: 'the newest answer in a forum',
    make: (time, index) => at(`t/1#p${index}`, time, { title: 'Re: Welcome', text: 'Thanks!' }),
  },
  {
    name: 'the newest three shows of a station, whose older posts stay',
    make: three((time, word) =>
      at(`${word}/2026/05/${time.slice(0, 2)}/full-episode`, time, { title: `Of ${word}: full episode`, text: long }),
    ),
  },
  {
    name: 'pictures under the same word each day',
    make: three((time, word) =>
      at(`p/${word}-${time}`, time, { text: `<p><img src="https://a.example/${time}.jpg"> #${word}</p>` }),
    ),
  },
  {
    name: 'an advertisement that is printed again, dated before those that stay',
    make: (_time, index) =>
      at(`s/10${index}`, `0${4 - index}T09:00`, { title: 'Letter from home', text: '<p>Scan.</p>' }),
  },
]

test.each(rows)('K-07 what is said again is news: $name', async ({ make }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const all = new Set<string | undefined>()
  for (const [index, time] of times.entries()) {
    const newest = [make(time, index)].flat()
    for (const { id } of newest) all.add(id)
    history.serve('/a', [...newest, ...old])
    await history.build(`2026-05-${time.slice(0, 2)}T23:00:00Z`)
    expect(await history.entries()).toHaveLength(all.size + old.length)
  }
})

const notes = at('notes', '04T10:00', {
  title: 'Notes have a place',
  text: '<p>All notes stand on a page of their own.</p>',
})

test.each([
  { name: 'another title: another page', title: 'Sheets of music', entries: 2 },
  { name: 'its title, dated elsewhere: the page that it was', title: 'Notes have a place', entries: 1 },
])('K-07 /notes and /notes.html: $name', async ({ title, entries }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [notes, ...old])
  await history.build('2026-05-05T12:00:00Z')
  history.serve('/a', [at('notes.html', '02T10:00', { title, text: '<p>For violin and piano.</p>' }), ...old])
  await history.build('2026-05-06T12:00:00Z')
  expect(await history.entries()).toHaveLength(entries + old.length)
  expect(history.titlesOn('index.html')).toHaveLength(entries + old.length)
})

/** Posts of two days, the oldest first, and how many of them the feed carries at a time. */
type Window = { name: string; size: number; posts: Post[]; entries?: number }

const said = (time: string, title: string, more: Post = {}): Post =>
  at(`a/${time.replace(/\W/g, '')}`, time, { title, text: `<p>Said at ${time}.</p>`, ...more })

const hours = [
  '05T01:10',
  '05T04:20',
  '05T07:30',
  '05T10:40',
  '05T13:50',
  '05T17:05',
  '05T20:15',
  '05T23:25',
  '06T02:35',
]

const windows: Window[] = [
  { name: 'answers under one title', size: 3, posts: hours.map((time) => said(time, 'Re: Welcome')) },
  {
    name: 'a title that comes again when the feed has just dropped it',
    size: 4,
    posts: hours.map((time, index) => said(time, index % 4 === 0 ? 'Build failed' : `Build ${index}`)),
  },
  { name: 'one alarm at a time', size: 1, posts: hours.map((time) => said(time, 'Alarm')) },
  {
    name: 'a page for the word of the day, each with an id of its own',
    size: 1,
    posts: ['amber', 'barley', 'candle', 'dragon'].map((word, index) => ({
      ...said(`0${index + 1}T06:10`, word),
      link: 'https://a.example/word',
    })),
  },
  {
    name: 'answers on one page, each with an id of its own, between those of other pages',
    size: 3,
    posts: hours.map((time, index) =>
      said(time, index % 3 === 0 ? 'Ada on the harbour' : `Of ${index}`, {
        ...(index % 3 === 0 ? { link: 'https://a.example/harbour' } : {}),
      }),
    ),
  },
  {
    name: 'a page with one title, alone in its feed: it is written anew, and dated anew',
    size: 1,
    posts: ['05T01:10', '05T04:20', '05T07:30'].map((time) => ({
      ...said(time, 'The weather'),
      link: 'https://a.example/weather',
    })),
    entries: 1,
  },
]

test.each(windows)('K-07 what has left its feed is not what came after it: $name', async ({ size, posts, entries }) => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore, per_day: 100}\nfeeds:\n  - /a')
  for (const [index, { date }] of posts.entries()) {
    history.serve('/a', posts.slice(Math.max(0, index + 1 - size), index + 1).toReversed())
    await history.build(new Date(+new Date(date ?? '') + 600_000).toISOString(), { part: 'fetch' })
  }
  expect(await history.entries()).toHaveLength(entries ?? posts.length)
})

test('K-07 what has left its feed: all ids, addresses and clocks are others, and every post is the one that it was', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const posts = hours
    .slice(0, 6)
    .map((time, index) => said(time, `Of ${index}`))
    .toReversed()
  history.serve('/a', posts)
  await history.build('2026-05-05T18:00:00Z', { part: 'fetch' })
  const later = (date = '') => new Date(+new Date(date) + 5 * 3_600_000).toISOString()
  const moved = posts.map((one, index) => ({
    ...one,
    id: `n${index}`,
    link: `https://a.example/n/${index}`,
    date: later(one.date),
  }))
  history.serve('/a', moved)
  await history.build('2026-05-09T18:00:00Z', { part: 'fetch' })
  expect(await history.entries()).toHaveLength(posts.length)
})

test('K-07 alarms in the words of earlier ones, of which none is there any more, are news', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
  for (const day of ['05', '06', '07']) {
    const alarms = ['02:11', '08:47', '19:33'].map((time, index) =>
      said(`${day}T${time}`, 'Alarm', { text: ['Door.', 'Window.', 'Fire.'][(index + Number(day)) % 3] ?? '' }),
    )
    history.serve('/a', alarms.toReversed())
    await history.build(`2026-05-${day}T20:00:00Z`, { part: 'fetch' })
  }
  expect(await history.entries()).toHaveLength(9)
})

/** With neither ids, addresses nor dates, from the top. */
const bare = (...words: string[]): Post[] =>
  words.map((word) => ({ title: word.startsWith('closed') ? 'Closed today' : word, text: `<p>It is ${word}.</p>` }))

const untold: { name: string; days: Post[][]; entries: number }[] = [
  {
    name: 'one at a time',
    days: [bare('closed 1'), bare('open'), bare('closed 2'), bare('closed 2'), bare('later'), bare('closed 1')],
    entries: 4,
  },
  {
    name: 'the second comes while the first is there, and stays when that is gone',
    days: [
      bare('closed 1', 'old'),
      bare('closed 2', 'closed 1', 'old'),
      bare('closed 2', 'old'),
      bare('new', 'closed 2'),
    ],
    entries: 4,
  },
  {
    name: 'the second was beside a third, and stays below what comes',
    days: [
      bare('closed 1', 'old'),
      bare('two', 'one'),
      bare('closed 3', 'closed 2'),
      bare('three', 'closed 3'),
      bare('three', 'closed 3'),
      bare('four', 'three', 'closed 3'),
    ],
    entries: 8,
  },
  {
    name: 'the text of one is put right: it is that one',
    days: [bare('closed 1', 'old'), bare('closed until noon', 'old'), [], bare('closed until two', 'old')],
    entries: 2,
  },
]

const whole = bare('three', 'two', 'one')
untold.push({
  name: 'the feed is cut off for a day, and what comes back was edited: nothing is new',
  days: [whole, whole.slice(0, 1), whole.map((one) => ({ ...one, text: `${one.text}<p>More.</p>` }))],
  entries: 3,
})

test.each(untold)('K-07 a title that comes again, without id, address and date: $name', async ({ days, entries }) => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
  for (const [index, posts] of days.entries()) {
    history.serve('/a', posts)
    await history.build(`2026-05-0${index + 1}T12:00:00Z`, { part: 'fetch' })
  }
  const stored = await history.entries()
  expect(stored).toHaveLength(entries)
  // None is written over by another.
  expect(new Set(stored.map(({ contentHtml }) => contentHtml))).toHaveLength(entries)
})

test('K-07 a title without id, address and date, whose text is put right while its feed is held: it is that one', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const blog = bare('three', 'two', 'one')
  for (const day of [1, 2, 3]) {
    history.serve('/a', blog.slice(-day))
    await history.build(`2026-05-0${day}T12:00:00Z`, { part: 'fetch' })
  }
  const [first, ...others] = bare('ten', 'nine', 'eight', 'seven', 'six', 'five', 'four')
  history.serve('/a', [{ ...first }, ...others])
  await history.build('2026-05-04T12:00:00Z', { part: 'fetch' })
  expect((await history.entries()).filter(({ offSite }) => offSite === 'quarantined')).toHaveLength(7)
  history.serve('/a', [{ ...first, text: '<p>It is ten, or eleven.</p>' }, ...others])
  await history.build('2026-05-05T12:00:00Z', { part: 'fetch', accept: history.url('/a') })
  expect(await history.entries()).toHaveLength(10)
})
