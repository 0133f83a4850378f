import { expect, test } from 'vitest'
import type { ParsedEntry } from '../../src/model.ts'
import { makeEntry } from '../make-entry.ts'
import { FakeHistory } from './fake-history.ts'

const feed = 'https://a.example/feed'
const may = (day: number) => new Date(Date.UTC(2020, 4, day, 12))
const post = (id: string, about: Partial<ParsedEntry> = {}) =>
  makeEntry({ id, title: `Post ${id}`, link: `https://a.example/${id}`, published: may(Number(id) || 1), ...about })

/** Each row replays versions of one feed; `kept` is what a person expects: titles, newest first. */
const histories: { name: string; versions: ParsedEntry[][]; kept: string[] }[] = [
  { name: 'the same twice', versions: [[post('1')], [post('1')]], kept: ['Post 1'] },
  { name: 'a new one', versions: [[post('1')], [post('2'), post('1')]], kept: ['Post 2', 'Post 1'] },
  { name: 'one left the feed', versions: [[post('1')], [post('2')]], kept: ['Post 2', 'Post 1'] },
  { name: 'one came back', versions: [[post('1')], [post('2')], [post('1')]], kept: ['Post 2', 'Post 1'] },
  { name: 'the feed is emptied', versions: [[post('1'), post('2')], [], [post('1')]], kept: ['Post 2', 'Post 1'] },
  {
    name: 'an edit changes the text, never the place',
    versions: [
      [post('2'), post('1')],
      [post('2'), post('1', { title: 'New title', published: may(9) })],
    ],
    kept: ['Post 2', 'New title'],
  },
  {
    name: 'all ids are rewritten with the host, and back, and again',
    versions: [
      [
        post('https://a.example/2', { link: 'https://a.example/2', title: 'B', published: may(2) }),
        post('https://a.example/1', { link: 'https://a.example/1', title: 'A' }),
      ],
      [
        post('http://localhost/2', { link: 'http://localhost/2', title: 'B', published: may(2) }),
        post('http://localhost/1', { link: 'http://localhost/1', title: 'A' }),
      ],
      [
        post('https://a.example/2', { link: 'https://a.example/2', title: 'B', published: may(2) }),
        post('https://a.example/1', { link: 'https://a.example/1', title: 'A' }),
      ],
      [
        post('http://localhost/2', { link: 'http://localhost/2', title: 'B', published: may(2) }),
        post('http://localhost/1', { link: 'http://localhost/1', title: 'A' }),
      ],
    ],
    kept: ['B', 'A'],
  },
  {
    name: 'ids and links are rewritten: title and day tell',
    versions: [[post('1')], [post('x', { title: 'Post 1', link: 'https://b.example/x' })]],
    kept: ['Post 1'],
  },
  {
    name: 'the same title on the same day, and the old id still there: two entries',
    versions: [[post('1')], [post('1'), post('x', { title: 'Post 1', link: 'https://b.example/x' })]],
    kept: ['Post 1', 'Post 1'],
  },
  {
    name: 'several entries on one page, each with an id of its own',
    versions: [
      [post('1', { link: 'https://a.example/news' }), post('2', { link: 'https://a.example/news' })],
      [post('3', { link: 'https://a.example/news' }), post('4', { link: 'https://a.example/news' })],
    ],
    kept: ['Post 4', 'Post 3', 'Post 2', 'Post 1'],
  },
  {
    name: 'every link is the home page',
    versions: [[post('1', { link: 'https://a.example/' })], [post('2', { link: 'https://a.example/' })]],
    kept: ['Post 2', 'Post 1'],
  },
  {
    name: 'one entry stands twice, under its old id and its new one',
    versions: [
      [post('1')],
      [post('x', { title: 'Post 1', link: 'https://a.example/1' })],
      [post('1'), post('x', { title: 'Post 1', link: 'https://a.example/1' })],
    ],
    kept: ['Post 1'],
  },
  {
    name: 'neither ids nor links nor dates, in the order of the feed',
    versions: [
      ['A', 'B', 'C'].map((title) => makeEntry({ title })),
      ['New', 'A', 'B', 'C'].map((title) => makeEntry({ title })),
    ],
    kept: ['New', 'A', 'B', 'C'],
  },
  {
    name: 'one date for all, in the order of the feed',
    versions: [
      ['A', 'B'].map((title) => makeEntry({ title, published: may(1) })),
      ['New', 'A', 'B', 'Z'].map((title) => makeEntry({ title, published: may(1) })),
    ],
    kept: ['New', 'A', 'B', 'Z'],
  },
  {
    name: 'a date in the future is no later than first seen',
    versions: [
      [post('1', { published: new Date('2099-01-01T00:00:00Z') })],
      [
        post('2', { published: new Date('2020-06-02T12:00:00Z') }),
        post('1', { published: new Date('2099-01-01T00:00:00Z') }),
      ],
    ],
    kept: ['Post 2', 'Post 1'],
  },
  {
    name: 'dates are rewritten at every request',
    versions: [
      [post('2'), post('1')],
      [post('1', { published: may(20) }), post('2', { published: may(20) })],
    ],
    kept: ['Post 2', 'Post 1'],
  },
]

test.each(histories)('mergeFeed: $name', ({ versions, kept }) => {
  const history = new FakeHistory(feed)
  for (const version of versions) history.see(version)
  expect(history.titles()).toEqual(kept)
})

test('mergeFeed: the id that was published first is kept, and all ids are', () => {
  const history = new FakeHistory(feed)
  history.see([post('https://a.example/1')])
  history.see([
    post('http://localhost/1', { title: 'Post https://a.example/1', link: 'http://localhost/https://a.example/1' }),
  ])
  expect(history.entries.map(({ publishedId, ids }) => ({ publishedId, ids }))).toEqual([
    { publishedId: 'https://a.example/1', ids: ['https://a.example/1', 'http://localhost/1'] },
  ])
})

test('F-04 updatedShown follows a change of text, and no date alone; it is never later than when we saw it', () => {
  const history = new FakeHistory(feed)
  const shown = () => history.entries[0]?.updatedShown.toISOString()
  history.see([post('1', { updated: may(2) })])
  expect(shown()).toBe(may(2).toISOString())
  history.see([post('1', { updated: may(3) })])
  expect(shown()).toBe(may(2).toISOString())
  history.see([post('1', { updated: may(4), contentHtml: 'edited' })])
  expect(shown()).toBe(may(4).toISOString())
  const seenAt = history.see([post('1', { updated: new Date('2099-01-01T00:00:00Z'), contentHtml: 'again' })])
  expect(shown()).toBe(seenAt.toISOString())
})

test('F-04 a feed that loses its dates: the date of publication that it gave is still that of an edit', () => {
  const history = new FakeHistory(feed)
  history.see([post('1', { published: may(2) })])
  history.see([post('1', { published: undefined, contentHtml: 'edited' })])
  expect(history.entries.map(({ updatedShown }) => updatedShown)).toEqual([may(2)])
})

test('K-07 the newest per_day of many new entries are shown, and the rest is told', () => {
  const history = new FakeHistory(feed)
  history.see([post('1')])
  history.see(
    ['5', '4', '3', '2', '1'].map((id) => post(id)),
    { first: 1, perDay: 2 },
  )
  expect(history.entries.map(({ title, offFront }) => [title, offFront])).toEqual([
    ['Post 5', undefined],
    ['Post 4', undefined],
    ['Post 3', 'per_day'],
    ['Post 2', 'per_day'],
    ['Post 1', undefined],
  ])
})

test('F-04 a link that changes is a change that readers hear of, though the text is the same', () => {
  const history = new FakeHistory(feed)
  history.see([post('1', { updated: may(2) })])
  history.see([post('1', { updated: may(5), link: 'https://a.example/moved' })])
  expect(history.entries.map(({ link, updatedShown }) => [link, updatedShown])).toEqual([
    ['https://a.example/moved', may(5)],
  ])
})

test('F-04 another scheme or host before the same path is no change', () => {
  const history = new FakeHistory(feed)
  history.see([post('1', { updated: may(2), link: 'http://a.example/one' })])
  history.see([post('1', { updated: may(5), link: 'https://www.a.example/one' })])
  expect(history.entries.map(({ link, updatedShown }) => [link, updatedShown])).toEqual([
    ['https://www.a.example/one', may(2)],
  ])
})

test('RFC 6721 what its feed said is deleted is no old self of a post that comes at its place', () => {
  const history = new FakeHistory(feed)
  history.see([post('1'), post('2')])
  history.see([post('2')], {}, [{ id: '1', at: undefined }])
  // The tombstone has left the feed; another post has the same link and title now.
  history.see([post('new', { title: 'Post 1', link: 'https://a.example/1', published: may(1) }), post('2')])
  expect(history.entries.map(({ ids }) => ids)).toEqual([['2'], ['new']])
})
