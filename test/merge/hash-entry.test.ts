import { expect, test } from 'vitest'
import { hashEntry } from '../../src/normalize/merge/hash-entry.ts'
import { makeEntry } from '../make-entry.ts'

const entry = makeEntry({
  ...{ id: 'tag:a.example,2026:1', link: 'https://a.example/1', title: 'Öl & “more”', published: new Date(5) },
  ...{ contentHtml: '<p>🐟 "x"\\\n</p>', authors: [{ name: 'Ana', url: undefined, email: 'a@a.example' }] },
})
const keys = { linkPath: '/1', linkKey: 'a.example/1', titleDay: undefined, textDay: 'x' }
/** As the first version that hashed entries wrote it: what it stored has not changed since. */
const stored = '09816edd84a3524d4b504fa46235399c6fed382dd41d7f28bc230ef96a2e620e'

test('hashEntry: what was hashed by an older version has the same hash', () => {
  expect(hashEntry(entry, keys)).toBe(stored)
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
})

test('hashEntry: another is a key; that of the text comes of the text', () => {
  expect(hashEntry(entry, { ...keys, linkPath: undefined })).not.toBe(stored)
  expect(hashEntry(entry, { ...keys, textDay: undefined })).toBe(stored)
})
