import { expect, test } from 'vitest'
import type { ParsedEntry } from '../../src/model.ts'
import { identifyEntries } from '../../src/normalize/merge/identify-entries.ts'
import { keepIds } from '../../src/normalize/merge/keep-ids.ts'
import { makeEntry } from '../make-entry.ts'
import { FakeHistory } from './fake-history.ts'

const note = (id: string, more: Partial<ParsedEntry> = {}) =>
  makeEntry({ id, title: 'Photo of the day', contentHtml: 'Look!', ...more })
const published = new Date('2026-05-10T09:00:00Z')
const file = { url: 'https://a.example/2.jpg', type: 'image/jpeg', length: undefined }

const cases: { name: string; before: ParsedEntry[]; after: ParsedEntry[]; ids: string[] }[] = [
  { name: 'nothing else tells the two apart', before: [note('a')], after: [note('b')], ids: ['a'] },
  { name: 'the feed carries both', before: [note('a')], after: [note('b'), note('a')], ids: ['b', 'a'] },
  { name: 'another text', before: [note('a')], after: [note('b', { contentHtml: 'Look there!' })], ids: ['b'] },
  { name: 'a page of its own', before: [note('a')], after: [note('b', { link: 'https://a.example/2' })], ids: ['b'] },
  {
    name: 'the one before had a page',
    before: [note('a', { link: 'https://a.example/1' })],
    after: [note('b')],
    ids: ['b'],
  },
  {
    name: 'the home page is no page of its own',
    before: [note('a', { link: 'https://a.example/' })],
    after: [note('b', { link: 'https://a.example/' })],
    ids: ['a'],
  },
  { name: 'a date', before: [note('a')], after: [note('b', { published })], ids: ['b'] },
  { name: 'the one before had a date', before: [note('a', { published })], after: [note('b')], ids: ['b'] },
  { name: 'a picture', before: [note('a')], after: [note('b', { image: 'https://a.example/2.jpg' })], ids: ['b'] },
  { name: 'a file', before: [note('a')], after: [note('b', { enclosures: [file] })], ids: ['b'] },
  { name: 'two that say the same', before: [note('a'), note('b')], after: [note('c'), note('d')], ids: ['c', 'd'] },
]

test.each(cases)('keepIds: $name', ({ before, after, ids }) => {
  const history = new FakeHistory('f')
  history.see(before)
  const known = history.kept.map((entry) => ({ ...entry, bytes: 0 }))
  expect(keepIds(identifyEntries(after), known).map(({ id }) => id)).toEqual(ids)
})
