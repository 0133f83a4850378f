import { expect, test } from 'vitest'
import { embedHtml } from '../../src/html/embed-html.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { truncateHtml } from '../../src/html/truncate-html.ts'
import { judgeConformed } from './judge-conformed.ts'

const base = 'https://blog.example/post/'

function make(source: string): { html: string; warnings: string[] } {
  const warnings: string[] = []
  const html = makeHtml(source, base, (code, sentence) => warnings.push(`${code}: ${sentence}`)) ?? ''
  return { html, warnings }
}

/** What once ended a build, or hung it for ever: each is shown, valid, and small. */
const attacks = [
  { name: 'ruby in ruby, sixty deep', source: `${'<ruby>'.repeat(60)}words${'</ruby>'.repeat(60)}`, shows: 'words' },
  {
    name: 'picture in picture, sixty deep',
    source: `${'<picture>'.repeat(60)}words${'</picture>'.repeat(60)}`,
    shows: 'words',
  },
  {
    name: 'a long title around many blocks',
    source: `<b title="${'&'.repeat(150_000)}">${'<div>a</div>'.repeat(980)}</b>`,
    shows: '<div>',
  },
  { name: '170,000 rows without a cell', source: `words<table>${'<tr>'.repeat(170_000)}`, shows: 'words' },
  { name: '40,000 texts in a ruby', source: `<ruby>${'a<i></i>'.repeat(40_000)}</ruby>`, shows: 'aa' },
  { name: '500,000 signs', source: '!'.repeat(500_000), shows: '!!!' },
  { name: 'ampersands only', source: '&'.repeat(524_288), shows: '&amp;' },
]

test.each(attacks)('an attack: $name', ({ source, shows }) => {
  const { html } = make(source)
  expect(html.replaceAll('<i></i>', '')).toContain(shows)
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(512 * 1024)
  expect(judgeConformed(html)).toEqual([])
  const { nodes } = parseHtml(html)
  truncateHtml(nodes, 600)
  const page = embedHtml(html, { anchor: 'e', ownPages: [], lazy: true, level: 3, strip: false, label: () => 'x' })
  expect(page.length).toBeLessThan(2_000_000)
})

const caps = [
  {
    name: 'alt',
    source: `<img src="a.png" alt="${'é'.repeat(600)}">`,
    keeps: `alt="${'é'.repeat(512)}"`,
    warns: 'TOO_LONG: a “alt”',
  },
  {
    name: 'title',
    source: `<b title="${'x'.repeat(1025)}">a</b>`,
    keeps: `title="${'x'.repeat(1024)}"`,
    warns: 'TOO_LONG: a “title”',
  },
  { name: 'a title that just fits', source: `<b title="${'x'.repeat(1024)}">a</b>`, keeps: 'xxx', warns: undefined },
  {
    name: 'an address',
    source: `<a href="https://a.example/${'x'.repeat(4080)}">a</a>`,
    keeps: '<a>a</a>',
    warns: 'TOO_LONG: a “href”',
  },
  {
    name: 'the address of a picture',
    source: `a<img src="https://a.example/${'x'.repeat(4080)}">`,
    keeps: 'a',
    warns: 'TOO_LONG: a “src”',
  },
  {
    name: 'a picture in its address stays whole',
    source: `<img src="data:image/png;base64,${'A'.repeat(9000)}">`,
    keeps: 'A'.repeat(9000),
    warns: undefined,
  },
  { name: 'a text', source: `<p>${'a'.repeat(600_000)}</p><p>b</p>`, keeps: '<p>aaa', warns: 'TOO_LONG: a text' },
  {
    name: 'a text of long letters',
    source: `<p>${'漢'.repeat(300_000)}</p><p>b</p>`,
    keeps: '<p>漢',
    warns: 'TOO_LONG: a text',
  },
  { name: 'depth', source: `${'<div>'.repeat(300)}a`, keeps: 'a', warns: 'TOO_DEEP' },
]

test.each(caps)('a limit: $name', ({ source, keeps, warns }) => {
  const { html, warnings } = make(source)
  expect(html).toContain(keeps)
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(512 * 1024)
  expect(judgeConformed(html)).toEqual([])
  if (warns === undefined) expect(warnings).toEqual([])
  else expect(warnings.join('\n')).toContain(warns)
})

const unclosed = 'title textarea xmp style script iframe noembed noframes svg math select template noscript'.split(' ')

test.each([
  { html: '<p>a <!-- b</p><p>after</p>', text: '<p>a  b</p><p>after</p>', warned: 1 },
  { html: '<p>a<!-- b --></p><!-- c -><p>after</p>', text: '<p>a</p> c -&gt;<p>after</p>', warned: 1 },
  { html: '<p>a<!-- b <!-- c --></p><p>after<!--></p>', text: '<p>a</p><p>after</p>', warned: 0 },
])('a comment without an end swallows nothing: $html', ({ html, text, warned }) => {
  const warnings: string[] = []
  expect(makeHtml(html, undefined, (code, message) => warnings.push(`${code}: ${message}`))).toBe(text)
  expect(warnings).toEqual(Array(warned).fill('UNCLOSED: a comment of a text has no end; what comes after it is shown'))
})

test.each(unclosed)('<%s> without an end swallows nothing', (name) => {
  const { html, warnings } = make(`<p>before</p><${name}><p>after the slip</p><p>end</p>`)
  expect(html).toContain('<p>before</p>')
  expect(html).toContain('after the slip')
  expect(html).toContain('<p>end</p>')
  expect(judgeConformed(html)).toEqual([])
  if (name !== 'svg' && name !== 'math') expect(warnings.join()).toContain(`UNCLOSED: a <${name}>`)
})

test('the code behind a script without an end is no text', () => {
  expect(make('<p>a</p><script>run(1 < 2)<p>b</p>').html).toBe('<p>a</p><p>b</p>')
})

test.each([
  {
    html: '<p>Long <a href="/x?a=1&b=2>text</a> goes on</p>',
    text: '<p>Long <a href="https://blog.example/x?a=1&amp;b=2">text</a> goes on</p>',
  },
  { html: "<p>It <a href='/x>is</a> so</p>", text: '<p>It <a href="https://blog.example/x">is</a> so</p>' },
  {
    html: '<p title="a > b">x <a title="c" href=\'/x>is</a> so, <b id="y>too</b></p>',
    text: '<p title="a &gt; b">x <a title="c" href="https://blog.example/x">is</a> so, <b id="y">too</b></p>',
  },
  { html: '<p>x = "y, <b>z</b> > 1</p>', text: '<p>x = "y, <b>z</b> &gt; 1</p>' },
  { html: '<p>cut <a href="/x', text: '<p>cut </p>' },
])('a value without its second quote swallows nothing: $html', ({ html, text }) => {
  expect(make(html).html).toBe(text)
})
