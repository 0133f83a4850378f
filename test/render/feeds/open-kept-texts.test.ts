import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openKeptTexts } from '../../../src/render/feeds/open-kept-texts.ts'
import { renderAtom, renderAtomEntry, renderPlaced } from '../../../src/render/feeds/render-atom.ts'
import { openPieces } from '../../../src/render/site/open-pieces.ts'
import { makeStored } from '../make-site.ts'
import { makeDocument } from './make-document.ts'

const at = '2026-05-01T09:00:00Z'
const entry = (publishedId: string, contentHtml: string) => ({ ...makeStored(at), publishedId, contentHtml })
const document = makeDocument([
  entry('tag:1', '<p>Öl &amp; Eis</p>'),
  entry('tag:2?a&b', 'x'),
  entry('tag:3', 'y'.repeat(2_000_000)),
])
const { parts, places } = renderPlaced(document, 'atom.xml')
const text = parts.join('')

test('where an entry stands in a feed is told of those that are whole', () => {
  expect(text).toBe(renderAtom(document, 'atom.xml'))
  expect([...places.keys()]).toEqual(['tag:1', 'tag:2?a&b'])
  const bytes = Buffer.from(text)
  for (const [id, { from, to }] of places) {
    const made = document.entries.find((one) => one.id === id)
    expect(bytes.subarray(from, to).toString()).toBe(made && renderAtomEntry(made))
  }
})

const cases = [
  { name: 'as it was written', written: text, found: [1, 2] },
  { name: 'another entry stands there', written: text.replace('<id>tag:1</id>', '<id>tag:7</id>'), found: [2] },
  { name: 'all is somewhere else', written: text.replace('<feed', '  <feed'), found: [] },
  { name: 'it was cut off', written: text.slice(0, 500), found: [] },
  { name: 'there is no such file', written: undefined, found: [] },
]

test.each(cases)('a text that was made is read from where it stands: $name', ({ written, found }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-kept-'))
  if (written !== undefined) writeFileSync(path.join(folder, 'atom.xml'), written)
  const texts = openKeptTexts(openPieces(folder))
  const kept = [...places].map(([publishedId, place], index) => ({ ...place, publishedId, number: index + 1 }))
  texts.keep('atom.xml', kept)
  expect([...texts.find(1, 101).keys()]).toEqual(found)
  expect(texts.find(101, 201).size).toBe(0)
  for (const [number, piece] of texts.find(1, 101)) {
    const made = document.entries[number - 1]
    expect(Buffer.from(piece).toString()).toBe(made && renderAtomEntry(made))
  }
})

test.each([
  {
    name: 'side by side, in any order',
    pieces: [
      [10, 20],
      [0, 9],
      [21, 30],
    ],
  },
  {
    name: 'far apart',
    pieces: [
      [0, 5],
      [9000, 9003],
      [20_000, 20_001],
    ],
  },
  {
    name: 'one within another',
    pieces: [
      [0, 100],
      [10, 20],
      [90, 110],
    ],
  },
  { name: 'none', pieces: [] },
  {
    name: 'one that ends behind the file',
    pieces: [
      [0, 5],
      [29_999, 30_001],
    ],
    isMissing: true,
  },
])('pieces of a file are read as they stand there: $name', ({ pieces, isMissing }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-pieces-'))
  const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7) % 251))
  writeFileSync(path.join(folder, 'file'), bytes)
  const wanted = pieces.map(([from = 0, to = 0]) => ({ from, to }))
  const read = openPieces(folder)('file', wanted)?.map((piece) => Buffer.from(piece).toString('hex'))
  const expected = wanted.map(({ from, to }) => bytes.subarray(from, to).toString('hex'))
  expect(read).toEqual(isMissing ? undefined : expected)
})
