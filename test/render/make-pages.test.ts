import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/model.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { makePages } from '../../src/render/pages/make-pages.ts'
import { pagePath } from '../../src/render/paths/page-path.ts'
import { makeEntryQueries, makePlanet, makeStored } from './make-site.ts'

const entries = [
  '2019-04-03T10:00:00Z',
  '2019-04-03T08:00:00Z',
  '2019-04-01T08:00:00Z',
  '2019-02-10T08:00:00Z',
  '2018-12-31T23:30:00Z',
]
const queries = makeEntryQueries(entries.map((position) => makeStored(position)))
const calendar = await openCalendar('UTC', 'en')

const feed = 'https://a.example/feed'

async function list(
  touched: Date[] | 'all',
  planet = makePlanet(),
  from = queries,
  known = new Set<string>(),
): Promise<Page[]> {
  const pages: Page[] = []
  const all = touched === 'all' ? touched : { positions: touched, feeds: touched.length === 0 ? [] : [feed] }
  for await (const page of makePages({ queries: from, planet, calendar, touched: all, known })) pages.push(page)
  return pages
}

test('all pages: every day, month and year that has entries, each after what is in it, the front page last', async () => {
  expect((await list('all')).map(pagePath)).toEqual([
    '2018/12/31/index.html',
    '2018/12/index.html',
    '2018/index.html',
    '2019/02/10/index.html',
    '2019/02/index.html',
    '2019/04/01/index.html',
    '2019/04/03/index.html',
    '2019/04/index.html',
    '2019/index.html',
    'blog/a-blog/index.html',
    'archive/index.html',
    'subscribe/index.html',
    '404.html',
    'titles/index.html',
    'blogs/recent/index.html',
    'blogs/index.html',
    'about/index.html',
    'index.html',
  ])
})

test('P-31 days link to the nearest days that have entries', async () => {
  const page = (await list('all')).find((page) => page.kind === 'day' && page.day === '2019-02-10')
  expect(page).toMatchObject({ older: '2018-12-31', newer: '2019-04-01' })
})

test('a day, month or year that was there already leaves those beside it alone', async () => {
  const known = new Set(['2019/02/10/index.html', '2019/02/index.html', '2019/index.html'])
  const pages = await list([new Date('2019-02-10T08:00:00Z')], makePlanet(), queries, known)
  const dated = pages.map(pagePath).filter((path) => /^\d/.test(path) && path !== '404.html')
  expect(dated).toEqual([...known])
})

test('a day that has lost its last entry touches those beside it', async () => {
  const known = new Set(['2019/03/01/index.html', '2019/03/index.html', '2019/index.html'])
  const pages = await list([new Date('2019-03-01T08:00:00Z')], makePlanet(), queries, known)
  const days = pages.map(pagePath).filter((path) => path.split('/').length === 4)
  expect(days).toEqual(['2019/03/01/index.html', '2019/02/10/index.html', '2019/04/01/index.html'])
})

test('an entry of a new day touches its day, month and year, those beside them, its blog, and what speaks of all', async () => {
  const pages = await list([new Date('2019-02-10T08:00:00Z')])
  expect(pages.map(pagePath).sort()).toEqual([
    '2018/12/31/index.html',
    '2018/12/index.html',
    '2018/index.html',
    '2019/02/10/index.html',
    '2019/02/index.html',
    '2019/04/01/index.html',
    '2019/04/index.html',
    '2019/index.html',
    'about/index.html',
    'archive/index.html',
    'blog/a-blog/index.html',
    'blogs/index.html',
    'blogs/recent/index.html',
    'index.html',
    'titles/index.html',
  ])
})

describe('P-31 the calendar of a day', () => {
  const [march, april] = [['2019-03-01', '2019-03-05', '2019-03-09'], ['2019-04-02']]
  const open = (days: string[]) => makeEntryQueries(days.map((day) => makeStored(`${day}T08:00:00Z`)).reverse())
  const at = (day: string) => new Date(`${day}T08:00:00Z`)
  const path = (day: string) => `${day.replaceAll('-', '/')}/index.html`
  const calendars = (pages: Page[]) =>
    Object.fromEntries(pages.flatMap((page) => (page.kind === 'day' ? [[page.day, page.written.join(' ')]] : [])))
  const listDays = async (touched: Date[] | 'all', days: string[], known: string[] = []) =>
    calendars(await list(touched, makePlanet(), open(days), new Set(known.map(path))))

  test('of a month that goes on has the days up to the next, of one that is over all', async () => {
    const [a, b, c] = march
    expect(await listDays('all', march)).toEqual({
      [`${a}`]: `${a} ${b}`,
      [`${b}`]: march.join(' '),
      [`${c}`]: march.join(' '),
    })
    const over = Object.fromEntries(march.map((day) => [day, march.join(' ')]))
    expect(await listDays('all', [...march, ...april])).toEqual({ ...over, '2019-04-02': '2019-04-02' })
  })

  test.each([
    ['the first of the next month has come', at('2019-04-02'), [...march, ...april], march],
    ['the only one of the last month is gone', at('2019-04-02'), march, [...march, ...april]],
    [
      'one of a month that is over has come',
      at('2019-03-09'),
      [...march, ...april],
      ['2019-03-01', '2019-03-05', ...april],
    ],
    ['one of a month that is over is gone', at('2019-03-07'), [...march, ...april], [...march, '2019-03-07', ...april]],
  ])('is made anew wherever it changes: %s', async (_, touched, days, known) => {
    const anew = await listDays([touched], days, known)
    const all = await listDays('all', days)
    expect(Object.keys(anew)).toEqual(expect.arrayContaining(march))
    for (const day of march) expect([day, anew[day]]).toEqual([day, all[day]])
  })

  test('is left alone where a day comes to the end of a month that goes on', async () => {
    expect(Object.keys(await listDays([at('2019-03-09')], march, march.slice(0, 2))).sort()).toEqual(march.slice(1))
  })
})

test('a day that has lost its last entry is yielded empty', async () => {
  const pages = await list([new Date('2019-03-01T08:00:00Z')])
  expect(pages.find((page) => page.kind === 'day' && page.day === '2019-03-01')).toMatchObject({ entries: [] })
})

const fronts = [
  { name: 'all', days: 0, entries: 0, count: 5, older: undefined },
  { name: 'two days', days: 2, entries: 40, count: 3, older: '2019-02-10' },
  { name: 'three entries', days: 10, entries: 3, count: 3, older: '2019-02-10' },
  { name: 'one entry: its day goes on', days: 10, entries: 1, count: 1, older: '2019-04-03' },
]

test.each(fronts)('P-30 the front page: $name', async ({ days, entries, count, older }) => {
  const planet = makePlanet({ show: { ...makePlanet().show, days, entries } })
  const front = (await list([], planet)).at(-1)
  expect(front).toMatchObject({ kind: 'front', older })
  expect(front?.kind === 'front' && front.entries.length).toBe(count)
})

test('P-30 entries that were held back stay off the front page, and its "older" leads to them', async () => {
  const held = makeEntryQueries([
    makeStored('2019-04-03T10:00:00Z'),
    makeStored('2019-04-03T09:00:00Z', { offFront: 'first' }),
  ])
  expect((await list([], makePlanet(), held)).at(-1)).toMatchObject({ entries: [{}], older: '2019-04-03' })
})

test('an empty planet has an empty front page', async () => {
  const front = (await list('all', makePlanet(), makeEntryQueries([]))).at(-1)
  expect(front).toMatchObject({ kind: 'front', entries: [], older: undefined })
})
