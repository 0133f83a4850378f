import { expect, test } from 'vitest'
import { checkHtml } from '../../src/html/check-html.ts'
import { colorCode } from '../../src/html/color-code.ts'
import { dropCodeColors } from '../../src/html/drop-code-colors.ts'
import { highlight } from '../../src/html/highlight.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { judgeConformed } from './judge-conformed.ts'

const make = (source: string) => makeHtml(source, 'https://blog.example/post/', () => {}) ?? ''
const color = (source: string) => colorCode(make(source), highlight, () => false)
const letters = (html: string) => html.replace(/<br \/>/g, '\n').replace(/<[^>]*>/g, '')

const js = '<span class="hl-k">let</span> a = <span class="hl-n">1</span>'
test.each([
  ['HTML’s own way', '<pre><code class="language-js">let a = 1</code></pre>'],
  ['the older way', '<pre><code class="lang-js">let a = 1</code></pre>'],
  ['GitHub', '<div class="highlight highlight-source-js"><pre>let a = 1</pre></div>'],
  [
    'Jekyll',
    '<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code>let a = 1</code></pre></div></div>',
  ],
  ['Hugo', '<div class="highlight"><pre><code class="language-js" data-lang="js">let a = 1</code></pre></div>'],
  ['SyntaxHighlighter', '<pre class="brush: js; gutter: false">let a = 1</pre>'],
  ['Sphinx', '<div class="highlight-javascript notranslate"><div class="highlight"><pre>let a = 1</pre></div></div>'],
  ['Org', '<pre class="src src-js">let a = 1</pre>'],
  ['pandoc', '<pre class="sourceCode js"><code class="sourceCode js">let a = 1</code></pre>'],
  ['highlight.js', '<pre><code class="hljs javascript">let a = 1</code></pre>'],
  ['Enlighter', '<pre class="EnlighterJSRAW" data-enlighter-language="js">let a = 1</pre>'],
  ['GeSHi of WordPress', '<pre lang="javascript">let a = 1</pre>'],
  ['a figure of Hexo', '<figure class="highlight js"><pre>let a = 1</pre></figure>'],
])('code is in color where its language is marked: %s', (_, source) => {
  expect(color(source)).toContain(js)
})

test.each([
  ['Pygments', '<span class="kd">let</span> a <span class="o">=</span> <span class="mi">1</span>'],
  ['highlight.js', '<span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>'],
  [
    'Prism',
    '<span class="token keyword">let</span> a <span class="token operator">=</span> <span class="token number">1</span>',
  ],
  ['GitHub', '<span class="pl-k">let</span> a = <span class="pl-c1">1</span>'],
  ['pandoc', '<span class="kw">let</span> a = <span class="dv">1</span>'],
])('what the blog’s own program colored stays in color, whatever the language: %s', (_, inner) => {
  expect(make(`<div class="highlight"><pre>${inner}</pre></div>`)).toContain(`<pre>${js}</pre>`)
})

test.each<[name: string, source: string, expected: string]>([
  [
    'a color in a color',
    '<pre><span class="s2">"a<span class="se">\\n</span>"</span></pre>',
    '<pre><span class="hl-s">"a\\n"</span></pre>',
  ],
  [
    'what is put into a string is none of it',
    '<pre><span class="hljs-string">"<span class="hljs-subst">{a}</span>"</span></pre>',
    '<pre><span class="hl-s">"</span>{a}<span class="hl-s">"</span></pre>',
  ],
  [
    'a link in a color',
    '<pre><span class="nf"><a href="/f">f</a></span></pre>',
    '<pre><a href="https://blog.example/f"><span class="hl-f">f</span></a></pre>',
  ],
  [
    'code within a line',
    '<p><code class="language-js"><span class="kd">let</span></code></p>',
    '<p><code class="language-js"><span class="hl-k">let</span></code></p>',
  ],
  [
    'colors are of code alone',
    '<p><span class="k">a</span> <span class="hl-k">b</span></p>',
    '<p><span>a</span> <span>b</span></p>',
  ],
  ['a class that is none of a color', '<pre><span class="skip hidden">a</span></pre>', '<pre>a</pre>'],
  [
    'white space has no color',
    '<pre><span class="k">a</span><span class="w">\n</span><span class="k"> </span></pre>',
    '<pre><span class="hl-k">a</span>\n </pre>',
  ],
])('%s', (_, source, expected) => {
  expect(make(source)).toBe(expected)
})

test.each([
  ['a language that we do not know', '<pre><code class="language-klingon">let a = 1</code></pre>'],
  ['none', '<pre><code>let a = 1</code></pre>'],
  ['a language that people speak', '<pre lang="cs">let a = 1</pre>'],
  ['what its author made bold', '<pre class="language-js"><b>let</b> a = 1</pre>'],
  ['very long code', `<pre class="language-js">${'let a = 1\n'.repeat(900)}</pre>`],
  ['code within a line', '<p><code class="language-js">let a = 1</code></p>'],
])('this stays as it is: %s', (_, source) => {
  expect(color(source)).toBe(make(source))
  expect(color(source)).not.toContain('hl-')
})

const code = {
  bash: 'for f in *.txt; do echo "$f" && rm -- "$f"; done # all',
  cpp: '#include <vector>\ntemplate <class T> auto f(std::vector<T>& v) -> int { return v.size() & 1; }',
  css: 'a:hover > b { color: #fff; content: "<" }',
  diff: '--- a\n+++ b\n@@ -1 +1 @@\n-old & <old>\n+new',
  html: '<!doctype html><p class="x">&amp; <script>let a = 1 < 2</script>',
  json: '{"a": [1, null, "x"]}',
  markdown: '# a\n\n*b* `c`\n\n```js\nlet a\n```',
  php: '<?php echo "a{$b}"; ?><b>',
  python: 'def f(x):\n    """Doc."""\n    return f"{x!r}" if x else None  # <none>',
  rust: 'fn main() { let r#"a"#: &\'static str = "x"; }',
  sql: "select 'a''b' from t where x <> 1 -- c",
  yaml: 'a: &b "c"\nd: *b',
}
test.each(Object.entries(code))('no letter of %s is lost, and the HTML is sound', (language, text) => {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const html = color(`<pre><code class="language-${language}">${escaped}</code></pre>`)
  expect(html).toContain('<span class="hl-')
  expect(letters(html)).toBe(escaped)
  expect(judgeConformed(html)).toEqual([])
  expect(checkHtml(html)).toBe(html)
  // Made once more, as after an upgrade, it is the same; without its colors it is what it was.
  expect(colorCode(make(html), highlight, () => false)).toBe(html)
  expect(dropCodeColors(html)).toBe(make(`<pre><code class="language-${language}">${escaped}</code></pre>`))
})

test('where the time is over, what comes stays plain', () => {
  const html = make('<pre class="language-js">let a = 1</pre>'.repeat(3))
  let asked = 0
  const colored = colorCode(html, highlight, () => asked++ >= 2)
  expect(colored.split('hl-k')).toHaveLength(3)
})

test('a text without marked code is not even looked at', () => {
  const fail = () => {
    throw new Error('asked')
  }
  expect(colorCode(make('<p>a</p><pre>let a = 1</pre>'), fail, fail)).toBe('<p>a</p><pre>let a = 1</pre>')
})
