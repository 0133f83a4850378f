import { expect, test } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'
import { storedToText } from '../../src/html/stored-to-text.ts'
import { htmlToText } from '../../src/html/to-text.ts'
import { cutWords } from '../../src/text/cut-words.ts'
import { makeRandom } from '../torture/mutate.ts'
import { makeDocument } from './make-documents.ts'

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
  {
    name: 'players in a row',
    html: '<a href="https://a.example/" class="embed-card">A</a><a href="https://b.example/" class="embed-card">B</a>',
    text: 'A B',
  },
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

test('the text of stored HTML, also of its beginning, is what its nodes say', () => {
  for (let number = 0; number < 600; number += 1) {
    const random = makeRandom(number)
    const html = makeHtml(makeDocument(random, 3 + (number % 60)), 'https://a.example/', () => {}) ?? ''
    const cuts = [html.length, ...Array.from({ length: 20 }, () => Math.floor(random() * html.length))]
    for (const cut of cuts) {
      const part = html.slice(0, cut)
      expect(storedToText(part), part).toBe(htmlToText(part.replace(/<[^<>]*$/, '')))
    }
  }
})

test('the beginning of stored HTML says what the whole begins with, but for what was cut', () => {
  const say = () => {}
  for (let number = 0; number < 300; number++) {
    const random = makeRandom(number + 7000)
    const source = Array.from({ length: 6 }, () => makeDocument(random, 40)).join(
      '<p>Between them there are some words.</p>',
    )
    const html = makeHtml(source, 'https://blog.example/post/', say) ?? ''
    const whole = storedToText(html.slice(0, 1500))
    for (const cut of [300, 500, 700, 1000]) {
      const near = storedToText(html.slice(0, cut))
      expect(whole.startsWith(near.slice(0, -40)), JSON.stringify([near, whole])).toBe(true)
    }
  }
})

const stored = [
  { name: 'a reference that was cut', html: '<p>a &am' },
  { name: 'a picture that is a sign', html: '<p>a<img src="https://s.w.org/images/core/emoji/1.png" alt="b" />c</p>' },
  { name: 'a picture', html: '<p>a<img src="https://a.example/1.png" alt="b" />c</p>' },
  { name: 'a formula', html: '<p>a<math alttext="x"><mi>y</mi></math></p>' },
  { name: 'what stored HTML never has', html: '<p hidden="">a</p><script>b</script><p style="display:none">c</p>d' },
  { name: 'a tag of nobody', html: '<x-y>a</x-y>b' },
]

test.each(stored)('the text of stored HTML: $name', ({ html }) => {
  expect(storedToText(html)).toBe(htmlToText(html))
})
