import { expect, test } from 'vitest'
import { makeSubscriptions } from '../../src/planet/make-subscriptions.ts'
import { newFeed } from '../pipeline/new-feed.ts'

test('P-32 tags that differ in capitals alone are one, as it is written first', () => {
  const feeds = [
    ['Core', 'de'],
    ['core', 'CORE', 'jabber'],
    ['DE', 'Jabber'],
  ].map((tags, index) => ({
    ...newFeed({ url: `https://blog${index}.example/feed`, name: 'A', tags }),
    slug: `a${index}`,
    active: true,
  }))
  const standings = { now: new Date('2020-01-01T00:00:00Z'), spans: new Map() }
  const found = makeSubscriptions(feeds, standings as unknown as Parameters<typeof makeSubscriptions>[1])
  expect(found.map(({ source }) => source.tags)).toEqual([
    ['Core', 'de'],
    ['Core', 'jabber'],
    ['de', 'jabber'],
  ])
})
