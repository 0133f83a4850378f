import { expect, test } from 'vitest'
import { elements } from '../../src/html/elements.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { scanPlain } from '../../src/html/scan-plain.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { makeRandom } from '../torture/mutate.ts'
import { attacks } from './attacks.ts'
import { makeDocument } from './make-documents.ts'

/** What the tokenizer alone makes of a text. */
const parseWhole = (source: string) => parseHtml(source, () => 0)

/** Whether all of a text is read without the tokenizer, but for the pieces that have references. */
function isPlain(source: string): boolean {
  let from = 0
  parseHtml(source, (...given) => {
    from = scanPlain(...given)
    return from
  })
  return from === source.length
}

const plain = [
  { name: 'nothing', source: '' },
  { name: 'a text', source: 'One' },
  { name: 'tags', source: '<p>One <b class="x" id=\'y\' hidden>two</b><br/><br />three</p >' },
  { name: 'references in texts', source: 'A &amp; B &#8217; &nope; &notit; &ampx;<p>&copy;</p>&lt;' },
  { name: 'references in values', source: '<a href="/x?a=1&amp;b=2&copy=3" title="&quot;&#x27;">x</a>' },
  { name: 'a script', source: 'a<script src="x?a&amp;b">if (a < b && c) {}</script>b' },
  { name: 'comments', source: 'a<!-- wp:paragraph -->b<!--x-->' },
  { name: 'a value with anything in it', source: '<a title="<b>&lt;\'</b>/>">x</a>' },
  { name: 'a drawing', source: '<svg viewBox="0 0 1 1"><path d="M0 0"/><title>x</title></svg>' },
]

test.each(plain)('plain: $name', ({ source }) => {
  expect(parseHtml(source)).toEqual(parseWhole(source))
  expect(isPlain(source)).toBe(true)
})

const odd = [
  { name: 'a sign', source: 'a < b' },
  { name: 'a reference that a tag cuts off', source: 'a &amp<b>c</b>' },
  { name: 'a reference at the end', source: 'a &am' },
  { name: 'a value without quotes', source: '<a href=x/>y' },
  { name: 'a quote without an end', source: '<a href="x>y</a>' },
  { name: 'a value behind blanks', source: '<a href = "x">y</a>' },
  { name: 'attributes side by side', source: '<a id="x"title="y">z</a>' },
  { name: 'a slash in between', source: '<a id="x" / title="y">z</a>' },
  { name: 'a sign in a name', source: '<a"b" c="d">e</a><a<b>' },
  { name: 'an end tag with more in it', source: '<p>a</p class="x">b</ p></>c' },
  { name: 'comments that end early, late and never', source: 'a<!-->b<!--->c<!-- x --!>d<!-- -- -->e<!-- f' },
  { name: 'a section, a declaration, an instruction', source: '<![CDATA[a<b>]]><!DOCTYPE html><?php x ?>b' },
  { name: 'a script without an end', source: '<script>a</b>c' },
  { name: 'a tag without an end', source: 'a<p class' },
  { name: 'an end tag without an end', source: '<b>a</b c' },
]

test.each(odd)('left to the tokenizer: $name', ({ source }) => {
  expect(parseHtml(source)).toEqual(parseWhole(source))
  expect(isPlain(source)).toBe(source === '<script>a</b>c')
})

test('a tag that the text ends in leaves nothing behind', () => {
  for (const end of ['</b c', '<br /', '<b', '</b', '</b ']) {
    expect(parseHtml(`<b>a${end}`).nodes, end).toEqual(parseHtml('<b>a').nodes)
  }
})

test('fixtures, attacks and what is made by chance is read as the tokenizer reads it', () => {
  const texts = [...readFixtures().map(({ text }) => text), ...attacks.map(([, html]) => html)]
  for (let number = 0; number < 1500; number += 1) {
    texts.push(makeDocument(makeRandom(number), 3 + (number % 30)), makeNoise(makeRandom(number)))
  }
  for (const text of texts) expect(parseHtml(text), text).toEqual(parseWhole(text))
  expect(texts.filter(isPlain).length).toBeGreaterThan(200)
})

const signs = [
  ...['<', '<', '</', '>', '>', '/>', '"', "'", '=', ' ', '\n', '&', ';', '&amp;', '&lt', '&#38;', '&#x26', '&notit;'],
  ...['<!--', '-->', '--', '!', '?', '<![CDATA[', ']]>', '-', 'a', 'x1', ' href="', ' id="b"', " title='", ' hidden'],
  ...['<p>', '</p>', '<b class="x">', '</b>', '<br />', '<script>', '</script>', '<svg>', '<title>', 'é', '\u{1f30a}'],
  ...[...elements.keys()].slice(0, 10).map((name) => `<${name}>`),
]

/** Signs of HTML in any order. */
function makeNoise(random: ReturnType<typeof makeRandom>): string {
  return Array.from({ length: 2 + random() * 24 }, () => signs[Math.floor(random() * signs.length)]).join('')
}
