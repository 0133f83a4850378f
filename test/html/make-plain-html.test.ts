import { expect, test } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'
import { makePlainHtml } from '../../src/html/make-plain-html.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { makeRandom } from '../torture/mutate.ts'
import { attacks } from './attacks.ts'
import { makeDocument } from './make-documents.ts'
import { makePost } from './make-post.ts'

const page = 'https://blog.example/posts/1'

/** What is made of a text, and what is said of it. */
function make(source: string, makePlain = makePlainHtml, base: string | undefined = page) {
  const said: string[] = []
  const html = makeHtml(source, base, (code, sentence) => said.push(`${code} ${sentence}`), false, makePlain)
  return { html, said }
}
const makeLong = (source: string, base: string | undefined = page) => make(source, () => undefined, base)
const isPlain = (source: string) => makePlainHtml(source, page) !== undefined

const plain = [
  { name: 'nothing', source: '' },
  { name: 'a text with blanks around it', source: '\n \u00a0One\n' },
  {
    name: 'paragraphs and marks',
    source: '<p class="x">One <b>two</b> <em id="a">three</em><br/>four<br>five</p>\n<hr>',
  },
  {
    name: 'references',
    source: '<p>A &amp; B &#8217;s &#x1F30A; &eacute;&nbsp;&hellip; a & b &gt; c > d &quot;e&quot;</p>',
  },
  { name: 'links', source: '<a href="/x?a=1&b=2&amp;c=3" title="&quot;&lt;" rel="nofollow">x</a> <a href="#y">y</a>' },
  { name: 'a picture', source: '<p><img class="alignleft" src="/a.jpg" alt="" width="640px" sizes="auto"/></p>' },
  {
    name: 'pictures that say nothing else',
    source: '<p><img src="/a.jpg" alt=" " width="x" id="a"><img src="/b.jpg" id="a" title="b" /></p>',
  },
  {
    name: 'pictures written as they stay, alone in a link',
    source: '<a href="https://a.example/"><img src="https://a.example/1.jpg" alt="" /></a>',
  },
  {
    name: 'tags that stay as they are',
    source: '<p dir="ltr">a <a href="https://a.example/b?c=d&amp;e">b</a> <b title="&quot;" id="c">d</b></p>',
  },
  { name: 'a picture of nothing', source: '<img src="data:image/gif;base64,R0lG" alt="a">' },
  { name: 'a picture with words in a link', source: '<a href="/x"><img src="/a.jpg" alt="A pier"></a>' },
  {
    name: 'a figure',
    source: '<figure class="aligncenter"><img src="/a.jpg"><figcaption>A <i>pier</i></figcaption></figure>',
  },
  { name: 'lists', source: '<ul>\n<li value="3">One</li>\n <li>Two<ol start="2"><li value="3">a</li></ol></li></ul>' },
  {
    name: 'code',
    source: '<pre class="brush: js">\n\nlet a\n</pre><pre><code class="language-go">\nx := 1</code></pre>',
  },
  { name: 'sections are boxes', source: '<section id="a"><h2 id="a">One</h2><article><p>Two</p></article></section>' },
  { name: 'a comment between blocks', source: '<p>One</p>\n<!-- more -->\n<p>Two</p>' },
  {
    name: 'an end tag is lost in no box',
    source: '<div><div class="text-center"><blockquote cite="/q"><p>One</p></blockquote></div></div>',
  },
]

test.each(plain)('read once: $name', ({ source }) => {
  expect(make(source)).toEqual(makeLong(source))
  expect(isPlain(source)).toBe(true)
})

const odd = [
  { name: 'an end tag that is missing', source: '<p>One<p>Two</p>' },
  { name: 'an end tag too many', source: '<p>One</b></p>' },
  { name: 'tags that cross', source: '<b>One <i>two</b> three</i>' },
  { name: 'a block in a line', source: '<b>One<p>two</p></b>' },
  { name: 'a link in a link', source: '<a href="/a">One <b><a href="/b">two</a></b></a>' },
  { name: 'a link without words', source: '<a href="/a"> <b></b></a>' },
  { name: 'a link to nowhere', source: '<a href="javascript:x" class="y">One</a>' },
  { name: 'a heading without words', source: '<h2>&nbsp;<br></h2>' },
  { name: 'a list without items', source: 'One<ul>\n</ul>two' },
  { name: 'a text in a list', source: '<ul>One<li>two</li></ul>' },
  { name: 'an item without a list', source: '<li>One</li>' },
  { name: 'a caption that comes first', source: '<figure> <figcaption>One</figcaption><img src="/a.jpg"></figure>' },
  { name: 'two captions', source: '<figure>a<figcaption>One</figcaption><figcaption>two</figcaption></figure>' },
  { name: 'a caption without words', source: '<figure><img src="/a.jpg"><figcaption></figcaption></figure>' },
  { name: 'a comment without an end', source: '<p>One</p><!-- more <p>two</p>' },
  { name: 'a comment in a text', source: '<pre>\n<!-- x -->\nOne</pre>' },
  { name: 'what is hidden', source: '<p style="display: none">One</p><span hidden>two</span>' },
  { name: 'line ends that show', source: '<p style="white-space: pre-wrap">One\ntwo</p>' },
  { name: 'a picture that counts', source: '<img src="/a.gif" width="1" height="1">' },
  {
    name: 'a picture that a script loads',
    source: '<figure data-src="/b.jpg"><img src="data:image/gif;base64,R0lG"></figure>',
  },
  { name: 'a picture without an address', source: '<img><img/><img alt="One">' },
  { name: 'a picture of a letter', source: '<img src="https://s.w.org/images/core/emoji/1f600.png" alt="a">' },
  { name: 'a picture in code', source: '<code><img src="/a.jpg" alt="a"></code>' },
  {
    name: 'a post of a network',
    source: '<blockquote class="instagram-media" cite="https://i.example/p"></blockquote>',
  },
  { name: 'code in color', source: '<pre><span class="hljs-keyword">let</span></pre>' },
  { name: 'a box that a style draws', source: '<span class="chcklst-box checked"></span> One' },
  { name: 'a box with the language of its code', source: '<div class="language-js"><pre>let</pre></div>' },
  { name: 'a title that is too long', source: `<b title="${'a '.repeat(1000)}">One</b>` },
  { name: 'an address that is too long', source: `<a href="/${'a'.repeat(5000)}">One</a>` },
  { name: 'references that are none', source: 'a &copy 1 &nope; &amp' },
  { name: 'a reference to nothing', source: 'a &#128; &#0; &#x202e; b &#xD800;' },
  { name: 'a tag in a tag', source: '<b title "<i>">One</b>' },
  { name: 'what runs', source: '<p>One</p><script>two()</script>' },
  { name: 'what loads', source: '<iframe src="https://video.example/1"></iframe>' },
  { name: 'a table', source: '<table><tr><td>One</td></tr></table>' },
  { name: 'a drawing', source: '<svg><p>One</p></svg>' },
  { name: 'capitals', source: '<P>One</P>' },
  { name: 'a section of XML', source: '<![CDATA[<p>One</p>]]>' },
  { name: 'very deep', source: `${'<div>'.repeat(300)}One${'</div>'.repeat(300)}` },
  { name: 'very long', source: `<p>${'漢'.repeat(200_000)}</p>` },
]

test.each(odd)('left to the long way: $name', ({ source }) => {
  expect(make(source)).toEqual(makeLong(source))
  expect(isPlain(source)).toBe(false)
})

test('what a version before has made is made the long way', () => {
  const html = '<p class="at-center">One</p>'
  expect(makeHtml(html, undefined, () => {}, true)).toBe(html)
  expect(make(html).html).toBe('<p>One</p>')
})

test('of fixtures, attacks and what is made by chance both ways make the same', () => {
  const written = readFixtures().map(({ text }) => text)
  const sections = written.flatMap((text) =>
    [...text.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, inner = '']) => inner),
  )
  const texts = [...written, ...sections, ...attacks.map(([, html]) => html)]
  for (let number = 0; number < 300; number += 1) texts.push(makeDocument(makeRandom(number), 3 + (number % 30)))
  const before = texts.length
  for (let number = 0; number < 2000; number += 1) texts.push(makePost(makeRandom(number)))
  for (const [number, text] of texts.entries()) {
    const base = number % 7 === 0 ? undefined : page
    const [once, long] = [make(text, makePlainHtml, base), makeLong(text, base)]
    if (JSON.stringify(once) !== JSON.stringify(long)) expect({ text, ...once }).toEqual({ text, ...long })
  }
  expect(texts.slice(0, before).filter(isPlain).length).toBeGreaterThan(70)
  expect(texts.slice(before).filter(isPlain).length).toBeGreaterThan(500)
})
