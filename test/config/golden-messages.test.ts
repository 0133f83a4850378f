import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listKeys } from '../../src/config/list-keys.ts'
import { makeFolder, refuseFile, refuseText } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'

/** Whole messages, as the operator reads them on standard error. */
const rows = [
  {
    name: 'O-06 every mistake in one run, in the order of the file',
    text: `titel: Planet XMPP
url: https://p.example/

feeds:
  - https://bob.example/feed
  - url: alice.example/feed.xml
  - http://bob.example/feed
`,
    message: `feeds.yaml:1:1: unknown key "titel"; did you mean "title"?
  1 | titel: Planet XMPP
    | ^^^^^
feeds.yaml:6:10: "alice.example/feed.xml" is not a web address; did you mean "https://alice.example/feed.xml"?
  6 |   - url: alice.example/feed.xml
    |          ^^^^^^^^^^^^^^^^^^^^^^
feeds.yaml:7:5: the same feed as line 5 (only http/https differs)
  7 |   - http://bob.example/feed
    |     ^^^^^^^^^^^^^^^^^^^^^^^
3 errors; nothing built`,
  },
  {
    name: 'O-07 an unquoted colon: the whole value is marked',
    text: 'title: Planet: The Blogs\nurl: https://p.example/\n',
    message: `feeds.yaml:1:8: a colon and a space inside a value; put quotes around the value
  1 | title: Planet: The Blogs
    |        ^^^^^^^^^^^^^^^^^
1 error; nothing built`,
  },
  {
    name: 'O-07 a tab',
    text: `${head}owner:\n\tname: Bob\n`,
    message: `feeds.yaml:4:1: a tab cannot indent; use spaces
  4 |  name: Bob
    | ^
1 error; nothing built`,
  },
  {
    name: 'O-07 a BOM takes no column',
    text: '\ufefftitel: P\nurl: https://p.example/\n',
    message: `feeds.yaml:1:1: unknown key "titel"; did you mean "title"?
  1 | titel: P
    | ^^^^^
1 error; nothing built`,
  },
  {
    name: 'O-07 Windows line ends are not shown',
    text: 'title: P\r\nurl: planet\r\n',
    message: `feeds.yaml:2:6: "planet" is not a web address; expected for example https://blog.example/
  2 | url: planet
    |      ^^^^^^
1 error; nothing built`,
  },
  {
    name: 'line ends of old Macs count as lines',
    text: 'title: P\rurl: planet\r',
    message: `feeds.yaml:2:6: "planet" is not a web address; expected for example https://blog.example/
  2 | url: planet
    |      ^^^^^^
1 error; nothing built`,
  },
  {
    name: 'O-06 the caret stands under wide characters, and is as wide as they are',
    text: `${head}feeds:\n  - {name: 日本語惑星, url: 日本}\n`,
    message: `feeds.yaml:4:24: "日本" is not a web address; expected for example https://blog.example/feed.xml
  4 |   - {name: 日本語惑星, url: 日本}
    |                             ^^^^
1 error; nothing built`,
  },
  {
    name: 'O-06 the caret stands right behind emoji and combining marks',
    text: `${head}owner: {name: 🪐 Rene\u0301, url: x}\n`,
    message: `feeds.yaml:3:30: "x" is not a web address; expected for example https://blog.example/
  3 | owner: {name: 🪐 Rene\u0301, url: x}
    |                             ^
1 error; nothing built`,
  },
  {
    name: 'a long line is cut on its left',
    text: `${head}feeds:\n  - {name: ${'x'.repeat(200)}, url: nope}\n`,
    message: `feeds.yaml:4:219: "nope" is not a web address; expected for example https://blog.example/feed.xml
  4 | …${'x'.repeat(53)}, url: nope}
    | ${' '.repeat(61)}^^^^
1 error; nothing built`,
  },
  {
    name: 'a long value is cut on its right, also in the message',
    text: `title: P\nurl: ${'x'.repeat(300)}\n`,
    message: `feeds.yaml:2:6: "${'x'.repeat(99)}…" is not a web address; expected for example https://blog.example/
  2 | url: ${'x'.repeat(95)}…
    |      ${'^'.repeat(95)}
1 error; nothing built`,
  },
  {
    name: 'what a terminal would obey is shown as a sign',
    text: `${head}"\u001b[31mred": 1\n`,
    message: `feeds.yaml:3:1: unknown key "�[31mred"; known here: ${listKeys()
      .map(({ name }) => name)
      .join(', ')}
  3 | "�[31mred": 1
    | ^^^^^^^^^^
1 error; nothing built`,
  },
  {
    name: 'a value of several lines stays on one',
    text: 'title: P\nurl: |\n  nope\n  never\n',
    message: `feeds.yaml:2:6: "nope never" has a blank inside; write two addresses on two lines, and a blank as %20
  2 | url: |
    |      ^
1 error; nothing built`,
  },
  {
    name: 'an empty file has no line to show',
    text: '',
    message: `feeds.yaml:1:1: the file is empty; expected keys and values, beginning with title: and url:
1 error; nothing built`,
  },
  {
    name: 'feeds that are no list are one mistake',
    text: `${head}feeds:\n  alice: https://alice.example/feed\n  bob: https://bob.example/feed\n`,
    message: `feeds.yaml:4:3: expected a list of feeds, each on a line that begins with "- "; found keys and values
  4 |   alice: https://alice.example/feed
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
1 error; nothing built`,
  },
  {
    name: 'what other programs call it',
    text: 'name: P\nurl: https://p.example/\nfeeds:\n  - xmlUrl: https://alice.example/feed\n    title: Alice\n',
    message: `feeds.yaml:1:1: unknown key "name"; did you mean "title"?
  1 | name: P
    | ^^^^
feeds.yaml:4:5: unknown key "xmlUrl"; did you mean "url"?
  4 |   - xmlUrl: https://alice.example/feed
    |     ^^^^^^
feeds.yaml:5:5: unknown key "title"; did you mean "name"?
  5 |     title: Alice
    |     ^^^^^
3 errors; nothing built`,
  },
  ...[
    [
      'config.ini of Venus',
      'an INI file, as Venus and Pluto have them',
      '# P\n[Planet]\nname = P\n\n[https://a.example/feed]\nname = A\n',
    ],
    ['OPML', 'a list of feeds in OPML', '<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>'],
    ['a list', 'a list of addresses', 'https://a.example/feed\nhttps://b.example/feed\n'],
  ].map(([name, kind, text = '']) => ({
    name: `a file of another program: ${name}`,
    text,
    message: `planet: feeds.yaml: this is ${kind}, and no YAML; give it another name, and "planet import NAME" makes feeds.yaml of it`,
  })),
  {
    name: 'line numbers of two digits move the caret',
    text: `${head}${'\n'.repeat(8)}language: german\n`,
    message: `feeds.yaml:11:11: "german" is no language; did you mean "de"?
  11 | language: german
     |           ^^^^^^
1 error; nothing built`,
  },
]

test.each(rows)('$name', async ({ text, message }) => {
  expect(await refuseText(text)).toBe(message)
})

const utf8 = (line: string, column: number) =>
  `feeds.yaml:1:${column}: this letter is not written in UTF-8; save the file as UTF-8\n  1 | ${line}\n    | ${' '.repeat(column - 1)}^\n1 error; nothing built`
const unreadable = [
  { name: 'Latin-1', bytes: Buffer.from('title: Größe\n', 'latin1'), message: utf8('title: Gr\ufffd\ufffde', 10) },
  {
    name: 'UTF-16',
    bytes: Buffer.from(`\ufeff${head}`, 'utf16le'),
    message: 'planet: feeds.yaml is written in UTF-16; save it as UTF-8',
  },
  { name: 'a cut UTF-8 sequence', bytes: Buffer.from('title: äü').subarray(0, -1), message: utf8('title: ä\ufffd', 9) },
]

test.each(unreadable)('not UTF-8: $name', async ({ bytes, message }) => {
  expect(await refuseText(bytes)).toBe(message)
})

test('no such file', async () => {
  const file = path.join(makeFolder(), 'feeds.yaml')
  expect(await refuseFile(file)).toBe('planet: there is no feeds.yaml; name another with --config FILE')
})

test('a file where a folder should be', async () => {
  const file = path.join(makeFolder(), 'feeds.yaml')
  writeFileSync(file, head)
  expect(await refuseFile(path.join(file, 'feeds.yaml'))).toMatch(/^planet: there is no /)
})

test('a folder', async () => {
  const folder = makeFolder()
  expect(await refuseFile(folder)).toBe(`planet: ${path.basename(folder)} is a folder; name the file in it`)
})
