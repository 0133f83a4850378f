import { expect, test } from 'vitest'
import type { ParsedEntry } from '../../src/model.ts'
import { makeEntry } from '../make-entry.ts'
import { FakeHistory } from './fake-history.ts'

const names = ['a-walk-at-night', 'beans-and-peas', 'copper-bands']

/** Posts of three days, at addresses that a rule makes of their names; ids are the addresses. */
function posts(linkOf: (name: string) => string, day: number, all = names): ParsedEntry[] {
  return all.map((name, index) => {
    const link = `https://a.example${linkOf(name)}`
    const published = new Date(Date.UTC(2020, 4, day + index, 20))
    return makeEntry({ id: link, link, title: name.replaceAll('-', ' '), contentHtml: name, published })
  })
}
const old = posts((name) => `/2020/05/${name}.html`, 1)

const cases: { name: string; before?: ParsedEntry[]; after: ParsedEntry[]; count: number }[] = [
  {
    name: 'other folders, and all dates are those of the move',
    after: posts((name) => `/posts/${name}/`, 20),
    count: 3,
  },
  { name: 'no folders any more', after: posts((name) => `/${name}`, 20), count: 3 },
  {
    name: 'other folders, and nobody says when',
    before: old.map((entry) => ({ ...entry, published: undefined })),
    after: posts((name) => `/posts/${name}/`, 1).map((entry) => ({ ...entry, published: undefined })),
    count: 3,
  },
  {
    name: 'other titles: what ends alike is something else',
    after: posts((name) => `/posts/${name}/`, 20).map((entry) => ({ ...entry, title: `${entry.title} again` })),
    count: 6,
  },
  { name: 'two posts end alike by chance', after: posts((name) => `/posts/${name}/`, 20, names.slice(0, 2)), count: 5 },
  {
    name: 'columns that appear each month, in folders of the date',
    after: posts((name) => `/2020/06/${name}.html`, 20),
    count: 6,
  },
  {
    name: 'columns in folders with the name of the month',
    before: posts((name) => `/2020/may/${name}`, 1),
    after: posts((name) => `/2020/june/${name}`, 20),
    count: 6,
  },
  {
    name: 'issues in folders of a season',
    before: posts((name) => `/spring/${name}`, 1),
    after: posts((name) => `/summer/${name}`, 20),
    count: 6,
  },
  {
    name: 'issues with Roman numbers',
    before: posts((name) => `/vol-xi/${name}`, 1),
    after: posts((name) => `/vol-xii/${name}`, 20),
    count: 6,
  },
  {
    name: 'columns in folders with the name of a day, or a month, in German',
    before: posts((name) => `/maerz/montag/${name}`, 1),
    after: posts((name) => `/mai/dienstag/${name}`, 20),
    count: 6,
  },
  {
    name: 'a conference in another city: other posts stand where they stood',
    before: [...posts((name) => `/berlin/${name}`, 1), ...posts((name) => `/news/${name}`, 10, ['d', 'e', 'f'])],
    after: [...posts((name) => `/lisbon/${name}`, 20), ...posts((name) => `/news/${name}`, 10, ['d', 'e', 'f'])],
    count: 9,
  },
  {
    name: 'names that any page has',
    before: posts((name) => `/${name}/index.html`, 1),
    after: posts((name) => `/x-${name}/view`, 20),
    count: 6,
  },
  {
    name: 'most of what is new is new',
    after: [...posts((name) => `/posts/${name}/`, 20), ...posts((name) => `/p/${name}`, 10, ['d', 'e', 'f', 'g'])],
    count: 10,
  },
]

test.each(cases)('K-07 findResettled: $name', ({ before = old, after, count }) => {
  const history = new FakeHistory('https://a.example/feed')
  history.see(before)
  history.see(after)
  expect(history.entries).toHaveLength(count)
  if (count === 3)
    expect(history.entries.map(({ publishedId }) => publishedId).sort()).toEqual(before.map(({ id }) => id))
})

test('K-07 findResettled: a blog that has moved into several folders shows more of its past later', () => {
  const history = new FakeHistory('https://a.example/feed')
  const others = ['dahlias-in-june', 'eleven-owls', 'fog-and-rain']
  const old = posts((name) => `/2020/05/${name}.html`, 1, [...names, ...others])
  const moved = posts((name) => `/garden/${name}`, 20, others)
  history.see(old)
  history.see(moved)
  history.see([...posts((name) => `/life/${name}`, 23), ...moved])
  expect(history.entries.map(({ publishedId }) => publishedId).sort()).toEqual(old.map(({ id }) => id).sort())
})
