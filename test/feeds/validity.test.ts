import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findFaults, hasXmllint } from './find-faults.ts'
import { openPlanet, type Site, type TestPlanet } from './open-planet.ts'

const url = 'https://a.example/feed'
const outputs = 'outputs: [html, atom, rss, json, opml, foaf, rss10]\nwebsub: https://hub.example/\n'
const now = '2020-06-01T12:00:00Z'

/** An Atom entry; what is given stands in for a sound part of it. */
function entry(
  parts: { id?: string; author?: string; dates?: string; link?: string; rest?: string; attributes?: string } = {},
) {
  const {
    id = '<id>https://a.example/1</id>',
    author = '<author><name>Ana</name></author>',
    dates = '<published>2020-05-01T10:00:00Z</published><updated>2020-05-02T10:00:00Z</updated>',
    link = '<link href="https://a.example/1"/>',
    rest = '<title>One</title><content type="html">&lt;p&gt;Text&lt;/p&gt;</content>',
    attributes = '',
  } = parts
  return `<entry ${attributes}>${id}${author}${dates}${link}${rest}</entry>`
}

function atom(...entries: string[]): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.example/</id><title>A</title>
    <link href="https://a.example/"/><rights>CC BY-SA 4.0</rights>${entries.join('')}</feed>`
}

function rss(...items: string[]): string {
  return `<rss version="2.0"><channel><title>A</title><link>https://a.example/</link>
    ${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
}

const planets: TestPlanet[] = []
afterEach(async () => {
  for (const planet of planets.splice(0)) await planet.close()
})

async function publish(feed: string, lines = outputs): Promise<Site> {
  const planet = openPlanet({ [url]: feed }, lines)
  planets.push(planet)
  await planet.build(now)
  return planet.site()
}

type Row = {
  /** The deviation, as REQUIREMENTS 2.1 has it. */
  name: string
  /** A feed that tempts us into it. */
  feed: string
  /** The same fault put into a file of ours: what the check must then find. */
  spoil: { file: string; from: string | RegExp; to: string; fault: string }
  /** What stands there instead. */
  has?: Record<string, string>
}

const atomOf = 'atom.xml'
const month = 'archive/1.xml'
const rows: Row[] = [
  {
    name: 'entry without author and no feed or source author',
    feed: atom(entry({ author: '' })),
    spoil: { file: atomOf, from: /<author>.*<\/author>\n/, to: '', fault: 'MissingElement' },
    has: { 'atom.xml': '<author><name>A</name>', 'rss.xml': '<dc:creator>A</dc:creator>', 'feed.json': '{"name":"A"' },
  },
  {
    name: 'empty name',
    feed: atom(entry({ author: '<author><name> </name></author>' })),
    spoil: { file: atomOf, from: /<name>.*<\/name>/, to: '<name></name>', fault: 'NotBlank' },
    has: { 'atom.xml': '<author><name>A</name>' },
  },
  {
    name: 'an address as name (F-06)',
    feed: rss('<guid>https://a.example/1</guid><title>T</title><author>ana@a.example (Ana)</author>'),
    spoil: { file: atomOf, from: '<name>Ana</name>', to: '<name>ana@a.example</name>', fault: 'AddressAsName' },
    has: { 'rss.xml': '<dc:creator>Ana</dc:creator>' },
  },
  {
    name: 'id that is no URI (1234)',
    feed: rss('<guid isPermaLink="false">1234</guid><title>T</title><description>x</description>'),
    spoil: { file: atomOf, from: /<id>urn:uuid:.*<\/id>/, to: '<id>1234</id>', fault: 'InvalidFullLink' },
    has: { 'atom.xml': '<id>urn:uuid:', 'rss.xml': '<guid isPermaLink="false">urn:uuid:' },
  },
  {
    name: 'id HTTP://WWW.Goffi.org:80/x is kept all the same',
    feed: atom(entry({ id: '<id>HTTP://WWW.Goffi.org:80/x</id>' })),
    spoil: { file: atomOf, from: 'HTTP://WWW', to: 'HTTP WWW', fault: 'InvalidFullLink' },
    has: {
      'atom.xml': '<id>HTTP://WWW.Goffi.org:80/x</id>',
      'rss.xml': '<guid isPermaLink="false">HTTP://WWW.Goffi.org:80/x</guid>',
      'feed.json': '"id":"HTTP://WWW.Goffi.org:80/x"',
    },
  },
  {
    name: 'same id twice',
    feed: atom(entry(), entry({ rest: '<title>Two</title>', link: '<link href="https://a.example/2"/>' })),
    spoil: { file: atomOf, from: /<entry>[\s\S]*<\/entry>/, to: '$&$&', fault: 'DuplicateEntries' },
    has: { 'atom.xml': '<title>One</title>' },
  },
  {
    name: 'xml:lang="fr_FR"',
    feed: atom(entry({ attributes: 'xml:lang="fr_FR"' })),
    spoil: { file: atomOf, from: 'xml:lang="fr-FR"', to: 'xml:lang="fr_FR"', fault: 'InvalidLanguage' },
    has: { 'rss.xml': '<dc:language>fr-FR</dc:language>', 'feed.json': '"language":"fr-FR"' },
  },
  {
    name: 'language "english"',
    feed: `<rss version="2.0"><channel><title>A</title><language>english, 2 kinds</language>
      <item><guid>https://a.example/1</guid><title>T</title></item></channel></rss>`,
    spoil: { file: 'rss.xml', from: '<dc:language>en<', to: '<dc:language>english, 2<', fault: 'InvalidLanguage' },
    has: { 'atom.xml': '<entry xml:lang="en">' },
  },
  {
    name: 'a language that is none',
    feed: atom(entry({ attributes: 'xml:lang="klingonisch!"' })),
    spoil: { file: atomOf, from: '<entry>', to: '<entry xml:lang="klingonisch!">', fault: 'InvalidLanguage' },
    has: { 'atom.xml': '<entry>' },
  },
  {
    name: 'control character U+0008 in text',
    feed: atom(entry({ rest: '<title>a\u0008b\u000bc</title><summary>d\ufffee\u0000</summary>' })),
    spoil: { file: atomOf, from: 'abc', to: 'a\u0008bc', fault: 'SAXError' },
    has: { 'atom.xml': '<title>abc</title>', 'rss.xml': '<title>abc</title>', 'feed.json': '"title":"abc"' },
  },
  {
    name: 'a lone surrogate',
    feed: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A',
      items: [{ id: 'https://a.example/1', title: 'a\ud800b', content_text: '\udc00x' }],
    }),
    spoil: { file: 'feed.json', from: 'ab', to: 'a\ud800b', fault: 'SAXError' },
    has: { 'feed.json': '"title":"ab"' },
  },
  {
    name: 'date 2019-04-20 22:45',
    feed: rss('<guid>https://a.example/1</guid><title>T</title><pubDate>2019-04-20 22:45</pubDate>'),
    spoil: { file: atomOf, from: '2019-04-20T22:45:00Z', to: '2019-04-20 22:45', fault: 'InvalidRFC3339Date' },
    has: { 'rss.xml': '<pubDate>Sat, 20 Apr 2019 22:45:00 GMT</pubDate>' },
  },
  {
    name: 'year 2099',
    feed: atom(entry({ dates: '<published>2099-01-01T00:00:00Z</published><updated>2099-01-01T00:00:00Z</updated>' })),
    spoil: { file: atomOf, from: '<updated>2020', to: '<updated>2099', fault: 'ImplausibleDate' },
    has: { 'atom.xml': `<published>${now}</published>`, 'rss.xml': '<pubDate>Mon, 01 Jun 2020 12:00:00 GMT</pubDate>' },
  },
  {
    name: 'no date at all',
    feed: atom(entry({ dates: '' })),
    spoil: { file: atomOf, from: `<updated>${now}`, to: '<updated>', fault: 'InvalidRFC3339Date' },
    has: { 'atom.xml': `<updated>${now}</updated>` },
  },
  {
    name: 'source without updated',
    feed: atom(entry()),
    spoil: { file: atomOf, from: /(<source>[\s\S]*)<updated>.*<\/updated>\n/, to: '$1', fault: 'MissingSourceElement' },
    has: {
      'atom.xml': '<source>\n<id>https://a.example/</id>\n<title>A</title>\n<updated>2020-05-02T10:00:00Z</updated>',
    },
  },
  {
    name: 'no content, no summary, no alternate link',
    feed: rss('<guid isPermaLink="false">x</guid><title>T</title>'),
    spoil: { file: atomOf, from: /<content.*\n/, to: '', fault: 'MissingContentOrAlternate' },
    has: { 'atom.xml': '&quot;&gt;T&lt;/a&gt;&lt;/p&gt;</content>', 'feed.json': '"content_html":""' },
  },
  {
    name: 'HTML in a title without type="html"',
    feed: atom(entry({ rest: '<title type="html">a &lt;b&gt;bold&lt;/b&gt; one</title>' })),
    spoil: { file: atomOf, from: '<title type="html">', to: '<title>', fault: 'ContainsUndeclaredHTML' },
    has: { 'rss.xml': '<title>a bold one</title>', 'feed.json': '"title":"a bold one"' },
  },
  {
    name: 'iframe, script, onclick in content',
    feed: atom(
      entry({
        rest: '<title>T</title><content type="html">&lt;p onclick="x()"&gt;a&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;iframe src="https://v.example/"&gt;&lt;/iframe&gt;</content>',
      }),
    ),
    spoil: { file: 'rss.xml', from: '<content:encoded>', to: '<content:encoded>&lt;script&gt;', fault: 'SecurityRisk' },
  },
  {
    name: 'an event handler alone',
    feed: atom(
      entry({ rest: '<title>T</title><summary type="html">&lt;p onmouseover="x()"&gt;a&lt;/p&gt;</summary>' }),
    ),
    spoil: { file: 'feed.json', from: '<p>', to: "<p onclick='x()'>", fault: 'SecurityRiskAttr' },
  },
  {
    name: 'style="position:fixed"',
    feed: atom(
      entry({ rest: '<title>T</title><content type="html">&lt;p style="position:fixed"&gt;a&lt;/p&gt;</content>' }),
    ),
    spoil: { file: atomOf, from: '&lt;p&gt;', to: '&lt;p style="position:fixed"&gt;', fault: 'DangerousStyleAttr' },
  },
  {
    name: 'type="xhtml" without the xhtml div',
    feed: atom(
      entry({ rest: '<title>T</title><content type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">a</p></content>' }),
    ),
    spoil: { file: atomOf, from: 'content type="html"', to: 'content type="xhtml"', fault: 'MissingXhtmlDiv' },
    has: { 'atom.xml': '<content type="html">&lt;p&gt;a&lt;/p&gt;</content>' },
  },
  {
    name: 'no rel="self"',
    feed: atom(entry()),
    spoil: { file: atomOf, from: /<link rel="self".*\n/, to: '', fault: 'MissingSelf' },
  },
  {
    name: 'no rel="self" in RSS',
    feed: atom(entry()),
    spoil: { file: 'rss.xml', from: /<atom:link rel="self".*\n/, to: '', fault: 'MissingSelf' },
  },
  {
    name: 'a wrong rel="self"',
    feed: atom(entry()),
    spoil: { file: 'blog/a/atom.xml', from: '/blog/a/atom.xml"', to: '/atom.xml"', fault: 'SelfDoesntMatchLocation' },
    has: { 'blog/a/atom.xml': 'rel="self" type="application/atom+xml" href="https://planet.example/blog/a/atom.xml"' },
  },
  {
    name: 'own rel such as planet-permalink',
    feed: atom(
      entry({ link: '<link href="https://a.example/1"/><link rel="planet-permalink" href="https://b.example/"/>' }),
    ),
    spoil: { file: atomOf, from: 'rel="via"', to: 'rel="planet-permalink"', fault: 'UnregisteredAtomLinkRel' },
  },
  {
    name: 'F-13 the only archive document has its mark, and must lead to atom.xml',
    feed: atom(entry()),
    spoil: { file: month, from: /<link rel="current".*\n/, to: '', fault: 'MissingCurrentInArchive' },
    has: {
      [month]:
        '<link rel="current" type="application/atom+xml" href="https://planet.example/atom.xml"/>\n<fh:archive/>',
    },
  },
  {
    name: 'no title',
    feed: atom(
      entry({ rest: '<content type="html">&lt;p&gt;One &amp;lt;b&gt; of &lt;/p&gt;&lt;p&gt;two&lt;/p&gt;</content>' }),
    ),
    spoil: { file: atomOf, from: /<title type="html">One.*\n/, to: '<title></title>\n', fault: 'NotBlank' },
    has: {
      'atom.xml': '<title type="html">One &amp;lt;b&amp;gt; of two</title>',
      'feed.json': '"content_html":"<p>One &lt;b&gt; of </p><p>two</p>"',
    },
  },
  {
    name: 'a title and a link and nothing else',
    feed: atom(entry({ rest: '<title>One</title>' })),
    spoil: { file: atomOf, from: /<summary.*\n/, to: '', fault: 'MissingTextualContent' },
    has: {
      'atom.xml':
        '<summary type="html">&lt;p&gt;&lt;a href=&quot;https://a.example/1&quot;&gt;One&lt;/a&gt;&lt;/p&gt;</summary>',
      'feed.json': '"content_html":""',
    },
  },
  {
    name: 'a title and nothing else',
    feed: atom(entry({ id: '<id>urn:x:1</id>', link: '', rest: '<title>One</title>' })),
    spoil: { file: atomOf, from: /<content type="html">.*</, to: '<content type="html"><', fault: 'NotBlank' },
    has: { 'atom.xml': '&quot;&gt;One&lt;/a&gt;&lt;/p&gt;</content>' },
  },
  {
    name: 'a scheme of a category that is no URN',
    feed: atom(
      entry({
        rest: '<title>T</title><category term="t" scheme="urn:x"/><category term="u" scheme="javascript:x()"/><category term="v" scheme="file:///etc"/>',
      }),
    ),
    spoil: {
      file: atomOf,
      from: '<category term="t"/>',
      to: '<category term="t" scheme="urn:x"/>',
      fault: 'InvalidURN',
    },
    has: { 'atom.xml': '<category term="v"/>', 'rss.xml': '<category>u</category>' },
  },
  {
    name: 'markup in what cannot have any',
    feed: atom(
      entry({
        author: '<author><name>&lt;b&gt;Ana&lt;/b&gt; </name></author>',
        rest: '<title>T</title><category term="&lt;i&gt;t&lt;/i&gt;"/><rights>&lt;b&gt;Free&lt;/b&gt;</rights>',
      }),
    ),
    spoil: { file: atomOf, from: '<name>Ana', to: '<name>&lt;b&gt;Ana&lt;/b&gt;', fault: 'ContainsHTML' },
    has: { 'atom.xml': '<category term="t"/>', 'rss.xml': '<category>t</category>' },
  },
  {
    name: 'signs of HTML in the words of a description',
    feed: rss('<guid>x</guid><title>T</title><description>&lt;p&gt;AT&amp;amp;T &amp;lt; 5&lt;/p&gt;</description>'),
    spoil: { file: 'rss.xml', from: '&amp;lt; 5', to: '&lt; 5', fault: 'NotHtml' },
    has: { 'rss.xml': '<description>AT&amp;amp;T &amp;lt; 5</description>' },
  },
  {
    name: 'RSS author = "Anu"',
    feed: rss('<guid>https://a.example/1</guid><title>T</title><author>Anu</author>'),
    spoil: {
      file: 'rss.xml',
      from: /<dc:creator>Anu<\/dc:creator>/,
      to: '$&<author>Anu</author>',
      fault: 'InvalidContact',
    },
    has: { 'rss.xml': '<dc:creator>Anu</dc:creator>' },
  },
  {
    name: 'RSS pubDate ending in UTC',
    feed: rss('<guid>https://a.example/1</guid><title>T</title><pubDate>Sat, 20 Apr 2019 22:45:00 UTC</pubDate>'),
    spoil: {
      file: 'rss.xml',
      from: '22:45:00 GMT</pubDate>',
      to: '22:45:00 UTC</pubDate>',
      fault: 'InvalidRFC2822Date',
    },
  },
  {
    name: 'content:encoded before description',
    feed: atom(entry()),
    spoil: {
      file: 'rss.xml',
      from: /(<description>Text<\/description>)\n(<content:encoded>.*)/,
      to: '$2\n$1',
      fault: 'NeedDescriptionBeforeContent',
    },
  },
  {
    name: 'relative link in RSS description',
    feed: rss(
      '<guid>https://a.example/1</guid><title>T</title><description>&lt;a href="../x"&gt;x&lt;/a&gt;</description>',
    ),
    spoil: { file: 'rss.xml', from: 'https://a.example/x', to: '../x', fault: 'ContainsRelRef' },
    has: { 'atom.xml': 'https://a.example/x', 'feed.json': 'https://a.example/x' },
  },
  {
    name: 'an enclosure without type and with a negative length',
    feed: rss('<guid>https://a.example/1</guid><title>T</title><enclosure url="https://a.example/x.zip" length="-1"/>'),
    spoil: { file: 'rss.xml', from: 'length="0"', to: 'length="-1"', fault: 'InvalidNonNegativeInteger' },
    has: {
      'rss.xml': '<enclosure url="https://a.example/x.zip" length="0" type="application/octet-stream"/>',
      'atom.xml': '<link rel="enclosure" href="https://a.example/x.zip"/>',
    },
  },
  {
    name: 'an enclosure whose name says what its type does not',
    feed: rss(
      '<guid>https://a.example/1</guid><title>T</title><enclosure url="https://a.example/x.mp3?a=1" type="application/octet-stream" length="9"/>',
    ),
    spoil: { file: 'rss.xml', from: 'type="audio/mpeg"', to: 'type="audio!"', fault: 'InvalidMIMEAttribute' },
    has: {
      'rss.xml': '<enclosure url="https://a.example/x.mp3?a=1" length="9" type="audio/mpeg"/>',
      'atom.xml': '<link rel="enclosure" type="audio/mpeg" href="https://a.example/x.mp3?a=1" length="9"/>',
      'feed.json': '"mime_type":"audio/mpeg"',
    },
  },
  {
    name: 'a link with a type that is none',
    feed: atom(entry({ link: '<link href="https://a.example/1" type="page!"/>' })),
    spoil: {
      file: atomOf,
      from: 'rel="alternate" type="text/html"',
      to: 'rel="alternate" type="page!"',
      fault: 'InvalidMIMEAttribute',
    },
    has: { 'atom.xml': '<link rel="alternate" type="text/html" href="https://a.example/1"/>' },
  },
  {
    name: 'two enclosures of one item',
    feed: atom(
      entry({
        link: '<link href="https://a.example/1"/><link rel="enclosure" href="https://a.example/1.ogg" type="audio/ogg"/><link rel="enclosure" href="https://a.example/2.ogg"/>',
      }),
    ),
    spoil: { file: 'rss.xml', from: /<enclosure.*\n/, to: '$&$&', fault: 'DuplicateEnclosure' },
    has: { 'rss.xml': '<atom:link rel="enclosure" type="audio/ogg" href="https://a.example/2.ogg"/>' },
  },
  {
    name: 'signs in plain texts that are taken for markup',
    feed: rss('<guid>x</guid><title>Q&amp;A1</title><link>https://a.example/1</link>'),
    spoil: { file: 'rss.xml', from: '<title>Q&#x26;', to: '<title>Q&amp;', fault: 'ContainsHTML' },
    has: {
      'rss.xml': '<title>Q&#x26;A1</title>',
      'atom.xml': '<title>Q&#x26;A1</title>',
    },
  },
  {
    name: 'what could not be read',
    feed: rss(
      '<guid>x</guid><title>T\uFFFDr</title><link>https://a.example/1</link><description>T\uFFFDr</description>',
    ),
    spoil: { file: atomOf, from: 'T?r', to: 'T\uFFFDr', fault: 'BadCharacters' },
    has: { 'rss.xml': '<title>T?r</title>', 'feed.json': '"title":"T?r"' },
  },
  {
    name: 'elements of formulas, and a forced direction',
    feed: rss(
      '<guid>x</guid><title>T</title><link>https://a.example/1</link><description>&lt;p&gt;&lt;math&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;mo&gt;=&lt;/mo&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/math&gt; &lt;bdo dir="rtl"&gt;abc&lt;/bdo&gt;</description>',
    ),
    spoil: { file: atomOf, from: 'x = 2', to: '&lt;math&gt;x&lt;/math&gt;', fault: 'NotHtml' },
    has: { 'atom.xml': '&lt;p&gt;x = 2 &lt;span dir=&quot;rtl&quot;&gt;abc&lt;/span&gt;&lt;/p&gt;' },
  },
  {
    name: 'signs in a link that no URI may hold',
    feed: rss('<guid>x</guid><title>T</title><link>https://a.example/?a[]=1|2</link>'),
    spoil: { file: atomOf, from: '%5B%5D=1%7C2', to: '[]=1|2', fault: 'InvalidFullLink' },
    has: { 'rss.xml': '<link>https://a.example/?a%5B%5D=1%7C2</link>' },
  },
  {
    name: 'OPML dateModified in ISO form',
    feed: atom(entry()),
    spoil: { file: 'opml.xml', from: 'Mon, 01 Jun 2020 12:00:00 GMT', to: now, fault: 'InvalidRFC2822Date' },
  },
  {
    name: 'OPML outline without type',
    feed: atom(entry()),
    spoil: { file: 'opml.xml', from: ' type="rss"', to: '', fault: 'MissingOutlineType' },
  },
  {
    name: 'OPML outline with the unknown attribute isDown',
    feed: atom(entry()),
    spoil: { file: 'opml.xml', from: ' type="rss"', to: ' type="rss" isDown="1"', fault: 'UnexpectedAttribute' },
  },
  {
    name: 'OPML version="ATOM1" on an outline',
    feed: atom(entry()),
    spoil: { file: 'opml.xml', from: ' type="rss"', to: ' type="rss" version="ATOM1"', fault: 'InvalidOutlineVersion' },
  },
  {
    name: 'OPML outline without title',
    feed: atom(entry()),
    spoil: { file: 'opml.xml', from: ' title="A"', to: '', fault: 'MissingTitleAttr' },
    has: { '.well-known/recommendations.opml': 'text="A" title="A" type="rss"' },
  },
]

describe('2.1 what the validator says', () => {
  test.each(rows)('$name', async ({ feed, spoil, has = {} }) => {
    const site = await publish(feed)
    for (const [file, text] of Object.entries(has)) expect(site.get(file), file).toContain(text)
    expect(findFaults(site)).toEqual([])

    const sound = site.get(spoil.file) ?? ''
    const spoilt = sound.replace(spoil.from, spoil.to)
    expect(spoilt).not.toBe(sound)
    expect(findFaults(new Map([[spoil.file, spoilt]]))).toContain(`${spoil.file}: ${spoil.fault}`)
  })
})

describe('all of them as blogs of one planet', () => {
  let site: Site
  beforeAll(async () => {
    const feeds = rows.map(({ feed }, index) => {
      const host = `//${index}.example/`
      return [`https:${host}feed`, feed.replaceAll('//a.example/', host)] as const
    })
    const planet = openPlanet(Object.fromEntries(feeds), outputs)
    await planet.build(now)
    site = planet.site()
    await planet.close()
  })

  test('F-01 every file is without a fault', () => {
    expect(findFaults(site)).toEqual([])
    expect([...site.keys()].filter((file) => file.endsWith('.xml')).length).toBeGreaterThan(rows.length)
  })

  test('every format has the same entries in the same order', () => {
    const atomIds = [...(site.get('atom.xml') ?? '').matchAll(/<entry[^>]*>\n<id>(.*)<\/id>/g)].map(([, id]) => id)
    const rssIds = [...(site.get('rss.xml') ?? '').matchAll(/<guid [^>]*>(.*)<\/guid>/g)].map(([, id]) => id)
    const rdfIds = [...(site.get('rss10.xml') ?? '').matchAll(/<item rdf:about="(.*)">/g)].map(([, id]) => id)
    const jsonIds = JSON.parse(site.get('feed.json') ?? '').items.map(({ id }: { id: string }) => id)
    expect(atomIds.length).toBeGreaterThan(20)
    expect(rssIds).toEqual(atomIds)
    expect(rdfIds).toEqual(atomIds)
    expect(jsonIds).toEqual(atomIds)
  })
})

test.runIf(hasXmllint)('F-01 the feeds of a planet without entries are without a fault', async () => {
  const site = await publish(atom())
  expect(findFaults(site)).toEqual([])
  expect(site.get('atom.xml')).toContain('<updated>2020-06-01T12:00:00Z</updated>')
})
