import { expect, test } from 'vitest'
import { listProblems } from './load-text.ts'

const title = 'title: P\n'
const url = 'url: https://p.example/\n'
const head = title + url
const feed = `${head}feeds:\n  - url: https://a.example/\n`

const text = {
  title: 'expected text, for example "Planet Example"',
  owner: 'expected keys and values, one a line, for example "name: The Example Community"',
  timeout: 'expected a duration from 1ms to 1h, for example 30s',
  count: 'expected a whole number, 0 or more, for example 10',
  site: 'expected a web address, for example https://example.org/',
  language: 'expected a language, for example en or pt-BR',
  feed: 'expected the address of a feed, or keys and values with at least a url',
  address: 'expected the address of a feed, for example https://blog.example/feed.xml',
}

type Row = { name: string; text: string; problems: string[] }

const whole: Row[] = [
  {
    name: 'nothing but a comment',
    text: '# to do\n',
    problems: ['1:1: the file is empty; expected keys and values, beginning with title: and url:'],
  },
  {
    name: 'null',
    text: '~\n',
    problems: ['1:1: the file is empty; expected keys and values, beginning with title: and url:'],
  },
  {
    name: 'a list',
    text: '- https://a.example/\n',
    problems: ['1:1: expected keys and values, beginning with title: and url:; found a list'],
  },
  {
    name: 'a word',
    text: 'hello\n',
    problems: ['1:1: expected keys and values, beginning with title: and url:; found hello'],
  },
  { name: 'title missing', text: url, problems: [`1:1: "title" is missing; ${text.title}`] },
  { name: 'url missing', text: title, problems: [`1:1: "url" is missing; ${text.site}`] },
]

const titles: Row[] = [
  { name: 'empty', text: `title:\n${url}`, problems: [`1:7: "title" is empty; ${text.title}`] },
  { name: 'an empty string', text: `title: ""\n${url}`, problems: [`1:8: "title" is empty; ${text.title}`] },
  { name: 'blanks', text: `title: "  "\n${url}`, problems: [`1:8: "title" is empty; ${text.title}`] },
  { name: 'null', text: `title: null\n${url}`, problems: [`1:8: "title" is empty; ${text.title}`] },
  {
    name: 'O-08 a number that would lose its zero',
    text: `title: 1.10\n${url}`,
    problems: ['1:8: "title" is text, and 1.10 is not: quote it, "1.10"'],
  },
  {
    name: 'a truth value',
    text: `title: true\n${url}`,
    problems: ['1:8: "title" is text, and true is not: quote it, "true"'],
  },
  { name: 'a list', text: `title: [Planet]\n${url}`, problems: [`1:8: ${text.title}; found a list`] },
  { name: 'keys', text: `title: {a: b}\n${url}`, problems: [`1:8: ${text.title}; found keys and values`] },
  {
    name: 'a control character',
    text: `title: "a\\u0007b"\n${url}`,
    problems: ['1:8: a character that cannot be shown (U+0007); take it out'],
  },
  {
    name: 'half a character',
    text: `title: "\\ud83e"\n${url}`,
    problems: ['1:8: a character that cannot be shown (U+D83E); take it out'],
  },
  {
    name: 'description: a number',
    text: `${head}description: 5\n`,
    problems: ['3:14: "description" is text, and 5 is not: quote it, "5"'],
  },
]

const urls: Row[] = [
  ['empty', '', `2:6: "url" is empty; ${text.site}`],
  ['a number', '5', `2:6: ${text.site}; found 5`],
  ['no scheme', 'p.example', '2:6: "p.example" is not a web address; did you mean "https://p.example"?'],
  ['no colon', 'https//p.example', '2:6: "https//p.example" is not a web address; did you mean "https://p.example"?'],
  ['a word', 'planet', '2:6: "planet" is not a web address; expected for example https://blog.example/'],
  [
    'a blank inside',
    'https://p .example',
    '2:6: "https://p .example" has a blank inside; write two addresses on two lines, and a blank as %20',
  ],
  [
    'a port too high',
    'https://p.example:99999/',
    '2:6: "https://p.example:99999/" is not a web address; expected for example https://blog.example/',
  ],
  [
    'another scheme',
    'ftp://p.example/',
    '2:6: "ftp://p.example/" cannot be asked: only http:// and https:// addresses can; expected for example https://blog.example/',
  ],
  [
    'a misspelt scheme',
    'htps://p.example/',
    '2:6: "htps://p.example/" cannot be asked: only http:// and https:// addresses can; did you mean "https://p.example/"?',
  ],
  [
    'mailto',
    'mailto:a@b.example',
    '2:6: "mailto:a@b.example" is not a web address; expected for example https://blog.example/',
  ],
  [
    'a script',
    'javascript:alert(1)',
    '2:6: "javascript:alert(1)" is not a web address; expected for example https://blog.example/',
  ],
  [
    'O-17 a password',
    'https://bob:secret@p.example/',
    '2:6: a name and password in an address would be published; take them out',
  ],
].map(([name = '', value, problem = '']) => ({ name, text: `${title}url: ${value}\n`, problems: [problem] }))

const places: Row[] = [
  ['language: a number', 'language: 5', `3:11: ${text.language}; found 5`],
  ['language: empty', 'language:', `3:10: "language" is empty; ${text.language}`],
  ['language: its English name', 'language: English', '3:11: "English" is no language; did you mean "en"?'],
  ['language: its own name', 'language: Français', '3:11: "Français" is no language; did you mean "fr"?'],
  ['language: an underscore', 'language: en_US', '3:11: "en_US" is no language; did you mean "en-US"?'],
  [
    'language: two letters that are none',
    'language: xx',
    '3:11: "xx" is no language; expected its short form, for example en or pt-BR',
  ],
  ['language: a country', 'language: jp', '3:11: "jp" is no language; did you mean "ja"?'],
  [
    'language: a word',
    'language: klingonish',
    '3:11: "klingonish" is no language; expected its short form, for example en or pt-BR',
  ],
  [
    'language: a word that every object knows',
    'language: constructor',
    '3:11: "constructor" is no language; expected its short form, for example en or pt-BR',
  ],
  ['timezone: a number', 'timezone: 2', '3:11: expected a time zone, for example Europe/Berlin; found 2'],
  ['timezone: empty', 'timezone:', '3:10: "timezone" is empty; expected a time zone, for example Europe/Berlin'],
  ['timezone: a city', 'timezone: Berlin', '3:11: "Berlin" is no time zone; did you mean "Europe/Berlin"?'],
  [
    'timezone: a city of two words',
    'timezone: New York',
    '3:11: "New York" is no time zone; did you mean "America/New_York"?',
  ],
  [
    'timezone: misspelt',
    'timezone: Europe/Berlni',
    '3:11: "Europe/Berlni" is no time zone; did you mean "Europe/Berlin"?',
  ],
  ['timezone: an offset', 'timezone: +02:00', '3:11: "+02:00" is no time zone; expected for example Europe/Berlin'],
  ['timezone: summer time', 'timezone: CEST', '3:11: "CEST" is no time zone; expected for example Europe/Berlin'],
  ['owner: a name', 'owner: Bob', `3:8: ${text.owner}; found Bob`],
  ['owner: empty', 'owner:', `3:7: "owner" is empty; ${text.owner}`],
  ['owner: no colon', 'owner:\n  name Bob', `4:3: ${text.owner}; found name Bob`],
  ['owner.name: a number', 'owner:\n  name: 4', '4:9: "name" is text, and 4 is not: quote it, "4"'],
  [
    'owner.email: no address',
    'owner:\n  email: nobody',
    '4:10: expected an e-mail address, for example planet@example.org; found nobody',
  ],
  [
    'owner.email: in brackets',
    'owner:\n  email: <a@b.example>',
    '4:10: expected an e-mail address, for example planet@example.org; found <a@b.example>',
  ],
  [
    'owner.email: empty',
    'owner:\n  email:',
    '4:9: "email" is empty; expected an e-mail address, for example planet@example.org',
  ],
  [
    'owner.url: a word',
    'owner:\n  url: bob',
    '4:8: "bob" is not a web address; expected for example https://blog.example/',
  ],
].map(([name = '', lines, problem = '']) => ({ name, text: `${head}${lines}\n`, problems: [problem] }))

const numbers: Row[] = [
  ['show: empty', 'show:', '3:6: "show" is empty; expected keys and values, one a line, for example "days: 10"'],
  ['show.days: a word', 'show:\n  days: ten', `4:9: ${text.count}; found ten`],
  ['show.days: negative', 'show:\n  days: -1', `4:9: ${text.count}; found -1`],
  ['show.days: a fraction', 'show:\n  days: 1.5', `4:9: ${text.count}; found 1.5`],
  ['show.days: empty', 'show:\n  days:', `4:8: "days" is empty; ${text.count}`],
  ['show.days: in quotes', 'show:\n  days: "10"', `4:9: ${text.count}; found "10", write it without quotes`],
  ['show.days: infinite', 'show:\n  days: .inf', `4:9: ${text.count}; found .inf`],
  ['show.days: no number at all', 'show:\n  days: .nan', `4:9: ${text.count}; found .nan`],
  [
    'show.days: beyond all counting',
    'show:\n  days: 99999999999999999999',
    `4:9: ${text.count}; found 99999999999999999999`,
  ],
  ['show.entries: a list', 'show:\n  entries: [1]', `4:12: ${text.count}; found a list`],
  ['show.date: a number', 'show:\n  date: 2019', '4:9: "date" is text, and 2019 is not: quote it, "2019"'],
  [
    'show.time: empty',
    'show:\n  time:',
    '4:8: "time" is empty; expected text with letters of strftime, for example "%B %d, %Y %H:%M"',
  ],
  [
    'fetch: a list',
    'fetch: [a]',
    '3:8: expected keys and values, one a line, for example "timeout: 30s"; found a list',
  ],
  [
    'fetch.timeout: no unit',
    'fetch:\n  timeout: 30',
    `4:12: ${text.timeout}; found 30, without a unit (s, m, h, d, w or y)`,
  ],
  ['fetch.timeout: a word', 'fetch:\n  timeout: soon', `4:12: ${text.timeout}; found soon`],
  ['fetch.timeout: an unknown unit', 'fetch:\n  timeout: 5constructor', `4:12: ${text.timeout}; found 5constructor`],
  ['fetch.timeout: none', 'fetch:\n  timeout: 0s', `4:12: ${text.timeout}; found 0s`],
  ['fetch.timeout: longer than any timer', 'fetch:\n  timeout: 60d', `4:12: ${text.timeout}; found 60d`],
  ['fetch.timeout: empty', 'fetch:\n  timeout:', `4:11: "timeout" is empty; ${text.timeout}`],
  [
    'fetch.parallel: none',
    'fetch:\n  parallel: 0',
    '4:13: expected a whole number, 1 or more, for example 10; found 0',
  ],
  [
    'fetch.host_parallel: none',
    'fetch:\n  host_parallel: 0',
    '4:18: expected a whole number, 1 or more, for example 10; found 0',
  ],
  [
    'fetch.host_delay: a number',
    'fetch:\n  host_delay: 1',
    '4:15: expected a duration from 0s to 1h, for example 1s; found 1, without a unit (s, m, h, d, w or y)',
  ],
  [
    'fetch.max_size: no unit',
    'fetch:\n  max_size: 10',
    '4:13: expected a size up to 500MB, for example 10MB; found 10',
  ],
  [
    'fetch.max_size: nothing',
    'fetch:\n  max_size: 0MB',
    '4:13: expected a size up to 500MB, for example 10MB; found 0MB',
  ],
  [
    'fetch.max_size: more than a text can hold',
    'fetch:\n  max_size: 1GB',
    '4:13: expected a size up to 500MB, for example 10MB; found 1GB',
  ],
  [
    'fetch.allow_private: no list',
    'fetch:\n  allow_private: i.example:80',
    '4:18: expected a list, for example [intranet.example:8080]; found i.example:80',
  ],
  [
    'fetch.allow_private: empty',
    'fetch:\n  allow_private:',
    '4:17: "allow_private" is empty; expected a list, for example [intranet.example:8080]',
  ],
  [
    'fetch.allow_private: a port alone',
    'fetch:\n  allow_private: [80]',
    '4:19: expected a host and port, for example intranet.example:8080; found 80',
  ],
  [
    'fetch.allow_private: no port',
    'fetch:\n  allow_private: [i.example]',
    '4:19: "i.example" is no host and port; expected for example intranet.example:8080',
  ],
  [
    'fetch.allow_private: a whole address',
    'fetch:\n  allow_private: ["http://i.example:80"]',
    '4:19: "http://i.example:80" is no host and port; expected for example intranet.example:8080',
  ],
  [
    'fetch.allow_private: a query',
    'fetch:\n  allow_private: ["i.example?:80"]',
    '4:19: "i.example?:80" is no host and port; expected for example intranet.example:8080',
  ],
  [
    'fetch.allow_private: a port too high',
    'fetch:\n  allow_private: ["i.example:99999"]',
    '4:19: "i.example:99999" is no host and port; expected for example intranet.example:8080',
  ],
  [
    'fetch.allow_private: an empty line',
    'fetch:\n  allow_private:\n    -',
    '5:6: this is empty; expected a host and port, for example intranet.example:8080',
  ],
  [
    'id: a word',
    'id: planet',
    '3:5: expected an absolute address or URN, for example https://old-planet.example/atom.xml; found planet',
  ],
  ['outputs: a word', 'outputs: html', '3:10: expected a list, for example [html, atom]; found html'],
  [
    'outputs: an empty list',
    'outputs: []',
    '3:10: expected at least one output, for example [html, atom]; found a list',
  ],
  [
    'outputs: no format',
    'outputs: [html, pdf]',
    '3:17: expected one of html, atom, rss, json, opml, foaf, rss10; found pdf',
  ],
  [
    'outputs: an empty map',
    'outputs: {}',
    '3:10: expected at least one output, for example [html, atom]; found keys and values',
  ],
  [
    'outputs: a name with no format',
    'outputs: {feed.pdf: pdf}',
    '3:21: expected one of html, atom, rss, json, opml, foaf, rss10; found pdf',
  ],
  [
    'outputs: a name that is another format’s',
    'outputs: {rss.xml: atom}',
    '3:20: "rss.xml" is what rss is called; call this one otherwise',
  ],
  [
    'outputs: pages under another name',
    'outputs: {planet.html: html}',
    '3:24: "planet.html" cannot be: pages have names of their own; write index.html: html',
  ],
  [
    'outputs: a name elsewhere',
    'outputs: {../feed.xml: atom}',
    '3:24: "../feed.xml" is no name of a file at the top of the site; expected for example rss20.xml',
  ],
  [
    'outputs: a name of the site’s own',
    'outputs: {status.json: json}',
    '3:24: "status.json" is taken by the pages of the site; call it otherwise',
  ],
  [
    'websub: no address',
    'websub: hub.example',
    '3:9: "hub.example" is not a web address; did you mean "https://hub.example"?',
  ],
  ['defaults: a number', 'defaults: 3', '3:11: expected keys and values, one a line, for example "first: 10"; found 3'],
  ['defaults.first: a word', 'defaults:\n  first: all', `4:10: ${text.count}; found all`],
  ['defaults.per_day: negative', 'defaults:\n  per_day: -5', `4:12: ${text.count}; found -5`],
  [
    'defaults.max_age: none',
    'defaults:\n  max_age: 0d',
    '4:12: expected a duration from 1s to 1000y, for example 1y; found 0d',
  ],
  [
    'defaults.max_age: beyond the calendar',
    'defaults:\n  max_age: 9999999y',
    '4:12: expected a duration from 1s to 1000y, for example 1y; found 9999999y',
  ],
].map(([name = '', lines, problem = '']) => ({ name, text: `${head}${lines}\n`, problems: [problem] }))

const list = 'expected a list of feeds, each on a line that begins with "- "'
const image = 'expected an image: a web address, or a file, for example faces/bob.png'
const outside = (file: string) =>
  `5:11: "${file}" is no file below the planet's root, where feeds.yaml is; expected for example faces/bob.png`
const hidden = (file: string) =>
  `5:11: "${file}" is in a folder that begins with a dot, which is not for the public; expected for example faces/bob.png`
const feeds: Row[] = [
  {
    name: 'an address of thousands of letters',
    text: `${head}feeds:\n  - https://a.example/${'x'.repeat(3000)}\n`,
    problems: ['4:5: an address of 3018 characters is none that a feed has: at most 2000 are taken'],
  },
  {
    name: 'an address',
    text: `${head}feeds: https://a.example/\n`,
    problems: [`3:8: ${list}; found https://a.example/`],
  },
  {
    name: 'keys',
    text: `${head}feeds:\n  url: https://a.example/\n`,
    problems: [`4:3: ${list}; found keys and values`],
  },
  {
    name: 'no blank after the dash',
    text: `${head}feeds:\n  -https://a.example/\n`,
    problems: [`4:3: a blank is missing behind the dash; ${list}`],
  },
  {
    name: 'a dash too few',
    text: `${head}feeds:\n  - https://a.example/\n    https://b.example/\n`,
    problems: [
      '4:5: "https://a.example/ https://b.example/" has a blank inside; write two addresses on two lines, and a blank as %20',
    ],
  },
  { name: 'a number', text: `${head}feeds:\n  - 3\n`, problems: [`4:5: ${text.feed}; found 3`] },
  { name: 'an empty line', text: `${head}feeds:\n  -\n`, problems: [`4:4: this is empty; ${text.feed}`] },
  { name: 'an empty string', text: `${head}feeds:\n  - ""\n`, problems: [`4:5: this is empty; ${text.address}`] },
  {
    name: 'a list in the list',
    text: `${head}feeds:\n  - - https://a.example/\n`,
    problems: [`4:5: ${text.feed}; found a list`],
  },
  { name: 'no url', text: `${head}feeds:\n  - name: Bob\n`, problems: [`4:5: "url" is missing; ${text.address}`] },
  { name: 'url empty', text: `${head}feeds:\n  - url:\n`, problems: [`4:9: "url" is empty; ${text.address}`] },
  { name: 'url a number', text: `${head}feeds:\n  - url: 5\n`, problems: [`4:10: ${text.address}; found 5`] },
  { name: 'url a list', text: `${head}feeds:\n  - url: [a]\n`, problems: [`4:10: ${text.address}; found a list`] },
  {
    name: 'a bare word',
    text: `${head}feeds:\n  - bob\n`,
    problems: ['4:5: "bob" is not a web address; expected for example https://blog.example/feed.xml'],
  },
  {
    name: 'the address and a name on one line',
    text: `${head}feeds:\n  - https://a.example/f name: Bob\n`,
    problems: [
      '4:5: more about a feed than its address: write its address as "url: https://a.example/f", and "name:" on a line below',
    ],
  },
  {
    name: 'a second dash that is indented further',
    text: `${head}feeds:\n- https://a.example/f\n - https://b.example/f\n`,
    problems: [
      '4:3: "https://a.example/f - https://b.example/f" is two lines in one: a "- " that begins a feed stands right below the one before',
    ],
  },
  {
    name: 'a key of a section, which is known at the top as well',
    text: `${head}tags: auto\n`,
    problems: [
      '3:7: expected keys and values, one a line, for example "core: Core team"; found auto; or did you mean archive: {tags: auto}?',
    ],
  },
  {
    name: 'the address as a key',
    text: `${head}feeds:\n  - https://a.example/: Bob\n`,
    problems: ['4:5: more about a feed than its address: write its address as "url: https://a.example/"'],
  },
  {
    name: 'O-17 a password',
    text: `${head}feeds:\n  - https://bob:secret@a.example/\n`,
    problems: [
      '4:5: a name and password in an address would be published; take them out, and send them by headers: of the feed',
    ],
  },
  {
    name: 'name: a number',
    text: `${feed}    name: 5\n`,
    problems: ['5:11: "name" is text, and 5 is not: quote it, "5"'],
  },
  {
    name: 'name: a number, beside a misspelt one',
    text: `${feed}    name: 5\n    nmae: Bob\n`,
    problems: ['5:11: "name" is text, and 5 is not: quote it, "5"', '6:5: unknown key "nmae"; did you mean "name"?'],
  },
  {
    name: 'author: a truth value',
    text: `${feed}    author: false\n`,
    problems: ['5:13: "author" is text, and false is not: quote it, "false"'],
  },
  {
    name: 'author: empty',
    text: `${feed}    author:\n`,
    problems: ['5:12: "author" is empty; expected text, for example "Bob"'],
  },
  {
    name: 'site: no scheme',
    text: `${feed}    site: a.example\n`,
    problems: ['5:11: "a.example" is not a web address; did you mean "https://a.example"?'],
  },
  { name: 'face: empty', text: `${feed}    face:\n`, problems: [`5:10: "face" is empty; ${image}`] },
  { name: 'face: a number', text: `${feed}    face: 7\n`, problems: [`5:11: ${image}; found 7`] },
  { name: 'face: absolute', text: `${feed}    face: /etc/passwd\n`, problems: [outside('/etc/passwd')] },
  { name: 'face: above the root', text: `${feed}    face: ../bob.png\n`, problems: [outside('../bob.png')] },
  {
    name: 'face: above the root by a detour',
    text: `${feed}    face: faces/../../bob.png\n`,
    problems: [outside('faces/../../bob.png')],
  },
  { name: 'face: the state', text: `${feed}    face: .planet/planet.db\n`, problems: [hidden('.planet/planet.db')] },
  { name: 'face: a hidden folder', text: `${feed}    face: a/.b/c.png\n`, problems: [hidden('a/.b/c.png')] },
  {
    name: 'face: no picture',
    text: `${feed}    face: feeds.yaml\n`,
    problems: [
      '5:11: "feeds.yaml" is no picture: expected SVG, PNG, JPEG, GIF, WebP or AVIF, for example faces/bob.png',
    ],
  },
  { name: 'face: the root itself', text: `${feed}    face: .\n`, problems: [outside('.')] },
  { name: 'face: a folder', text: `${feed}    face: faces/\n`, problems: [outside('faces/')] },
  { name: 'face: backslashes', text: `${feed}    face: faces\\bob.png\n`, problems: [outside('faces\\bob.png')] },
  { name: 'face: a drive', text: `${feed}    face: C:\\bob.png\n`, problems: [outside('C:\\bob.png')] },
  {
    name: 'face: data',
    text: `${feed}    face: data:image/png;base64,AA\n`,
    problems: [
      '5:11: "data:image/png;base64,AA" is not a web address; expected for example https://blog.example/bob.png',
    ],
  },
  {
    name: 'language: a name',
    text: `${feed}    language: Deutsch\n`,
    problems: ['5:15: "Deutsch" is no language; did you mean "de"?'],
  },
]

const repeated: Row[] = [
  ['the same', 'https://a.example/x', ''],
  ['http', 'http://a.example/x', ' (only http/https differs)'],
  ['www.', 'https://www.a.example/x', ' (only www. differs)'],
  ['a slash', 'https://a.example/x/', ' (only the slash at the end differs)'],
  ['two of them', 'http://www.a.example/x', ' (only http/https and www. differ)'],
  ['all of them', 'http://www.a.example/x/', ' (only http/https, www. and the slash at the end differ)'],
  ['a fragment', 'https://a.example/x#top', ''],
  ['capitals in the host', 'HTTPS://A.Example/x', ''],
  ['feed:', 'feed:https://a.example/x', ''],
].map(([name = '', address, difference]) => ({
  name,
  text: `${head}feeds:\n  - https://a.example/x\n  - {name: B, url: "${address}"}\n`,
  problems: [`5:20: the same feed as line 4${difference}`],
}))

test.each(whole)('O-06 the whole file: $name', async ({ text, problems }) =>
  expect(await listProblems(text)).toEqual(problems),
)
test.each(titles)('O-06 title: $name', async ({ text, problems }) => expect(await listProblems(text)).toEqual(problems))
test.each(urls)('O-06 url: $name', async ({ text, problems }) => expect(await listProblems(text)).toEqual(problems))
test.each(places)('O-06 $name', async ({ text, problems }) => expect(await listProblems(text)).toEqual(problems))
test.each(numbers)('O-06 $name', async ({ text, problems }) => expect(await listProblems(text)).toEqual(problems))
test.each(feeds)('O-06 feeds: $name', async ({ text, problems }) => expect(await listProblems(text)).toEqual(problems))
test.each(repeated)('O-07 the same feed twice: $name', async ({ text, problems }) =>
  expect(await listProblems(text)).toEqual(problems),
)

const aside = [
  [
    'a word of YAML 1.1 that would be a reason',
    '- {url: https://a.example/, paused: no}',
    `4:39: ${'"paused" says why a feed is not asked; one that is to be asked has no such line: take it out'}`,
  ],
  [
    'false',
    '- {url: https://a.example/, paused: false}',
    `4:39: ${'"paused" says why a feed is not asked; one that is to be asked has no such line: take it out'}`,
  ],
  [
    'true',
    '- {url: https://a.example/, paused: true}',
    '4:39: say why it is not asked; expected text, for example "on holiday until May"',
  ],
  [
    'a name that begins with #',
    '- url: https://a.example/\n    name: #1 blog',
    '5:11: "name" is empty, for what begins with "#" is a comment; put quotes around the value',
  ],
  [
    'a dash of another kind',
    '– https://a.example/',
    '4:3: “–” is not the dash of a list; expected a list of feeds, each on a line that begins with "- "',
  ],
  [
    'curly quotes',
    '- “https://a.example/”',
    '4:5: "“https://a.example/”" begins with a curly quote, which is a letter here; write straight ones, or none',
  ],
  [
    'a word where a list is expected',
    '- {url: https://a.example/, tags: core}',
    '4:37: expected a list of tags, for example [core, de]; found core, write [core]',
  ],
  [
    'minutes in full',
    '- {url: https://a.example/, every: 30 minutes}',
    '4:38: expected a duration from 15m to 30d, for example 1h; found 30 minutes; did you mean "30m"?',
  ],
]

test.each(aside)('O-06 what is meant is told: %s', async (_, lines, problem) => {
  expect(await listProblems(`${head}feeds:\n  ${lines}\n`)).toEqual([problem])
})

test('O-06 a conflict that git has left is one mistake; blanks of web pages indent nothing', async () => {
  const conflict = '<<<<<<< HEAD\n  - https://a.example/\n=======\n  - https://b.example/\n>>>>>>> other\n'
  expect(await listProblems(`${head}feeds:\n${conflict}`)).toEqual([
    '4:1: two have changed this place, and git does not know whose is right: keep one, and take <<<<<<<, ======= and >>>>>>> out',
  ])
  expect(await listProblems(`${head}feeds:\n\u00a0\u00a0- https://a.example/\n`)).toEqual([
    '4:1: this line begins with a blank of another kind, as web pages have it; use spaces',
  ])
  expect(await listProblems('title: P\nurl: https://p.example/?x=1\n')).toEqual([
    '2:6: pages cannot stand below "?x=1"; take it out of the address',
  ])
})
