import { expect, test } from 'vitest'
import { htmlToText } from '../../src/html/to-text.ts'
import { cutWords } from '../../src/text/cut-words.ts'

const texts = [
  { name: 'references, once', html: '1 &lt; 2 &amp;amp; &quot;x&quot;', text: '1 < 2 &amp; "x"' },
  { name: 'paragraphs come apart', html: '<p>One</p><p>two</p>', text: 'One two' },
  { name: 'what stands within a line does not', html: 'H<sub>2</sub>O and <em>b</em>old', text: 'H2O and bold' },
  { name: 'a line break', html: 'one<br />two', text: 'one two' },
  { name: 'attributes', html: '<a href="https://a.example/?a=1&amp;b=2" title="x">link</a>', text: 'link' },
  { name: 'white space', html: ' a\n\n b\u00a0 ', text: 'a b' },
  {
    name: 'a formula, once',
    html: 'Of <span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span>',
    text: 'Of x',
  },
  { name: 'what is hidden', html: 'a<span style="display:none">b</span>', text: 'a' },
  { name: 'nothing', html: '<p></p>', text: '' },
]

test.each(texts)('htmlToText: $name', ({ html, text }) => {
  expect(htmlToText(html)).toBe(text)
})

const excerpts = [
  { name: 'short', text: 'one two', length: 10, excerpt: 'one two' },
  { name: 'between two words', text: 'one two three', length: 10, excerpt: 'one two…' },
  { name: 'no blank in reach', text: 'a bcdefghijkl', length: 8, excerpt: 'a bcdefg…' },
  { name: 'not through a character of two halves', text: 'abcdefg😀hij', length: 8, excerpt: 'abcdefg…' },
]

test.each(excerpts)('cutWords: $name', ({ text, length, excerpt }) => {
  expect(cutWords(text, length)).toBe(excerpt)
})
