import { expect, test } from 'vitest'
import { renderMarkdown } from '../../src/render/views/render-markdown.ts'
import { measureCpu } from '../measure-cpu.ts'

const cases = [
  { name: 'nothing', text: '', html: '' },
  { name: 'a paragraph', text: 'one\ntwo\n\nthree\n', html: '<p>one\ntwo</p>\n<p>three</p>' },
  { name: 'headings', text: '# One\n### Three ###\ntext', html: '<h1>One</h1>\n<h3>Three</h3>\n<p>text</p>' },
  { name: 'no blank, no heading', text: '#one', html: '<p>#one</p>' },
  {
    name: 'a list',
    text: '- one\n- two\n  more\n\nend',
    html: '<ul>\n<li>one</li>\n<li>two\nmore</li>\n</ul>\n<p>end</p>',
  },
  { name: 'a numbered list', text: '1. one\n2. two', html: '<ol>\n<li>one</li>\n<li>two</li>\n</ol>' },
  {
    name: 'a quote',
    text: '> one\n> - two',
    html: '<blockquote>\n<p>one</p>\n<ul>\n<li>two</li>\n</ul>\n</blockquote>',
  },
  { name: 'code', text: '```\n<b> *x*\n```\nend', html: '<pre><code>&lt;b&gt; *x*\n</code></pre>\n<p>end</p>' },
  { name: 'code that does not end', text: '```\nx', html: '<pre><code>x\n</code></pre>' },
  { name: 'a rule', text: 'a\n\n---\n\nb', html: '<p>a</p>\n<hr />\n<p>b</p>' },
  {
    name: 'stress',
    text: '*a* **b** _c_ snake_case_d 2 * 3 * 4',
    html: '<p><em>a</em> <strong>b</strong> <em>c</em> snake_case_d 2 * 3 * 4</p>',
  },
  { name: 'stress in stress', text: '**a *b* c**', html: '<p><strong>a <em>b</em> c</strong></p>' },
  { name: 'code in a line', text: '`a*b*` ``c`d``', html: '<p><code>a*b*</code> <code>c`d</code></p>' },
  {
    name: 'a link',
    text: '[our *page*](https://a.example/)',
    html: '<p><a href="https://a.example/" rel="noopener">our <em>page</em></a></p>',
  },
  {
    name: 'a link with brackets',
    text: '[x](https://a.example/a_(b))',
    html: '<p><a href="https://a.example/a_(b)" rel="noopener">x</a></p>',
  },
  { name: 'a link on this site', text: '[x](../index.html)', html: '<p><a href="../index.html">x</a></p>' },
  {
    name: 'addresses',
    text: '<https://a.example/> <me@a.example>',
    html: '<p><a href="https://a.example/" rel="noopener">https://a.example/</a> <a href="mailto:me@a.example">me@a.example</a></p>',
  },
  { name: 'a sign that stands for itself', text: '\\*a\\* \\[b](c)', html: '<p>*a* [b](c)</p>' },
  { name: 'a break', text: 'a  \nb', html: '<p>a<br />\nb</p>' },
  { name: 'Windows lines and a BOM', text: '\ufeff# A\r\n\r\nb\r\n', html: '<h1>A</h1>\n<p>b</p>' },
  {
    name: 'HTML is text',
    text: '<script>alert(1)</script> <b>x</b>',
    html: '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>',
  },
  { name: 'a script in a link', text: '[x](javascript:alert(1))', html: '<p>x</p>' },
  {
    name: 'a script in a link, in disguise',
    text: '[x](&#x6A;avascript:alert(1)) [y]( JaVaScRiPt:x)',
    html: '<p>x y</p>',
  },
  { name: 'a script by reference', text: '[x][1]\n\n[1]: javascript:alert(1)', html: '<p>x</p>' },
  {
    name: 'quotes in an address',
    text: '[x](https://a.example/"onclick=alert)',
    html: '<p><a href="https://a.example/%22onclick=alert" rel="noopener">x</a></p>',
  },
  { name: 'data in an address', text: '<data:text/html,x>', html: '<p>data:text/html,x</p>' },
  { name: 'a list in a list', text: '- a\n  - b', html: '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>' },
  {
    name: 'a picture is a link',
    text: '![A cat](https://a.example/cat.png)',
    html: '<p><a href="https://a.example/cat.png" rel="noopener">A cat</a></p>',
  },
  {
    name: 'HTML in a block is text',
    text: '<div onclick="x">\n<p>a</p>\n</div>',
    html: '<p>&lt;div onclick="x"&gt;\n&lt;p&gt;a&lt;/p&gt;\n&lt;/div&gt;</p>',
  },
]

test.each(cases)('renderMarkdown: $name', ({ text, html }) => {
  expect(renderMarkdown(text)).toBe(html)
})

const heavy = [
  '*'.repeat(20_000),
  '['.repeat(20_000),
  '`'.repeat(20_000),
  '_a '.repeat(10_000),
  '> '.repeat(500),
  '[a]('.repeat(5000),
]

test.each(heavy)('P-37 no text takes long: %.8s…', async (text) => {
  expect((await measureCpu(() => renderMarkdown(text))).cpuMs).toBeLessThan(5000)
})
