import type { EntryQueries } from '../../src/entry-queries.ts'
import type { Entry, ParsedEntry, Planet, Subscription } from '../../src/model.ts'
import { makeEntry } from '../make-entry.ts'

const feed = 'https://a.example/feed'

/** A stored entry for tests, at an instant. */
export function makeStored(position: string, about: Partial<ParsedEntry & Entry> = {}): Entry {
  const at = new Date(position)
  const id = about.id ?? `https://a.example/${position}`
  const record = { feed, ids: [id], publishedId: id, firstSeen: at, position: at, updatedShown: at }
  return {
    ...makeEntry({ id, link: id, title: `Entry of ${position}`, ...about }),
    ...record,
    offFront: undefined,
    alsoIn: [],
    ...about,
  }
}

export function makePlanet(about: Partial<Planet> = {}): Planet {
  const subscription: Subscription = {
    source: { url: feed },
    publicUrl: feed,
    slug: 'a-blog',
    name: 'A Blog',
    site: 'https://a.example/',
    about: undefined,
    active: true,
    state: { kind: 'fine' },
    standing: 'active',
    firstReadAt: undefined,
    span: undefined,
  }
  return {
    title: 'Planet Test',
    url: 'https://planet.example/',
    id: 'https://planet.example/atom.xml',
    outputs: ['html', 'atom', 'rss', 'json', 'opml'],
    aliases: [],
    websub: undefined,
    description: undefined,
    language: 'en',
    timezone: 'UTC',
    owner: undefined,
    show: {
      days: 10,
      entries: 40,
      group: 'day',
      content: 'full',
      blogFull: 5,
      fold: 0,
      byline: 'end',
      highlight: true,
      date: '%B %d, %Y',
      time: '%B %d, %Y %H:%M',
      sidebar: ['outline', 'feeds', 'tags', 'archive', 'subscribe'],
    },
    archive: { pages: ['day', 'month', 'year'], tags: true, authors: true, tagMin: 3, links: 'none', languages: false },
    robots: 'index',
    images: 'remote',
    theme: { links: [] },
    tags: {},
    subscriptions: [subscription],
    updated: undefined,
    version: '1.2.3',
    ...about,
  }
}

/** An archive of a list: the same questions, asked of memory. */
export function makeEntryQueries(list: Entry[]): EntryQueries {
  const entries = [...list].sort((a, b) => +b.position - +a.position)
  const between = async (from: Date, to: Date) => entries.filter(({ position }) => position >= from && position < to)
  return {
    newest: async (limit) => entries.filter(({ offFront }) => offFront === undefined).slice(0, limit),
    between,
    newestOf: async (feeds, limit, before = new Date(8.64e15)) =>
      entries.filter((entry) => feeds.includes(entry.feed) && entry.position < before).slice(0, limit),
    titlesBetween: async (from, to, limit) => (await between(from, to)).slice(0, limit),
    lastOf: async (feeds, before) =>
      entries.find((entry) => feeds.includes(entry.feed) && entry.position < before)?.position,
    postCounts: async () => new Map(),
    counts: async (instants) =>
      instants.slice(1).map((to, index) => {
        const from = instants[index] ?? to
        return entries.filter(({ position }) => position >= from && position < to).length
      }),
    newestShownOf: async (feeds, limit) =>
      entries.filter(({ feed, offFront }) => feeds.includes(feed) && offFront === undefined).slice(0, limit),
    lastBefore: async (instant) => entries.find(({ position }) => position < instant)?.position,
    firstFrom: async (instant) => entries.findLast(({ position }) => position >= instant)?.position,
    touchedSince: async () => [],
    touchedFeedsSince: async () => [],
    touchedNumbersSince: async () => [],
    numbersBetween: async () => [],
    numbered: async (from, to) => entries.slice(from - 1, to - 1),
    numberedHeads: async (from, to) =>
      entries.slice(from - 1, to - 1).map((entry, index) => ({ ...entry, number: from + index })),
    someNumbered: async (numbers) => numbers.flatMap((number) => entries[number - 1] ?? []),
    hasNumbered: async (from, to) => entries.slice(from - 1, to - 1).length > 0,
    lastNumber: async () => entries.length,
    topics: async () => [],
    feedsOfTopic: async () => [],
    newestOfTopic: async () => [],
    newestShownOfTopic: async () => [],
    lastOfTopic: async () => undefined,
    touchedTopicsSince: async () => [],
    removedSince: async () => [],
  }
}
