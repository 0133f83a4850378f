import { expect, test } from 'vitest'
import { checkImported } from '../../src/convert/check-imported.ts'
import type { ImportedPlanet, NoteGroup } from '../../src/convert/imported-planet.ts'
import { readListFeeds } from '../../src/convert/read-list-feeds.ts'
import { readPlanet } from '../../src/convert/read-planet.ts'
import { renderImported } from '../../src/convert/render-imported.ts'

function read(text: string | Uint8Array): ImportedPlanet {
  const planet = readPlanet(typeof text === 'string' ? Buffer.from(text) : text)
  if ('problem' in planet) throw new Error(planet.problem)
  return planet
}

/** Each feed as `address name`, comments as `# text`. */
function items(planet: ImportedPlanet): string[] {
  return planet.items.flatMap((item) => [
    ...item.comments.filter((line) => line.trim() !== '').map((line) => `#${line}`),
    ...(item.kind === 'comment' ? [] : [[item.url, item.keys.get('name')].filter(Boolean).join(' ')]),
  ])
}
const said = (planet: ImportedPlanet, group: NoteGroup) =>
  planet.notes.filter((note) => note.group === group).map(({ line, message }) => `${line}: ${message}`)

const ini = (sections: string) => `[Planet]\nname = P\nlink = http://p.example/\n\n${sections}`

const traps: { name: string; text: string | Uint8Array; list: string[]; changed?: RegExp[]; needs?: RegExp[] }[] = [
  {
    name: 'comments, commented-out feeds and order',
    text: ini(
      '# first\n[http://a.example/f]\nname = A\n\n#[http://dead.example/f]\n#name = Dead\n# 2013-04-05: 404\n\n; last\n[http://b.example/f]\nname: B\n# end\n',
    ),
    list: [
      '# first',
      'http://a.example/f A',
      '#[http://dead.example/f]',
      '#name = Dead',
      '# 2013-04-05: 404',
      '# last',
      'http://b.example/f B',
      '# end',
    ],
  },
  {
    name: 'rem, as Python has it',
    text: ini('REM a word\n[http://a.example/f]\nname = A\n'),
    list: ['#a word', 'http://a.example/f A'],
  },
  {
    name: 'a section that lost a bracket at its end',
    text: ini('[http://a.example/f\nname = A\n[http://b.example/f]\nname = B\n'),
    list: ['http://a.example/f A', 'http://b.example/f B'],
    changed: [/^5: the section lost a bracket/],
  },
  {
    name: 'a section that lost one at its beginning',
    text: ini('http://a.example/f]\nname = A\n'),
    list: ['http://a.example/f A'],
    changed: [/^5: the section lost a bracket/],
  },
  {
    name: 'an address on a line of its own',
    text: ini('[http://z.example/f]\nname = Z\nhttp://a.example/f?x=1\nname = A\n'),
    list: ['http://z.example/f Z', 'http://a.example/f?x=1 A'],
    changed: [/^7: an address without brackets/],
  },
  {
    name: 'an address on a line of its own, with words behind it',
    text: ini('[http://z.example/f]\nname = Z\nhttp://a.example/f (A of all)\nname = A\n'),
    list: ['http://z.example/f Z', 'http://a.example/f A'],
    changed: [/^7: an address without brackets/],
  },
  {
    name: 'garbage behind a section, and a comment',
    text: ini('[http://a.example/f] # by hand\nname = A\n[http://b.example/f]]\nname = B\n'),
    list: ['# by hand', 'http://a.example/f A', 'http://b.example/f B'],
  },
  {
    name: 'a key behind a section',
    text: '[Planet] name = P\nlink = http://p.example/\n[http://a.example/f] name = A\n[http://b.example/f]\nname = B\n',
    list: ['http://a.example/f A', 'http://b.example/f B'],
    changed: [/^1: a key behind the section: .*name = P$/, /^3: a key behind the section: .*name = A$/],
  },
  {
    name: 'an address with brackets of its own',
    text: ini('[http://a.example/x[b]c/f]\nname = A\n'),
    list: ['http://a.example/x[b]c/f A'],
    changed: [],
  },
  {
    name: 'a key twice: the last one counts',
    text: ini('[http://a.example/f]\nname = A\nname = AA\n'),
    list: ['http://a.example/f AA'],
    changed: [/^7: name stands twice in \[http:\/\/a\.example\/f\]/],
  },
  {
    name: 'a section twice: one feed',
    text: ini('[http://a.example/f]\nname = A\n[http://b.example/f]\n[http://a.example/f]\nname = AA\n'),
    list: ['http://a.example/f AA', 'http://b.example/f'],
    changed: [/^8: http:\/\/a\.example\/f is the feed of line 5/],
  },
  {
    name: 'no sign between key and value',
    text: ini('[http://a.example/f]\nname A B\n'),
    list: ['http://a.example/f A B'],
    changed: [/^6: "=" was missing: read as name = A B/],
  },
  {
    name: 'a section that cannot be read: what stands in it is not of the one before',
    text: ini('[http://a.example/f]\nname = A\n[broken\nname = Lost\n[http://b.example/f]\nname = B\n'),
    list: ['http://a.example/f A', '# [broken', '# name = Lost', 'http://b.example/f B'],
    needs: [/^7: cannot be read: “\[broken”$/],
  },
  {
    name: 'a line that says nothing',
    text: ini('[http://a.example/f]\nname = A\n[http://b.example/f]\nwhat?\n'),
    list: ['http://a.example/f A', 'http://b.example/f', '# what?'],
    needs: [/^8: cannot be read: “what\?”$/],
  },
  {
    name: 'CRLF',
    text: ini('[http://a.example/f]\nname = A\n').replaceAll('\n', '\r\n'),
    list: ['http://a.example/f A'],
  },
  {
    name: 'a byte order mark',
    text: `\uFEFF${ini('[http://a.example/f]\nname = Ä\n')}`,
    list: ['http://a.example/f Ä'],
  },
  {
    name: 'Latin-1',
    text: Buffer.from(ini('[http://a.example/f]\nname = J\xFCrgen\n'), 'latin1'),
    list: ['http://a.example/f Jürgen'],
    changed: [/^6: not UTF-8: read as Latin-1/],
  },
  {
    name: 'one line of Latin-1 in a file of UTF-8',
    text: Buffer.concat([
      Buffer.from(ini('[http://a.example/f]\nname = Žofie\n[http://b.example/f]\n')),
      Buffer.from('name = J\xFCrgen\n', 'latin1'),
    ]),
    list: ['http://a.example/f Žofie', 'http://b.example/f Jürgen'],
    changed: [/^8: not UTF-8/],
  },
  {
    name: 'quotes and HTML in a name',
    text: ini('[http://a.example/f]\nname = "Jos&eacute; &amp; Ann"\n'),
    list: ['http://a.example/f José & Ann'],
    changed: [/became José & Ann/],
  },
  {
    name: 'a comment behind a value',
    text: ini('[http://a.example/f]\nname = A ; asked\n[http://b.example/f]\nname = C# and F#\n'),
    list: ['http://a.example/f A', 'http://b.example/f C# and F#'],
  },
  {
    name: 'interpolation, and percents that are none',
    text: ini('[http://a.example/f?q=%20x]\nname = %(nick)s 100%\nnick = Bob\n[DEFAULT]\nnick = Nobody\n'),
    list: ['http://a.example/f?q=%20x Bob 100%'],
  },
  {
    name: 'addresses: feed:, no scheme, a slash lost',
    text: ini(
      '[feed://a.example/f]\nname = A\n[feed:https://b.example/f]\nname = B\n[www.c.example/f]\nname = C\n[http:/d.example/f]\nname = D\n',
    ),
    list: ['http://a.example/f A', 'https://b.example/f B', 'http://www.c.example/f C', 'http://d.example/f D'],
    changed: [/^5: /, /^7: /, /^9: .*had no scheme/],
  },
  {
    name: 'a name and password: never copied into the list',
    text: ini('[http://bob:secret@a.example/f]\nname = A\n[http://b.example/f]\n'),
    list: ['# [http://bob:secret@a.example/f]', '# name = A', 'http://b.example/f'],
    needs: [/^5: .*name and password/],
  },
  {
    name: 'templates and filters are no feeds',
    text: ini('[index.html.tmpl]\nitems_per_page = 3\n[excerpt.py]\nwidth = 500\n[http://a.example/f]\nname = A\n'),
    list: ['http://a.example/f A'],
  },
  {
    name: 'keys that are indented, all of them',
    text: ini('[http://a.example/f]\n\tname = A\n\tface = a.png\n'),
    list: ['http://a.example/f A'],
  },
  {
    name: 'a key that is indented by mistake',
    text: ini('[http://a.example/f]\nname = A\n  face = a.png\n'),
    list: ['http://a.example/f A'],
    changed: [/^7: indented, but not a part of the line above/],
  },
  {
    name: 'continuation lines',
    text: ini('[http://a.example/f]\nname = A\n  and B\n'),
    list: ['http://a.example/f A and B'],
    changed: [],
  },
  {
    name: 'no [Planet] at all: a part of a configuration',
    text: '[http://a.example/f]\nname = A\n',
    list: ['http://a.example/f A'],
  },
  {
    name: 'Pluto',
    text: 'title = P\nurl = http://p.example\n\n# one\n[a]\n  title = A\n  feed = http://a.example/f\n[b]\n  title = B\n  feed = http://b.example/f\n',
    list: ['# one', 'http://a.example/f A', 'http://b.example/f B'],
    changed: [],
  },
  {
    name: 'Pluto: a key twice in a section',
    text: 'title = P\n[a]\nfeed = http://a.example/old\ntitle = A\nfeed = http://a.example/f\n[b]\nfeed = http://b.example/f\n',
    list: ['http://a.example/f A', 'http://b.example/f'],
    changed: [/^3: feed = http:\/\/a\.example\/old: stands before another feed of \[a\]; the last one counts$/],
  },
  {
    name: 'keys of feeds that are slips of the pen; others are keys of their own',
    text: 'title = P\n[a]\nlin = http://a.example/\nnick = ann\nfeed = http://a.example/f\n[b.example]\ntitel = B\nfeeed = http://b.example/f\n[c]\nfeed = http://c.example/f\n',
    list: ['http://a.example/f', '# [b.example]', '# titel = B', '# feeed = http://b.example/f', 'http://c.example/f'],
    needs: [
      /^3: lin = http:\/\/a\.example\/: did you mean link\? It stands there as x-lin$/,
      /^6: \[b\.example\]: names no feed \(feeed: did you mean feed\?\)$/,
    ],
  },
  {
    name: 'OPML: any case, no type, entities, folders',
    text: '<OPML><body><outline text="X"><outline TEXT="A &amp; B" XMLURL="http://a.example/f?x=1&amp;y=2"/></outline><outline title="C" type="atom" xmlurl="feed://c.example/f"></outline></body></OPML>',
    list: ['http://a.example/f?x=1&y=2 A & B', 'http://c.example/f C'],
  },
  {
    name: 'OPML that is cut off, with bare ampersands',
    text: '<?xml version="1.0"?><opml version="1.1"><head><title>T</head><body><outline text="R & D" xmlUrl="http://a.example/f?a=1&b=2" /><outline text="B" xmlUrl="http://b.example/f"',
    list: ['http://a.example/f?a=1&b=2 R & D'],
  },
  {
    name: 'OPML in Latin-1 that says so',
    text: Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><opml><body><outline text="J\xFCrgen" xmlUrl="http://a.example/f"/></body></opml>',
      'latin1',
    ),
    list: ['http://a.example/f Jürgen'],
  },
  {
    name: 'OPML: a folder for each feed, as Thunderbird has it; comments',
    text: '<opml><body><!-- mine --><outline title="A"><outline type="rss" text="A" xmlUrl="http://a.example/f"/></outline><outline text="none"/></body></opml>',
    list: ['# mine', 'http://a.example/f A'],
  },
  {
    name: 'a list of addresses',
    text: '# mine\nhttps://a.example/f # first\r\nb.example/f\n\n// off: https://c.example/f\nhttps://d.example/f "tech" "~Dee"\n',
    list: [
      '# mine',
      '# first',
      'https://a.example/f',
      'http://b.example/f',
      '# off: https://c.example/f',
      'https://d.example/f Dee',
    ],
  },
  {
    name: 'osmosfeed.yaml',
    text: 'siteTitle: S\n# all of them\nsources:\n  - href: https://a.example/f\n  # - href: https://gone.example/f\n  - href: https://b.example/f\n',
    list: ['# all of them', 'https://a.example/f', '# - href: https://gone.example/f', 'https://b.example/f'],
  },
  {
    name: 'perlanetrc',
    text: 'title: P\nurl: http://p.example/\nentries: 9\nfeeds:\n  - url: https://a.example/f\n    title: A\n    web: https://a.example/\n  - feed: https://b.example/f\n',
    list: ['https://a.example/f A', 'https://b.example/f'],
  },
  {
    name: 'addresses: two schemes, and ampersands from the source of a page',
    text: ini(
      '[http://https://a.example/f]\nname = A\n[http://http//b.example/f]\n[https://c.example/?cat=1&amp;feed=rss2]\n[https://d.example/?feed=atom&#038;cat=8]\n',
    ),
    list: [
      'https://a.example/f A',
      'http://b.example/f',
      'https://c.example/?cat=1&feed=rss2',
      'https://d.example/?feed=atom&cat=8',
    ],
    changed: [/^5: .* became https:\/\/a\.example\/f/, /^7: /, /^8: /, /^9: /],
  },
  {
    name: 'an address that leads on to another one is no slip',
    text: ini('[https://proxy.example/?u=http://https://a.example/f]\n[https://web.example/http://a.example/f]\n'),
    list: ['https://proxy.example/?u=http://https://a.example/f', 'https://web.example/http://a.example/f'],
    changed: [],
  },
  {
    name: 'reading lists of the first Venus, a key of [Planet]; any type that says opml',
    text: '[Planet]\nname = P\n# best\nreading_lists =\n  http://l.example/a.opml\n  mine.opml\n[http://a.example/f]\n[http://l.example/b.opml]\ncontent_type = text/x-opml\n',
    list: ['# best', 'http://l.example/a.opml', 'mine.opml', 'http://a.example/f', 'http://l.example/b.opml'],
  },
  {
    name: 'what cannot be asked stays among the feeds, and what is said far above a list is not the list’s',
    text: ini('[gopher://a.example/x]\nname = A\n\n# said of nothing\n\n# friends\n[l.opml]\ncontent_type = opml\n'),
    list: ['# [gopher://a.example/x]', '# name = A', '# said of nothing', '# friends', 'l.opml'],
    needs: [/^5: .*cannot be asked/],
  },
  {
    name: 'a small program after Pluto: [_global], and rss for feed',
    text: '; mine\n[_global]\ntitle = P\ndescription = D\n[a]\ntitle = A\nurl = http://a.example\nrss = http://a.example/f\n',
    list: ['http://a.example/f A'],
  },
  {
    name: 'Pluto: a section without a feed, a site without a scheme',
    text: 'title = P\n[a]\n title = A\n link = a.example.com\n feed = http://a.example/f\n[b]\n title = B\n',
    list: ['http://a.example/f A', '# [b]', '# title = B'],
    changed: [/^4: a\.example\.com had no scheme/],
    needs: [/^6: \[b\]: names no feed/],
  },
  {
    name: 'Pluto in YAML: a key a feed',
    text: 'title: P\n\na_b:\n  title: A\n  link: http://a.example/\n  feed: http://a.example/f\n# gone:\n#   feed: http://gone.example/f\nc:\n  feed: http://c.example/f # slow\n',
    list: ['http://a.example/f A', '# gone:', '#   feed: http://gone.example/f', 'http://c.example/f'],
    changed: [],
  },
  {
    name: 'Planet.rb: the last of two keys, as Ruby has it',
    text: 'planet:\n    posts_directory: _posts/\nblogs:\n  - author: "A"\n    feed: "http://old.example/f"\n    feed: "http://a.example/f"\n  # - feed: "http://gone.example/f"\n  - author: "B"\n    feed: "http://b.example/f"\n    url: "http://b.example"\n    tags: "go ruby"\n',
    list: ['http://a.example/f', '# - feed: "http://gone.example/f"', 'http://b.example/f'],
    changed: [/^6: feed stands twice; the last one counts/],
  },
  {
    name: 'perlanetrc with two files of feeds',
    text: 'title: P\nurl: http://p.example/\nfeed:\n  file: atom.xml\nfeed:\n  file: rss.xml\n  format: RSS\nfeeds:\n  - url: https://a.example/f\n',
    list: ['https://a.example/f'],
    changed: [/^5: feed stands twice/],
  },
  {
    name: 'Newsboat: queries, programs, files',
    text: 'https://a.example/f "~A"\n"query:Unread:unread = "yes""\n"exec:~/gen.sh" local\nfilter:~/f.py:https://c.example/f "~C"\nfile:///home/x.xml\n',
    list: ['https://a.example/f A', '# "exec:~/gen.sh" local', 'https://c.example/f C', '# file:///home/x.xml'],
    needs: [/^3: only a feed on the web/, /^4: https:\/\/c\.example\/f went through a program/, /^5: only a feed/],
  },
  {
    name: 'rawdog',
    text: '# KDE\nmaxarticles 100\ntimeout 30s\n\nfeed 15m http://a.example/f\n\tdefine_name A & B\n\tdefine_face hackergotchi/a.png\n\tdefine_facewidth 64\n#feed 15m http://gone.example/f\n# 2013: 404\nfeed 3h gopher://b.example/f\n  define_name B\nfeed 1h http://c.example/f?x=1 define_name=C user=bob\n',
    list: [
      'http://a.example/f A & B',
      '#feed 15m http://gone.example/f',
      '# 2013: 404',
      '# feed 3h gopher://b.example/f',
      '# define_name B',
      'http://c.example/f?x=1 C',
    ],
    needs: [/^11: .*cannot be asked/, /^13: user of http:\/\/c\.example/],
  },
  {
    name: 'a list of maps, as OCaml has it',
    text: '- id: a\n  name: A\n  url: https://a.example/f\n- id: b\n  name: B\n  url: https://b.example/f\n',
    list: ['https://a.example/f A', 'https://b.example/f B'],
  },
  {
    name: 'CSV: columns by their names, quotes, a row without a feed, a comment',
    text: 'Name,Website,Feed\nAnn,https://a.example,https://a.example/f\n"Bob, ""B""",https://b.example,https://b.example/f\nCarl,https://c.example,\n# Dora,https://d.example,https://d.example/f\n',
    list: [
      'https://a.example/f Ann',
      'https://b.example/f Bob, "B"',
      '# Carl, https://c.example',
      '# Dora,https://d.example,https://d.example/f',
    ],
    needs: [/^4: https:\/\/c\.example: a page without its feed, which planet add finds$/],
  },
  {
    name: 'CSV of a spreadsheet in Europe: semicolons, CRLF, a byte order mark, a value of two lines',
    text: '\uFEFFName;Blog;RSS\r\n"Ann\r\nof all";https://a.example;https://a.example/f\r\nBob;https://b.example;https://b.example/f\r\n',
    list: ['https://a.example/f Ann of all', 'https://b.example/f Bob'],
  },
  {
    name: 'CSV without names of columns: the address may stand first or last',
    text: 'https://a.example/f,Ann\nhttps://b.example/f,Bob and co\n',
    list: ['https://a.example/f Ann', 'https://b.example/f Bob and co'],
  },
  {
    name: 'names, a comma, an address',
    text: 'Ann, https://a.example/f\nBob, https://b.example/f\n',
    list: ['https://a.example/f Ann', 'https://b.example/f Bob'],
  },
  {
    name: 'CSV whose columns have names that we do not know: the address that looks like a feed',
    text: '名前,サイト,購読\nAnn,https://a.example/,https://a.example/rss.xml\nBob,https://b.example/,https://b.example/rss.xml\n',
    list: ['https://a.example/rss.xml', 'https://b.example/rss.xml'],
  },
  {
    name: 'tabs',
    text: 'title\turl\nAnn\thttps://a.example/f\nBob\thttps://b.example/f\n',
    list: ['https://a.example/f Ann', 'https://b.example/f Bob'],
  },
  {
    name: 'addresses with commas are no table',
    text: 'https://a.example/f?x=1,2\nhttps://b.example/f\n',
    list: ['https://a.example/f?x=1,2', 'https://b.example/f'],
  },
  {
    name: 'Markdown: items with links, in words or bare; pages without a feed',
    text: '# Blogs\n\nAll of [us](https://us.example/).\n\n- [Ann](https://a.example) ([RSS](https://a.example/f))\n* **Bob** (Bonn): <https://b.example/atom.xml>\n1. Carl — https://c.example/feed/, a friend\n- [Dora](https://d.example)\n- ![x](https://x.example/feed.png) [E\\_mil](https://e.example/feed "his")\n',
    list: [
      'https://a.example/f Ann',
      'https://b.example/atom.xml Bob (Bonn)',
      'https://c.example/feed/ Carl',
      '# Dora: https://d.example',
      'https://e.example/feed E_mil',
    ],
    needs: [/^8: https:\/\/d\.example: a page without its feed/],
  },
  {
    name: 'Markdown: a feed in an item below that of its blog; a fence is no list',
    text: '- Ann\n  - https://a.example\n  - https://a.example/feed\n- [Bob](https://b.example)\n  - [Atom](https://b.example/x)\n\n```\n- https://c.example/feed\n```\n',
    list: ['https://a.example/feed Ann', 'https://b.example/x Bob'],
  },
  {
    name: 'Markdown: a table',
    text: '| Name | Site | Feed |\n| --- | :-- | --- |\n| Ann | https://a.example | https://a.example/rss |\n| [Bob](https://b.example) | | [feed](https://b.example/x) |\n',
    list: ['https://a.example/rss Ann', 'https://b.example/x Bob'],
  },
  {
    name: 'lines of a name and an address',
    text: 'My friends:\nAnn - https://a.example/x\nBob: https://b.example/x\n# off: https://c.example/x\n',
    list: ['# My friends', 'https://a.example/x Ann', 'https://b.example/x Bob'],
  },
  {
    name: 'feeds by their names, as a map in YAML',
    text: 'title: P\nfeeds:\n  # first\n  Ann: https://a.example/f # slow\n  Bob B.:\n    feed: https://b.example/f\n  c:\n    title: Carl\n    url: https://c.example/f\n  # - gone\n  Nobody: soon\n',
    list: [
      '# first',
      'https://a.example/f Ann',
      'https://b.example/f Bob B.',
      'https://c.example/f Carl',
      '# - gone',
      '# {"name":"Nobody","url":"soon"}',
    ],
    needs: [/^11: "soon" is not a web address/],
  },
  {
    name: 'a file that is a map of names and addresses',
    text: '# mine\nAnn: https://a.example/f\nBob: https://b.example/f\n',
    list: ['# mine', 'https://a.example/f Ann', 'https://b.example/f Bob'],
  },
  {
    name: 'folders of feeds in YAML or JSON',
    text: '{"Tech": [{"name": "Ann", "rss": "https://a.example/f"}], "Art": {"Bob": "https://b.example/f"}}',
    list: ['https://a.example/f Ann', 'https://b.example/f Bob'],
  },
  {
    name: 'TOML: tables of feeds inside of sections, and one section a feed',
    text: '[[sections]]\nid = "x"\n[[sections.feeds]]\nname = "Ann"\nurl = "https://a.example/f"\n[[sections.feeds]]\nurl = "https://b.example/f"\n[feeds.carl]\nname = "Carl"\nurl = "https://c.example/f"\n',
    list: ['# [sections]', '# id = x', 'https://a.example/f Ann', 'https://b.example/f', 'https://c.example/f Carl'],
    needs: [/^1: \[sections\]: names no feed/],
  },
  {
    name: 'TOML: addresses in a list',
    text: 'title = "P"\nfeeds = [\n  "https://a.example/f", # Ann\n  \'https://b.example/f\', # "x"\n]\nurl = "https://p.example"\n',
    list: ['# Ann', 'https://a.example/f', '# "x"', 'https://b.example/f'],
  },
  {
    name: 'FOAF: people, their blogs and feeds; no prefix needed, a page without a feed',
    text: '<rdf:RDF xmlns="http://xmlns.com/foaf/0.1/" xmlns:rdf="r" xmlns:rss="s" xmlns:dc="d"><Group><name>Us</name><member><Agent><name>Ann &amp; co</name><weblog><Document rdf:about="https://a.example/"><dc:title>A blog</dc:title><seeAlso><rss:channel rdf:about="https://a.example/f"/></seeAlso></Document></weblog></Agent></member>\n<member><Person><name>Bob</name><weblog rdf:resource="https://b.example/"/></Person></member></Group></rdf:RDF>',
    list: ['https://a.example/f A blog', '# Bob: https://b.example/'],
    needs: [/^2: https:\/\/b\.example\/: a page without its feed/],
  },
]

test.each(traps)('M-01 M-07 $name', ({ text, list, changed, needs = [] }) => {
  const planet = read(text)
  expect(items(planet)).toEqual(list)
  const found = said(planet, 'changed')
  for (const [index, pattern] of (changed ?? []).entries()) expect(found[index]).toMatch(pattern)
  if (changed !== undefined) expect(found).toHaveLength(changed.length)
  const asked = said(planet, 'needs you')
  expect(asked).toHaveLength(needs.length)
  for (const [index, pattern] of needs.entries()) expect(asked[index]).toMatch(pattern)
})

const venus = (lines: string) =>
  `[Planet]\nname = P\nlink = http://p.example/\ntemplate_files = index.html.tmpl\n${lines}\n[http://a.example/f]\n`
const settings: { name: string; text: string; yaml: string }[] = [
  {
    name: 'items_per_page, days_per_page',
    text: venus('items_per_page = 60\ndays_per_page = 0'),
    yaml: 'show:\n  entries: 60\n  days: 0\n',
  },
  {
    name: 'dates',
    text: venus('date_format = %B %d, %Y %I:%M %p\nnew_date_format = %d.%m.'),
    yaml: 'show:\n  time: "%B %d, %Y %I:%M %p"\n  date: "%d.%m."\n',
  },
  {
    name: 'HTML around a date is not of the date',
    text: venus('new_date_format = <div class="m">%b</div> <div class="d">%d</div>'),
    yaml: 'show:\n  date: "%b %d"\n',
  },
  { name: 'new_feed_items', text: venus('new_feed_items = 3'), yaml: 'defaults:\n  first: 3\n  per_day: 3\n' },
  {
    name: 'new_feed_items = 0 says nothing',
    text: venus('new_feed_items = 0\nactivity_threshold = 0\nspider_threads = 0'),
    yaml: '',
  },
  { name: 'activity_threshold', text: venus('activity_threshold = 180'), yaml: 'defaults:\n  inactive_after: 180d\n' },
  {
    name: 'feed_timeout, spider_threads',
    text: venus('feed_timeout = 20\nspider_threads = 8'),
    yaml: 'fetch:\n  timeout: 20s\n  parallel: 8\n',
  },
  { name: 'locale', text: venus('locale = pt_BR.UTF-8'), yaml: 'language: pt-BR\n' },
  { name: 'locale C is none', text: venus('locale = C'), yaml: '' },
  {
    name: 'owner',
    text: venus('owner_name = Ann\nowner_email = ann@p.example'),
    yaml: 'owner:\n  name: Ann\n  email: ann@p.example\n',
  },
  { name: 'nobody owns it', text: venus('owner_name = Anonymous Coward'), yaml: '' },
  { name: 'a hub', text: venus('pubsubhubbub_hub = https://hub.example/'), yaml: 'websub: https://hub.example/\n' },
  { name: 'future_dates', text: venus('future_dates = ignore_entry'), yaml: 'defaults:\n  dates: published\n' },
  {
    name: 'what the front page shows may stand with its template',
    text: venus('items_per_page = 60').replace(
      '[http',
      '[index.html.tmpl]\nitems_per_page = 25\ndays_per_page = 3\n[http',
    ),
    yaml: 'show:\n  entries: 25\n  days: 3\n',
  },
  {
    name: '[DEFAULT] is what the page shows, where nothing else says it',
    text: `[DEFAULT]\nitems_per_page = 5\ndays_per_page = 7\n${venus('items_per_page = 60')}`,
    yaml: 'show:\n  entries: 60\n  days: 7\n',
  },
  { name: 'excerpts of all', text: venus('filters = excerpt.py'), yaml: 'defaults:\n  content: summary\n' },
  {
    name: 'excerpts of all feeds, from [DEFAULT]',
    text: `[DEFAULT]\nfilters = excerpt.py\n${venus('')}`,
    yaml: 'defaults:\n  content: summary\n',
  },
  {
    name: 'what is much linked to is a page',
    text: venus('filters = minhead.py mememe.plugin excerpt.py'),
    yaml: 'archive:\n  links: week\ndefaults:\n  content: summary\n',
  },
  {
    name: 'a feed of its own name is the id',
    text: venus('feed = http://old.example/atom.xml'),
    yaml: 'id: http://old.example/atom.xml\n',
  },
]

test.each(settings)('M-01 $name', ({ text, yaml }) => {
  const planet = checkImported(read(text))
  const written = renderImported(planet)
  const bare = '# yaml-language-server: $schema=.planet/feeds.schema.json\ntitle: P\nurl: http://p.example/\n'
  const outputs = 'outputs: {index.html: html, atom.xml: atom}\n'
  expect(written.replace(outputs, '')).toBe(`${bare}${yaml}\nfeeds:\n  - http://a.example/f\n`)
  expect(said(planet, 'needs you')).toEqual([])
})

test('M-01 what the section of a reading list says holds for each feed that comes from there', () => {
  const text = ini(
    '[http://a.example/f]\n[http://l.example/team.opml]\ncontent_type = opml\nname = Team\nfilters = excerpt.py regexp_sifter.py?exclude=sponsored\ntags = team\nnew_feed_items = 2\nnew_feed_items = 3\nnick = t\n',
  )
  const planet = checkImported(read(text))
  expect(renderImported(planet).split('include:\n')[1]).toBe(
    '  - url: http://l.example/team.opml\n    defaults: {content: summary, exclude: {title: [/sponsored/], content: [/sponsored/], category: [/sponsored/]}, first: 3, per_day: 3}\n    tags: [team]\n    x-nick: t\n',
  )
  expect(said(planet, 'needs you')).toEqual([])
})

test.each([
  ['h1title.xslt', /plug-in heading-as-title\.js/],
  ['detitle.xslt', /plug-in drop-repeats\.js/],
  ['delDupName/byline_author.xslt', /plug-in drop-repeats\.js/],
  ['addsearch.genshi', /search of its own/],
  ['mememe.plugin', /archive\.links: week/],
  ['xpath_sifter.py?atom%3Atitle', /nothing to require/],
  ['minhead.py', /fitted to the page/],
])('M-06 filter %s: says what stands for it', (filter, message) => {
  const planet = read(ini(`[http://a.example/f]\nfilters = ${filter}\n`))
  expect(said(planet, 'dropped')).toEqual([expect.stringMatching(message)])
  expect(said(planet, 'needs you')).toEqual([])
})

test('a feeds.yaml of Planet itself is the same planet: lists, purges and headers as well', () => {
  const text =
    '# mine\ntitle: Mine\nurl: https://mine.example/\nshow:\n  days: 3\npurged: [https://a.example/gone]\n\nfeeds:\n  # blogs\n  - https://a.example/f\n  - url: https://b.example/f\n    name: B\n    headers: {Cookie: "${X}"}\n\ninclude:\n  # friends\n  - url: https://l.example/x.opml\n    tags: [a]\n  - team.yaml\n'
  const written = renderImported(checkImported(read(text)))
  expect(written).toBe(`# yaml-language-server: $schema=.planet/feeds.schema.json\n${text}`)
})

const names: { name: string; text: string; outputs: unknown }[] = [
  {
    name: 'planetplanet',
    text: 'template_files = examples/basic/index.html.tmpl examples/atom.xml.tmpl\n  examples/rss20.xml.tmpl examples/rss10.xml.tmpl examples/opml.xml.tmpl examples/foafroll.xml.tmpl',
    outputs: {
      'index.html': 'html',
      'atom.xml': 'atom',
      'rss20.xml': 'rss',
      'rss10.xml': 'rss10',
      'opml.xml': 'opml',
      'foafroll.xml': 'foaf',
    },
  },
  {
    name: 'other names',
    text: 'template_files = index.html.dj feed.rdf.tmpl atom.xml.xslt',
    outputs: { 'index.html': 'html', 'feed.rdf': 'rss10', 'atom.xml': 'atom' },
  },
  {
    name: 'a theme of Venus',
    text: 'output_theme = classic_fancy',
    outputs: {
      'index.html': 'html',
      'atom.xml': 'atom',
      'rss20.xml': 'rss',
      'rss10.xml': 'rss10',
      'opml.xml': 'opml',
      'foafroll.xml': 'foaf',
    },
  },
]

test.each(names)('M-02 old names of outputs: $name', ({ text, outputs }) => {
  const planet = read(`[Planet]\nname = P\nlink = http://p.example/\n${text}\n[http://a.example/f]\n`)
  expect(planet.settings.find(({ path }) => path[0] === 'outputs')?.value).toEqual(outputs)
})

test('what nobody knows of a feed is kept as a key of the operator’s own; what the page sizes itself is dropped', () => {
  const [item] = read(
    ini('[http://a.example/f]\nname = A\nnick = ann\nhackergochi_link = http://x.example/\nfacewidth = 65\n'),
  ).items
  expect(item?.kind === 'feed' && Object.fromEntries(item.keys)).toEqual({
    name: 'A',
    'x-nick': 'ann',
    'x-hackergochi_link': 'http://x.example/',
  })
})

test('openSUSE: a location is a language, a bag of flags is no author', () => {
  const text =
    'title = P\n[a]\n  title = A\n  feed = http://a.example/f\n  location = zh_TW\n  author = member irc:LenzGr connect:obs\n  avatar = a.png\n'
  const [item] = read(text).items
  expect(item?.kind === 'feed' && Object.fromEntries(item.keys)).toEqual({
    name: 'A',
    language: 'zh-TW',
    'x-author': 'member irc:LenzGr connect:obs',
    tags: ['member'],
    face: 'a.png',
  })
})

test('OPML: folders and categories are tags, with their titles where a tag cannot be called so; one feed in two folders has both', () => {
  const planet = read(
    '<opml><body><outline text="Dev &amp; Ops"><outline text="A" xmlUrl="http://a.example/f" category="/x/y,z"/></outline><outline text="More"><outline text="A" xmlUrl="http://a.example/f/"/></outline></body></opml>',
  )
  const [item] = planet.items
  expect(item?.kind === 'feed' && item.keys.get('tags')).toEqual(['Dev Ops', 'x', 'y', 'z', 'More'])
  expect(planet.settings).toMatchObject([{ path: ['tags', 'Dev Ops'], value: 'Dev & Ops' }])
})

test('Planet’s own file is one though a feed in it has no address: what else it says is taken over', () => {
  const text =
    'title: T\nurl: https://t.example/\nshow: {days: 3}\nfeeds:\n  - https://a.example/f\n  - name: None\npurged:\n  - https://a.example/1\n'
  const planet = read(text)
  expect(planet.format).toBe('feeds.yaml')
  expect(planet.settings.map(({ path }) => path.join('.'))).toEqual(['title', 'url', 'show.days', 'purged'])
  expect(items(planet)).toEqual(['https://a.example/f', '# {"name":"None"}'])
  expect(planet.notes).toEqual([{ group: 'needs you', line: 6, message: 'a feed without an address', isComment: true }])
})

test('moonmoon: a feed that is marked down is paused; asking every four minutes is not', () => {
  const [item] = read(
    '<opml><body><outline text="A" xmlUrl="http://a.example/f" isDown="1"/><outline text="B" xmlUrl="http://b.example/f" isDown=""/></body></opml>',
  ).items
  expect(item?.kind === 'feed' && item.keys.get('paused')).toBe('marked down in moonmoon')
  const config = checkImported(
    read('url: http://p.example/\nname: P\nitems: 10\nrefresh: 240\ncache: 10\nlocale: fr\ncheckcerts: false\n'),
  )
  expect(config.settings.map(({ path, value }) => [path.join('.'), value])).toEqual([
    ['url', 'http://p.example/'],
    ['title', 'P'],
    ['show.entries', 10],
    ['fetch.every', '15m'],
    ['language', 'fr'],
  ])
  expect(said(config, 'changed')).toMatchObject([expect.stringContaining('too often for the servers')])
  expect(said(config, 'needs you')).toMatchObject([expect.stringContaining('certificates are always checked')])
})

const refused: [string, string, RegExp][] = [
  ['nothing', '', /is empty/],
  ['prose', 'Dear diary,\nnothing happened.\n', /is nothing that Planet knows/],
  [
    'a sentence with an address',
    'Sorry, see https://status.example/ for help.\n',
    /has links, and none of them to a feed/,
  ],
  ['a list of pages', '- [Ann](https://a.example)\n- [Bob](https://b.example)\n', /planet add https:\/\/a\.example$/],
  ['a web page', '<!DOCTYPE html><html><body>', /is a web page/],
  ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', /is a feed itself/],
  ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', /is XML, and no OPML/],
  ['bytes', 'a\0b', /is no text/],
  ['other YAML', 'services:\n  web:\n    image: nginx\n', /is nothing that Planet knows/],
  ['another INI', '[core]\neditor = vi\n', /is nothing that Planet knows/],
]

test.each(refused)('a file that is none of the formats: %s', (_, text, problem) => {
  expect(readPlanet(Buffer.from(text))).toEqual({ problem: expect.stringMatching(problem) })
})

test('entities that an OPML declares are never expanded; a hundred thousand outlines inside each other cost what they are long', () => {
  const bomb = `<!DOCTYPE opml [<!ENTITY a "${'&b;'.repeat(50)}"><!ENTITY b "${'&c;'.repeat(50)}">]><opml><body><outline text="&a;" xmlUrl="http://a.example/f"/></body></opml>`
  expect(items(read(bomb))).toEqual(['http://a.example/f &a;'])
  const deep = `<opml><body>${'<outline text="x">'.repeat(100_000)}<outline text="A" xmlUrl="http://a.example/f"/>`
  expect(items(read(deep))).toEqual(['http://a.example/f A'])
})

test('brackets inside each other without end are no list, and end no process', () => {
  const text = `- ${'['.repeat(4900)}\n`.repeat(5)
  expect(readPlanet(Buffer.from(`${text}- [RSS](https://a.example/feed)\n`))).toHaveProperty('problem')
})

test.each([
  ['lists', '- '],
  ['lists and keys', '- ? '],
  ['lists with tags', '- !a '],
  ['brackets', '['],
])('%s inside each other in one line of a list of feeds are no list, and end no process', (_, opening) => {
  const text = `feeds:\n- url: https://a.example/feed\n- ${opening.repeat(100_000)}x\n`
  expect(readPlanet(Buffer.from(text))).toHaveProperty('problem')
})

test('a table of two hundred thousand rows is read', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => `n${at},https://a.example/feed`)
  expect(items(read(['name,feed', ...rows].join('\n')))).toHaveLength(1)
})

test('of a reading list of twenty thousand outlines five thousand are looked at', () => {
  const outlines = Array.from({ length: 20_000 }, (_, index) => `<outline xmlUrl="https://b${index}.example/f"/>`)
  const list = readListFeeds(Buffer.from(`<opml><body>${outlines.join('')}</body></opml>`), false)
  expect('feeds' in list && list.feeds).toHaveLength(5_000)
})

test.each([
  ['a bare list', '', ''],
  ['a list below feeds:', 'feeds:\n', '  '],
  ['a whole feeds.yaml', 'title: T\nurl: https://t.example/\nfeeds:\n', '  '],
])('%s says what is shown of a feed; how it is asked, only the operator’s own', (_, head, indent) => {
  const lines = [
    '- url: https://a.example/f',
    '  name: A',
    '  content: summary',
    '  max_entries: 2',
    '  exclude: {title: [x]}',
    '  every: 30m',
    '  headers: {Cookie: x}',
    '- https://b.example/f',
  ]
  const text = Buffer.from(head + lines.map((line) => `${indent}${line}\n`).join(''))
  const [others, own] = [readListFeeds(text, false), readListFeeds(text, true)]
  const shown = { url: 'https://a.example/f', name: 'A', content: 'summary', maxEntries: 2, exclude: { title: ['x'] } }
  expect('feeds' in others && others.feeds[0]).toEqual(shown)
  expect('feeds' in own && own.feeds[0]).toEqual({ ...shown, everyMs: 1_800_000 })
})

test('of a reading list a rule that does not compile is passed over, its feed is not', () => {
  const list = readListFeeds(
    Buffer.from(`feeds:
  - url: https://a.example/f
    include: {title: ['/(a/']}
    exclude: {title: [sponsored, '/b+/i']}
`),
    false,
  )
  expect(list).toMatchObject({ feeds: [{ url: 'https://a.example/f', exclude: expect.anything() }] })
  expect('feeds' in list && list.feeds[0]?.include).toBeUndefined()
})

test('of a list that others keep, rules that judge for long are passed over; of one of our own, they hold', () => {
  const text = Buffer.from(`feeds:
  - url: https://a.example/f
    exclude: {content: ['/(a|b| ){1000}x/']}
    include: {title: ['/\\b(jobs?|hiring)\\b/i', news]}
`)
  const [others, own] = [readListFeeds(text, false), readListFeeds(text, true)]
  expect('feeds' in others && others.feeds[0]).toMatchObject({ include: { title: expect.anything() } })
  expect('feeds' in others && others.feeds[0]?.exclude).toBeUndefined()
  expect('feeds' in own && own.feeds[0]?.exclude).toBeDefined()
})

test('Planet.rb: what it says of a blog, and which posts it takes', () => {
  const planet = read(
    'planet:\n  whitelisted_tags: [ruby, go]\nblogs:\n  - author: B\n    feed: http://b.example/f\n    url: b.example.com\n    image: http://b.example/b.png\n    tags: "go ruby, go"\n    twitter: bb\n',
  )
  const [item] = planet.items
  expect(item?.kind === 'feed' && Object.fromEntries(item.keys)).toEqual({
    author: 'B',
    site: 'http://b.example.com/',
    face: 'http://b.example/b.png',
    tags: ['go', 'ruby'],
    'x-twitter': 'bb',
  })
  expect(planet.settings.map(({ path, value }) => [path.join('.'), value])).toEqual([
    ['defaults.include', new Map([['category', ['ruby', 'go']]])],
  ])
})

test('rawdog: a feed is asked as often as it was, within reason; seconds where no unit is said', () => {
  const planet = read(
    'timeout 30\nfeed 60 http://a.example/f\nfeed 3h http://b.example/f\nfeed 90 http://c.example/f\nfeed 5m http://d.example/f\nfeed 1w http://e.example/f\n',
  )
  expect(planet.settings).toMatchObject([{ path: ['fetch', 'timeout'], value: '30s' }])
  const periods = planet.items.flatMap((item) => (item.kind === 'feed' ? [item.keys.get('every')] : []))
  expect(periods).toEqual([undefined, '3h', '90m', undefined, '7d'])
  expect(said(planet, 'changed')).toEqual([expect.stringMatching(/^5: feed 5m: too often/)])
  expect(checkImported(planet).notes).toEqual(planet.notes)
})

test('sfeedrc: feeds and comments of a script; all else that it says is named', () => {
  const planet = read(
    `#!/bin/sh\nmaxjobs=16\n# mine\nfeeds() {\n\tfeed "A" "https://a.example/f"\n\tfeed 'B C' 'https://b.example/f' 'https://b.example' 'iso-8859-1'\n\tfeed d https://d.example/f # a word\n\t#feed "dead" "https://dead.example/"\n\tfeed "e" \\\n\t\t"https://e.example/f"\n\tfeed "F" "/home/f.xml"\n}\n`,
  )
  expect(planet.format).toBe('sfeedrc')
  expect(items(planet)).toEqual([
    ...['# mine', 'https://a.example/f A', 'https://b.example/f B C', 'https://d.example/f d'],
    ...['#feed "dead" "https://dead.example/"', 'https://e.example/f e', '# feed "F" "/home/f.xml"'],
  ])
  expect(planet.items[1]).toMatchObject({
    keys: new Map([
      ['name', 'B C'],
      ['site', 'https://b.example'],
    ]),
  })
  expect(planet.items[2]).toMatchObject({ inside: [' a word'] })
  expect(said(planet, 'dropped')).toEqual([
    "2: maxjobs=16: nothing of Planet's reads it",
    '6: iso-8859-1: Planet finds out by itself',
  ])
  expect(said(planet, 'needs you')).toEqual([expect.stringMatching(/^11: /)])
})

test('OPML of links: a page without its feed needs the operator', () => {
  const planet = read(
    '<opml><body><outline text="Ann" type="link" xmlUrl="" htmlUrl="https://ann.example/" updated="x"/><outline text="Bob" xmlUrl="https://bob.example/f" updated="2026"/><outline text="x"/></body></opml>',
  )
  expect(items(planet)).toEqual(['# Ann: https://ann.example/', 'https://bob.example/f Bob'])
  expect(said(planet, 'needs you')).toEqual([
    '1: https://ann.example/: a page without its feed, which planet add finds',
  ])
  expect(said(planet, 'dropped')).toEqual(['1: an outline without the address of a feed'])
})

test.each(['homepage', 'home_page', 'siteUrl', 'html_url', 'website'])('a list in YAML: %s is the page', (key) => {
  const [item] = read(`- rss: https://a.example/f\n  ${key}: https://a.example/\n`).items
  expect(item?.kind === 'feed' && Object.fromEntries(item.keys)).toEqual({ site: 'https://a.example/' })
})

test('rawdog: what names the file of its feeds, and says what holds for all of them', () => {
  const planet = read(
    'plugindirs plugins\nmaxarticles 30\ntimeformat %H\ndatetimeformat %H:%M\nfeeddefaults keepmin=3\n    define_lang en\n    maxage 3d\n\ninclude feeds\n',
  )
  expect(planet.format).toBe('config of rawdog')
  expect(planet.parts).toEqual([{ name: 'feeds', line: 9 }])
  expect(planet.feedDefaults).toEqual(new Map([['language', 'en']]))
  expect(items(planet)).toEqual([])
  expect(said(planet, 'dropped').slice(1)).toEqual([
    '5: keepmin of all feeds: how rawdog asked and kept them',
    '7: maxage of all feeds: how rawdog asked and kept them',
  ])
  expect(checkImported(planet).settings.map(({ path, value }) => [path.join('.'), value])).toContainEqual([
    'show.time',
    '%H:%M',
  ])
})

test('YAML that Perl takes and YAML does not: with its line', () => {
  const text = 'title: P\nfeeds:\n  - url: https://a.example/f\n -  url: https://b.example/f\n'
  expect(readPlanet(Buffer.from(text))).toEqual({
    problem: expect.stringMatching(/^cannot be read: line 4, column 1: this line begins after 1 blank/),
    place: expect.objectContaining({ line: 4, column: 1, excerpt: expect.stringContaining('\n  4 |  -  url: ') }),
  })
  const list = '- name: A\n  rss: https://a.example/f\n- name: B: b\n  rss: https://b.example/f\n'
  expect(readPlanet(Buffer.from(list))).toMatchObject({ place: { line: 3 } })
  // A key that stands twice is no mistake here: the last one counts.
  const twice = read('- name: A\n  url: https://a.example/f\n- name: B\n  url: https://b.example/f\n  name: C\n')
  expect(items(twice)).toEqual(['https://a.example/f A', 'https://b.example/f C'])
  expect(readPlanet(Buffer.from(`# Blogs\n- [A](https://a.example/feed.xml)\n\n${list}`))).toMatchObject({
    items: [{ url: 'https://a.example/feed.xml' }],
  })
})

test('sfeedrc: words as the shell has them', () => {
  const planet = read(
    `feeds() {\n\tfeed 'Ann'\\''s blog' 'https://a.example/f'\n\tfeed "say \\"b\\"" https://b.example/f\\?x=1 'https://b.example'/\n\tfeed c\\ d https://c.example/f#x; feed\n}\n`,
  )
  expect(items(planet)).toEqual([
    "https://a.example/f Ann's blog",
    'https://b.example/f?x=1 say "b"',
    'https://c.example/f c d',
  ])
  expect(planet.items[1]).toMatchObject({
    keys: new Map(Object.entries({ name: 'say "b"', site: 'https://b.example/' })),
  })
})

test('a password of an address goes into no comment', () => {
  const feed = 'https://bob:secret@a.example/f'
  const files = [
    ini(`[${feed}]\nname = A\n[http://b.example/f]\n#[${feed}]\n`),
    `title = P\n[a]\nfeed = ${feed}\n[b]\nfeed = https://b.example/f\n`,
    `https://b.example/f\n${feed} "~A"\nexec:curl ${feed}\n`,
    `sources:\n  - href: ${feed}\n  - href: https://b.example/f\n`,
    `feeds() {\nfeed A '${feed}'\nfeed B https://b.example/f\n}\n`,
  ]
  for (const text of files) {
    const written = renderImported(checkImported(read(text)))
    expect(written).toContain('#')
    expect(written).not.toContain('secret')
  }
  expect(said(read(files[2] ?? ''), 'needs you')[0]).toMatch(/^2: a name and password in an address would be published/)
})

test('planetplanet: when a blog is inactive may stand with the template of the front page', () => {
  const planet = read(
    ini('[x/index.html.tmpl]\nactivity_threshold = 90\n[x/other.html.tmpl]\nactivity_threshold = 9\n'),
  )
  expect(planet.settings.map(({ path, value }) => [path.join('.'), value])).toContainEqual([
    'defaults.inactive_after',
    '90d',
  ])
  expect(said(planet, 'dropped')).toEqual([expect.stringMatching(/^8: activity_threshold = 9 of/)])
})

test('M-02 rawdog: what its plug-in says of the planet, and the files that it wrote', () => {
  const planet = read(
    'outputxml ../html/rss20.xml\noutputfoaf ../html/foafroll.xml\noutputopml ../html/opml.xml\nxmltitle "Planet R"\nxmllink "http://r.example/")\nxmllanguage en\nxmldescription All of R\nxmlownername Ann\nxmlowneremail ann@r.example\nxmlurl http://r.example/rss20.xml\nfeed 1h http://a.example/f\n',
  )
  expect(Object.fromEntries(planet.settings.map(({ path, value }) => [path.join('.'), value]))).toEqual({
    title: 'Planet R',
    url: 'http://r.example/',
    language: 'en',
    description: 'All of R',
    'owner.name': 'Ann',
    'owner.email': 'ann@r.example',
    outputs: {
      'rss20.xml': 'rss',
      'foafroll.xml': 'foaf',
      'opml.xml': 'opml',
      'index.html': 'html',
      'atom.xml': 'atom',
    },
  })
  expect(said(planet, 'dropped')).toEqual(["10: xmlurl http://r.example/rss20.xml: nothing of Planet's reads it"])
})

test('sfeedrc: what adds feeds by other means than feed needs the operator; other functions do not', () => {
  const planet = read(
    'feeds() {\n\tfeed a https://a.example/f\n\tytfeed b UC1\n\tfor x in c d; do feed "$x" "https://$x.example/"; done\n}\nfilter() {\n\tcat\n}\n',
  )
  expect(items(planet)).toEqual([
    ...['https://a.example/f a', '# ytfeed b UC1', '# for x in c d; do feed "$x" "https://$x.example/"; done'],
  ])
  expect(said(planet, 'needs you')).toEqual([
    '3: a command that is not run here; write the feeds that it adds below feeds:',
    '4: a command that is not run here; write the feeds that it adds below feeds:',
  ])
  expect(said(planet, 'dropped')).toEqual([expect.stringMatching(/^6: filter/), expect.stringMatching(/^7: cat/)])
})

test('OPML of a reader: what is empty or off says nothing, what it filtered needs the operator, what is off is paused', () => {
  const planet = read(
    '<opml><body><outline text="A" xmlUrl="https://a.example/f" scraperRules="" blocklistRules="(?i)spam" crawler="true" disabled="false" ignoreHTTPCache="false"/><outline text="B" xmlUrl="https://b.example/f" disabled="true" frss:filtersActionRead="x"/><outline text="C" xmlUrl="https://bob:secret@c.example/f"/></body></opml>',
  )
  expect(items(planet)).toEqual(['https://a.example/f A', 'https://b.example/f B', '# C: https://c.example/f'])
  expect(planet.items[1]).toMatchObject({
    keys: new Map(Object.entries({ name: 'B', paused: 'switched off in Miniflux' })),
  })
  expect(said(planet, 'dropped')).toEqual(["undefined: crawler of 1 outline: nothing of Planet's reads it"])
  const needs = said(planet, 'needs you')
  expect(needs.slice(0, 2)).toEqual([
    '1: blocklistrules = (?i)spam of https://a.example/f: what it did can be an include:, an exclude: or a plug-in',
    '1: frss:filtersactionread = x of https://b.example/f: what it did can be an include:, an exclude: or a plug-in',
  ])
  expect(needs[2]).toMatch(/send them by headers: of the feed/)
})

test('Venus: a key of the same section fills another, %% of a later Python is one sign, a value of lines stays in one', () => {
  const planet = read(
    '[Planet]\nname = P\nlink = http://p.example/\ndate_format = %%B %%d\nnew_date_format = %d %%\n\n[http://a.example/f]\nname = Ann of %(town)s\ntown = %(x)s\nx = Kyiv\nonline_accounts =\n  flickr|http://flickr.example/people/ann\n  other|http://other.example/people/ann\n',
  )
  const text = renderImported(checkImported(planet))
  expect(text).toContain('time: "%B %d"')
  expect(text).toContain('date: "%d %%"')
  expect(text).toContain('name: Ann of Kyiv\n')
  expect(text).toContain(
    'x-online_accounts: "flickr|http://flickr.example/people/ann\\nother|http://other.example/people/ann"\n',
  )
})

test('windows-1252 without a word about it: curly quotes too', () => {
  const planet = read(Buffer.from(ini('[http://a.example/f]\nname = \u0093Caf\u00e9\u0094\n'), 'latin1'))
  expect(items(planet)).toEqual(['http://a.example/f “Café”'])
})

test('TOML: the feeds of Mercury and Mars, values without their quotes, tables of tables as comments', () => {
  const planet = read(
    `name = "M \\"x\\""\nurl = 'https://m.example/'\nitems = 10\n\n[[feed]] # one\nname = "A"\nfeed = "https://a.example/f" # why\n[[feed.filters]]\nwhen = "x"\n#[[feed]]\n[[feed]]\nurl = "https://b.example/f"\nhow?\n`,
  )
  expect(planet.settings).toMatchObject([
    { path: ['title'], value: 'M "x"' },
    { path: ['url'], value: 'https://m.example/' },
    { path: ['show', 'entries'], value: 10 },
  ])
  expect(items(planet)).toEqual(
    expect.arrayContaining([
      'https://a.example/f A',
      '# [[feed.filters]]',
      '# when = "x"',
      '#[[feed]]',
      'https://b.example/f',
    ]),
  )
  expect(said(planet, 'needs you').sort()).toEqual([
    '13: cannot be read: “how?”',
    '8: [[feed.filters]] says more of what stands above it',
  ])
  expect(planet.items.filter(({ kind }) => kind === 'feed')).toHaveLength(2)
})

test('M-06 nothing is passed over: what held for all, a list of friends, an outline without a feed, a page that was scraped', () => {
  const venus = read(
    '[Planet]\nname = P\nlink = p.example\n[DEFAULT]\nfacewidth = 64\n[http://a.example/f]\nname = A\n[http://a.example/foaf.rdf]\ncontent_type = foaf\nonline_accounts =\n  flickr|http://x.example/\ndepth = 1\n',
  )
  expect(said(venus, 'dropped')).toEqual([
    expect.stringMatching(/^10: online_accounts of \[http:\/\/a\.example\/foaf\.rdf\]: .* are not followed$/),
    expect.stringMatching(/^12: depth of/),
    '5: facewidth: the style of the page sizes faces',
  ])
  expect(said(venus, 'changed')).toEqual(['3: p.example had no scheme: read as http://p.example/'])
  expect(items(venus)).toEqual(['http://a.example/f A', 'http://a.example/foaf.rdf'])
  expect(venus.items[1]).toMatchObject({ kind: 'list', keys: new Map() })
  const opml = read(
    '<opml><body>\n<outline text="A" xmlUrl="http://a.example/f"/>\n<outline text="Nothing"/>\n<outline text="S" type="HTML+XPath" xmlUrl="http://s.example/"/>\n<outline text="D" frss:opmlUrl="http://d.example/l.opml"/>\n</body></opml>',
  )
  expect(items(opml)).toEqual(['http://a.example/f A', '# S: http://s.example/', 'http://d.example/l.opml'])
  expect(said(opml, 'dropped')).toEqual(['3: an outline without the address of a feed'])
  expect(said(opml, 'needs you')).toEqual([expect.stringMatching(/^4: http:\/\/s\.example\/ is no feed/)])
})

test.each([
  ['Thunderbird OPML Export - Blogs & News Feeds', undefined],
  ['Ann subscriptions in feedly Cloud', undefined],
  ['Subscriptions from Inoreader [https://www.inoreader.com]', undefined],
  ['Subscriptions-OnMyMac.opml', undefined],
  ['Liferea Feed List Export', undefined],
  ['Tiny Tiny RSS Feed Export', undefined],
  ['newsboat - Exported Feeds', undefined],
  ['Miniflux', undefined],
  ['My RSS Feeds', undefined],
  ['Vienna Subscriptions', undefined],
  ['Overcast Podcast Subscriptions', undefined],
  ['Nextcloud News', undefined],
  ['Vienna Tech Blogs', 'Vienna Tech Blogs'],
  ['Nextcloud Community', 'Nextcloud Community'],
  ['Planet Feeds', 'Planet Feeds'],
  ['Blogs of Thunderbird', 'Blogs of Thunderbird'],
])('OPML: what a reader calls its list is no title of a planet: %s', (title, kept) => {
  const head = title.replace('&', '&amp;')
  const planet = read(
    `<opml><head><title>${head}</title></head><body><outline text="A" xmlUrl="http://a.example/f"/></body></opml>`,
  )
  expect(planet.settings.find(({ path }) => path[0] === 'title')?.value).toBe(kept)
  expect(said(planet, 'dropped')).toHaveLength(kept === undefined ? 1 : 0)
})

test('Newsboat: words without quotes are tags where anything else is of Newsboat, names in other lists', () => {
  const keysOf = (text: string) =>
    read(text).items.flatMap((item) => (item.kind === 'feed' ? [Object.fromEntries(item.keys)] : []))
  expect(keysOf('https://a.example/f tech fun\nhttps://b.example/f "~Bob" fun\n')).toEqual([
    { tags: ['tech', 'fun'] },
    { name: 'Bob', tags: ['fun'] },
  ])
  expect(keysOf('https://a.example/f Ann Other\n')).toEqual([{ name: 'Ann Other' }])
})

test('what a table, a list in Markdown, folders in YAML and FOAF say of a feed', () => {
  const keysOf = (text: string) =>
    read(text).items.flatMap((item) => (item.kind === 'feed' ? [Object.fromEntries(item.keys)] : []))
  expect(
    keysOf(
      'Blog,Home page,Feed URL,Author,Category,Lang,Active,City\nA,https://a.example,https://a.example/f,Ann,"x, y",de,no,Bonn\n',
    ),
  ).toEqual([
    {
      name: 'A',
      site: 'https://a.example',
      author: 'Ann',
      tags: ['x', 'y'],
      language: 'de',
      paused: 'Active: no',
      'x-city': 'Bonn',
    },
  ])
  expect(
    keysOf('## One\n- [A](https://a.example): [RSS](https://a.example/f)\n## Two\n- [B](https://b.example/feed)\n'),
  ).toEqual([
    { name: 'A', site: 'https://a.example', tags: ['One'] },
    { name: 'B', tags: ['Two'] },
  ])
  // One heading over all says nothing of any.
  expect(keysOf('## One\n- [A](https://a.example/feed)\n')).toEqual([{ name: 'A' }])
  expect(keysOf('feeds:\n  Tech:\n    - url: https://a.example/f\n      categories: [x]\n')).toEqual([
    { tags: ['Tech', 'x'] },
  ])
  expect(
    keysOf(
      '<rdf:RDF><Person><name>Ann</name><weblog><Document rdf:about="https://a.example/"><title>A</title><channel rdf:about="https://a.example/f"/></Document></weblog></Person></rdf:RDF>',
    ),
  ).toEqual([{ name: 'A', author: 'Ann', site: 'https://a.example/' }])
})

test('feeds that are switched off are paused, in whatever format', () => {
  const list = '- url: https://a.example/f\n  enabled: false\n- url: https://b.example/f\n  active: true\n'
  const files = [
    list,
    '[{"url":"https://a.example/f","disabled":true},{"url":"https://b.example/f","disabled":false}]',
    '[[feeds]]\nurl = "https://a.example/f"\nenabled = false\n[[feeds]]\nurl = "https://b.example/f"\nenabled = true\n',
    'title = P\n[a]\nfeed = https://a.example/f\nactive = no\n[b]\nfeed = https://b.example/f\nactive = yes\n',
  ]
  for (const text of files) {
    const planet = read(text)
    const [off, on] = planet.items.map((item) => (item.kind === 'feed' ? [...item.keys.keys()] : []))
    expect([off, on]).toEqual([['paused'], []])
    expect(said(planet, 'changed')).toEqual([expect.stringMatching(/: is paused, the feed is not asked$/)])
  }
})

test('a map with one folder: its name is no tag, and a version is no feed', () => {
  const planet = read('{"version": 1, "items": [{"title": "A", "xmlUrl": "https://a.example/f", "category": "x"}]}')
  expect(items(planet)).toEqual(['https://a.example/f A'])
  expect(planet.items[0]).toMatchObject({ keys: new Map(Object.entries({ name: 'A', tags: ['x'] })) })
  expect(said(planet, 'dropped')).toEqual(["1: version: 1: nothing of Planet's reads it"])
})

test('what planetplanet hid is not asked', () => {
  const planet = read(ini('[http://a.example/f]\nhidden = yes\n'))
  expect(planet.items[0]).toMatchObject({ keys: new Map([['paused', 'hidden in planetplanet']]) })
  expect(said(planet, 'changed')).toEqual(['6: hidden = yes: is paused, the feed is not asked'])
})

test('feeds2pages: its feeds, and its lists as reading lists', () => {
  const planet = read(
    'feed_urls:\n  - https://a.example/f\nfeed_opml_urls:\n  - https://b.example/l.opml\nmax_posts: 5\n',
  )
  expect(planet.items).toMatchObject([
    { kind: 'feed', url: 'https://a.example/f' },
    { kind: 'list', url: 'https://b.example/l.opml' },
  ])
  expect(said(planet, 'dropped')).toEqual(["5: max_posts: 5: nothing of Planet's reads it"])
})

test('rawdog: what it says of its page and of a feed', () => {
  const planet = read(
    'maxarticles 100\ndayformat %A, %d %B\ntimeout 30s\nnumthreads 4\ndefine_title Planet R\nexpireage 7d\nfeed 15m http://a.example/f\n  define_name A\n  define_face a.png\n  define_nick ann\n  maxage 1d\n',
  )
  const [item] = planet.items
  expect(item?.kind === 'feed' && Object.fromEntries(item.keys)).toEqual({
    every: '15m',
    name: 'A',
    face: 'a.png',
    'x-nick': 'ann',
  })
  expect(Object.fromEntries(planet.settings.map(({ path, value }) => [path.join('.'), value]))).toEqual({
    'show.entries': 100,
    'show.date': '%A, %d %B',
    'fetch.timeout': '30s',
    'fetch.parallel': 4,
    title: 'Planet R',
  })
  expect(said(planet, 'dropped')).toHaveLength(2)
})

/** Texts that an expression can be made to look through for ever. */
const endless: [name: string, text: string][] = [
  ['what may be a feed behind comments', `<!-${'-L><RSS--><!--L><RSS--><!-'.repeat(80)}:><RSS`],
  ['a section that nearly ends', `[a]\n[\v${'\t'.repeat(3000)}]${']'.repeat(1500)}\u2028x`],
  [
    'keys that name each other',
    `[Planet]\n${[...'abcdefghijk'].map((name, at) => `${name} = ${`%(${'bcdefghijkl'[at]})s`.repeat(900)}\n`).join('')}[https://a.example/f]\nname = %(a)s\n`,
  ],
  ['lists within lists, on one line', `${'? '.repeat(100_000)}x`],
  ['hyphens', '-'.repeat(400_000)],
  ['a quote that never ends, in each row', `a,b\n${'"x,https://a.example/f\n'.repeat(30_000)}`],
  ['quotes in quotes', `a,b\n"${'""'.repeat(200_000)}`],
  ['commas', `${','.repeat(200_000)}\nhttps://a.example/f,b\n`],
  ['brackets of links', `- ${'[a]('.repeat(50_000)}`],
  ['links in links', `- ${'['.repeat(100_000)}](https://a.example/`],
  ['addresses in parentheses', `- [a](https://${'('.repeat(100_000)}`],
  ['items within items', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}- https://a.example/`).join('\n')],
  ['a rule of a table', `| a |\n${'|--'.repeat(100_000)}x`],
  ['people in people', `<rdf:RDF>${'<Person><weblog><Document>'.repeat(100_000)}`],
  ['maps in maps', `${Array.from({ length: 100 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}`],
  ['an address in brackets', `<opml><body><outline xmlUrl="x${'&gt;'.repeat(400_000)}y"/></body></opml>`],
  ['a section of blanks', `[a]\n[${' '.repeat(200_000)}x`],
  ['a key without a value', `[a]\nx${' '.repeat(200_000)}y`],
  ['empty lines', `x${'\n'.repeat(200_000)}x`],
  ['addresses without hosts in a line that is no YAML', `feeds:\n${'://'.repeat(60_000)}`],
  [
    'a key that stands in a section for ever',
    `title = x\n[a]\n${Array.from({ length: 60_000 }, (_, n) => `feed = https://a.example/${n}\n`).join('')}`,
  ],
  ['folders by their names', Array.from({ length: 5_000 }, (_, n) => `f${n}:\n- https://a.example/${n}\n`).join('')],
  ['empty lines before a section', `${'\r\t\n'.repeat(30_000)}${'['.repeat(3000)}\n[a]`],
]

test.each(endless)('what no configuration is, is found out at once: %s', (_, text) => {
  expect(readPlanet(Buffer.from(text))).toBeDefined()
})
