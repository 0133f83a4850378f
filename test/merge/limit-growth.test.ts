import { expect, test } from 'vitest'
import { makeEncoded } from '../../src/entry-codec.ts'
import type { EntryChange } from '../../src/model.ts'
import { limitGrowth } from '../../src/normalize/merge/limit-growth.ts'
import { openIntake } from '../../src/normalize/merge/open-intake.ts'
import { makeEntry } from '../make-entry.ts'

const keys = { linkPath: undefined, linkKey: undefined, titleDay: undefined }
const now = new Date('2026-05-10T12:00:00Z')
const hours = (count: number) => new Date(+now + count * 3_600_000)

/** A new entry of so many bytes of text, so many hours old. */
function added(bytes: number, age: number): EntryChange {
  const position = hours(-age)
  const record = {
    ...{ feed: 'f', ids: [`${age}`], publishedId: `${age}`, firstSeen: now, position, rank: age, updatedShown: now },
    ...{ offFront: undefined, offSite: undefined },
  }
  return {
    kind: 'added',
    entry: makeEncoded(makeEntry({ contentHtml: 'x'.repeat(bytes), sourceHash: 's' })),
    keys,
    entryHash: '',
    record,
  }
}

function changed(bytes: number, key: number): EntryChange {
  const entry = makeEncoded(makeEntry({ contentHtml: 'x'.repeat(bytes), sourceHash: 's' }))
  return {
    ...{ kind: 'changed', key, entry, keys, entryHash: '', newIds: [] },
    ...{ updatedShown: now, position: now, offSite: undefined },
  }
}

const gone: EntryChange = { kind: 'deleted', key: 7 }
const renamed: EntryChange = { kind: 'renamed', key: 8, newIds: ['x'] }
const [old, mid, young] = [added(9000, 30), added(9000, 20), added(9000, 10)] as const
const small = added(10, 40)
const all = { entries: Infinity, bytes: Infinity }

const cases = [
  { name: 'no limit takes all', changes: [old, mid, young], room: all, takes: [old, mid, young], left: 0 },
  { name: 'the newest few', changes: [old, mid, young], room: { ...all, entries: 2 }, takes: [mid, young], left: 1 },
  {
    name: 'as much text as there is room for',
    changes: [old, mid],
    room: { ...all, bytes: 12_000 },
    takes: [mid],
    left: 1,
  },
  {
    name: 'a small one still finds room',
    changes: [small, mid, young],
    room: { ...all, bytes: 12_000 },
    takes: [small, young],
    left: 1,
  },
  { name: 'no room', changes: [old], room: { entries: 0, bytes: 0 }, takes: [], left: 1 },
  { name: 'less than none', changes: [old], room: { entries: -3, bytes: -3 }, takes: [], left: 1 },
  {
    name: 'what is deleted needs none',
    changes: [gone],
    room: { entries: 0, bytes: 0 },
    takes: [gone],
    left: 0,
  },
  {
    name: 'ids are text that is kept: they need room of their own',
    changes: [gone, renamed, { ...changed(500, 1), newIds: ['y'.repeat(2000)] }],
    room: { entries: 0, bytes: 1000 },
    takes: [gone, renamed],
    left: 0,
  },
  {
    name: 'an edit that is no longer than before needs none',
    changes: [changed(500, 1)],
    room: { entries: 0, bytes: 0 },
    takes: [changed(500, 1)],
    left: 0,
  },
]

test.each(cases)('limitGrowth: $name', ({ changes, room, takes, left }) => {
  const limited = limitGrowth(changes, room, () => 1200)
  expect(limited.changes).toEqual(takes)
  expect(limited.left.entries).toBe(left)
})

test('limitGrowth: an edit that makes a text longer counts by how much, and waits where there is no room', () => {
  const grown = changed(50_000, 1)
  expect(limitGrowth([grown], { entries: 0, bytes: 60_000 }, () => 1000).taken).toEqual({
    entries: 0,
    bytes: expect.any(Number),
  })
  const { changes, left } = limitGrowth([grown, gone], { entries: 9, bytes: 40_000 }, () => 1000)
  expect(changes).toEqual([gone])
  expect(left.bytes).toBeGreaterThan(49_000)
  expect(limitGrowth([grown], { entries: 0, bytes: 40_000 }, () => 20_000).changes).toEqual([grown])
})

const limits = { perDay: 3, maxNew: 10, maxTextBytes: 1000 }
const fresh = { since: now, entries: 4, shown: 2, bytes: 400, isFull: false }

const days = [
  { name: 'never brought anything', intake: undefined, at: 0, left: { perDay: 3, entries: 10, bytes: 1000 } },
  { name: 'an hour later', intake: fresh, at: 1, left: { perDay: 1, entries: 6, bytes: 600 } },
  { name: 'a day later, a little early', intake: fresh, at: 23.9, left: { perDay: 3, entries: 10, bytes: 1000 } },
  { name: 'the clock went back', intake: fresh, at: -48, left: { perDay: 3, entries: 10, bytes: 1000 } },
  {
    name: 'more than may be',
    intake: { ...fresh, shown: 9, entries: 99 },
    at: 1,
    left: { perDay: 0, entries: -89, bytes: 600 },
  },
]

test.each(days)('openIntake: $name', ({ intake, at, left }) => {
  const { perDay, room } = openIntake(intake, limits, false, hours(at))
  expect({ perDay, ...room }).toEqual(left)
})

test('openIntake: the first version of a feed has room for an archive, and counts for no day', () => {
  const { room, close } = openIntake(undefined, limits, true, now)
  expect(room).toEqual({ entries: 5000, bytes: 50_000_000 })
  const taken = { entries: 300, bytes: 5000 }
  const intake = close({ changes: [], taken, left: { entries: 0, bytes: 0 } })
  expect(intake).toEqual({ since: now, entries: 0, shown: 0, bytes: 0, isFull: false })
  expect(openIntake(intake, limits, false, hours(1)).room).toEqual({ entries: 10, bytes: 1000 })
})

test('openIntake: what a version brought is added up, until the day is over', () => {
  const held = {
    ...young,
    record: { ...(young as Extract<EntryChange, { kind: 'added' }>).record, offFront: 'per_day' },
  } as EntryChange
  const { close } = openIntake(fresh, limits, false, hours(1))
  const sum = close({ changes: [young, held], taken: { entries: 2, bytes: 50 }, left: { entries: 1, bytes: 9 } })
  expect(sum).toEqual({ since: now, entries: 6, shown: 3, bytes: 450, isFull: true })
  const next = openIntake(sum, limits, false, hours(25)).close({
    changes: [],
    taken: { entries: 0, bytes: 0 },
    left: { entries: 0, bytes: 0 },
  })
  expect(next).toEqual({ since: hours(25), entries: 0, shown: 0, bytes: 0, isFull: false })
})
