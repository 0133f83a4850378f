import { expect, test } from 'vitest'
import { mendContent } from '../../src/normalize/read/mend-content.ts'
import { sanitizeHtml } from '../../src/normalize/read/sanitize.ts'
import { attacks } from './attacks.ts'
import { judgeHtml } from './judge-html.ts'

/** All letters of a text: what stands in a table outside of its cells goes before it. */
const lettersOf = (html: string) => [...html.replace(/<[^>]*>|[\s…]/g, '')].sort().join('')

const a = '<a href="https://a.example/">'
const b = '<a href="https://b.example/">'

test.each<[name: string, html: string, expected: string]>([
  ['nothing to mend', '<p>a <b>b</b></p><ul><li>c</li></ul>', '<p>a <b>b</b></p><ul><li>c</li></ul>'],
  // Lines and blocks.
  ['a block in a paragraph', '<p>a<div>b</div>c</p>', '<p>a</p><div>b</div><p>c</p>'],
  ['a list in a paragraph', '<p>a<ul><li>b</li></ul></p>', '<p>a</p><ul><li>b</li></ul>'],
  [
    'a paragraph with an id, split',
    '<p id="x" dir="rtl">a<hr />b</p>',
    '<p id="x" dir="rtl">a</p><hr /><p dir="rtl">b</p>',
  ],
  ['a paragraph in bold', '<b><p>a</p></b>', '<p><b>a</b></p>'],
  ['paragraphs and text in emphasis', '<em>a<p>b</p>c</em>', '<em>a</em><p><em>b</em></p><em>c</em>'],
  ['a list in bold', '<b><ul><li>a</li> <li>b</li></ul></b>', '<ul><li><b>a</b></li> <li><b>b</b></li></ul>'],
  ['a table in bold', '<b><table><tr><td>a</td></tr></table></b>', '<table><tr><td><b>a</b></td></tr></table>'],
  ['bold in italics around a block', '<i><b><div>a</div></b></i>', '<div><i><b>a</b></i></div>'],
  ['a block that was deleted, in a paragraph', '<p>a<del><div>b</div></del></p>', '<p>a</p><del><div>b</div></del>'],
  ['a block that was deleted', '<del><p>a</p></del>', '<del><p>a</p></del>'],
  ['code around code', '<code><pre>a</pre></code>', '<pre><code>a</code></pre>'],
  ['paragraphs in code', '<pre><p>a</p><p>b</p></pre>', '<pre>a\n\nb</pre>'],
  [
    'a table in code',
    '<pre>a<table><tr><td>b</td></tr></table></pre>',
    '<pre>a</pre><table><tr><td>b</td></tr></table>',
  ],
  ['a box in a heading', '<h2><div>a</div></h2>', '<h2>a</h2>'],
  ['two boxes in a heading', '<h2><p>a</p><p>b</p></h2>', '<h2>a  b</h2>'],
  ['a heading that was never ended', '<h2>a<ul><li>b</li></ul></h2>', '<h2>a</h2><ul><li>b</li></ul>'],
  ['a heading in a heading', '<h2>a<h3>b</h3></h2>', '<h2>a</h2><h3>b</h3>'],
  ['a heading of nothing', '<h2> </h2><p>a</p>', ' <p>a</p>'],
  ['a heading of a picture without a text', '<h2><img src="x" /></h2>', '<img src="x" />'],
  ['a heading of a picture with a text', '<h2><img src="x" alt="y" /></h2>', '<h2><img src="x" alt="y" /></h2>'],
  ['a heading in an address', '<address><h2>a</h2>b</address>', '<address><p><strong>a</strong></p>b</address>'],
  // Lists.
  ['items without a list', '<li>a</li> <li>b</li>c', '<ul><li>a</li> <li>b</li></ul>c'],
  ['items in a box', '<div><li>a</li></div>', '<div><ul><li>a</li></ul></div>'],
  ['a paragraph in a list', '<ul><p>a</p><li>b</li></ul>', '<ul><li><p>a</p></li><li>b</li></ul>'],
  ['a list in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['a list first in a list', '<ol><ol><li>b</li></ol></ol>', '<ol><li><ol><li>b</li></ol></li></ol>'],
  ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['definitions in boxes', '<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><div><dt>a</dt><dd>b</dd></div></dl>'],
  ['definitions without a list', '<dt>a</dt><dd>b</dd>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['text among definitions', '<dl><dt>a</dt>b<dd>c</dd></dl>', '<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>'],
  ['text that stands to the side', '<dl><dd>a</dd></dl>', '<div><div>a</div></div>'],
  [
    'a heading as a term',
    '<dl><dt><h3>a</h3></dt><dd>b</dd></dl>',
    '<dl><dt><p><strong>a</strong></p></dt><dd>b</dd></dl>',
  ],
  // Tables.
  ['a table', '<table><tr><td>a</td></tr></table>', '<table><tr><td>a</td></tr></table>'],
  ['cells without a table', '<td>a</td><td>b</td>', '<table><tr><td>a</td><td>b</td></tr></table>'],
  ['rows in a box', '<div><tr><td>a</td></tr></div>', '<div><table><tr><td>a</td></tr></table></div>'],
  ['cells without a row', '<table><td>a</td></table>', '<table><tr><td>a</td></tr></table>'],
  ['text in a table', '<table>a<tr>b<td>c</td></tr></table>', 'ab<table><tr><td>c</td></tr></table>'],
  ['a table of text', '<table>a</table>', 'a'],
  ['a table of nothing', 'a<table></table>', 'a'],
  [
    'the head last',
    '<table><tr><td>a</td></tr><thead><tr><th>b</th></tr></thead></table>',
    '<table><thead><tr><th>b</th></tr></thead><tr><td>a</td></tr></table>',
  ],
  [
    'rows beside a body',
    '<table><tr><td>a</td></tr><tbody><tr><td>b</td></tr></tbody></table>',
    '<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'a caption last',
    '<table><tr><td>a</td></tr><caption>b</caption></table>',
    '<table><caption>b</caption><tr><td>a</td></tr></table>',
  ],
  [
    'a caption of nothing',
    '<table><caption> </caption><tr><td>a</td></tr></table>',
    '<table><tr><td>a</td></tr></table>',
  ],
  [
    'a heading in a heading cell',
    '<table><tr><th><h2>a</h2></th></tr></table>',
    '<table><tr><th><p><strong>a</strong></p></th></tr></table>',
  ],
  [
    'a heading cell of nothing',
    '<table><tr><th scope="col"></th><th>a</th></tr></table>',
    '<table><tr><td></td><th scope="row">a</th></tr></table>',
  ],
  [
    'headings of columns and rows',
    '<table><tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr></table>',
    '<table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><th scope="row">c</th><td>d</td></tr></table>',
  ],
  // Links.
  ['a link in a link', `${a}a${b}b</a>c</a>`, `${a}a</a>${b}b</a>${a}c</a>`],
  ['a link in a block in a link', `${a}<div>a${b}b</a></div></a>`, `<div>${a}a</a>${b}b</a></div>`],
  ['a block in a link', `${a}<h2>a</h2><p>b</p></a>`, `${a}<h2>a</h2><p>b</p></a>`],
  ['a table in a link', `${a}<table><tr><td>a</td></tr></table></a>`, `<table><tr><td>${a}a</a></td></tr></table>`],
  ['a video in a link', `${a}a<video src="x"></video></a>`, `${a}a</a><video src="x"></video>`],
  ['a link of nothing', `x${a}</a>y${a} </a>z${a}<b></b></a>`, 'xy z<b></b>'],
  ['a link of nothing with an id', '<a href="x" id="y"></a>', '<a id="y"></a>'],
  ['an anchor', '<a id="y"></a>', '<a id="y"></a>'],
  [
    'a link of a picture',
    `<a href="https://a.example/b/c.jpg?d"><img src="x" /></a>`,
    '<a href="https://a.example/b/c.jpg?d"><img src="x" alt="c.jpg" /></a>',
  ],
  [
    'a link of a picture with an empty text',
    `${a}<img src="x" alt="" /></a>`,
    `${a}<img src="x" alt="a.example" /></a>`,
  ],
  ['a link of a picture with a text', `${a}<img src="x" alt="y" /></a>`, `${a}<img src="x" alt="y" /></a>`],
  // What has a place of its own.
  ['details without a summary', '<details>a</details>', '<details><summary>…</summary>a</details>'],
  ['a summary of nothing', '<details><summary> </summary>a</details>', '<details><summary>…</summary>a</details>'],
  ['a late summary', '<details>a<summary>b</summary></details>', '<details><summary>b</summary>a</details>'],
  [
    'two summaries',
    '<details><summary>a</summary><summary>b</summary></details>',
    '<details><summary>a</summary><div>b</div></details>',
  ],
  ['a summary without details', '<summary>a</summary>', '<div>a</div>'],
  [
    'a list in a summary',
    '<details><summary>a<ul><li>b</li></ul></summary></details>',
    '<details><summary>a b</summary></details>',
  ],
  [
    'a caption in the middle',
    '<figure><img src="x" /><figcaption>a</figcaption>b</figure>',
    '<figure><img src="x" />b<figcaption>a</figcaption></figure>',
  ],
  [
    'two captions',
    '<figure><figcaption>a</figcaption>b<figcaption>c</figcaption></figure>',
    '<figure>b<div>c</div><figcaption>a</figcaption></figure>',
  ],
  ['a caption without a figure', '<figcaption>a</figcaption>', '<div>a</div>'],
  ['a caption of nothing of a figure', '<figure>a<figcaption></figcaption></figure>', '<figure>a</figure>'],
  [
    'a picture of more than one',
    '<picture><p>a</p><img src="x" /><source srcset="https://a.example/y" /></picture>',
    '<picture><source srcset="https://a.example/y" /><img src="x" /></picture><p>a</p>',
  ],
  ['a picture of sources alone', '<picture><source srcset="https://a.example/y" /></picture>a', 'a'],
  ['a source alone', '<source src="x" />a', 'a'],
  ['nothing to play', '<video>a</video><audio></audio>', 'a'],
  ['a reading without ruby', '<rp>(</rp><rt>a</rt>', '(<span>a</span>'],
])('%s', (_, html, expected) => {
  expect(mendContent(html)).toBe(expected)
  expect(mendContent(expected)).toBe(expected)
  expect(lettersOf(expected)).toBe(lettersOf(html))
  expect(judgeHtml(expected.replaceAll('src="x"', 'src="https://a.example/"').replaceAll('href="x"', ''))).toEqual([])
})

test.each(attacks)('is as it stays: %s', (_, html) => {
  const clean = sanitizeHtml(html, 'https://a.example/')
  expect(mendContent(clean)).toBe(clean)
})

test('what is repeated does not grow beyond all bounds', () => {
  const html = `${'<b><i>'.repeat(90)}${'<div>x</div>'.repeat(20_000)}${'</i></b>'.repeat(90)}`
  const started = performance.now()
  expect(mendContent(html).length).toBeLessThan(html.length * 2)
  expect(performance.now() - started).toBeLessThan(2_000)
})
