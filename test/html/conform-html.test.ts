import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'

const validate = new HtmlValidate({
  extends: ['html-validate:document', 'html-validate:standard'],
  rules: {
    'void-style': 'off',
    'missing-doctype': 'off',
    'doctype-style': 'off',
    'no-raw-characters': 'off',
    'heading-level': 'off',
  },
})

const base = 'https://x.invalid/'
const conformed = (html: string) => (makeHtml(html, base, () => {}) ?? '').replaceAll(base, '')

const rows: [name: string, html: string, expected: string][] = [
  // What is in order stays as it is.
  ['a paragraph', '<p>One <em>two</em></p>', '<p>One <em>two</em></p>'],
  ['lists', '<ul><li>a<ol><li>b</li></ol></li></ul>', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
  ['terms', '<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>', '<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>'],
  ['a link around a block', '<a href="https://a.example/"><p>x</p></a>', '<a href="https://a.example/"><p>x</p></a>'],
  ['code', '<pre><code>a\n  b &lt; c\n</code></pre>', '<pre><code>a\n  b &lt; c\n</code></pre>'],
  ['ruby', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>'],
  [
    'several notes in one ruby',
    '<ruby>港湾管理事務所職員<rt>こうわんかんりじむしょ</rt>第二係<rt>だいにがかり</rt></ruby>',
    '<ruby>港湾管理事務所職員<rt>こうわんかんりじむしょ</rt>第二係<rt>だいにがかり</rt></ruby>',
  ],
  [
    'a figure',
    '<figure><img src="a.png" alt="A" /><figcaption>B</figcaption></figure>',
    '<figure><img src="a.png" alt="A" /><figcaption>B</figcaption></figure>',
  ],
  ['details', '<details><summary>a</summary><p>b</p></details>', '<details><summary>a</summary><p>b</p></details>'],
  // Lists.
  ['items alone', 'x<li>a</li> <li>b</li>y', 'x<ul><li>a</li><li>b</li></ul> y'],
  ['terms alone', '<dt>a</dt><dd>b</dd>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['a list in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['a list that begins with one', '<ul><ul><li>b</li></ul></ul>', '<ul><li><ul><li>b</li></ul></li></ul>'],
  ['text and paragraphs in a list', '<ul>x<p>y</p><li>z</li></ul>', '<ul><li>x</li><li><p>y</p></li><li>z</li></ul>'],
  ['an empty list', 'a<ul> </ul>b', 'ab'],
  ['a description first', '<dl><dd>b</dd><dt>a</dt></dl>', '<div>b</div><div>a</div>'],
  ['a term without a description', '<dl><dt>a</dt></dl>', '<div>a</div>'],
  ['terms in groups', '<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  [
    'a heading as a term',
    '<dl><dt><h3>a</h3></dt><dd>b</dd></dl>',
    '<dl><dt><div><strong>a</strong></div></dt><dd>b</dd></dl>',
  ],
  // Lines and blocks.
  ['a block in bold', '<b>a<p>b <i>c</i></p>d</b>', '<b>a</b><p><b>b <i>c</i></b></p><b>d</b>'],
  ['a list in a span', '<span><ul><li>a</li></ul></span>', '<ul><li><span>a</span></li></ul>'],
  [
    'a table in bold',
    '<b><table><tr><td>a</td></tr></table></b>',
    '<table><tbody><tr><td><b>a</b></td></tr></tbody></table>',
  ],
  [
    'a player in bold, with a paragraph for who cannot play it',
    '<b><audio><source src="https://a.example/x.mp3"><p>x</p></audio></b>',
    '<audio><source src="https://a.example/x.mp3" /><p><b>x</b></p></audio>',
  ],
  ['a block in a paragraph', '<p>a<div>b</div>c</p>', '<p>a</p><div>b</div>c'],
  [
    'a link around a block in a paragraph',
    '<p><a href="https://a.example/"><div>x</div></a></p>',
    '<a href="https://a.example/"><div>x</div></a>',
  ],
  ['a block in a heading', '<h2><div>a</div><div>b</div></h2>', '<h2> a  b </h2>'],
  ['a paragraph in code', '<pre><p>a</p><p>b</p></pre>', '<pre>a\n\nb\n</pre>'],
  ['a heading of nothing', 'a<h2> </h2><h3></h3>b', 'ab'],
  [
    'a heading of a picture without words',
    '<h2><img src="a.png" alt="" /></h2>',
    '<div><img src="a.png" alt="" /></div>',
  ],
  // Links.
  [
    'a link around a list, of which one item is another link',
    '<a href="https://a.example/"><ul><li>x</li><li><a href="https://b.example/">y</a></li></ul></a>',
    '<ul><li><a href="https://a.example/">x</a></li><li><a href="https://b.example/">y</a></li></ul>',
  ],
  [
    'a link around terms, of which one is a recording',
    '<a href="https://a.example/"><dl><dt>x</dt><dd><audio src="https://a.example/b"></audio></dd></dl></a>',
    '<dl><dt><a href="https://a.example/">x</a></dt><dd><audio src="https://a.example/b"></audio></dd></dl>',
  ],
  ['a link of nothing', 'a<a href="https://a.example/"></a>b', 'ab'],
  ['a link of nothing that is an anchor', '<a href="https://a.example/" id="x"></a>', '<span id="x"></span>'],
  [
    'a link around a picture without words',
    '<a href="https://a.example/b?c"><img src="a.png" alt="" /></a>',
    '<a href="https://a.example/b?c"><img src="a.png" alt="a.example/b" /></a>',
  ],
  [
    'a link around a picture with words',
    '<a href="https://a.example/"><img src="a.png" alt="A" /></a>',
    '<a href="https://a.example/"><img src="a.png" alt="A" /></a>',
  ],
  [
    'a link around a table',
    '<a href="https://a.example/"><table><tr><td>x</td></tr></table></a>',
    '<table><tbody><tr><td>x</td></tr></tbody></table>',
  ],
  // Tables.
  ['rows without a body', '<table><tr><td>a</td></tr></table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
  [
    'a head after the body',
    '<table><tbody><tr><td>b</td></tr></tbody><thead><tr><th>a</th></tr></thead></table>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'a head of a row',
    '<table><tr><th>a</th><td>b</td></tr></table>',
    '<table><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>',
  ],
  [
    'an empty head',
    '<table><tr><th></th><th>a</th></tr></table>',
    '<table><tbody><tr><td></td><th scope="col">a</th></tr></tbody></table>',
  ],
  [
    'cells without a row',
    '<table><td>a</td><td>b</td></table>',
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  ],
  ['text in a table', '<table>x<tr><td>a</td></tr></table>', 'x<table><tbody><tr><td>a</td></tr></tbody></table>'],
  [
    'two captions',
    '<table><caption>a</caption><caption>b</caption><tr><td>c</td></tr></table>',
    '<div>b</div><table><caption>a</caption><tbody><tr><td>c</td></tr></tbody></table>',
  ],
  ['a table of nothing', 'a<table></table>b', 'ab'],
  ['rows without a table', '<tr><td>a</td></tr>', '<div><div>a</div></div>'],
  // The rest.
  [
    'two captions of a figure',
    '<figure><figcaption>a</figcaption><p>b</p><figcaption>c</figcaption></figure>',
    '<figure><figcaption>a</figcaption><p>b</p><div>c</div></figure>',
  ],
  [
    'a caption behind what comes to nothing',
    '<figure><source src="a.mp4" /> <figcaption>a</figcaption></figure>',
    '<figure><figcaption>a</figcaption> </figure>',
  ],
  ['details without a summary', '<details><p>b</p></details>', '<div><p>b</p></div>'],
  [
    'a summary that comes late',
    '<details><p>b</p><summary>a</summary></details>',
    '<details><summary>a</summary><p>b</p></details>',
  ],
  ['a summary alone', '<summary>a</summary>', '<div>a</div>'],
  [
    'ruby over more than a line',
    '<ruby>a text that is longer than a note can be<rt>and <b>its</b> note</rt></ruby>',
    'a text that is longer than a note can be (and <b>its</b> note)',
  ],
  [
    'ruby with a note of more than a line, in its own parentheses',
    `<ruby>a<rp>[</rp><rt>${'b'.repeat(33)}</rt><rp>]</rp></ruby>`,
    `a[${'b'.repeat(33)}]`,
  ],
  ['a note without ruby', 'a<rt>b</rt>', 'ab'],
  [
    'text in a picture',
    '<picture>x<img src="a.png" alt="A" /></picture>',
    '<picture><img src="a.png" alt="A" /></picture>x',
  ],
  ['a picture without an image', '<picture><source srcset="a.png" />x</picture>', 'x'],
  ['a source alone', 'a<source src="a.mp4" />b', 'ab'],
  ['a time in words', '<time>soon</time>', '<span>soon</span>'],
  ['a time that is none', '<time datetime="yesterday">x</time>', '<span>x</span>'],
  ['a time', '<time datetime="2020-01-01T10:00Z">x</time>', '<time datetime="2020-01-01T10:00Z">x</time>'],
  ['a zone without a date', '<time datetime="10:00Z">x</time>', '<span>x</span>'],
  ['a zone of minus nothing', '<time datetime="2020-01-01T10:00-00:00">x</time>', '<span>x</span>'],
  ['a year of change', '<del datetime="2020">x</del>', '<del>x</del>'],
  ['a time of change without a zone', '<ins datetime="2020-01-01T10:00">x</ins>', '<ins>x</ins>'],
  [
    'an instant of change',
    '<ins datetime="2020-01-01T10:00:00+01:00">x</ins>',
    '<ins datetime="2020-01-01T10:00:00+01:00">x</ins>',
  ],
  [
    'attributes that formulas do not have',
    '<math dir="auto" title="t" lang="de"><mi dir="RTL" title="t" lang="de">x</mi></math>',
    '<math alttext="x"><mi dir="rtl">x</mi></math>',
  ],
  ['a turn to nowhere', '<bdo>x</bdo>', '<span>x</span>'],
  ['a kind of list that is none', '<ol type="z"><li>a</li></ol>', '<ol><li>a</li></ol>'],
  ['no columns', '<table><tr><td colspan="0">a</td></tr></table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
  [
    'widths without sizes',
    '<img src="a.png" srcset="a.png 100w" alt="A" />',
    '<img src="a.png" srcset="a.png 100w" alt="A" sizes="100vw" />',
  ],
  ['sizes without widths', '<img src="a.png" sizes="50vw" alt="A" />', '<img src="a.png" alt="A" />'],
  [
    'a set alone',
    '<img srcset="a.png 1x, b.png 2x" alt="A" />',
    '<img srcset="a.png 1x, b.png 2x" alt="A" src="a.png" />',
  ],
]

test.each(rows)('P-01 content fits: %s', async (_, html, expected) => {
  expect(conformed(html)).toBe(expected)
  const report = await validate.validateString(
    `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${expected}</body></html>`,
  )
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([])
})

test.each(rows)('P-01 what fits is left alone: %s', (_, __, expected) => {
  expect(conformed(expected)).toBe(expected)
})
