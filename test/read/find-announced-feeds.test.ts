import { expect, test } from 'vitest'
import { findAnnouncedFeeds } from '../../src/normalize/read/find-announced-feeds.ts'
import { read } from '../../src/normalize/read/read.ts'

const page = 'https://blog.example/about/'
const rss = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`

const pages = [
  { name: 'none', html: '<html><head><title>Blog</title>', urls: [] },
  { name: 'one, relative', html: rss('../feed.xml'), urls: ['https://blog.example/feed.xml'] },
  {
    name: 'Atom, RSS and JSON',
    html: '<link rel=alternate type=application/atom+xml href=/a><LINK REL="ALTERNATE" TYPE="application/rss+xml; charset=utf-8" HREF="/r"><link rel=alternate type=application/feed+json href=/j>',
    urls: ['https://blog.example/a', 'https://blog.example/r', 'https://blog.example/j'],
  },
  {
    name: 'base comes first',
    html: `<base href="https://other.example/x/">${rss('feed')}`,
    urls: ['https://other.example/x/feed'],
  },
  {
    name: 'the same twice',
    html: rss('/feed') + rss('https://blog.example/feed'),
    urls: ['https://blog.example/feed'],
  },
  {
    name: 'comments last, by address',
    html: rss('/comments/feed/') + rss('/feed/'),
    urls: ['https://blog.example/feed/', 'https://blog.example/comments/feed/'],
  },
  {
    name: 'comments last, by title',
    html: rss('/c.xml', 'Blog » Comments Feed') + rss('/p.xml', 'Blog » Feed'),
    urls: ['https://blog.example/p.xml', 'https://blog.example/c.xml'],
  },
  {
    name: 'no other kind of alternate',
    html: '<link rel=alternate hreflang=de href=/de><link rel=alternate type="application/json+oembed" href=/oembed><link rel=alternate type="text/html" href=/m><link rel=stylesheet type=text/xml href=/s>',
    urls: [],
  },
  {
    name: 'the JSON of WordPress is no feed',
    html: '<link rel="alternate" type="application/json" href="https://blog.example/wp-json/wp/v2/pages/2">',
    urls: [],
  },
  {
    name: 'no script, no file',
    html: rss('javascript:alert(1)') + rss('file:///etc/passwd') + rss('data:text/xml,x'),
    urls: [],
  },
  { name: 'in the body, too', html: `<body><p>x</p>${rss('/feed')}`, urls: ['https://blog.example/feed'] },
]

test.each(pages)('announced: $name', ({ html, urls }) => {
  expect(findAnnouncedFeeds(html, page).map(({ url }) => url)).toEqual(urls)
})

test('a title is one line of plain text', () => {
  expect(findAnnouncedFeeds(rss('/feed', 'A &amp;\n B'), page)).toEqual([
    { url: 'https://blog.example/feed', title: 'A & B', isComments: false },
  ])
})

test('a page of ten thousand feeds names fifty', () => {
  const html = Array.from({ length: 10_000 }, (_, index) => rss(`/${index}`)).join('')
  expect(findAnnouncedFeeds(html, page)).toHaveLength(50)
})

test('a web page in place of a feed: every feed that it announces is named', async () => {
  const html = `<!doctype html><html><head>${rss('/comments', 'Comments')}${rss('/feed')}${rss('/podcast')}</head>`
  const result = await read({ body: new TextEncoder().encode(html), contentType: 'text/html', baseUrl: page })
  expect(result).toMatchObject({
    problem: {
      code: 'HTML',
      message:
        'is a web page (HTML), not a feed; the feeds that it announces are https://blog.example/feed, https://blog.example/podcast, https://blog.example/comments (comments)',
    },
    announced: [{}, {}, { isComments: true }],
  })
})

test.each([
  ['words that name tags', 'Use <html> and <body > around it.', 'NOT_A_FEED is plain text, not a feed'],
  [
    'a page behind a warning',
    'Warning: x in y.php\n<html><body>Hi</body></html>',
    'HTML is a web page (HTML), not a feed',
  ],
  [
    'a page without its outer tags, and a tag that never ends',
    '<link rel="alternate" type="application/rss+xml" href="/feed"\n<title>B</title>\n<p>Hi',
    'HTML is a web page (HTML), not a feed; the feed that it announces is https://blog.example/feed',
  ],
  [
    'a page that is one tag without an end',
    '<link rel="alternate" href="/feed"',
    'HTML is a web page (HTML), not a feed',
  ],
  ['a title, and then HTML', '<title>Log in</title>\n<p>Please', 'HTML is a web page (HTML), not a feed'],
  [
    'a piece of a feed',
    '<title>B</title><link>https://blog.example/</link>',
    'NOT_A_FEED is XML, but no feed (its first element is “title”)',
  ],
  [
    'a page to log in at',
    '<!doctype html><title>Anmelden</title><form><input name=user><input required type="password">',
    'HTML is a page to log in at (HTML), not a feed',
  ],
  [
    'a blog where its authors log in, too',
    '<html><link rel="alternate" type="application/rss+xml" href="/feed"><input type=password>',
    'HTML is a web page (HTML), not a feed; the feed that it announces is https://blog.example/feed',
  ],
  ['a page that ends early', '<html><body>Hi', 'HTML is a web page (HTML), not a feed'],
])('H-22 %s', async (_, text, says) => {
  const result = await read({ body: Buffer.from(text), contentType: 'text/plain', baseUrl: page })
  expect(result.kind === 'unreadable' && `${result.problem.code} ${result.problem.message}`).toBe(says)
})
