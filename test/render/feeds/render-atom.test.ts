import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Entry, Planet } from '../../../src/model.ts'
import { renderAtom } from '../../../src/render/feeds/render-atom.ts'
import { makePlanet, makeStored } from '../make-site.ts'
import { makeDocument } from './make-document.ts'

const schema = path.join(import.meta.dirname, '../../schemas/atom.rng')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
if (!hasXmllint) console.warn('xmllint is not installed: atom.xml is not checked against the schema of RFC 4287')

const at = '2019-04-03T22:03:00Z'
const render = (entry: Partial<Entry>, planet: Partial<Planet> = {}) =>
  renderAtom(makeDocument([makeStored(at, entry)], planet), 'atom.xml')
const person = (name: string | undefined) => ({ name, url: undefined, email: 'ana@a.example' })

const subscription = makePlanet().subscriptions[0]
if (subscription === undefined) throw new Error('the test planet has a subscription')
const about = {
  id: undefined,
  title: 'Its own title',
  subtitle: 'A subtitle',
  link: 'https://a.example/',
  feedUrl: undefined,
  language: 'de',
  updated: undefined,
  authors: [],
  image: undefined,
  rights: 'CC BY 4.0',
  generator: undefined,
  schedule: undefined,
}

const cases: { name: string; entry?: Partial<Entry>; planet?: Partial<Planet>; has: string[]; lacks?: string[] }[] = [
  {
    name: 'F-03 the published id, not the latest',
    entry: { id: 'a:2', publishedId: 'a:1' },
    has: ['<id>a:1</id>'],
    lacks: ['<id>a:2'],
  },
  {
    name: 'F-08 alternate is the original, via is ours',
    entry: { link: 'https://a.example/x' },
    has: [
      'rel="alternate" type="text/html" href="https://a.example/x"',
      'rel="via" type="text/html" href="https://planet.example/2019/04/03/#e-',
    ],
  },
  {
    name: 'F-06 the entry’s author',
    entry: { authors: [person('Ana')] },
    has: ['<author><name>Ana</name></author>'],
    lacks: ['@'],
  },
  {
    name: 'F-06 an address that got into a name',
    entry: { authors: [person('Ana <mailto:ana@a.example>'), person('ben@a.example'), person('@cyd@social.example')] },
    has: ['<author><name>Ana</name></author>\n<author><name>@cyd@social.example</name></author>\n'],
    lacks: ['a.example&', 'ben@'],
  },
  {
    name: 'F-06 no author: the operator’s word',
    planet: { subscriptions: [{ ...subscription, source: { ...subscription.source, author: 'Ben' } }] },
    has: ['<name>Ben</name>'],
  },
  {
    name: 'F-06 no author: the feed’s name, never an address',
    entry: { authors: [person(undefined)] },
    has: ['<author><name>A Blog</name><uri>https://a.example/</uri></author>'],
    lacks: ['@'],
  },
  {
    name: 'F-05 where it comes from',
    planet: { subscriptions: [{ ...subscription, about }] },
    has: [
      '<source>\n<id>https://a.example/feed</id>\n<title>A Blog</title>\n<subtitle>A subtitle</subtitle>\n<updated>2019-04-03T22:03:00Z</updated>',
      '<rights>CC BY 4.0</rights>',
    ],
  },
  { name: 'F-09 the entry’s language', entry: { language: 'fr-CA' }, has: ['<entry xml:lang="fr-CA">'] },
  {
    name: 'F-09 else what the operator says',
    planet: { subscriptions: [{ ...subscription, source: { ...subscription.source, language: 'de' } }] },
    has: ['<entry xml:lang="de">'],
  },
  {
    name: 'F-09 never the planet’s',
    has: ['<entry>', '<title xml:lang="en">'],
    lacks: ['<feed xmlns="http://www.w3.org/2005/Atom" xml:lang'],
  },
  {
    name: 'F-07 content is HTML, escaped once',
    entry: { contentHtml: '<p>a &amp; b</p>' },
    has: ['<content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>'],
  },
  {
    name: 'a summary alone',
    entry: { summaryHtml: 'Short' },
    has: ['<summary type="html">Short</summary>'],
    lacks: ['<content'],
  },
  {
    name: 'neither link nor content: the summary is the content',
    entry: { link: undefined, summaryHtml: 'Short' },
    has: ['<content type="html">Short</content>'],
    lacks: ['<summary'],
  },
  {
    name: 'a footnote leads to the post',
    entry: { link: 'https://a.example/x', contentHtml: '<a href="https://a.example/feed#fn1">1</a>' },
    has: ['href=&quot;https://a.example/x#fn1&quot;'],
  },
  {
    name: 'a title with markup',
    entry: { title: 'a < b', titleHtml: '<b>a</b> &lt; b' },
    has: ['<title type="html">&lt;b&gt;a&lt;/b&gt; &amp;lt; b</title>'],
  },
  { name: 'a title without', entry: { title: 'a < b', titleHtml: 'a &lt; b' }, has: ['<title>a &lt; b</title>'] },
  {
    name: 'no title',
    entry: {
      title: undefined,
      titleHtml: undefined,
      contentHtml: '<p>Eight words of a text, and then <i>more</i> of them</p>',
    },
    has: ['<title>Eight words of a text, and then more…</title>'],
  },
  {
    name: 'no title that could be seen, and no words',
    entry: { title: '\u200b', titleHtml: '\u200b', contentHtml: '<p><img src="https://a.example/x.png" alt="" /></p>' },
    has: ['<title>https://a.example/2019-04-03T22:03:00Z</title>'],
  },
  {
    name: 'an enclosure',
    entry: { enclosures: [{ url: 'https://a.example/x.ogg', type: 'audio/ogg', length: 12.5 }] },
    has: ['<link rel="enclosure" type="audio/ogg" href="https://a.example/x.ogg" length="12"/>'],
  },
  {
    name: 'an enclosure of nonsense',
    entry: { enclosures: [{ url: 'https://a.example/x', type: 'music!', length: -1 }] },
    has: ['<link rel="enclosure" href="https://a.example/x"/>'],
  },
  {
    name: 'an enclosure whose type is nonsense, and whose name says what it is',
    entry: { enclosures: [{ url: 'https://a.example/x.ogg', type: 'music!', length: undefined }] },
    has: ['<link rel="enclosure" type="audio/ogg" href="https://a.example/x.ogg"/>'],
  },
  {
    name: 'control characters and lone surrogates',
    entry: { title: 'a\u0008b\ud800c', titleHtml: 'a\u0008b\ud800c', contentHtml: '\uffff<p>x</p>' },
    has: ['<title>abc</title>', '<content type="html">&lt;p&gt;x&lt;/p&gt;'],
  },
  {
    name: 'a date in the future',
    entry: { published: new Date('2099-01-01T00:00:00Z') },
    has: ['<published>2019-04-03T22:03:00Z</published>'],
    lacks: ['2099'],
  },
  {
    name: 'hostile values everywhere',
    entry: {
      authors: [person('"><script>')],
      categories: [{ term: '"/><x>', scheme: 'not an iri', label: '&' }],
      rights: ']]>',
      commentsUrl: 'https://a.example/?a=1&b=2',
    },
    has: ['term="&quot;/&gt;&#x3C;x&gt;" label="&amp;"', 'b=2"'],
    lacks: ['<script>', '<x>', 'scheme='],
  },
]

test.each(cases)('renderAtom: $name', ({ entry = {}, planet = {}, has, lacks = [] }) => {
  const atom = render(entry, planet)
  for (const text of has) expect(atom).toContain(text)
  for (const text of lacks) expect(atom).not.toContain(text)
})

test.runIf(hasXmllint)('F-01 all of these together are valid Atom (RFC 4287, appendix B)', () => {
  const entries = cases.map(({ entry }, index) =>
    makeStored(at, { publishedId: `https://a.example/${index}`, ...entry }),
  )
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
    input: renderAtom(
      makeDocument(entries, { description: 'x', subscriptions: [{ ...subscription, about }] }),
      'atom.xml',
    ),
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, '- validates\n'])
})

test.runIf(hasXmllint)('F-01 so is the feed of an empty planet', () => {
  const input = renderAtom(makeDocument([]), 'atom.xml')
  expect(spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], { input }).status).toBe(0)
})

test('F-04 updated is the newest entry’s, whatever its place', () => {
  const entries = [
    makeStored(at),
    makeStored('2018-01-01T00:00:00Z', { updatedShown: new Date('2019-05-05T05:05:05.500Z') }),
  ]
  expect(renderAtom(makeDocument(entries), 'atom.xml')).toContain(
    '\n<updated>2019-05-05T05:05:05.500Z</updated>\n<generator',
  )
})

test('F-11 what was taken back is named, newest change and all, but not what is there again', () => {
  const removed = [
    { publishedId: 'https://a.example/gone?a&b', at: new Date('2019-04-05T00:00:00Z') },
    { publishedId: `https://a.example/${at}`, at: new Date('2019-05-05T00:00:00Z') },
  ]
  const atom = renderAtom(makeDocument([makeStored(at)], {}, { removed }), 'atom.xml')
  expect(atom.match(/<at:deleted-entry.*/g)).toEqual([
    '<at:deleted-entry ref="https://a.example/gone?a&amp;b" when="2019-04-05T00:00:00Z"/>',
  ])
  expect(atom).toContain('xmlns:at="http://purl.org/atompub/tombstones/1.0"')
  expect(atom).toContain('\n<updated>2019-04-05T00:00:00Z</updated>\n<generator')
  if (hasXmllint) expect(spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], { input: atom }).status).toBe(0)
})

const licenses = [
  {
    name: 'a licence alone',
    about: { rights: undefined, license: 'https://cc.example/by/' },
    rights: 'https://cc.example/by/',
  },
  {
    name: 'rights and a licence',
    about: { rights: '© Ana', license: 'https://cc.example/by/' },
    rights: '© Ana (https://cc.example/by/)',
  },
  {
    name: 'rights that name the licence',
    about: { rights: 'Under https://cc.example/by/', license: 'https://cc.example/by/' },
    rights: 'Under https://cc.example/by/',
  },
]

test.each(licenses)('F-12 the source keeps its licence: $name', ({ about: own, rights }) => {
  const atom = render({}, { subscriptions: [{ ...subscription, about: { ...about, ...own } }] })
  expect(atom).toContain(`<link rel="license" href="https://cc.example/by/"/>\n<rights>${rights}</rights>\n</source>`)
})

test('F-12 an entry keeps its own', () => {
  const links = [{ rel: 'license', href: 'https://cc.example/zero/', type: undefined }]
  expect(render({ links, rights: 'Free' })).toMatch(
    /<link rel="license" href="https:\/\/cc.example\/zero\/"\/>[\s\S]*<rights>Free<\/rights>[\s\S]*<source>/,
  )
})
