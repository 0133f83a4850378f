import { expect, test } from 'vitest'
import { identifyEntries } from '../../src/normalize/merge/identify-entries.ts'
import { makeEntry } from '../make-entry.ts'
import { measureCpu } from '../measure-cpu.ts'

const day = new Date('2020-05-01T00:00:00Z')
const link = 'https://a.example/x'
const hash = expect.stringMatching(/^sha256 [0-9a-f]{64}$/)

const cases = [
  { name: 'its own id', entries: [makeEntry({ id: 'tag:x', link })], ids: ['tag:x'] },
  { name: 'no id: the link', entries: [makeEntry({ link })], ids: [link] },
  {
    name: 'no id, and a link that stands twice: title and date',
    entries: [makeEntry({ link, title: 'A', published: day }), makeEntry({ link, title: 'B', published: day })],
    ids: [hash, hash],
  },
  {
    name: 'neither id nor link: title and date',
    entries: [makeEntry({ title: 'A', published: day }), makeEntry({ title: 'A', published: new Date(0) })],
    ids: [hash, hash],
  },
  {
    name: 'title and date twice: the content',
    entries: [makeEntry({ title: 'A', contentHtml: 'one' }), makeEntry({ title: 'A', contentHtml: 'two' })],
    ids: [hash, hash],
  },
  {
    name: 'the very same entry twice: once',
    entries: [makeEntry({ title: 'A', contentHtml: 'one' }), makeEntry({ title: 'A', contentHtml: 'one' })],
    ids: [hash],
  },
  {
    name: 'undated, of one page and in the same words, under ids that are no addresses: said twice',
    entries: ['3', '2', '1'].map((id) => makeEntry({ id, title: 'The build failed', link })),
    ids: ['3', '2', '1'],
  },
  {
    name: 'undated, of one page and in the same words, under http and https: once',
    entries: [makeEntry({ id: link, title: 'A', link }), makeEntry({ id: 'http://a.example/x/', title: 'A', link })],
    ids: [link],
  },
  {
    name: 'one id twice: the first',
    entries: [makeEntry({ id: '1', title: 'A' }), makeEntry({ id: '1', title: 'B' })],
    ids: ['1'],
  },
  {
    name: 'one id for entries with other links and titles: their links',
    entries: [1, 2, 3].map((n) => makeEntry({ id: 'N/A', title: `Release ${n}`, link: `https://a.example/r${n}` })),
    ids: ['https://a.example/r1', 'https://a.example/r2', 'https://a.example/r3'],
  },
  {
    name: 'one id for all, under one title: their links',
    entries: [1, 2, 3].map((n) => makeEntry({ id: 'N/A', title: 'Release', link: `https://a.example/r${n}` })),
    ids: ['https://a.example/r1', 'https://a.example/r2', 'https://a.example/r3'],
  },
  {
    name: 'one id for all, without links: their titles',
    entries: [1, 2, 3].map((n) => makeEntry({ id: '0', title: `Release ${n}` })),
    ids: [hash, hash, hash],
  },
  {
    name: 'one id for all but one: the first, and that',
    entries: ['1', '1', '1', '2'].map((id, n) => makeEntry({ id, title: `Release ${n}` })),
    ids: ['1', '2'],
  },
  {
    name: 'one id for entries on one page: the first',
    entries: [makeEntry({ id: '1', title: 'A', link }), makeEntry({ id: '1', title: 'B', link })],
    ids: ['1'],
  },
  {
    name: 'one id and one page for all notes, without titles: their dates',
    entries: [1, 2, 3].map((n) =>
      makeEntry({ id: link, link, published: new Date(n * 1000), contentHtml: `${n}`, sourceHash: `${n}` }),
    ),
    ids: [hash, hash, hash],
  },
  {
    name: 'one id and one page for all, without titles, in the same words: the first',
    entries: [1, 2, 3].map((n) => makeEntry({ id: link, link, published: new Date(n * 1000), sourceHash: '' })),
    ids: [link],
  },
  {
    name: 'nothing but a date: no entry; a picture alone is one',
    entries: [makeEntry({}), makeEntry({ published: day }), makeEntry({ image: 'https://a.example/x.png' })],
    ids: [hash],
  },
]

test.each(cases)('identifyEntries: $name', ({ entries, ids }) => {
  const found = identifyEntries(entries).map(({ id }) => id)
  expect(found).toEqual(ids)
  expect(new Set(found).size).toBe(found.length)
})

test('identifyEntries: a link that stands twice is no key, though both entries have ids', () => {
  const keys = identifyEntries([makeEntry({ id: '1', link }), makeEntry({ id: '2', link })]).map((found) => found.keys)
  expect(keys.map((key) => [key.linkPath, key.linkKey])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('identifyEntries: the id of an entry without one does not change with its text', () => {
  const before = identifyEntries([makeEntry({ title: 'A', published: day, contentHtml: 'one' })])
  const after = identifyEntries([makeEntry({ title: 'A', published: day, contentHtml: 'two' })])
  expect(after[0]?.id).toBe(before[0]?.id)
})

test('identifyEntries: thousands of notes that have one id are told apart at once', async () => {
  const notes = Array.from({ length: 5000 }, (_, n) =>
    makeEntry({ id: link, link, contentHtml: `${n}`, sourceHash: `${n}` }),
  )
  const { result, cpuMs } = await measureCpu(() => identifyEntries(notes))
  expect(result).toHaveLength(notes.length)
  expect(cpuMs).toBeLessThan(1000)
})
