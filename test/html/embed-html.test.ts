import { expect, test } from 'vitest'
import { embedHtml, embedInFeed } from '../../src/html/embed-html.ts'
import { type Embedding, embedNodes } from '../../src/html/embed-nodes.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { renderHtml } from '../../src/html/render-html.ts'
import { makeRandom } from '../torture/mutate.ts'
import { makeDocument } from './make-documents.ts'

const base = 'https://x.invalid/'
/** HTML as it is stored, put into a page. */
const embedded = (html: string, embedding: Embedding) =>
  embedHtml(makeHtml(html, base, () => {}) ?? '', embedding).replaceAll(base, '')

const entry: Embedding = {
  anchor: 'e-1',
  ownPages: ['https://a.example/post', 'https://a.example/feed'],
  lazy: true,
  level: 5,
  strip: false,
  label: (kind, value) => `${kind} ${value}`,
}

const cases = [
  { name: 'text', html: 'Text &lt; more', shown: 'Text &lt; more' },
  {
    name: 'P-03 the first heading comes right below the title',
    html: '<h3>A</h3><h4>B</h4><h3>C</h3>',
    shown: '<h5>A</h5><h6>B</h6><h5>C</h5>',
  },
  {
    name: 'P-03 a higher heading later is no lower',
    html: '<h4>A</h4><h1>B</h1><h4>C</h4>',
    shown: '<h5>A</h5><h5>B</h5><h6>C</h6>',
  },
  { name: 'P-02 no landmarks of its own', html: '<main><nav>x</nav></main>', shown: '<div><div>x</div></div>' },
  {
    name: 'what HTML knows no more',
    html: '<tt>x</tt><strike>y</strike><big>z</big>',
    shown: '<code>x</code><s>y</s><span>z</span>',
  },
  { name: 'P-06 ids are the entry’s own', html: '<p id="fn1">x</p>', shown: '<p id="e-1-fn1">x</p>' },
  {
    name: 'P-06 a footnote',
    html: '<a href="https://a.example/feed#fn1">1</a><p id="fn1">x</p>',
    shown: '<a href="#e-1-fn1">1</a><p id="e-1-fn1">x</p>',
  },
  {
    name: 'P-06 a footnote by the permalink',
    html: '<a href="https://a.example/post#fn1">1</a><p id="fn1">x</p>',
    shown: '<a href="#e-1-fn1">1</a><p id="e-1-fn1">x</p>',
  },
  {
    name: 'a fragment of another page',
    html: '<a href="https://b.example/#fn1">1</a><p id="fn1">x</p>',
    shown: '<a href="https://b.example/#fn1" rel="noopener">1</a><p id="e-1-fn1">x</p>',
  },
  {
    name: 'a fragment that is not in the text',
    html: '<a href="https://a.example/post#more">1</a>',
    shown: '<a href="https://a.example/post#more" rel="noopener">1</a>',
  },
  {
    name: 'P-42 P-43 a picture',
    html: '<img src="https://a.example/x.png" />',
    shown: '<img src="https://a.example/x.png" alt="" decoding="async" loading="lazy" referrerpolicy="no-referrer" />',
  },
  {
    name: 'P-16 alt is kept',
    html: '<img src="https://a.example/x.png" alt="An &quot;x&quot;" />',
    shown:
      '<img src="https://a.example/x.png" alt="An &quot;x&quot;" decoding="async" loading="lazy" referrerpolicy="no-referrer" />',
  },
  {
    name: 'P-15 media wait',
    html: '<video src="https://a.example/x.mp4"></video>',
    shown: '<video src="https://a.example/x.mp4" controls="" preload="none"></video>',
  },
  {
    name: 'P-14 a table scrolls in its box',
    html: '<table><tr><td>x</td></tr></table>',
    shown:
      '<div class="scroll" tabindex="0" role="region" aria-label="table 1"><table><tbody><tr><td>x</td></tr></tbody></table></div>',
  },
  {
    name: 'P-14 boxes have names of their own',
    html: '<pre>x</pre><pre>y</pre>',
    shown:
      '<div class="scroll" tabindex="0" role="region" aria-label="code 1"><pre>x</pre></div>' +
      '<div class="scroll" tabindex="0" role="region" aria-label="code 2"><pre>y</pre></div>',
  },
]

test.each(cases)('embedHtml: $name', ({ html, shown }) => {
  expect(embedded(html, entry)).toBe(shown)
})

test('P-42 pictures of the first entries do not wait', () => {
  expect(embedded('<img src="x" />', { ...entry, lazy: false })).not.toContain('lazy')
})

test('P-03 headings follow the level of the entry’s own', () => {
  const html = '<h1>A</h1><h2>B</h2><h6>C</h6>'
  expect(embedded(html, { ...entry, level: 3 })).toBe('<h3>A</h3><h4>B</h4><h4>C</h4>')
  expect(embedded(html, { ...entry, level: 6 })).toBe('<h6>A</h6><h6>B</h6><h6>C</h6>')
})

const stripped = [
  { name: 'a picture without words', html: '<p>a<img src="x" />b</p>', shown: '<p>ab</p>' },
  {
    name: 'a picture with words',
    html: '<img src="x" alt="A &lt;cat&gt;" />',
    shown: '<span class="picture">picture A &lt;cat&gt;</span>',
  },
  { name: 'one of several', html: '<picture><source srcset="a 2x" /><img src="x" /></picture>', shown: '' },
  {
    name: 'a recording stays, its poster goes',
    html: '<video poster="p"><source src="v" /></video>',
    shown: '<video controls="" preload="none"><source src="v" /></video>',
  },
]

test.each(stripped)('images: strip, $name', ({ html, shown }) => {
  expect(embedded(html, { ...entry, strip: true })).toBe(shown)
})

test('what the table does not let through is left out, should it ever be stored', () => {
  const stored =
    '<p onclick="x()" style="y">a<script>b</script><iframe src="https://c.example/"></iframe><nav>d</nav></p>'
  expect(embedHtml(stored, entry)).toBe('<p>a</p>d')
})

/** Documents made by chance, as they are stored; some have footnotes, or links to their own page. */
const documents = Array.from({ length: 2000 }, (_, number) => {
  const source = makeDocument(makeRandom(number), 3 + (number % 60))
  const more =
    number % 3 === 0 ? '<p id="a&amp;b">x</p><a href="#a&amp;b">y</a><a href="https://a.example/post#c">z</a>' : ''
  return makeHtml(source + more, number % 2 === 0 ? base : 'https://a.example/post', () => {}) ?? ''
})

test('a text that is copied tag by tag is what its nodes would have made of it', () => {
  for (const lazy of [true, false]) {
    for (const html of documents) {
      expect(embedHtml(html, { ...entry, lazy })).toBe(embedNodes(parseHtml(html).nodes, { ...entry, lazy }))
    }
  }
})

test('what is no stored HTML is left to the nodes', () => {
  const odd = [
    '<P>x</p>',
    "<p title='x'>y",
    '1 < 2 > 1',
    '<p>a</p></h2>',
    '<font>x</font>',
    '<p class="x">y</p>',
    '<img>',
  ]
  for (const html of odd) expect(embedHtml(html, entry)).toBe(embedNodes(parseHtml(html).nodes, entry))
})

test('in a feed nothing changes but ids, and links that lead to them', () => {
  const place = 'https://planet.example/2020/05/31/'
  for (const html of documents) {
    const inFeed = embedInFeed(html, 'e-1', entry.ownPages, place)
    expect(renderHtml(parseHtml(inFeed).nodes)).toBe(inFeed)
    const undone = inFeed
      .replaceAll(' id="e-1-', ' id="')
      .replaceAll(` href="${place}#e-1-`, ' href="https://a.example/post#')
    expect(undone).toBe(html.replaceAll(' href="https://a.example/feed#', ' href="https://a.example/post#'))
  }
  expect(embedInFeed('<p id="n">1</p><a href="https://a.example/post#n">2</a>', 'e-1', entry.ownPages, place)).toBe(
    `<p id="e-1-n">1</p><a href="${place}#e-1-n">2</a>`,
  )
})

test('P-02 boxes are counted in the order in which they begin, also those in others', () => {
  const html = makeHtml('<table><tr><td><table><tr><td>a</table></table><table><tr><td>b</table>', base, () => {}) ?? ''
  const label: Embedding['label'] = (kind, value) => `${kind} ${value}`
  for (const shown of [embedHtml(html, { ...entry, label }), embedNodes(parseHtml(html).nodes, { ...entry, label })])
    expect(shown.match(/table \d/g)).toEqual(['table 1', 'table 2', 'table 3'])
})

test.each(['<pre>a</pre>', '<table><tr><td>a</table>'])(
  'boxes without number take no more than in proportion: %s',
  (box) => {
    const html = makeHtml(box.repeat(3_000), base, () => {}) ?? ''
    const label: Embedding['label'] = (_kind, value) => `${value} of ${'a post with a title '.repeat(5)}`
    for (const shown of [
      embedHtml(html, { ...entry, label }),
      embedNodes(parseHtml(html).nodes, { ...entry, label }),
    ]) {
      expect(shown.length).toBeLessThan(4 * html.length)
      expect(shown.match(/<div class="scroll"/g)).toHaveLength(3_000)
      expect(shown).toContain('aria-label="50 of')
    }
  },
)
