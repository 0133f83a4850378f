import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeTextDay } from '../../src/normalize/merge/make-text-day.ts'
import { joinLines } from '../../src/text/join-lines.ts'
import { makeEntry } from '../make-entry.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { readHere } from '../read-here.ts'

const published = new Date('2026-05-01T10:20:30.000Z')

/** The hash of a text that has no title: such a text may be short. */
const hashOf = (text: string) => hash('sha256', text).slice(0, 32)
const dayOf = (contentHtml: string) => makeTextDay(makeEntry({ contentHtml, published }))

const cases = [
  { name: 'words', html: 'one two', text: 'one two' },
  { name: 'tags between words, and around them', html: '<p>one<br>two</p>\n<p> three</p>', text: 'one two three' },
  { name: 'white space of any kind', html: '\tone \u00a0\u2003two\r\nthree\ufeff', text: 'one two three' },
  { name: 'letters that are no white space', html: 'eins\u200bzwei\u1681 ünf 四', text: 'eins\u200bzwei\u1681 ünf 四' },
  { name: 'a sign that begins no tag', html: '1 < 2 <b', text: '1 < 2 <b' },
  { name: 'a sign before a tag', html: 'a << b>c', text: 'a c' },
]

test.each(cases)('makeTextDay looks at the text alone: $name', ({ html, text }) => {
  expect(dayOf(html)).toBe(`2026-05-01T10:20:30.000Z ${hashOf(text)}`)
})

test('makeTextDay: tags alone are no text, and a short one under a title is none that is known again', () => {
  expect(dayOf('<p> <br></p>')).toBeUndefined()
  expect(makeTextDay(makeEntry({ title: 'T', contentHtml: 'one two', published }))).toBeUndefined()
})

const meeting = 'We meet on Monday at nine in the old hall.'
const titled: [name: string, published: string, html: string, key: string | undefined][] = [
  ['a sentence, at no round time', '2026-05-01T10:20:30Z', meeting, `2026-05-01T10:20:30.000Z ${hashOf(meeting)}`],
  [
    'a sentence, in a part of a second',
    '2026-05-01T10:20:30.456Z',
    meeting,
    `2026-05-01T10:20:30.000Z ${hashOf(meeting)}`,
  ],
  ['a sentence, on a day', '2026-05-01T00:00:00Z', meeting, undefined],
  ['a sentence, on a day of another zone', '2026-04-30T18:30:00Z', meeting, undefined],
  ['a few words', '2026-05-01T10:20:30Z', 'We meet.', undefined],
  ['a long text', '2026-05-01T00:00:00Z', meeting.repeat(5), `2026-05-01 ${hashOf(meeting.repeat(5))}`],
]

test.each(titled)('makeTextDay under a title: %s', (_, published, contentHtml, key) => {
  expect(makeTextDay(makeEntry({ title: 'T', contentHtml, published: new Date(published) }))).toBe(key)
})

test('makeTextDay hashes of every fixture the text that is stored of it', async () => {
  let count = 0
  for (const { text } of readFixtures()) {
    const result = await readHere.read({
      body: Buffer.from(text),
      contentType: undefined,
      baseUrl: 'https://a.example/',
    })
    for (const { contentHtml, summaryHtml } of result.kind === 'read' ? result.feed.entries : []) {
      for (const html of [contentHtml, summaryHtml]) {
        const words = joinLines((html ?? '').replace(/<[^>]*>/g, ' '))
        if (html === undefined || words === '') continue
        expect(dayOf(html)?.endsWith(` ${hashOf(words)}`)).toBe(true)
        count += 1
      }
    }
  }
  expect(count).toBeGreaterThan(100)
})
