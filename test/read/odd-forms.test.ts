import { expect, test } from 'vitest'
import type { ParsedEntry, ParsedFeed } from '../../src/model.ts'
import { atom, entry, namespaces, readFeed, rss } from './read-feed.ts'

type Row = [name: string, feed: string, take: (entry: ParsedEntry, feed: ParsedFeed) => unknown, right: unknown]

const html = (text: string) => rss(`<title>t</title><description><![CDATA[${text}]]></description>`)
const plain = (text: string) => rss(`<title>t</title><description>${text}</description>`)
const content = ({ contentHtml }: ParsedEntry) => contentHtml
const json = (item: string) => `{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[${item}]}`
const app = ' xmlns:app="http://www.w3.org/2007/app"'

const rows: Row[] = [
  // A "<" that is one.
  ['a formula in a text', html('<p>where $a<b$ holds</p>'), content, '<p>where $a&lt;b$ holds</p>'],
  ['a formula before an end tag', html('<p>all i<n</p>'), content, '<p>all i&lt;n</p>'],
  ['a formula in brackets', html('<p>\\(a<b\\)</p>'), content, '<p>\\(a&lt;b\\)</p>'],
  ['words between < and >', html('<p>for i<n and j>m</p>'), content, '<p>for i&lt;n and j&gt;m</p>'],
  ['a sign before a tag', html('if a<b then <i>x</i>'), content, 'if a&lt;b then <i>x</i>'],
  [
    'an address in brackets',
    html('<p>see <https://b.example/x> ok</p>'),
    content,
    '<p>see &lt;https://b.example/x&gt; ok</p>',
  ],
  ['a tag without its end before another', html('<p <b>x</b></p>'), content, '<p>x</p>'],
  ['an object alone', plain('&lt;object data="https://b.example/x.pdf"&gt;See it'), content, 'See it'],
  // Addresses in plain text.
  [
    'an address',
    plain('see https://x.example/a.'),
    content,
    'see <a href="https://x.example/a">https://x.example/a</a>.',
  ],
  [
    'an address with its brackets',
    plain('(https://x.example/b_(c))'),
    content,
    '(<a href="https://x.example/b_(c)">https://x.example/b_(c)</a>)',
  ],
  [
    'a query',
    plain('https://x.example/?a=1&amp;amp;b=2'),
    content,
    '<a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a>',
  ],
  [
    'an address between signs',
    plain('a &amp;lt;https://x.example/&amp;gt;'),
    content,
    'a &lt;<a href="https://x.example/">https://x.example/</a>&gt;',
  ],
  [
    'an address in a text of China',
    plain('见https://x.example/a。好'),
    content,
    '见<a href="https://x.example/a">https://x.example/a</a>。好',
  ],
  ['no address', plain('https:// is a scheme'), content, 'https:// is a scheme'],
  [
    'text of JSON',
    json('{"id":"1","content_text":"https://x.example/a, b"}'),
    content,
    '<a href="https://x.example/a">https://x.example/a</a>, b',
  ],
  [
    'an address in HTML stays what its author made it',
    html('<p>https://x.example/a</p>'),
    content,
    '<p>https://x.example/a</p>',
  ],
  // Drafts.
  [
    'a draft',
    atom(
      `<entry><title>d</title><app:control><app:draft>yes</app:draft></app:control></entry>${entry('<title>p</title>')}`,
      app,
    ),
    ({ title }, { entries }) => [title, entries.length],
    ['p', 1],
  ],
  [
    'no draft',
    atom(entry('<title>p</title><app:control><app:draft>no</app:draft></app:control>'), app),
    ({ title }) => title,
    'p',
  ],
  // Atom 0.3.
  [
    'a text in several forms',
    `<feed xmlns="http://purl.org/atom/ns#"><entry><content type="multipart/alternative"><content type="text/plain">plain</content><content type="text/html" mode="escaped">&lt;p&gt;rich&lt;/p&gt;</content></content></entry></feed>`,
    content,
    '<p>rich</p>',
  ],
  [
    'several relations',
    atom(entry('<link rel="alternate bookmark" href="https://b.example/a"/>')),
    ({ link }) => link,
    'https://b.example/a',
  ],
  // Files.
  [
    'a file as text',
    rss('<enclosure>https://b.example/a.mp3</enclosure>'),
    ({ enclosures }) => enclosures[0]?.url,
    'https://b.example/a.mp3',
  ],
  [
    'files of RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:enc="http://purl.oclc.org/net/rss_2.0/enc#"><item><title>t</title><enc:enclosure><enc:Enclosure><enc:url>https://b.example/a.mp3</enc:url><enc:type>audio/mpeg</enc:type><enc:length>5</enc:length></enc:Enclosure></enc:enclosure></item></rdf:RDF>',
    ({ enclosures }) => enclosures,
    [{ url: 'https://b.example/a.mp3', type: 'audio/mpeg', length: 5 }],
  ],
  [
    'a file twice in JSON',
    json('{"id":"1","attachments":[{"url":"https://b.example/a.mp3"},{"url":"https://b.example/a.mp3"}]}'),
    ({ enclosures }) => enclosures.length,
    1,
  ],
  [
    'an id with more digits than a number keeps',
    json('{"id":12345678901234567890,"content_text":"a"}'),
    ({ id }) => id,
    '12345678901234567890',
  ],
  [
    'a summary of JSON that is HTML',
    json('{"id":"1","summary":"<p>one <b>two</b></p>"}'),
    ({ summaryHtml }) => summaryHtml,
    '<p>one <b>two</b></p>',
  ],
  [
    'a summary of JSON about markup',
    json('{"id":"1","summary":"The <b> tag, and </b>"}'),
    ({ summaryHtml }) => summaryHtml,
    'The &lt;b&gt; tag, and &lt;/b&gt;',
  ],
  // Texts and links.
  [
    'escaped HTML beside a tag that is not',
    rss('<description>&lt;p>one&lt;/p><img src="https://b.example/x.png"/>&lt;p>two&lt;/p></description>'),
    content,
    '<p>one</p><img src="https://b.example/x.png" alt="" /><p>two</p>',
  ],
  [
    'a text about tags beside markup',
    rss('<description>The &lt;b> and &lt;/b> tags <i>and</i> <code>&lt;p>x&lt;/p></code></description>'),
    content,
    'The &lt;b&gt; and &lt;/b&gt; tags <i>and</i> <code>&lt;p&gt;x&lt;/p&gt;</code>',
  ],
  [
    'a content whose prefix was lost',
    rss('<encoded>&lt;p>x&lt;/p></encoded><description>y</description>'),
    content,
    '<p>x</p>',
  ],
  [
    'a page of Turbo',
    rss('<turbo:content><![CDATA[<p>x</p>]]></turbo:content>', ' xmlns:turbo="http://turbo.yandex.ru"'),
    content,
    '<p>x</p>',
  ],
  ...[
    '"https://b.example/1"',
    '&lt;https://b.example/1&gt;',
    '\u200bhttps://b.example/1\u200b',
    '\u200e https://b.example/1',
  ].map(
    (written): Row => [
      `a link with what was copied with it: ${JSON.stringify(written)}`,
      rss(`<title>t</title><link>${written}</link>`),
      ({ link }) => link,
      'https://b.example/1',
    ],
  ),
  ...[`"https://b.example/it's"`, "\u200bhttps://b.example/it's", `&lt;https://b.example/it's`].map(
    (written): Row => [
      `a link with a quote of its own: ${JSON.stringify(written)}`,
      rss(`<title>t</title><link>${written}</link>`),
      ({ link }) => link,
      "https://b.example/it's",
    ],
  ),
  [
    'instructions and comments in a document type',
    `<?xml version="1.0"?><!DOCTYPE rss [<!-- ]> --><?pi ]>?><!ENTITY a "x > ]">]>${rss('<title>&a;</title>')}`,
    ({ title }, { warnings }) => [title, warnings],
    ['x > ]', []],
  ],
  // People.
  ...['null', 'None', 'undefined', '[object Object]'].map(
    (name): Row => [
      `a program's word for nobody: ${name}`,
      rss(`<dc:creator>${name}</dc:creator>`, namespaces.dc),
      ({ authors }) => authors,
      [],
    ],
  ),
  [
    'a name in brackets',
    rss('<dc:creator>(Ada)</dc:creator>', namespaces.dc),
    ({ authors }) => authors[0]?.name,
    'Ada',
  ],
  [
    'a name and a page',
    rss('<dc:creator>Ada &lt;https://a.example/&gt;</dc:creator>', namespaces.dc),
    ({ authors }) => authors,
    [{ name: 'Ada', url: 'https://a.example/', email: undefined }],
  ],
  [
    'a name that looks like a tag',
    rss('<dc:creator>&lt;Ada&gt;</dc:creator>', namespaces.dc),
    ({ authors }) => authors[0]?.name,
    'Ada',
  ],
  [
    'a name in a place of its own',
    atom(entry('<author><name>By Design; Ltd (Bern)</name></author>')),
    ({ authors }) => authors[0]?.name,
    'By Design; Ltd (Bern)',
  ],
  [
    'the same in JSON',
    json('{"id":"1","content_text":"a","authors":[{"name":"AT&amp;T; Sons"}]}'),
    ({ authors }) => authors[0]?.name,
    'AT&T; Sons',
  ],
  ['a title that was escaped three times', rss('<title>y&amp;amp;#x27;all</title>'), ({ title }) => title, "y'all"],
  [
    'a section beside markup',
    atom(entry('<content type="html"><![CDATA[<p>one</p>]]><p><b>two</b></p></content>')),
    content,
    '<p>one</p><p><b>two</b></p>',
  ],
  [
    'a title that is a picture',
    rss('<title><![CDATA[<img src="x.png" alt="A &amp; B"> ]]></title>'),
    ({ title, titleHtml }) => [title, titleHtml],
    ['A & B', 'A &amp; B'],
  ],
  [
    'a title that is a picture of nothing',
    rss('<title><![CDATA[<img src="x.png">]]></title>'),
    ({ title }) => title,
    undefined,
  ],
  [
    'Markdown alone',
    rss('<guid>1</guid><source:markdown>*one* two</source:markdown>', ' xmlns:source="http://source.scripting.com/"'),
    ({ summaryHtml }) => summaryHtml,
    '*one* two',
  ],
  // JSON for scripts.
  ['JSON with the name of a function', `/**/jsonFeed.take(${json('{"id":"1"}')});\n`, ({ id }) => id, '1'],
  ['JSON behind a guard', `)]}',\n${json('{"id":"1"}')}`, ({ id }) => id, '1'],
  ['JSON behind a remark', `// our feed\n${json('{"id":"1"}')}`, ({ id }) => id, '1'],
  ['one item of JSON that is no list', json('{"id":"1"}').replace(/[[\]]/g, ''), ({ id }) => id, '1'],
  [
    'who made it, in FOAF',
    rss(
      '<foaf:maker><foaf:Person><foaf:name>Ada</foaf:name></foaf:Person></foaf:maker>',
      ' xmlns:foaf="http://xmlns.com/foaf/0.1/"',
    ),
    ({ authors }) => authors[0]?.name,
    'Ada',
  ],
]

test.each(rows)('odd forms: %s', async (_, text, take, right) => {
  const feed = await readFeed(text)
  const [first] = feed.entries
  expect(first && take(first, feed)).toEqual(right)
})
