import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addToList, removeEmptyList, removeFromList } from '../../src/config/edit-list.ts'
import { openConfigEdit } from '../../src/config/open-config-edit.ts'

const head = `# Our planet\ntitle:  "P"   # the name\nurl: 'https://p.example/'\n`

const additions = [
  {
    name: 'no list: one is made at the end',
    text: `${head}feeds:\n  - https://a.example/\n\n\n`,
    added: `${head}feeds:\n  - https://a.example/\n\npurged:\n  - https://a.example/x\n`,
  },
  { name: 'no line end', text: 'title: P', added: 'title: P\n\npurged:\n  - https://a.example/x\n' },
  {
    name: 'an empty list',
    text: `${head}purged:   # nothing yet\nfeeds: []\n`,
    added: `${head}purged:   # nothing yet\n  - https://a.example/x\nfeeds: []\n`,
  },
  {
    name: 'behind the last, with its comment; what follows stays',
    text: `${head}purged:\n# old\n- one # why\n# end\nfeeds: []\n`,
    added: `${head}purged:\n# old\n- one # why\n- https://a.example/x\n# end\nfeeds: []\n`,
  },
  {
    name: 'behind an item of several lines, at its indent',
    text: `purged:\n    - feed: https://a.example/\n      reason: >\n        because\n\nurl: x\n`,
    added: `purged:\n    - feed: https://a.example/\n      reason: >\n        because\n    - https://a.example/x\n\nurl: x\n`,
  },
  { name: 'brackets', text: 'purged: [one, two]\n', added: 'purged: [one, two, https://a.example/x]\n' },
  { name: 'empty brackets', text: 'purged: []\n', added: 'purged: [https://a.example/x]\n' },
  {
    name: 'lines that end with CR LF',
    text: 'title: P\r\npurged:\r\n  - one\r\n',
    added: 'title: P\r\npurged:\r\n  - one\r\n  - https://a.example/x\r\n',
  },
  { name: 'all in braces: refused', text: '{title: P, url: x}\n', added: undefined },
  { name: 'an alias: refused', text: 'x-list: &list [a]\npurged: *list\n', added: undefined },
]

test.each(additions)('O-09 addToList: $name', ({ text, added }) => {
  expect(addToList(text, 'purged', 'https://a.example/x')).toBe(added)
})

test.each([
  ['no', 'no'],
  ['12', '"12"'],
  ['a: b', '"a: b"'],
  ['# x', '"# x"'],
  ['tag:a,2020:/x y', 'tag:a,2020:/x y'],
])('O-09 addToList: an item that says %s is written %s', (item, written) => {
  expect(addToList('title: P\npurged:\n- a\n', 'purged', item)).toBe(`title: P\npurged:\n- a\n- ${written}\n`)
})

test('O-09 addToList: keys and values', () => {
  const item = { feed: 'https://a.example/', reason: 'asked: by the author' }
  expect(addToList('purged:\n  - a\n', 'purged', item)).toBe(
    'purged:\n  - a\n  - feed: https://a.example/\n    reason: "asked: by the author"\n',
  )
  expect(addToList('purged: [a]\n', 'purged', item)).toBe(
    'purged: [a, {feed: https://a.example/, reason: "asked: by the author"}]\n',
  )
})

const removals = [
  {
    name: 'the first',
    text: `purged:\n  # on a\n  - a\n  # on b\n  - b # yes\nurl: x\n`,
    index: 0,
    left: `purged:\n  # on a\n  # on b\n  - b # yes\nurl: x\n`,
  },
  {
    name: 'the last',
    text: 'purged:\n  - a\n  - feed: b\n    reason: c\nurl: x\n',
    index: 1,
    left: 'purged:\n  - a\nurl: x\n',
  },
  { name: 'the only one', text: 'purged:\n  - a\nurl: x\n', index: 0, left: 'purged:\nurl: x\n' },
  { name: 'of brackets', text: 'purged: [a, b, c] # x\n', index: 1, left: 'purged: [a, c] # x\n' },
  { name: 'the last of brackets', text: 'purged: [a, b]\n', index: 1, left: 'purged: [a]\n' },
  { name: 'the only one of brackets', text: 'purged: [a]\n', index: 0, left: 'purged: []\n' },
  { name: 'none', text: 'purged: [a]\n', index: 3, left: undefined },
]

test.each(removals)('O-09 removeFromList: $name', ({ text, index, left }) => {
  expect(removeFromList(text, 'purged', index)).toBe(left)
})

test.each([
  ['title: P\n\npurged:\n', 'title: P\n'],
  ['title: P\r\npurged:\r\nurl: x\r\n', 'title: P\r\nurl: x\r\n'],
  ['purged:', ''],
  ['title: P\npurged:\n  # on a\nurl: x\n', undefined],
  ['title: P\npurged: # none\n', undefined],
  ['purged: []\n', undefined],
  ['purged:\n  - a\n', undefined],
  ['title: >\n\n  purged:\nurl: x\n', undefined],
])('O-09 removeEmptyList: %j', (text, left) => {
  expect(removeEmptyList(text, 'purged')).toBe(left ?? text)
})

function makeFile(): { folder: string; file: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-edit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'feeds.yaml')
  writeFileSync(file, 'title: P\n')
  return { folder, file }
}

test('O-09 an edit keeps mode and link, and leaves nothing beside the file', async () => {
  const { folder, file } = makeFile()
  chmodSync(file, 0o640)
  const link = path.join(folder, 'link.yaml')
  symlinkSync(file, link)
  await (await openConfigEdit(link)).write('title: Q\n')
  expect(readFileSync(file, 'utf8')).toBe('title: Q\n')
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder).sort()).toEqual(['feeds.yaml', 'link.yaml'])
})

test('O-09 an edit is refused where the file was changed meanwhile', async () => {
  const { folder, file } = makeFile()
  const edit = await openConfigEdit(file)
  writeFileSync(file, 'title: Somebody else\n')
  await expect(edit.write('title: Q\n')).rejects.toThrow('was changed meanwhile')
  expect(readFileSync(file, 'utf8')).toBe('title: Somebody else\n')
  expect(readdirSync(folder)).toEqual(['feeds.yaml'])
})
