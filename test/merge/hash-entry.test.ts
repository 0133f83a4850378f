import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hadHash, hashEntry } from '../../src/normalize/merge/hash-entry.ts'
import { makeEntry } from '../make-entry.ts'

const entry = makeEntry({
  ...{ id: 'tag:a.example,2026:1', link: 'https://a.example/1', title: 'Öl & “more”', published: new Date(5) },
  ...{ contentHtml: '<p>🐟 "x"\\\n</p>', authors: [{ name: 'Ana', url: undefined, email: 'a@a.example' }] },
})
const keys = { linkPath: '/1', linkKey: 'a.example/1', titleDay: undefined, textDay: 'x' }
/** What is stored has not changed since. */
const stored = 'XZ7mZgGdOh5PbItVMsRcR7QIq__AZMHydIp1xdBS7ww'
/** As the first versions that hashed entries wrote it. */
const old = '09816edd84a3524d4b504fa46235399c6fed382dd41d7f28bc230ef96a2e620e'

test('hashEntry: what was hashed by an older version has the same hash, or is known by the hash that it had then', () => {
  expect(hashEntry(entry, keys)).toBe(stored)
  expect(hadHash(old, entry, keys)).toBe(true)
  expect(hadHash(stored, entry, keys)).toBe(false)
})

test('hadHash: entries of JSON Feed were hashed with their text before their summary', () => {
  const { summaryHtml: _, ...rest } = makeEntry({ ...entry, published: undefined, updated: undefined })
  const { sourceHash: _hash, published: _published, updated: _updated, ...seen } = { ...rest, summaryHtml: '<p>S</p>' }
  const order = ['id', 'link', 'title', 'titleHtml', 'contentHtml', 'summaryHtml'] as const
  const first = Object.fromEntries(order.map((name) => [name, seen[name]]))
  const whole = JSON.stringify([
    { ...first, ...seen },
    { linkPath: '/1', linkKey: 'a.example/1' },
  ])
  const hash = createHash('sha256').update(whole).digest('hex')
  expect(hadHash(hash, { ...entry, summaryHtml: '<p>S</p>' }, keys)).toBe(true)
})

const cases = [
  { name: 'its first date', change: { published: new Date(6) }, isSame: true },
  { name: 'its last date', change: { updated: new Date(6) }, isSame: true },
  { name: 'the hash of its source', change: { sourceHash: 'y' }, isSame: true },
  { name: 'its text', change: { contentHtml: '<p></p>' }, isSame: false },
  { name: 'its summary where it had none', change: { summaryHtml: '' }, isSame: false },
]

test.each(cases)('hashEntry: another is $name', ({ change, isSame }) => {
  expect(hashEntry({ ...entry, ...change }, keys) === stored).toBe(isSame)
  expect(hadHash(old, { ...entry, ...change }, keys)).toBe(isSame)
})

test('hashEntry: another is a key; that of the text comes of the text', () => {
  expect(hashEntry(entry, { ...keys, linkPath: undefined })).not.toBe(stored)
  expect(hashEntry(entry, { ...keys, textDay: undefined })).toBe(stored)
})
