import { type Blog, type Post, posts, renderVersion } from './post.ts'

/** What the feeds serve at one poll, and what a person would expect of the planet after it. */
export type Step = {
  /** Days since the first poll. */
  day: number
  /** Path → body; a path that is left out serves what it did. */
  serve: Record<string, string>
  expect: Expected
  accept?: string
}

export type Expected = {
  /** Titles in atom.xml and on the front page, newest first. */
  shown?: string[]
  /** How many entries are stored in all. */
  kept?: number
  /** Titles of entries that must stand in this order, whatever is between them. */
  order?: string[]
  /** What is told, by code. */
  told?: string[]
}

/** A feed's life, from its first poll on. Published ids never change: that holds for all of them. */
export type History = {
  name: string
  /** What a person would expect, in a sentence. */
  why: string
  /** Of feeds.yaml, after its feeds. */
  config?: string
  /** Keys of the feed at /a. */
  about?: string
  feeds?: string[]
  steps: Step[]
}

const titles = (from: number, to: number) => posts(from, to).map(({ title }) => title ?? '')
const a = (list: Post[], blog?: Blog) => ({ '/a': renderVersion(list, blog) })
const ten = a(posts(10, 1))
const shownTen = titles(10, 1)
const at = (host: string) => (post: Post) => ({
  ...post,
  id: post.id?.replace('blog.example', host),
  link: post.link?.replace('blog.example', host),
})
const withoutDate = ({ date: _, ...post }: Post) => post

export const histories: History[] = [
  {
    name: 'a blog moves to another domain, all ids with it, and back again',
    why: 'It is the same ten posts, under their first ids, however often it flips.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen, kept: 10 } },
      {
        day: 1,
        serve: a(posts(10, 1, at('new.example')), { link: 'https://new.example/' }),
        expect: { shown: shownTen, kept: 10, told: [] },
      },
      { day: 2, serve: ten, expect: { shown: shownTen, kept: 10 } },
      { day: 3, serve: a(posts(10, 1, at('localhost:1313'))), expect: { shown: shownTen, kept: 10 } },
      { day: 4, serve: a(posts(11, 2, at('new.example'))), expect: { shown: titles(11, 1), kept: 11 } },
    ],
  },
  {
    name: 'a CMS writes new dates into every post at every request',
    why: 'Nothing moves: a place is given once.',
    steps: [
      { day: 20, serve: ten, expect: { shown: shownTen } },
      {
        day: 21,
        serve: a(posts(10, 1, (post) => ({ ...post, date: '2026-03-23T11:59:00Z' }))),
        expect: { shown: shownTen, kept: 10 },
      },
      {
        day: 22,
        serve: a(posts(10, 1, (post) => ({ ...post, date: '2026-03-24T11:59:00Z' }))),
        expect: { shown: shownTen, kept: 10 },
      },
    ],
  },
  {
    name: 'posts are edited, removed, and come back',
    why: 'The new text stands in the old place; what left the feed stays; what comes back is no news.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      {
        day: 1,
        serve: a(
          posts(10, 1, (post, number) =>
            number === 4 ? { ...post, title: 'Post 4, corrected', text: 'Better' } : post,
          ),
        ),
        expect: { shown: shownTen.map((title) => (title === 'Post 4' ? 'Post 4, corrected' : title)), kept: 10 },
      },
      {
        day: 2,
        serve: a(posts(10, 6)),
        expect: { shown: shownTen.map((title) => (title === 'Post 4' ? 'Post 4, corrected' : title)), kept: 10 },
      },
      { day: 3, serve: ten, expect: { shown: shownTen, kept: 10 } },
    ],
  },
  {
    name: 'a feed is emptied, halved, and served as a web page for a day',
    why: 'Nothing is lost, and nothing is new when it comes back.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      { day: 1, serve: a([]), expect: { shown: shownTen, kept: 10 } },
      { day: 2, serve: a(posts(5, 1)), expect: { shown: shownTen, kept: 10 } },
      { day: 3, serve: { '/a': '<!doctype html><title>Maintenance</title>' }, expect: { shown: shownTen, kept: 10 } },
      { day: 5, serve: ten, expect: { shown: shownTen, kept: 10 } },
    ],
  },
  {
    name: 'a feed turns its order round',
    why: 'Dates decide, not the order of a dated feed.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      { day: 1, serve: a(posts(1, 10)), expect: { shown: shownTen, kept: 10 } },
      { day: 2, serve: a([...posts(3, 11), ...posts(2, 1)]), expect: { shown: titles(11, 1), kept: 11 } },
    ],
  },
  {
    name: 'two hundred old posts appear at once, years after',
    why: 'They stand on their own days; the front page stays as it was but for the newest fifty of them, all older than what is there.',
    steps: [
      { day: 0, serve: a(posts(10, 6)), expect: { shown: titles(10, 6) } },
      {
        day: 1,
        serve: a([
          ...posts(10, 6),
          ...Array.from({ length: 200 }, (_, index) => ({
            title: `Old ${index}`,
            id: `old-${index}`,
            link: `https://blog.example/old/${index}`,
            date: new Date(Date.UTC(2015, 0, 200 - index)).toISOString(),
          })),
        ]),
        expect: { kept: 205, order: [...titles(10, 6), 'Old 0', 'Old 49'], told: ['FLOOD'] },
      },
    ],
  },
  {
    name: 'two feeds carry the same posts',
    why: 'Each stands once, under the feed that feeds.yaml names first, also when the other brings it first.',
    feeds: ['/a', '/b'],
    steps: [
      {
        day: 0,
        serve: { '/a': renderVersion(posts(2, 1)), '/b': renderVersion(posts(3, 1), { title: 'Company' }) },
        expect: { shown: titles(3, 1), kept: 5 },
      },
      { day: 1, serve: a(posts(3, 1)), expect: { shown: titles(3, 1), kept: 6 } },
    ],
  },
  {
    name: 'two feeds use the same ids for different posts',
    why: 'Both stand; neither touches the other.',
    feeds: ['/a', '/b'],
    steps: [
      {
        day: 0,
        serve: {
          '/a': renderVersion([{ title: 'Mine', id: '1', link: 'https://a.example/1', date: '2026-01-02' }]),
          '/b': renderVersion([{ title: 'Theirs', id: '1', link: 'https://b.example/1', date: '2026-01-01' }], {
            title: 'B',
          }),
        },
        expect: { shown: ['Mine', 'Theirs'], kept: 2 },
      },
      {
        day: 1,
        serve: {
          '/b': renderVersion(
            [{ title: 'Theirs, hostile', id: '1', link: 'https://a.example/1', date: '2026-01-01' }],
            { title: 'B' },
          ),
        },
        expect: { kept: 2, order: ['Mine'] },
      },
    ],
  },
  {
    name: 'a feed without dates',
    why: 'It keeps its order; what is new stands before what was there.',
    steps: [
      { day: 0, serve: a(posts(3, 1, withoutDate)), expect: { shown: titles(3, 1) } },
      { day: 1, serve: a(posts(5, 2, withoutDate)), expect: { shown: titles(5, 1), kept: 5 } },
      { day: 2, serve: a(posts(5, 2, withoutDate)), expect: { shown: titles(5, 1), kept: 5 } },
    ],
  },
  {
    name: 'a feed without ids, whose entries all have the time of the request for a date',
    why: 'They are known by their links, and stay where they were first seen.',
    steps: [
      {
        day: 0,
        serve: a(posts(3, 1, ({ id: _, ...post }) => ({ ...post, date: '2026-03-02T12:00:00Z' }))),
        expect: { shown: titles(3, 1), kept: 3 },
      },
      {
        day: 1,
        serve: a(posts(4, 1, ({ id: _, ...post }) => ({ ...post, date: '2026-03-03T12:00:00Z' }))),
        expect: { shown: titles(4, 1), kept: 4 },
      },
      {
        day: 2,
        serve: a(posts(4, 1, ({ id: _, ...post }) => ({ ...post, date: '2026-03-04T12:00:00Z' }))),
        expect: { shown: titles(4, 1), kept: 4 },
      },
    ],
  },
  {
    name: 'a post is dated a month ahead',
    why: 'It stands where it was first seen, and sinks like any other.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      {
        day: 1,
        serve: a([
          { title: 'Ahead', id: 'ahead', link: 'https://blog.example/ahead', date: '2026-04-03' },
          ...posts(10, 1),
        ]),
        expect: { shown: ['Ahead', ...shownTen] },
      },
      {
        day: 3,
        serve: a([
          { title: 'Later', id: 'later', link: 'https://blog.example/later', date: '2026-03-05T00:00:00Z' },
          { title: 'Ahead', id: 'ahead', link: 'https://blog.example/ahead', date: '2026-04-03' },
        ]),
        expect: { shown: ['Later', 'Ahead', ...shownTen], kept: 12 },
      },
    ],
  },
  {
    name: 'a post is dated ahead in a feed whose dates of publication count',
    why: 'It waits until it is due, and then comes though the feed says nothing new; what is rescheduled waits anew.',
    about: 'dates: published',
    steps: [
      {
        day: 0,
        serve: a([
          { title: 'Waits', id: 'w', link: 'https://blog.example/w', date: '2026-03-10T00:00:00Z' },
          ...posts(2, 1),
        ]),
        expect: { shown: titles(2, 1), kept: 3 },
      },
      { day: 1, serve: {}, expect: { shown: titles(2, 1) } },
      {
        day: 2,
        serve: a([
          { title: 'Waits', id: 'w', link: 'https://blog.example/w', date: '2026-03-08T00:00:00Z' },
          ...posts(2, 1),
        ]),
        expect: { shown: titles(2, 1) },
      },
      { day: 7, serve: {}, expect: { shown: ['Waits', ...titles(2, 1)], kept: 3 } },
      {
        day: 8,
        serve: a([
          { title: 'Waits', id: 'w', link: 'https://blog.example/w', date: '2026-05-01T00:00:00Z' },
          ...posts(2, 1),
        ]),
        expect: { shown: ['Waits', ...titles(2, 1)], kept: 3 },
      },
    ],
  },
  {
    name: 'a feed whose dates do not count',
    why: 'Everything stands when it was first seen, in the order of the feed.',
    about: 'dates: first-seen',
    steps: [
      { day: 0, serve: a(posts(1, 3)), expect: { shown: titles(1, 3) } },
      {
        day: 1,
        serve: a([{ title: 'New', id: 'n', link: 'https://blog.example/n', date: '1999-01-01' }, ...posts(1, 3)]),
        expect: { shown: ['New', ...titles(1, 3)] },
      },
    ],
  },
  {
    name: 'several entries on one page',
    why: 'They are several, each with its own id, though they share a link; an id that changes then is another entry.',
    steps: [
      {
        day: 0,
        serve: a(
          posts(3, 1, (post, number) => ({ ...post, id: `release-${number}`, link: 'https://blog.example/releases' })),
        ),
        expect: { shown: titles(3, 1), kept: 3 },
      },
      {
        day: 1,
        serve: a(
          posts(5, 2, (post, number) => ({ ...post, id: `release-${number}`, link: 'https://blog.example/releases' })),
        ),
        expect: { shown: titles(5, 1), kept: 5 },
      },
    ],
  },
  {
    name: 'titles as ids',
    why: 'A title that is corrected at the same link is the same entry.',
    steps: [
      {
        day: 0,
        serve: a(posts(3, 1, (post) => ({ ...post, id: post.title }))),
        expect: { shown: titles(3, 1), kept: 3 },
      },
      {
        day: 1,
        serve: a(
          posts(3, 1, (post, number) =>
            number === 2 ? { ...post, id: 'Post Two', title: 'Post Two' } : { ...post, id: post.title },
          ),
        ),
        expect: { shown: ['Post 3', 'Post Two', 'Post 1'], kept: 3 },
      },
    ],
  },
  {
    name: 'a domain expires, and somebody else writes under it',
    why: 'Nothing of it is shown, and the operator is told, until the operator says that it is right.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      {
        day: 1,
        serve: a(
          [
            {
              title: 'Best casino',
              id: 'https://spam.example/best',
              link: 'https://spam.example/best',
              date: '2026-03-02',
            },
          ],
          { title: 'Casino News', link: 'https://spam.example/' },
        ),
        expect: { shown: shownTen, kept: 10, told: ['TAKEN_OVER'] },
      },
      { day: 2, serve: {}, expect: { shown: shownTen, kept: 10, told: [] } },
      { day: 3, serve: ten, expect: { shown: shownTen, kept: 10 } },
      {
        day: 4,
        serve: a([{ title: 'New start', id: 'n', link: 'https://blog.example/new', date: '2026-03-05' }], {
          title: 'My new blog',
        }),
        expect: { shown: shownTen, told: ['TAKEN_OVER'] },
      },
      { day: 5, serve: {}, accept: '/a', expect: { shown: ['New start', ...shownTen], kept: 11 } },
    ],
  },
  {
    name: 'a blog gets a new name, a new generator and new ids, and keeps its posts',
    why: 'That is no hijack: its titles and days are known.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      {
        day: 1,
        serve: a(
          posts(10, 1, (post, number) => ({
            ...post,
            id: `urn:new:${number}`,
            link: `https://journal.example/archive/entry-${number}.html`,
          })),
          { title: 'The Journal', link: 'https://journal.example/' },
        ),
        expect: { shown: shownTen, kept: 10, told: [] },
      },
      {
        day: 2,
        serve: a(
          posts(11, 2, (post, number) => ({
            ...post,
            id: `urn:new:${number}`,
            link: `https://journal.example/archive/entry-${number}.html`,
          })),
          { title: 'The Journal', link: 'https://journal.example/' },
        ),
        expect: { shown: titles(11, 1), kept: 11 },
      },
    ],
  },
  {
    name: 'a feed is added that has two hundred posts',
    why: 'It brings its newest ten to the front, and the others to their days.',
    feeds: ['/first', '/a'],
    steps: [
      {
        day: 0,
        serve: {
          '/first': renderVersion(
            posts(2, 1, (post) => ({ ...post, title: `First ${post.title}` })),
            { title: 'First' },
          ),
          '/a': 'not yet',
        },
        expect: { shown: ['First Post 2', 'First Post 1'] },
      },
      {
        day: 1,
        serve: a(
          posts(200, 1, (post, number) => ({
            ...post,
            date: new Date(Date.UTC(2025, 0, number)).toISOString(),
            link: `https://b.example/${number}`,
            id: `b${number}`,
          })),
        ),
        expect: { shown: ['First Post 2', 'First Post 1', ...titles(200, 191)], kept: 202, told: ['FLOOD'] },
      },
    ],
  },
  {
    name: 'one id twice in one version',
    why: 'The first is taken, each time.',
    steps: [
      {
        day: 0,
        serve: a([
          ...posts(3, 1),
          { title: 'Post 3, again', id: 'https://blog.example/3', link: 'https://blog.example/3', date: '2026-01-03' },
        ]),
        expect: { shown: titles(3, 1), kept: 3 },
      },
      {
        day: 1,
        serve: a([
          ...posts(4, 1),
          { title: 'Post 3, again', id: 'https://blog.example/3', link: 'https://blog.example/3', date: '2026-01-03' },
        ]),
        expect: { shown: titles(4, 1), kept: 4 },
      },
    ],
  },
  {
    name: 'our own clock is a year ahead for a day',
    why: 'Nothing is lost or doubled, and the blog is asked again when the clock is right.',
    steps: [
      { day: 0, serve: ten, expect: { shown: shownTen } },
      { day: 366, serve: a(posts(11, 2)), expect: { shown: titles(11, 1), kept: 11 } },
      { day: 2, serve: a(posts(12, 3)), expect: { shown: titles(12, 1), kept: 12 } },
    ],
  },
  {
    name: 'a placeholder for a date',
    why: 'The year 1 is no date: the page stands where it was first seen, and never in the year 1.',
    steps: [
      {
        day: 0,
        serve: {
          '/a': renderVersion([
            ...posts(2, 1),
            { title: 'About', id: 'about', link: 'https://blog.example/about' },
          ]).replace('<title>About</title>', '<title>About</title><pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>'),
        },
        expect: { shown: ['About', ...titles(2, 1)] },
      },
      { day: 1, serve: {}, expect: { shown: ['About', ...titles(2, 1)], kept: 3 } },
    ],
  },
  {
    name: 'a feed withdraws an entry (RFC 6721), and brings it again later',
    why: 'It goes from every page, and stays gone.',
    steps: [
      { day: 0, serve: a(posts(3, 1)), expect: { shown: titles(3, 1), kept: 3 } },
      {
        day: 1,
        serve: {
          '/a': renderVersion(posts(3, 1)).replace(
            '</channel>',
            '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="https://blog.example/2" when="2026-03-03T00:00:00Z"/></channel>',
          ),
        },
        expect: { shown: ['Post 3', 'Post 1'], kept: 2 },
      },
      { day: 2, serve: a(posts(4, 1)), expect: { shown: ['Post 4', 'Post 3', 'Post 1'], kept: 3 } },
    ],
  },
]
