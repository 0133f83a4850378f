import { expect, test } from 'vitest'
import { elements, globalAttributes, namesOf } from '../../src/html/elements.ts'
import { embedHtml, embedInFeed } from '../../src/html/embed-html.ts'
import { makeHtml, makeTitleHtml } from '../../src/html/make-html.ts'
import { judgeConformed } from './judge-conformed.ts'

const base = 'https://blog.example/post/'
const say = () => {}
const embedding = { anchor: 'e', ownPages: [], lazy: true, level: 2, strip: false, label: () => 'x' }

/** How a row of the table is rightly written: what it must stand in, what must stand in it, what it must have. */
const written: Record<string, string> = {
  'amp-anim': '<amp-anim src="https://a.example/x.gif" alt="x"></amp-anim>',
  'amp-img': '<amp-img src="https://a.example/x.png" alt="x"></amp-img>',
  a: '<a href="https://a.example/">x</a>',
  audio: '<audio src="https://a.example/x.ogg">x</audio>',
  bdo: '<bdo dir="rtl">x</bdo>',
  caption: '<table><caption>x</caption><tr><td>y</td></tr></table>',
  col: '<table><colgroup><col></colgroup><tr><td>x</td></tr></table>',
  colgroup: '<table><colgroup span="1"></colgroup><tr><td>x</td></tr></table>',
  dd: '<dl><dt>x</dt><dd>y</dd></dl>',
  details: '<details><summary>x</summary>y</details>',
  dl: '<dl><dt>x</dt><dd>y</dd></dl>',
  dt: '<dl><dt>x</dt><dd>y</dd></dl>',
  figcaption: '<figure><img src="https://a.example/x.png" alt="x"><figcaption>y</figcaption></figure>',
  img: '<img src="https://a.example/x.png" alt="x">',
  li: '<ul><li>x</li></ul>',
  ol: '<ol><li>x</li></ol>',
  picture:
    '<picture><source srcset="https://a.example/x.webp 2x"><img src="https://a.example/x.png" alt="x"></picture>',
  rp: '<ruby>x<rp>(</rp><rt>y</rt><rp>)</rp></ruby>',
  rt: '<ruby>x<rt>y</rt></ruby>',
  ruby: '<ruby>x<rt>y</rt></ruby>',
  source: '<video><source src="https://a.example/x.mp4"></video>',
  summary: '<details><summary>x</summary>y</details>',
  table: '<table><tr><td>x</td></tr></table>',
  tbody: '<table><tbody><tr><td>x</td></tr></tbody></table>',
  td: '<table><tr><td>x</td></tr></table>',
  tfoot: '<table><tbody><tr><td>x</td></tr></tbody><tfoot><tr><td>y</td></tr></tfoot></table>',
  th: '<table><tr><th>x</th><th>y</th></tr></table>',
  thead: '<table><thead><tr><th>x</th></tr></thead><tr><td>y</td></tr></table>',
  time: '<time datetime="2020-01-01">x</time>',
  tr: '<table><tr><td>x</td></tr></table>',
  ul: '<ul><li>x</li></ul>',
  video: '<video src="https://a.example/x.mp4">x</video>',
}
for (const [name, parts] of Object.entries({
  ...{
    math: 0,
    mi: 0,
    mn: 0,
    mo: 0,
    ms: 0,
    mtext: 0,
    mspace: 0,
    mrow: 1,
    mphantom: 1,
    msqrt: 1,
    mtable: 1,
    mtr: 1,
    mtd: 1,
  },
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 },
})) {
  const inner =
    name === 'mi' || name === 'math' ? '<mi>x</mi>' : `<${name}>${'<mi>x</mi>'.repeat(parts) || 'x'}</${name}>`
  const rows: Record<string, string> = { mtd: `<mtable><mtr>${inner}</mtr></mtable>`, mtr: `<mtable>${inner}</mtable>` }
  written[name] =
    `<math alttext="x">${name === 'mspace' ? '<mi>x</mi><mspace></mspace>' : (rows[name] ?? inner)}</math>`
}
const write = (name: string) => written[name] ?? (elements.get(name)?.isVoid ? `x<${name}>y` : `<${name}>x</${name}>`)

const kept = namesOf((rule) => rule.fate === 'stays')
const ways: [way: string, put: (html: string) => string][] = [
  ['alone', (html) => html],
  ['in a cell of a table', (html) => `<table><tr><td>${html}</td></tr></table>`],
  ['in an item of a list, in a quote', (html) => `<blockquote><ul><li>${html}</li></ul></blockquote>`],
  ['twice', (html) => html + html],
  ['sixty blocks deep', (html) => `${'<div>'.repeat(60)}${html}${'</div>'.repeat(60)}`],
  ['without its end tags', (html) => html.replace(/<\/[a-z0-9]+>/g, '')],
]

test.each(kept.flatMap((name) => ways.map(([way, put]) => ({ name, way, html: put(write(name)) }))))(
  '<$name> gets through, $way',
  ({ name, way, html }) => {
    const shown = elements.get(name)?.becomes ?? name
    const stored = makeHtml(html, base, say) ?? ''
    const page = embedHtml(stored, embedding)
    const feed = embedInFeed(stored, 'e', [], 'https://planet.example/')
    // A ruby or a list of terms needs its parts, whose ends may be missing; a picture in a picture's place is none.
    const tag = new RegExp(`<${/^h[1-6]$/.test(shown) ? 'h[1-6]' : shown}[ >]`)
    if (way !== 'without its end tags')
      expect([stored, page, feed].map((text) => tag.test(text))).toEqual([true, true, true])
    expect(judgeConformed(stored)).toEqual([])
    // No word is lost.
    const letters = (text: string) => text.replace(/<[^>]*>/g, '').replace(/[^xy]/g, '')
    expect(letters(page)).toBe(letters(html))
  },
)

test.each(namesOf((rule) => rule.fate === 'goes' && !rule.isRaw))('<%s> goes with all in it', (name) => {
  expect(makeHtml(`a<${name}><my-b>x</my-b></${name}>c`, base, say)).toMatch(/^ac$|^a ?x ?c$/)
  expect(makeHtml(`a<${name}><my-b>x</my-b></${name}>c`, base, say)).not.toContain(`<${name}`)
})

test.each(namesOf((rule) => rule.fate === 'unwraps'))('the tags of <%s> go', (name) => {
  expect(makeHtml(`a<${name}>x</${name}>c`, base, say)).toBe('axc')
})

const values: Record<string, string> = {
  alt: 'x',
  alttext: 'x',
  display: 'block',
  fence: 'true',
  mathvariant: 'normal',
  separator: 'true',
  stretchy: 'false',
  abbr: 'x',
  cite: 'https://a.example/',
  class: 'at-center',
  colspan: '2',
  datetime: '2020-01-01',
  dir: 'rtl',
  height: '10',
  href: 'https://a.example/',
  hreflang: 'de',
  id: 'x',
  lang: 'de',
  media: '(min-width: 40em)',
  poster: 'https://a.example/x.png',
  rowspan: '2',
  scope: 'col',
  sizes: '50vw',
  span: '1',
  src: 'https://a.example/x.png',
  srcset: 'https://a.example/x.png 100w',
  start: '5',
  title: 'x',
  type: 'text/html',
  value: '5',
  width: '10',
}
const own: Record<string, string> = {
  'a class': 'embed-card',
  'code class': 'language-ts',
  'ol type': 'a',
  'pre class': 'language-ts',
}
const around: Record<string, (tag: string) => string> = {
  col: (tag) => `<table><colgroup>${tag}</colgroup><tr><td>x</td></tr></table>`,
  colgroup: (tag) => `<table>${tag}<tr><td>x</td></tr></table>`,
  // A color is one of code.
  span: (tag) => `<code>${tag.replace('at-center', 'k')}</code>`,
  details: (tag) => tag.replace('>', '><summary>x</summary>'),
  li: (tag) => `<ol>${tag}</ol>`,
  ol: (tag) => tag.replace('>', '><li>').replace('</ol>', '</li></ol>'),
  math: (tag) => tag.replace('>x', '><mi>x</mi>'),
  mi: (tag) => `<math>${tag}</math>`,
  mo: (tag) => `<math>${tag}</math>`,
  td: (tag) => `<table><tr>${tag}<td>y</td><td>z</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>`,
  th: (tag) => `<table><tr>${tag}<th>y</th><th>z</th></tr><tr><th>a</th><th>b</th><th>c</th></tr></table>`,
}
const others: Record<string, string> = {
  class: 'href="https://a.example/" src="https://a.example/y.png"',
  hreflang: 'href="https://a.example/"',
  type: 'href="https://a.example/"',
  sizes: 'srcset="https://a.example/x.png 100w"',
  srcset: 'src="https://a.example/y.png"',
  alt: 'src="https://a.example/y.png"',
  width: 'src="https://a.example/y.png"',
  height: 'src="https://a.example/y.png"',
  poster: 'src="https://a.example/y.mp4"',
}

const attributes = [
  ...globalAttributes.map((attribute) => ['p', attribute] as const),
  ...kept.flatMap((name) => (elements.get(name)?.attributes ?? []).map((attribute) => [name, attribute] as const)),
]

test.each(attributes)('<%s %s> is kept', (name, attribute) => {
  const value = own[`${name} ${attribute}`] ?? values[attribute] ?? ''
  const rest = name === 'ol' || name === 'source' ? '' : (others[attribute] ?? '')
  const tag = `<${name} ${attribute}="${value}" ${rest}>${elements.get(name)?.isVoid ? '' : `x</${name}>`}`
  const isOfPicture = name === 'source' && /srcset|sizes/.test(attribute)
  const source = isOfPicture
    ? `<picture><source ${attribute}="${value}" ${attribute === 'sizes' ? others.sizes : ''}><img src="https://a.example/"></picture>`
    : `<video><source ${attribute}="${value}" ${attribute === 'src' ? '' : 'src="https://a.example/x.mp4"'}></video>`
  const html = name === 'source' ? source : (around[name]?.(tag) ?? tag)
  const stored = makeHtml(html, base, say, attribute === 'class') ?? ''
  expect(judgeConformed(stored)).toEqual([])
  // Spans of cells are as wide and tall as there is room.
  const isColor = name === 'span' && attribute === 'class'
  const kept =
    attribute === 'colspan' || attribute === 'rowspan' ? '\\d' : isColor ? 'hl-k' : value.replace(/[()]/g, '\\$&')
  if (attribute !== 'colspan' && attribute !== 'rowspan') expect(stored).toMatch(new RegExp(` ${attribute}="${kept}"`))
})

test('what may stand in a title does', () => {
  for (const name of namesOf((rule) => rule.isOfTitles === true)) {
    const html = makeTitleHtml(write(name), say)
    expect(html).toContain(`<${name}`)
    expect(judgeConformed(html)).toEqual([])
  }
})
