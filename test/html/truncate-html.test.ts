import { expect, test } from 'vitest'
import { countNodeWords } from '../../src/html/count-words.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { renderHtml } from '../../src/html/render-html.ts'
import { truncateHtml } from '../../src/html/truncate-html.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ')
const p = (count: number) => `<p>${words(count)}</p>`

const cases = [
  { name: 'P-24 a short text is whole', html: p(10), most: 10, shown: undefined },
  { name: 'P-24 after the last block that fits', html: p(4) + p(4) + p(4), most: 9, shown: p(4) + p(4) },
  { name: 'P-24 a first block that is too long is whole', html: p(20) + p(4), most: 9, shown: p(20) },
  { name: 'one block cannot be cut', html: p(20), most: 9, shown: undefined },
  { name: 'text without blocks cannot be cut', html: `${words(20)}<br />${words(20)}`, most: 9, shown: undefined },
  { name: 'not after a heading', html: `${p(4)}<h2>x</h2>${p(9)}`, most: 6, shown: p(4) },
  { name: 'what is around is closed', html: `<div>${p(4)}${p(9)}</div>`, most: 6, shown: `<div>${p(4)}</div>` },
  {
    name: 'not inside of a list, a quote or a table',
    html: `<ul><li>${p(4)}</li><li>${p(9)}</li></ul>${p(4)}`,
    most: 6,
    shown: `<ul><li>${p(4)}</li><li>${p(9)}</li></ul>`,
  },
  {
    name: 'a picture is of its block',
    html: `<p>${words(3)}<img src="x" /></p>${p(9)}`,
    most: 4,
    shown: `<p>${words(3)}<img src="x" /></p>`,
  },
]

test.each(cases)('truncateHtml: $name', ({ html, most, shown }) => {
  const { nodes } = parseHtml(html)
  const part = truncateHtml(nodes, most)
  expect(part && renderHtml(part.nodes)).toBe(shown)
  if (part !== undefined) expect(part.words).toBe(countNodeWords(nodes))
})

const counted = [
  { name: 'none', html: '<p> — </p>', words: 0 },
  { name: 'tags are no words', html: '<p class="a b c">one <b>two</b></p>', words: 2 },
  { name: 'Japanese', html: '翻訳が百パーセント', words: 5 },
  { name: 'Arabic', html: 'كان البحر هادئًا', words: 3 },
]

test.each(counted)('countWords: $name', ({ html, words }) => {
  expect(countNodeWords(parseHtml(html).nodes)).toBe(words)
})

test('a text of 500 kB', () => {
  const { nodes } = parseHtml(p(50).repeat(2500))
  expect(truncateHtml(nodes, 600)?.words).toBe(125_000)
})
