import { expect, test } from 'vitest'
import { atom, entry, namespaces as ns, readFeed, rss } from './read-feed.ts'

/** What is lost or changed by readers that keep less than a feed says. Each row is one difficulty. */
const cases: { name: string; feed: string | Uint8Array; first?: object; entries?: object[]; about?: object }[] = [
  {
    name: 'Atom: XHTML content keeps the order of text and elements',
    feed: atom(
      entry(
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <b>b</b> c <i>d</i> e<br/>f</p></div></content>`,
      ),
    ),
    first: { contentHtml: '<p>a <b>b</b> c <i>d</i> e<br />f</p>' },
  },
  {
    name: 'Atom: XHTML content with a prefix',
    feed: atom(
      entry(`<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>a</x:p></x:div></content>`),
    ),
    first: { contentHtml: '<p>a</p>' },
  },
  {
    name: 'Atom: title of type html, and of type text',
    feed: atom(
      entry('<title type="html">a &amp;lt;b&amp;gt; &lt;i>x&lt;/i></title>') +
        entry('<title type="text">a &lt;i></title>'),
    ),
    entries: [
      { title: 'a <b> x', titleHtml: 'a &lt;b&gt; <i>x</i>' },
      { title: 'a <i>', titleHtml: 'a &lt;i&gt;' },
    ],
  },
  {
    name: 'Atom: title of type xhtml',
    feed: atom(entry('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>b</em> c</div></title>')),
    first: { title: 'A b c', titleHtml: 'A <em>b</em> c' },
  },
  {
    name: 'Atom: xml:base of feed, entry and content',
    feed: atom(
      entry(
        '<link href="p/1"/><content type="html" xml:base="z/">&lt;a href="q">q&lt;/a></content>',
        ' xml:base="blog/"',
      ),
      ' xml:base="https://other.example/"',
    ),
    first: {
      link: 'https://other.example/blog/p/1',
      contentHtml: expect.stringContaining('href="https://other.example/blog/z/q"'),
    },
  },
  {
    name: 'Atom: xml:lang inherited and overridden',
    feed: atom(entry('', ' xml:lang="de"') + entry(''), ' xml:lang="fr"'),
    entries: [{ language: 'de' }, { language: 'fr' }],
  },
  {
    name: 'Atom: source',
    feed: atom(entry('<source><id>urn:s</id><title>Src</title><link href="https://s.example/"/></source>')),
    first: { source: { id: 'urn:s', title: 'Src', link: 'https://s.example/' } },
  },
  {
    name: 'Atom: several links; the one without rel is the permalink',
    feed: atom(
      entry(
        '<link rel="edit" href="https://x.example/e"/><link href="https://x.example/1"/><link rel="replies" href="https://x.example/r" type="text/html"/>',
      ),
    ),
    first: {
      link: 'https://x.example/1',
      commentsUrl: 'https://x.example/r',
      links: [
        { rel: 'edit', href: 'https://x.example/e', type: undefined },
        { rel: 'alternate', href: 'https://x.example/1', type: undefined },
        { rel: 'replies', href: 'https://x.example/r', type: 'text/html' },
      ],
    },
  },
  {
    name: 'Atom: enclosure',
    feed: atom(entry('<link rel="enclosure" href="https://x.example/a.mp3" length="5" type="audio/mpeg"/>')),
    first: { link: undefined, enclosures: [{ url: 'https://x.example/a.mp3', type: 'audio/mpeg', length: 5 }] },
  },
  {
    name: 'Atom: several authors with addresses',
    feed: atom(
      entry(
        '<author><name>A</name><uri>https://a.example/</uri></author><author><name>B</name><email>b@b.example</email></author>',
      ),
    ),
    first: {
      authors: [
        { name: 'A', url: 'https://a.example/', email: undefined },
        { name: 'B', url: undefined, email: 'b@b.example' },
      ],
    },
  },
  {
    name: 'Atom: the author of the feed',
    feed: atom(`<author><name>Boss</name></author>${entry('')}`),
    first: { authors: [{ name: 'Boss' }] },
  },
  {
    name: 'Atom: categories',
    feed: atom(entry('<category term="x" label="X" scheme="s"/><category term="y"/>')),
    first: {
      categories: [
        { term: 'x', scheme: 's', label: 'X' },
        { term: 'y', scheme: undefined, label: undefined },
      ],
    },
  },
  {
    name: 'Atom: published and updated',
    feed: atom(entry('<published>2025-05-05T00:00:00Z</published>')),
    first: { published: new Date('2025-05-05T00:00:00Z'), updated: new Date('2026-01-02T00:00:00Z') },
  },
  {
    name: 'Atom: a bad date costs that date only',
    feed: atom(entry('<published>yesterday</published>') + entry('')),
    entries: [{ published: undefined, updated: new Date('2026-01-02T00:00:00Z') }, {}],
  },
  {
    name: 'Atom: content elsewhere is where the entry leads, failing a link',
    feed: atom(entry('<content src="https://x.example/c.html" type="text/html"/>')),
    first: { link: 'https://x.example/c.html', contentHtml: undefined },
  },
  {
    name: 'Atom: prefixed root',
    feed: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Feed</a:title><a:entry><a:id>urn:1</a:id><a:title>T</a:title></a:entry></a:feed>`,
    first: { id: 'urn:1', title: 'T' },
    about: { title: 'Feed' },
  },
  {
    name: 'Atom 0.3: mode, issued, modified, tagline',
    feed: `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Feed</title><tagline>Tag</tagline><modified>2004-01-01T00:00:00Z</modified>
<entry><title>T</title><id>urn:1</id><issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14T08:29:29-04:00</modified>
<content type="text/html" mode="escaped">&lt;b>x&lt;/b></content></entry></feed>`,
    first: {
      published: new Date('2003-12-13T12:29:29Z'),
      updated: new Date('2003-12-14T12:29:29Z'),
      contentHtml: '<b>x</b>',
    },
    about: { subtitle: 'Tag', updated: new Date('2004-01-01T00:00:00Z') },
  },
  {
    name: 'RSS 1.0: rdf:about, Dublin Core, content:encoded',
    feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"${ns.dc}${ns.content}>
<channel rdf:about="https://x.example/"><title>Feed</title></channel><image><url>https://x.example/i.png</url></image>
<item rdf:about="https://x.example/1"><title>T</title><link>https://x.example/1</link><dc:date>2020-01-01</dc:date>
<dc:creator>C</dc:creator><content:encoded>&lt;p>z&lt;/p></content:encoded></item></rdf:RDF>`,
    first: {
      id: 'https://x.example/1',
      published: new Date('2020-01-01T00:00:00Z'),
      authors: [{ name: 'C' }],
      contentHtml: '<p>z</p>',
    },
    about: { id: 'https://x.example/', title: 'Feed', image: 'https://x.example/i.png' },
  },
  {
    name: 'RSS 1.0 with another prefix for RDF',
    feed: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel r:about="https://x.example/">
<title>Feed</title></channel><item r:about="urn:1"><title>T</title><link>https://x.example/1</link></item></r:RDF>`,
    first: { id: 'urn:1', link: 'https://x.example/1' },
  },
  {
    name: 'RSS 0.91 with a document type and an entity of HTML',
    feed: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Feed</title><item><title>caf&eacute;</title><link>https://x.example/1</link></item></channel></rss>`,
    first: { title: 'café' },
  },
  {
    name: 'RSS without a version',
    feed: '<rss><channel><title>Feed</title><item><title>T</title></item></channel></rss>',
    first: { title: 'T' },
  },
  {
    name: 'RSS: content:encoded and description',
    feed: rss('<description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>', ns.content),
    first: { contentHtml: '<p>long</p>', summaryHtml: 'short' },
  },
  {
    name: 'RSS: content:encoded with another prefix',
    feed: rss('<c:encoded><![CDATA[<p>long</p>]]></c:encoded>', ' xmlns:c="http://purl.org/rss/1.0/modules/content/"'),
    first: { contentHtml: '<p>long</p>' },
  },
  {
    name: 'RSS: several enclosures',
    feed: rss(
      '<enclosure url="https://x.example/a" length="1" type="a/b"/><enclosure url="https://x.example/b" length="2" type="a/b"/>',
    ),
    first: { enclosures: [{ url: 'https://x.example/a' }, { url: 'https://x.example/b', length: 2 }] },
  },
  {
    name: 'RSS: a guid is the permalink where there is no link',
    feed: rss('<guid>https://x.example/p1</guid><title>T</title>'),
    first: { link: 'https://x.example/p1', id: 'https://x.example/p1' },
  },
  {
    name: 'RSS: a guid that is no permalink',
    feed: rss('<guid isPermaLink="false">https://x.example/p1</guid><title>T</title>'),
    first: { link: undefined, id: 'https://x.example/p1', links: [] },
  },
  {
    name: 'RSS: categories, with a domain and in CDATA',
    feed: rss('<category domain="d">c1</category><category><![CDATA[c & 2]]></category>'),
    first: { categories: [{ term: 'c1', scheme: 'd' }, { term: 'c & 2' }] },
  },
  {
    name: 'RSS: author with address, several dc:creator',
    feed: rss('<author>a@b.example (Ann)</author><dc:creator>X</dc:creator><dc:creator>Y</dc:creator>', ns.dc),
    first: { authors: [{ name: 'Ann', email: 'a@b.example' }, { name: 'X' }, { name: 'Y' }] },
  },
  {
    name: 'RSS: source',
    feed: rss('<source url="https://s.example/f">S</source>'),
    first: { source: { id: undefined, title: 'S', link: 'https://s.example/f' } },
  },
  {
    name: 'RSS title: an ampersand escaped twice',
    feed: rss('<title>AT&amp;amp;T</title>'),
    first: { title: 'AT&T', titleHtml: 'AT&amp;T' },
  },
  {
    name: 'RSS title: markup in CDATA',
    feed: rss('<title><![CDATA[a <b>b</b> &amp; c]]></title>'),
    first: { title: 'a b & c', titleHtml: 'a <b>b</b> &amp; c' },
  },
  {
    name: 'RSS title: a comparison',
    feed: rss('<title>a &lt; b</title>'),
    first: { title: 'a < b', titleHtml: 'a &lt; b' },
  },
  {
    name: 'RSS: HTML in description without escaping',
    feed: rss('<description>x <b>y</b> z</description>'),
    first: { contentHtml: 'x <b>y</b> z' },
  },
  {
    name: 'RSS: xhtml:body',
    feed: rss('<body xmlns="http://www.w3.org/1999/xhtml"><p>a <i>b</i> c</p></body>'),
    first: { contentHtml: '<p>a <i>b</i> c</p>' },
  },
  { name: 'RSS: no date', feed: rss('<title>T</title>'), first: { published: undefined, updated: undefined } },
  {
    name: 'RSS: a date without seconds in summer time',
    feed: rss('<pubDate>Tue, 3 Mar 2026 9:05 EDT</pubDate>'),
    first: { published: new Date('2026-03-03T13:05:00Z') },
  },
  {
    name: 'RSS: media:content',
    feed: rss('<media:content url="https://x.example/i.jpg" type="image/jpeg"/>', ns.media),
    first: { enclosures: [{ url: 'https://x.example/i.jpg', type: 'image/jpeg' }] },
  },
  {
    name: 'damaged: blank line and byte order mark before the declaration',
    feed: `\n\uFEFF<?xml version="1.0"?>${rss('<title>T</title>')}`,
    first: { title: 'T' },
  },
  {
    name: 'damaged: bare ampersands',
    feed: rss('<title>A & B</title><link>https://x.example/?a=1&b=2</link>'),
    first: { title: 'A & B', link: 'https://x.example/?a=1&b=2' },
  },
  { name: 'damaged: entities of HTML', feed: rss('<title>A&nbsp;B&hellip;</title>'), first: { title: 'A B…' } },
  { name: 'damaged: control character', feed: rss('<title>A\u0008B</title>'), first: { title: 'AB' } },
  {
    name: 'damaged: unclosed HTML in description',
    feed: rss('<title>T</title><description>x<p>y<br>z</description><link>https://x.example/1</link>'),
    first: { title: 'T', link: 'https://x.example/1', contentHtml: expect.stringMatching(/^x<p>y<br \/>z/) },
  },
  {
    name: 'damaged: cut off',
    feed:
      rss('<title>T</title><description>x</description>')
        .replace('</item>', '<link>https://x.example/1</li')
        .split('\0')[0] ?? '',
    first: { title: 'T', contentHtml: 'x' },
  },
  {
    name: 'damaged: text after the root',
    feed: `${rss('<title>T</title>')}<script>x</script>`,
    first: { title: 'T' },
  },
  {
    name: 'damaged: attribute without quotes',
    feed: rss('<title>T</title><guid isPermaLink=false>https://x.example/g</guid>'),
    first: { title: 'T', link: undefined, id: 'https://x.example/g' },
  },
  {
    name: 'damaged: prefixes that nobody declared',
    feed: rss('<title>T</title><foo:bar>x</foo:bar><dc:creator>C</dc:creator>'),
    first: { title: 'T', authors: [{ name: 'C' }] },
  },
  {
    name: 'bytes: windows-1252 without saying so',
    feed: Buffer.from(rss('<title>caf\xe9 \x93q\x94</title>'), 'latin1'),
    first: { title: 'café “q”' },
  },
  {
    name: 'bytes: Shift_JIS',
    feed: Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss version="2.0"><channel><item><title>'),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from('</title></item></channel></rss>'),
    ]),
    first: { title: '日本' },
  },
  {
    name: 'entities that would grow without end',
    feed: `<!DOCTYPE r [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;"><!ENTITY c "&c;&c;">]>${rss('<title>&b;&c;</title>')}`,
    first: { title: 'AAAAAAAAAAAAAAAAAAAA' },
  },
  {
    name: 'JSON Feed',
    feed: '{"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[{"id":"1","content_html":"<p>x</p>"}]}',
    first: { id: '1', contentHtml: '<p>x</p>' },
    about: { title: 'Feed' },
  },
]

test.each(cases)('$name', async ({ feed, first, entries, about }) => {
  const parsed = await readFeed(feed)
  if (first !== undefined) expect(parsed.entries).toHaveLength(1)
  if (entries !== undefined) expect(parsed.entries).toHaveLength(entries.length)
  expect(parsed.entries).toMatchObject(first === undefined ? (entries ?? []) : [first])
  expect(parsed.about).toMatchObject(about ?? {})
})
