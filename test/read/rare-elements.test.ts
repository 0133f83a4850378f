import { expect, test } from 'vitest'
import type { ParsedEntry, ParsedFeed } from '../../src/model.ts'
import { atom, entry, namespaces, readFeed, rss } from './read-feed.ts'

type Row = [name: string, feed: string, take: (entry: ParsedEntry, feed: ParsedFeed) => unknown, right: unknown]

const podcast = ' xmlns:podcast="https://podcastindex.org/namespace/1.0"'
const rdf = ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
const json = (item: string) => `{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[${item}]}`
const names = ({ authors }: ParsedEntry) => authors.map(({ name }) => name)
const files = ({ enclosures }: ParsedEntry) => enclosures.map(({ url }) => url)
const licenses = ({ links }: ParsedEntry) => links.filter(({ rel }) => rel === 'license').map(({ href }) => href)
const terms = ({ categories }: ParsedEntry) => categories.map(({ term }) => term)
const link = (entry: ParsedEntry) => entry.link
const image = (entry: ParsedEntry) => entry.image
const content = ({ contentHtml }: ParsedEntry) => contentHtml

const rows: Row[] = [
  // Media.
  [
    'content that is a picture elsewhere',
    atom(entry('<title>t</title><content type="image/jpeg" src="/a.jpg"/><link href="/1"/>')),
    (entry) => [entry.image, files(entry), entry.link],
    ['https://blog.example/a.jpg', ['https://blog.example/a.jpg'], 'https://blog.example/1'],
  ],
  [
    'content that is a sound elsewhere, with a base of its own',
    atom(entry('<content type="audio/mpeg" src="a.mp3" xml:base="https://b.example/c/"/>')),
    files,
    ['https://b.example/c/a.mp3'],
  ],
  [
    'content that is a page elsewhere is no file',
    atom(entry('<content type="text/html" src="/a.html"/>')),
    (entry) => [files(entry), entry.link],
    [[], 'https://blog.example/a.html'],
  ],
  [
    'a sample before the whole',
    rss(
      '<media:group><media:content url="/s.mp3" type="audio/mpeg" expression="sample"/><media:content url="/f.mp3" type="audio/mpeg" expression="full"/></media:group>',
      namespaces.media,
    ),
    files,
    ['https://blog.example/f.mp3', 'https://blog.example/s.mp3'],
  ],
  [
    'tags of Flickr',
    rss('<media:category scheme="urn:flickr:tags">boat harbour\n mud</media:category>', namespaces.media),
    terms,
    ['boat', 'harbour', 'mud'],
  ],
  [
    'a kind of thing is no category',
    atom(
      entry(
        '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><category scheme="http://www.blogger.com/atom/ns#" term="boats"/>',
      ),
    ),
    terms,
    ['boats'],
  ],
  // Podcasting 2.0.
  [
    'a host',
    rss('<podcast:person href="https://ada.example/" img="/ada.png">Ada</podcast:person>', podcast),
    ({ authors }) => authors,
    [{ name: 'Ada', url: 'https://ada.example/', email: undefined }],
  ],
  [
    'hosts and a guest',
    rss(
      '<podcast:person role="Host">Ada</podcast:person><podcast:person role="guest">Bo</podcast:person><podcast:person role="co-host">Cy</podcast:person>',
      podcast,
    ),
    names,
    ['Ada', 'Cy'],
  ],
  ['a guest alone wrote nothing', rss('<podcast:person role="guest">Bo</podcast:person>', podcast), names, []],
  [
    'an author beside a host',
    rss('<itunes:author>Ada</itunes:author><podcast:person>Bo</podcast:person>', podcast + namespaces.itunes),
    names,
    ['Ada'],
  ],
  ['the host of all', rss('<title>t</title>', podcast, '<podcast:person>Ada</podcast:person>'), names, ['Ada']],
  [
    'a picture of an episode',
    rss('<podcast:image href="/e.jpg"/>', podcast, '<podcast:image href="/cover.jpg"/>'),
    (entry, { about }) => [entry.image, about.image],
    ['https://blog.example/e.jpg', 'https://blog.example/cover.jpg'],
  ],
  [
    'the picture of all is none of an episode',
    rss('<podcast:image href="/cover.jpg"/>', podcast, '<podcast:image href="/cover.jpg"/>'),
    image,
    undefined,
  ],
  [
    'one picture in several sizes',
    rss('<podcast:images srcset="/3000.jpg 3000w, /1200.jpg 1200w, /600.jpg 600w"/>', podcast),
    image,
    'https://blog.example/1200.jpg',
  ],
  [
    'a file in other forms beside its enclosure',
    rss(
      '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/><podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://b.example/a.opus"/></podcast:alternateEnclosure>',
      podcast,
    ),
    files,
    ['https://blog.example/a.mp3'],
  ],
  [
    'a file in other forms alone',
    rss(
      '<podcast:alternateEnclosure type="audio/opus" length="9"><podcast:source uri="ipfs://x"/><podcast:source uri="https://b.example/a.opus"/></podcast:alternateEnclosure><podcast:alternateEnclosure type="audio/mpeg" length="10" default="true"><podcast:source uri="https://b.example/a.mp3"/></podcast:alternateEnclosure>',
      podcast,
    ),
    ({ enclosures }) => enclosures,
    [
      { url: 'https://b.example/a.mp3', type: 'audio/mpeg', length: 10 },
      { url: 'https://b.example/a.opus', type: 'audio/opus', length: 9 },
    ],
  ],
  [
    'a license by its address',
    rss('<podcast:license url="https://b.example/l">own</podcast:license>', podcast),
    licenses,
    ['https://b.example/l'],
  ],
  ['a license by its name', rss('<podcast:license>cc-by-4.0</podcast:license>', podcast), licenses, []],
  // Media RSS.
  [
    'a license',
    rss('<media:license href="https://b.example/by">CC BY</media:license>', namespaces.media),
    licenses,
    ['https://b.example/by'],
  ],
  ['a license that leads nowhere', rss('<media:license>CC BY</media:license>', namespaces.media), licenses, []],
  [
    'whose it is',
    rss('<media:copyright url="https://b.example/">2026 Ada</media:copyright>', namespaces.media),
    ({ rights }) => rights,
    '2026 Ada',
  ],
  [
    'the sign of a blog',
    rss(
      '<title>t</title>',
      ' xmlns:webfeeds="http://webfeeds.org/rss/1.0"',
      '<webfeeds:icon>/i.png</webfeeds:icon><webfeeds:logo>/l.svg</webfeeds:logo>',
    ),
    (_, { about }) => about.image,
    'https://blog.example/l.svg',
  ],
  [
    'the sign of a podcast, as it was written before there was an element for it',
    rss(
      '<title>t</title>',
      namespaces.itunes,
      '<itunes:link rel="alternate" href="/about"/><itunes:link rel="image" type="image/jpeg" href="/i.jpg">Sign</itunes:link>',
    ),
    (_, { about }) => about.image,
    'https://blog.example/i.jpg',
  ],
  [
    'the sign of a feed, among its media',
    rss(
      '<title>t</title>',
      namespaces.media,
      '<media:content url="/a.mp4" type="video/mp4"/><media:content url="/i.png" medium="image"/>',
    ),
    (_, { about }) => about.image,
    'https://blog.example/i.png',
  ],
  [
    'a source with markup in its title',
    rss('<source url="https://b.example/feed">The\n  &lt;i&gt;Other&lt;/i&gt; &amp;amp; more</source>'),
    ({ source }) => source,
    { id: undefined, title: 'The Other & more', link: 'https://b.example/feed' },
  ],
  // Addresses.
  ['a letter is no page', rss('<title>t</title><link>mailto:ada@b.example</link>'), link, undefined],
  [
    'a letter beside a permalink',
    rss('<link>mailto:ada@b.example</link><guid>https://b.example/1</guid>'),
    link,
    'https://b.example/1',
  ],
  [
    'a letter beside a page, in Atom',
    atom(entry('<link href="mailto:ada@b.example"/><link href="/1"/>')),
    link,
    'https://blog.example/1',
  ],
  [
    'a letter in JSON',
    json('{"id":"1","content_text":"a","url":"mailto:ada@b.example","external_url":"https://b.example/1"}'),
    link,
    'https://b.example/1',
  ],
  [
    'the site of a feed',
    rss('<title>t</title>', '', '').replace('<link>https://blog.example/</link>', '<link>mailto:ada@b.example</link>'),
    (_, { about }) => about.link,
    undefined,
  ],
  ['a file to share is one', rss('<link>magnet:?xt=urn:btih:1</link>'), link, 'magnet:?xt=urn:btih:1'],
  ['no address at all', rss('<link>undefined</link><guid>https://b.example/1</guid>'), link, 'https://b.example/1'],
  ['the same in Atom', atom(entry('<link href="null"/>')), link, undefined],
  [
    'a guid that is a path is the permalink, as if it said so',
    rss('<title>t</title><guid>/1</guid>'),
    link,
    'https://blog.example/1',
  ],
  ['a guid that is a word is none', rss('<title>t</title><guid>a/1</guid>'), link, undefined],
  [
    'a guid that is no permalink, said otherwise',
    rss('<title>t</title><guid isPermaLink="0">https://b.example/1</guid>'),
    link,
    undefined,
  ],
  // Elements out of their place.
  [
    'what RSS calls it, in Atom',
    atom(
      '<entry><guid>g</guid><title>t</title><pubDate>Fri, 28 May 2010 21:03:38 GMT</pubDate><description>d</description></entry>',
    ),
    ({ id, published, contentHtml }) => [id, published?.toISOString(), contentHtml],
    ['g', '2010-05-28T21:03:38.000Z', 'd'],
  ],
  [
    'a text twice in Atom 0.3',
    '<feed xmlns="http://purl.org/atom/ns#" version="0.3"><entry><content type="text/plain">plain</content><content type="text/html" mode="escaped">&lt;p&gt;rich&lt;/p&gt;</content></entry></feed>',
    content,
    '<p>rich</p>',
  ],
  [
    'categories in a list',
    rss('<categories><category>a</category><category>b</category></categories>'),
    terms,
    ['a', 'b'],
  ],
  [
    'tags with more than a name',
    json('{"id":"1","content_text":"a","tags":[{"name":"x","id":3},"y"]}'),
    terms,
    ['x', 'y'],
  ],
  [
    'categories of a podcast',
    rss('<itunes:category text="Arts">\n<itunes:category text="Books"/></itunes:category>', namespaces.itunes),
    terms,
    ['Arts', 'Books'],
  ],
  [
    'an item in an item',
    '<rss><channel><item><title>a</title><item><title>b</title><item><title>c</title></item></item></item></channel></rss>',
    (_, { entries }) => entries.map(({ title }) => title),
    ['a', 'b', 'c'],
  ],
  ['tags in one text', json('{"id":"1","content_text":"a","tags":"x, y,x"}'), terms, ['x', 'y']],
  [
    'authors who say nothing beside an author',
    json('{"id":"1","content_text":"a","authors":[{}],"author":{"name":"Ada"}}'),
    names,
    ['Ada'],
  ],
  [
    'a picture with more than an address',
    json('{"id":"1","content_text":"a","image":{"url":"/1.jpg","width":640}}'),
    image,
    'https://blog.example/1.jpg',
  ],
  [
    'RSS 1.0 whose "about" has no prefix',
    `<rdf:RDF${rdf}><channel about="https://b.example/rss"><title>F</title></channel><item about="https://b.example/1"><title>t</title></item></rdf:RDF>`,
    ({ id, link: page }, { about }) => [id, page, about.id],
    ['https://b.example/1', 'https://b.example/1', 'https://b.example/rss'],
  ],
  [
    'a root whose prefix nobody knows',
    '<r:rss xmlns:r="unknown"><r:channel><r:title>F</r:title><r:item><r:title>t</r:title><r:link>/1</r:link></r:item></r:channel></r:rss>',
    ({ title, link: page }, { about }) => [about.title, title, page],
    ['F', 't', 'https://blog.example/1'],
  ],
  [
    'the same, and the others without one',
    '<r:rss xmlns:r="unknown"><channel><title>F</title><item><title>t</title></item></channel></r:rss>',
    ({ title }, { about }) => [about.title, title],
    ['F', 't'],
  ],
  [
    'a file of RSS 1.0 whose "resource" has no prefix',
    `<rdf:RDF${rdf} xmlns:enc="http://purl.oclc.org/net/rss_2.0/enc#"><item><title>t</title><enc:enclosure resource="/1.jpg" type="image/jpeg"/></item></rdf:RDF>`,
    (entry) => [files(entry), entry.image],
    [['https://blog.example/1.jpg'], 'https://blog.example/1.jpg'],
  ],
  // CDF.
  [
    'CDF: addresses on elements of their own',
    '<CHANNEL><A HREF="https://b.example/"/><TITLE>F</TITLE><ITEM><A HREF="https://b.example/1"/><TITLE>t</TITLE></ITEM></CHANNEL>',
    (entry, { about }) => [about.link, entry.link],
    ['https://b.example/', 'https://b.example/1'],
  ],
  [
    'CDF: a channel in a channel',
    '<CHANNEL HREF="https://b.example/"><TITLE>F</TITLE><CHANNEL HREF="/part"><TITLE>Part</TITLE><ITEM HREF="/1"><TITLE>t</TITLE></ITEM></CHANNEL></CHANNEL>',
    ({ title }, { about }) => [about.title, about.link, title],
    ['F', 'https://b.example/', 't'],
  ],
  // Sections.
  [
    'a section in small letters',
    rss('<description><![cdata[<p>a & b</p>]]></description>'),
    content,
    '<p>a &amp; b</p>',
  ],
  ['a section with blanks', rss('<description><! [CDATA [a]]></description>'), content, 'a'],
  ['such a section without an end', rss('<description><![cdata[a</description>'), content, 'a'],
]

test.each(rows)('rare elements: %s', async (_, text, take, right) => {
  const feed = await readFeed(text)
  const [first] = feed.entries
  expect(first && take(first, feed)).toEqual(right)
})
