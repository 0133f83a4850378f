import { expect, test } from 'vitest'
import { type Embedding, embedHtml } from '../../src/html/embed-html.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { parseHtml } from '../../src/html/parse-html.ts'

const base = 'https://x.invalid/'
/** HTML as it is stored, put into a page. */
const embedded = (html: string, embedding: Embedding) =>
  embedHtml(parseHtml(makeHtml(html, base, () => {}) ?? '').nodes, embedding).replaceAll(base, '')

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
  expect(embedHtml(parseHtml(stored).nodes, entry)).toBe('<p>a</p>d')
})
