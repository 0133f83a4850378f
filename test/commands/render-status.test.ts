import { expect, test } from 'vitest'
import type { FeedStatus } from '../../src/commands/make-status.ts'
import { renderSpan } from '../../src/commands/render-span.ts'
import { renderFeedStatus, renderStatusTable } from '../../src/commands/render-status.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { countColumns } from '../../src/text/count-columns.ts'

const now = new Date('2026-03-10T12:00:00Z')
const hour = 3_600_000
const ago = (hours: number) => new Date(+now - hours * hour)
const day = 24
const year = 365.25 * day
const calendar = await openCalendar('Europe/Berlin', 'en')

const status = (about: Partial<FeedStatus>): FeedStatus => ({
  ...{ url: 'https://a.example/feed', name: 'A Blog', slug: 'a-blog', state: 'fine', since: null, message: null },
  ...{ problem: null, lastEntry: ago(3 * day), entries: 64, askedAt: ago(1), answeredAt: ago(1), status: 200 },
  ...{ failures: 0, nextDue: ago(-1), movedTo: null, waiting: null, full: false, note: null, missing: [] },
  ...about,
})

const page =
  'is a web page (HTML), not a feed; the feeds that it announces are https://team.example/posts.xml, https://team.example/comments.xml (comments)'
const feeds = [
  status({ name: 'Fine' }),
  status({
    name: '港のメモ：翻訳が百パーセントになった日のこと',
    state: 'quiet',
    since: ago(3 * year),
    lastEntry: ago(3 * year),
  }),
  status({
    name: 'Familie 👨‍👩‍👧‍👦 und Café́ mit einem sehr langen Namen, der nirgends passt',
    state: 'paused',
    message: 'on holiday',
    nextDue: null,
  }),
  status({
    name: 'Moved',
    state: 'moved',
    since: ago(40 * day),
    message: 'to https://b.example/a/rather/long/address/of/a/feed.xml; planet moved --apply writes it into feeds.yaml',
    movedTo: 'https://b.example/a/rather/long/address/of/a/feed.xml',
  }),
  status({
    name: 'Old Server Log',
    state: 'failing',
    since: ago(2 * day),
    message: 'its certificate has expired on 2026-03-01',
    status: null,
  }),
  status({
    name: 'Older Log',
    state: 'failing',
    since: ago(334 * day),
    message: 'answered 503 (Service Unavailable)',
    status: 503,
    askedAt: ago(400 * day),
  }),
  status({
    name: 'Team News',
    state: 'never-worked',
    since: ago(334 * day),
    message: page,
    answeredAt: null,
    entries: 0,
    lastEntry: null,
    askedAt: ago(400 * day),
  }),
  status({
    name: 'Casino',
    state: 'quarantined',
    since: ago(5 * day),
    message: 'carries nothing that we know, and it is called “Casino”',
    waiting: { count: 4, titles: ['Win', 'Win more', `A title of some length ${'and more '.repeat(40)}`] },
    full: true,
  }),
  status({ name: 'Gone', state: 'gone', since: ago(9 * day), message: '410', status: 410, nextDue: null }),
]

test.each([60, 80, 100, 120, 160])('O-04 planet status fits %i columns, whatever the names', (columns) => {
  const text = renderStatusTable(feeds, feeds, feeds.length, { calendar, now, columns })
  for (const line of text.split('\n')) {
    const isOneLongWord = /^ *\S+$/.test(line)
    if (!isOneLongWord) expect(countColumns(line), line).toBeLessThanOrEqual(columns)
  }
  const words = text.replace(/\s+/g, ' ')
  if (columns < 110)
    for (const { message, state } of feeds) expect(words).toContain(state === 'gone' ? '' : (message ?? ''))
})

test('O-04 planet status: the worst first, and among them what has been so for longest; a reason a row', () => {
  const text = renderStatusTable(feeds, feeds, feeds.length, { calendar, now, columns: 80 })
  expect(text.split('\n')).toEqual([
    '9 feeds: 1 quarantined, 1 never worked, 2 failing, 1 gone, 1 moved, 1 quiet, 1',
    '  paused, 1 fine.  Last asked today 12:00, next due 14:00.',
    '',
    'FEED                    STATE                   LAST ENTRY  LAST ASKED     NEXT',
    'Casino                  quarantined 5 d         Mar 07      12:00  200     14:00',
    '    carries nothing that we know, and it is called “Casino”; 4 entries wait',
    '    (“Win”, “Win more”, “A title of some length and more and more and more and',
    '    more …”, …); brought more in a day than may be stored',
    'Team News               never worked 10 months  never       Feb 2025  200  14:00',
    '    is a web page (HTML), not a feed; the feeds that it announces are',
    '    https://team.example/posts.xml, https://team.example/comments.xml (comments)',
    'Older Log               failing 10 months       Mar 07      Feb 2025  503  14:00',
    '    answered 503 (Service Unavailable)',
    'Old Server Log          failing 2 d             Mar 07      12:00          14:00',
    '    its certificate has expired on 2026-03-01',
    'Gone                    gone 9 d                Mar 07      12:00  410     never',
    'Moved                   moved 40 d              Mar 07      12:00  200     14:00',
    '    to https://b.example/a/rather/long/address/of/a/feed.xml;',
    '    planet moved --apply writes it into feeds.yaml',
    '港のメモ：翻訳が百パ…   quiet 3 years           Mar 2023    12:00  200     14:00',
    'Familie 👨‍👩‍👧‍👦 und Café́ m…  paused                  Mar 07      12:00  200     never',
    '    on holiday',
    'Fine                    fine                    Mar 07      12:00  200     14:00',
    '',
  ])
})

test('O-04 one feed: all of what is known, wrapped', () => {
  const command = 'planet add https://team.example/a/b/c'
  const remedy = [{ text: 'feeds.yaml, line 4: - https://team.example/' }, { command }]
  const feed = feeds.find(({ name }) => name === 'Team News') ?? status({})
  const facts = { line: 4, validators: [], rhythm: undefined }
  expect(renderFeedStatus(feed, remedy, facts, { calendar, now, columns: 80 }).split('\n')).toEqual([
    'Team News   https://a.example/feed   (feeds.yaml line 4)',
    '  never worked since Apr 10, 2025 (10 months): is a web page (HTML), not a feed;',
    '    the feeds that it announces are https://team.example/posts.xml,',
    '    https://team.example/comments.xml (comments)',
    '  feeds.yaml, line 4: - https://team.example/',
    `    ${command}`,
    '  no entries',
    '  last asked Feb 2025 (200), next 14:00',
    '  no good answer so far',
    '',
  ])
})

test('O-04 one feed that fails: since when, how often it is asked, what it is asked with', () => {
  const feed = status({
    ...feeds.find(({ name }) => name === 'Old Server Log'),
    failures: 11,
    answeredAt: ago(3 * day),
  })
  const facts = { line: 9, validators: ['ETag', 'Last-Modified'], rhythm: 7.2 * day * hour }
  expect(renderFeedStatus(feed, [], facts, { calendar, now, columns: 120 }).split('\n')).toEqual([
    'Old Server Log   https://a.example/feed   (feeds.yaml line 9)',
    '  failing since Mar 08 13:00 (2 d): its certificate has expired on 2026-03-01',
    '  64 entries, the last of Mar 07; mostly one in 7 days',
    '  last asked 12:00, next 14:00',
    '  11 failures in a row; the longer it fails, the less often it is asked: planet retry a-blog to ask at the next build',
    '  last good answer Mar 07, with ETag and Last-Modified',
    '',
  ])
})

test.each([
  { rhythm: 0.3 * day * hour, says: 'mostly several a day' },
  { rhythm: 1.2 * day * hour, says: 'mostly one a day' },
  { rhythm: 2 * day * hour, says: 'mostly one in 2 days' },
])('O-04 one feed: how often it writes: $says', ({ rhythm, says }) => {
  const text = renderFeedStatus(status({}), [], { line: 1, validators: [], rhythm }, { calendar, now, columns: 120 })
  expect(text).toContain(`; ${says}\n`)
})

test('feeds that are called the same are told apart by their addresses', () => {
  const all = ['https://host.example/a/feed', 'http://host.example:8080/b?x=1', 'https://c.example/feed'].map(
    (url, at) => status({ url, name: at === 2 ? 'C' : 'host.example' }),
  )
  const rows = renderStatusTable(all, all, 3, { calendar, now, columns: 120 }).split('\n').slice(3, 6)
  expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual(['host.example (/a/feed)', 'host.example (/b?x=1)', 'C'])
})

test('K-05 one feed: what waits in quarantine, and that it brought too much', () => {
  const feed = feeds.find(({ name }) => name === 'Casino') ?? status({})
  const facts = { line: 1, validators: [], rhythm: undefined }
  const text = renderFeedStatus(feed, [], facts, { calendar, now, columns: 120 })
  expect(text).toContain('\n  4 entries wait (“Win”, “Win more”, “A title of some length')
  expect(text).toContain(
    '\n  brought more in a day than may be stored; the rest is asked for again (max_new, max_text)\n',
  )
})

test.each([
  [0.5, '< 1 h'],
  [1, '1 h'],
  [23.9, '23 h'],
  [24, '1 d'],
  [60 * day, '60 d'],
  [61 * day, '2 months'],
  [364 * day, '11 months'],
  [365 * day, '1 year'],
  [3 * year, '3 years'],
])('how long: %d hours', (hours, text) => {
  expect(renderSpan(hours * hour)).toBe(text)
})

test.each([
  ['earlier today', -2, '11:00'],
  ['this year', -60 * day, 'Jan 09'],
  ['at the end of last year', -80 * day, 'Dec 20'],
  ['more than half a year ago', -200 * day, 'Aug 2025'],
])('a day has its number while it is near: %s', (_, hours, says) => {
  const facts = { line: 1, validators: [], rhythm: undefined }
  const text = renderFeedStatus(status({ lastEntry: ago(-hours) }), [], facts, { calendar, now, columns: 120 })
  expect(text).toContain(`the last of ${says}`)
})
