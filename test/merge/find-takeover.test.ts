import { expect, test } from 'vitest'
import type { FeedAbout } from '../../src/model.ts'
import { areUnrelated } from '../../src/normalize/merge/are-unrelated.ts'
import { type Evidence, findTakeover } from '../../src/normalize/merge/find-takeover.ts'

const now = new Date('2026-05-31T12:00:00Z')
const daysAgo = (days: number) => new Date(+now - days * 86_400_000)

function about(title: string | undefined, language?: string): FeedAbout {
  return {
    ...{ id: undefined, title, subtitle: undefined, link: undefined, feedUrl: undefined, language, updated: undefined },
    ...{ authors: [], image: undefined, rights: undefined, generator: undefined, schedule: undefined },
  }
}

/** A weekly blog that was read an hour ago, and brings five entries that nobody knows. */
const weekly: Evidence = {
  before: about('Blog A', 'en'),
  after: about('Blog A', 'en'),
  domains: { before: 'a.example', after: 'a.example' },
  isKnown: false,
  isVouchedFor: false,
  unknown: 5,
  positions: Array.from({ length: 30 }, (_, index) => daysAgo(7 * index + 1)),
  window: undefined,
  answeredAt: daysAgo(1 / 24),
  failingSince: undefined,
  now,
}
const nothing = 'nothing in it is known'
const renamed = { after: about('Casino', 'en') }
const called = 'it is called “Casino”, no longer “Blog A”'

/** A weekly blog whose feed has its newest entry alone. */
const oneAtATime = {
  unknown: 1,
  window: { entries: 1, first: daysAgo(7), last: daysAgo(7) },
  positions: weekly.positions,
}

const cases: { name: string; change: Partial<Evidence>; says: string | undefined }[] = [
  { name: 'nothing known, whatever its title', change: {}, says: nothing },
  { name: 'its own people signed it', change: { isVouchedFor: true }, says: undefined },
  {
    name: 'its own people signed it, and it is called otherwise',
    change: { isVouchedFor: true, ...renamed },
    says: `${nothing}; ${called}`,
  },
  {
    name: 'its own people signed it, after it failed for a month',
    change: { isVouchedFor: true, answeredAt: daysAgo(31), failingSince: daysAgo(30) },
    says: nothing,
  },
  { name: 'one entry is known', change: { isKnown: true }, says: undefined },
  { name: 'no entry at all', change: { unknown: 0 }, says: undefined },
  { name: 'it had two entries only', change: { positions: [daysAgo(1), daysAgo(2)] }, says: undefined },
  { name: 'it had three', change: { positions: [daysAgo(10), daysAgo(20), daysAgo(30)] }, says: nothing },
  {
    name: 'thirty entries in ninety minutes, an hour ago: twenty more are no wonder',
    change: { positions: Array.from({ length: 30 }, (_, index) => daysAgo((60 + 3 * index) / 1440)), unknown: 20 },
    says: undefined,
  },
  {
    name: 'an entry a day, and nobody asked for two weeks: forty are no wonder',
    change: {
      positions: Array.from({ length: 30 }, (_, index) => daysAgo(14 + index)),
      answeredAt: daysAgo(14),
      unknown: 40,
    },
    says: undefined,
  },
  {
    name: 'an entry a day, and nobody asked for two weeks: fifty are too many',
    change: {
      positions: Array.from({ length: 30 }, (_, index) => daysAgo(14 + index)),
      answeredAt: daysAgo(14),
      unknown: 50,
    },
    says: nothing,
  },
  {
    name: 'the same, and it failed for most of that time: what came meanwhile is no news',
    change: {
      positions: Array.from({ length: 30 }, (_, index) => daysAgo(40 + index)),
      answeredAt: daysAgo(40),
      failingSince: daysAgo(39),
      unknown: 5,
    },
    says: nothing,
  },
  {
    name: 'it failed for a week only: that happens',
    change: {
      positions: Array.from({ length: 30 }, (_, index) => daysAgo(8 + index)),
      answeredAt: daysAgo(8),
      failingSince: daysAgo(7),
      unknown: 5,
    },
    says: undefined,
  },
  { name: 'one entry at a time, and here is the next', change: oneAtATime, says: undefined },
  { name: 'one entry at a time, and five come', change: { ...oneAtATime, unknown: 5 }, says: nothing },
  {
    name: 'one entry at a time, under another title',
    change: { ...oneAtATime, ...renamed },
    says: `${nothing}; ${called}`,
  },
  {
    name: 'one entry at a time, and none for a year',
    change: {
      ...oneAtATime,
      window: { entries: 1, first: daysAgo(365), last: daysAgo(365) },
      positions: oneAtATime.positions.map((position) => new Date(+position - 365 * 86_400_000)),
    },
    says: nothing,
  },
  {
    name: 'one entry at a time, and it failed for a month',
    change: { ...oneAtATime, answeredAt: daysAgo(32), failingSince: daysAgo(31) },
    says: nothing,
  },
  {
    name: 'a whole issue of five, as ever',
    change: { ...oneAtATime, window: { entries: 5, first: daysAgo(7), last: daysAgo(7) } },
    says: undefined,
  },
  {
    name: 'one entry, of a feed that had ten of different days',
    change: { ...oneAtATime, window: { entries: 10, first: daysAgo(90), last: daysAgo(7) } },
    says: nothing,
  },
  {
    name: 'ten entries, of a feed that was read once',
    change: {
      unknown: 10,
      positions: weekly.positions.slice(0, 10),
      window: { entries: 10, first: daysAgo(1), last: daysAgo(1) },
    },
    says: nothing,
  },
  { name: 'never read before', change: { answeredAt: undefined }, says: nothing },
  { name: 'a blog renames itself', change: { ...renamed, isKnown: true }, says: undefined },
  { name: 'a blog has another title and nothing known', change: renamed, says: `${nothing}; ${called}` },
  {
    name: 'title and domain, though ids match',
    change: { ...renamed, isKnown: true, domains: { before: 'a.example', after: 'casino.example' } },
    says: `${called}; its site is casino.example, no longer a.example`,
  },
  {
    name: 'title and language, though ids match',
    change: { after: about('Casino', 'id'), isKnown: true },
    says: `${called}; its language is id, no longer en`,
  },
  {
    name: 'language and domain, under its title',
    change: { after: about('blog  A', 'de'), isKnown: true, domains: { before: 'a.example', after: 'b.example' } },
    says: undefined,
  },
  {
    name: 'a new host',
    change: { isKnown: true, domains: { before: 'a.example', after: 'b.example' } },
    says: undefined,
  },
  {
    name: 'its site was not known',
    change: { ...renamed, isKnown: true, domains: { before: undefined, after: 'b.example' } },
    says: undefined,
  },
  {
    name: 'its title was not known',
    change: { before: about(undefined, 'en'), after: about('Casino', 'de'), isKnown: true },
    says: undefined,
  },
  { name: 'English of another country', change: { after: about('Casino', 'en-GB'), isKnown: true }, says: undefined },
]

test.each(cases)('K-05 findTakeover: $name', ({ change, says }) => {
  expect(findTakeover({ ...weekly, ...change })).toBe(says)
})

const garden =
  'Yesterday I planted tomatoes in the garden behind our house, where the morning light falls on raised wooden beds.'
const casino =
  'Register today and receive bonus credit: slots, roulette and poker tables with the highest winning chances online.'
const texts = [
  { name: 'a casino in the place of a garden', a: garden, b: casino, are: true },
  { name: 'the same', a: garden, b: garden, are: false },
  { name: 'an excerpt', a: garden, b: garden.split(',')[0] ?? '', are: false },
  { name: 'a whole text in the place of its beginning', a: garden, b: `${garden} ${casino} ${casino}`, are: false },
  {
    name: 'markup around the same words',
    a: garden,
    b: `<div class="entry"><p><b>${garden}</b></p></div>`,
    are: false,
  },
  { name: 'too short to tell', a: 'Text of One', b: casino, are: false },
  { name: 'a letter of thanks: nothing but small words', a: 'it is as it was and so on', b: casino, are: false },
  { name: 'two Chinese texts', a: '昨天我在花园里种了西红柿和黄瓜', b: '立即注册即可获得奖金和老虎机游戏', are: true },
  {
    name: 'a Chinese text, edited',
    a: '昨天我在花园里种了西红柿和黄瓜',
    b: '昨天我在花园里种了西红柿、黄瓜和辣椒',
    are: false,
  },
]

test.each(texts)('K-05 areUnrelated: $name', ({ a, b, are }) => {
  expect(areUnrelated(a, b)).toBe(are)
  expect(areUnrelated(b, a)).toBe(are)
})

test('K-05 areUnrelated takes no longer than texts are long', () => {
  expect(areUnrelated('<'.repeat(500_000), '&'.repeat(500_000))).toBe(false)
})
