import { expect, test, vi } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'
import { htmlToText } from '../../src/html/to-text.ts'
import { parseLanguage } from '../../src/text/parse-language.ts'
import { resolveImageUrl, resolveUrl } from '../../src/text/resolve-url.ts'

test.each([
  ['a tag', 'de', 'de'],
  ['a region', 'EN-us', 'en-US'],
  ['an underscore', 'fr_FR', 'fr-FR'],
  ['a script', 'zh-hant-tw', 'zh-Hant-TW'],
  ['a charset behind it', 'de_DE.UTF-8', 'de-DE'],
  ['a word', 'English', 'en'],
  ['a word of its own', 'deutsch', 'de'],
  ['several: the first', 'en, de', 'en'],
  ['spaces', '  pt-BR ', 'pt-BR'],
  ['three letters', 'gsw', 'gsw'],
  ['three letters that are no language', 'gnp', undefined],
  ['two letters that are none', 'xx', undefined],
  ['three letters where two are the rule', 'eng', 'en'],
  ['a name of old', 'iw-IL', 'he-IL'],
  ['a country for its language', 'jp', 'ja'],
  ['a country for its language, with itself', 'cz-CZ', 'cs'],
  ['a kingdom', 'en-uk', 'en-GB'],
  ['a region that is none', 'en-XX', 'en'],
  ['a script that is none', 'en-Abcd-US', 'en-US'],
  ['how WordPress says that it is polite', 'de_DE_formal', 'de-DE'],
  ['a variant', 'ca-valencia', 'ca-valencia'],
  ['a part of the world', 'es-419', 'es-419'],
  ['a language of a larger one', 'zh-yue-HK', 'yue-HK'],
  ['a tag of old', 'zh-min-nan', 'zh'],
  ['one that only its own system understands', 'x-Private', 'x-private'],
  ['more than a tag may have', 'en-12', 'en'],
  ['none', '', undefined],
  ['a sentence', 'The language of love', undefined],
  ['a word that is none', 'Klingonish', undefined],
  ['markup', '"><script>', undefined],
  ['what every object has', 'constructor', undefined],
  ['10,000 letters', 'e'.repeat(10_000), undefined],
])('F-09 a language: %s', (_, text, expected) => {
  expect(parseLanguage(text)).toBe(expected)
})

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))

test('F-09 a language or a region of two letters is what Unicode says of it', () => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const countries = ['at', 'by', 'cn', 'cz', 'dk', 'gb', 'gr', 'jp', 'rs', 'ua', 'us', 'vn']
  for (const code of pairs.filter((pair) => !countries.includes(pair))) {
    const { language, baseName } = new Intl.Locale(code)
    expect([code, parseLanguage(code)]).toEqual([code, names.of(language) === undefined ? undefined : baseName])
  }
  for (const language of ['de', 'pt', 'zh'])
    for (const pair of pairs) {
      const { baseName, region = '' } = new Intl.Locale(`${language}-${pair}`)
      const expected = regions.of(region) === undefined ? language : baseName
      expect([pair, parseLanguage(`${language}-${pair}`)]).toEqual([pair, expected])
    }
})

test('O-19 what nearly all feeds write as their language asks no tables of Unicode', async () => {
  const { DisplayNames } = Intl
  let asked = 0
  class Counted extends DisplayNames {
    constructor(...given: ConstructorParameters<typeof DisplayNames>) {
      super(...given)
      asked += 1
    }
  }
  Object.assign(Intl, { DisplayNames: Counted })
  try {
    vi.resetModules()
    const { parseLanguage } = await import('../../src/text/parse-language.ts')
    const found = ['en-us', 'de', '', 'fr_FR', 'English'].map(parseLanguage)
    expect([found, asked]).toEqual([['en-US', 'de', undefined, 'fr-FR', 'en'], 0])
    expect([parseLanguage('gsw'), asked]).toEqual(['gsw', 1])
  } finally {
    Object.assign(Intl, { DisplayNames })
  }
})

const base = 'https://blog.example/2020/post.html?x=1'
test.each<[string, string, string | undefined]>([
  ['absolute', 'https://a.example/b', 'https://a.example/b'],
  ['relative', 'c.html', 'https://blog.example/2020/c.html'],
  ['from the root', '/c', 'https://blog.example/c'],
  ['a query', '?y=2', 'https://blog.example/2020/post.html?y=2'],
  ['a fragment', '#d', 'https://blog.example/2020/post.html?x=1#d'],
  ['above the root', '../../../../c', 'https://blog.example/c'],
  ['without a scheme', '//a.example/', 'https://a.example/'],
  ['in capitals', 'HTTPS://A.EXAMPLE/B', 'https://a.example/B'],
  ['spaces around it', '\n https://a.example/ \t', 'https://a.example/'],
  ['spaces in it', 'https://a.example/b c', 'https://a.example/b%20c'],
  ['a line end in it', 'https://a.example/b\nc', 'https://a.example/bc'],
  ['a name in letters of its own', 'https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['a path in letters of its own', 'https://a.example/日本', 'https://a.example/%E6%97%A5%E6%9C%AC'],
  ['a percent sign alone', 'https://a.example/100%', 'https://a.example/100%25'],
  ['a percent sign and one digit', 'https://a.example/%4', 'https://a.example/%254'],
  ['percent signs in order', 'https://a.example/%20%C3%A9', 'https://a.example/%20%C3%A9'],
  ['a port of its own', 'http://a.example:80/', 'http://a.example/'],
  ['mailto', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['xmpp', 'xmpp:a@b.example', 'xmpp:a@b.example'],
  ['javascript', 'javascript:alert(1)', undefined],
  ['javascript with a tab', 'java\tscript:alert(1)', undefined],
  ['data', 'data:text/html,x', undefined],
  ['file', 'file:///etc/passwd', undefined],
  ['ftp', 'ftp://a.example/', undefined],
  ['no host', 'https://', undefined],
  ['a host that is none', 'https://a b/', undefined],
  ['a port that is none', 'https://a.example:99999/', undefined],
])('F-07 an address: %s', (_, href, expected) => {
  expect(resolveUrl(href, base)).toBe(expected)
})

test.each<[string, string, string | undefined]>([
  ['of the web', 'a.png', 'https://blog.example/2020/a.png'],
  ['PNG in the feed', 'data:image/png;base64,iVBORw0K', 'data:image/png;base64,iVBORw0K'],
  ['in capitals', 'DATA:IMAGE/GIF;BASE64,R0lG', 'DATA:IMAGE/GIF;BASE64,R0lG'],
  ['SVG in the feed', 'data:image/svg+xml;base64,PHN2Zz4=', undefined],
  ['not in base64', 'data:image/png,<svg>', undefined],
  ['nothing', ' ', undefined],
  ['a link', 'mailto:a@b.example', undefined],
])('F-07 the address of a picture: %s', (_, src, expected) => {
  expect(resolveImageUrl(src, base)).toBe(expected)
})

test.each([
  ['entities', 'AT&amp;T &lt;b&gt; &eacute; &#8217;', 'AT&T <b> é ’'],
  ['words within a line', 'Foot<b>ball</b>', 'Football'],
  ['blocks', '<p>One</p><p>Two</p>', 'One Two'],
  ['a line end', 'One<br>Two', 'One Two'],
  ['an unknown element within a line', 'Foot<nobr>ball</nobr> and <x-y>hand</x-y>ball', 'Football and handball'],
  ['cells', '<tr><td>1</td><td>2</td></tr>', '1 2'],
  ['script and style', 'a<script>b</script><style>c</style>d', 'ad'],
  ['a comment', 'a<!-- b -->c', 'ac'],
  ['white space', ' a\n\t\u00a0 b ', 'a b'],
  ['a lone <', '1 < 2', '1 < 2'],
  ['what XML forbids', 'a\u0000\u0008b\ufffe', 'ab'],
  ['nothing', '', ''],
])('the text of HTML: %s', (_, html, expected) => {
  expect(htmlToText(html)).toBe(expected)
})

test.each([
  ['its words', '<math alttext="a &lt; b"></math>', 'a &lt; b'],
  ['with > in them', '<math alttext="a > b"><mi>x</mi></math>', '<math alttext="a &gt; b"><mi>x</mi></math>'],
  [
    'its TeX',
    '<math><semantics><mi>x</mi><annotation encoding="TeX">x^2</annotation></semantics></math>',
    '<math alttext="x^2"><mi>x</mi></math>',
  ],
  [
    'its text',
    '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>',
    '<math alttext="x = 1"><mi>x</mi><mo>=</mo><mn>1</mn></math>',
  ],
  [
    'two of them',
    '<math><mi>x</mi></math> and <MATH><mi>y</mi></MATH >',
    '<math alttext="x"><mi>x</mi></math> and <math alttext="y"><mi>y</mi></math>',
  ],
  ['one without an end', 'a <math><mi>x</mi>', 'a <math alttext="x"><mi>x</mi></math>'],
  ['too few parts', '<math><mfrac><mi>x</mi></mfrac></math>', '<math alttext="x"><mrow><mi>x</mi></mrow></math>'],
  [
    'words between parts',
    '<math><mi>x</mi>or<b>y</b></math>',
    '<math alttext="x or"><mi>x</mi><mtext>or</mtext></math><b>y</b>',
  ],
  [
    'what could act',
    '<math href="javascript:x" onclick="x"><mi style="x" xlink:href="javascript:x">x</mi><maction>y</maction></math>',
    '<math alttext="x y"><mi>x</mi><mtext>y</mtext></math>',
  ],
  ['a part alone', '<msup><mi>x</mi><mn>2</mn></msup>', 'x2'],
  ['none', '<mathematics>x</mathematics>', 'x'],
  ['markup in its words', '<math alttext="<script>x</script>"></math>', '&lt;script&gt;x&lt;/script&gt;'],
])('P-25 mathematics: %s', (_, html, expected) => {
  expect(makeHtml(html, undefined, () => {})).toBe(expected)
})
