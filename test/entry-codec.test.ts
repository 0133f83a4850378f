import { expect, test } from 'vitest'
import {
  decodeEntry,
  decodeWhole,
  encodeEntry,
  entryFields,
  joinEntry,
  makeEncoded,
  splitEntry,
} from '../src/entry-codec.ts'
import type { ParsedEntry } from '../src/model.ts'

const person = { name: 'Ana', url: 'https://a.example/', email: 'ana@a.example' }

/** Every field with a value that shows when something of it is lost. */
const whole: Required<ParsedEntry> = {
  id: 'tag:a.example,2026:1',
  link: 'https://a.example/1',
  title: 'Öl & “more” \0',
  titleHtml: '<i>Öl</i>',
  summaryHtml: '<p>2026-05-01T00:00:00Z</p>',
  contentHtml: '<p>Text\u2028</p>',
  published: new Date('2026-05-01T09:00:00.123Z'),
  updated: new Date('1969-12-31T23:59:59Z'),
  authors: [person, { name: undefined, url: undefined, email: undefined }],
  contributors: [person],
  links: [{ rel: 'alternate', href: 'https://a.example/1', type: 'text/html' }],
  source: { id: 'tag:b', title: '2026-05-01T09:00:00Z', link: undefined },
  categories: [{ term: 'published', scheme: undefined, label: '2026-05-01T09:00:00.000Z' }],
  language: 'en-GB',
  enclosures: [{ url: 'https://a.example/x.ogg', type: undefined, length: 3 }],
  image: 'https://a.example/x.png',
  commentsUrl: 'https://a.example/1#comments',
  rights: '2026-01-01T00:00:00Z',
  sourceHash: 'ab12',
}
const fields = Object.keys(entryFields) as (keyof ParsedEntry)[]

test('every field of the model is asked about', () => {
  expect(Object.keys(whole).sort()).toEqual([...fields].sort())
})

test.each(fields)('an entry comes back from its text as it was: %s', (field) => {
  expect(decodeEntry(encodeEntry(whole))[field]).toEqual(whole[field])
  expect(decodeEntry(encodeEntry({ ...whole, [field]: undefined }))[field]).toBeUndefined()
})

test.each(fields)('an entry comes back from its columns, and from what goes to the store, as it was: %s', (field) => {
  for (const entry of [whole, { ...whole, [field]: undefined }]) {
    expect(joinEntry(splitEntry(entry))[field]).toEqual(entry[field])
    expect(decodeWhole(makeEncoded(entry))[field]).toEqual(entry[field])
  }
})

test('texts stand in columns of their own, an empty one too; those that an older version stored, in its JSON', () => {
  const { entry, content, summary } = splitEntry({ ...whole, summaryHtml: '' })
  expect([content, summary]).toEqual([whole.contentHtml, ''])
  expect(JSON.parse(entry)).not.toHaveProperty('contentHtml')
  expect(joinEntry({ entry, content, summary }).summaryHtml).toBe('')
  expect(joinEntry({ entry: encodeEntry(whole), content: null, summary: null })).toEqual(whole)
})

test('what is no field of an entry is not stored; a date that is none is absent', () => {
  const more = { ...whole, feed: 'https://a.example/feed', published: new Date(Number.NaN) }
  const back = decodeEntry(encodeEntry(more))
  expect(back).toEqual({ ...whole, published: undefined })
  expect(back).not.toHaveProperty('feed')
})
