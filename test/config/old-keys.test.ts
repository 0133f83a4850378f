import { expect, test } from 'vitest'
import { listProblems, loadText } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'
const note = (line: number) => `feeds.yaml:${line}: "per_build" is called "per_day" by now; write per_day`

const cases = [
  { name: 'in defaults', lines: 'defaults:\n  per_build: 7', perDay: 7, feed: undefined, notes: [note(4)] },
  {
    name: 'of one feed',
    lines: 'feeds:\n  - url: https://a.example/\n    per_build: 7',
    perDay: 20,
    feed: 7,
    notes: [note(5)],
  },
  {
    name: 'many times: one note',
    lines: 'defaults: {per_build: 7}\nfeeds:\n  - {url: https://a.example/, per_build: 0}',
    perDay: 7,
    feed: 0,
    notes: [note(3)],
  },
  {
    name: 'beside the new name, which holds',
    lines: 'defaults:\n  per_build: 7\n  per_day: 8',
    perDay: 8,
    feed: undefined,
    notes: [note(4)],
  },
  { name: 'the new name alone', lines: 'defaults: {per_day: 8}', perDay: 8, feed: undefined, notes: [] },
]

test.each(cases)('an old key is read, with a note: $name', async ({ lines, perDay, feed, notes }) => {
  const config = await loadText(`${head}${lines}\n`)
  expect(config.defaults.perDay).toBe(perDay)
  expect(config.feeds[0]?.perDay).toBe(feed)
  expect(config.notes).toEqual(notes)
  expect(config.defaults).not.toHaveProperty('per_build')
})

test('an old key with a wrong value is refused like the new one', async () => {
  expect(await listProblems(`${head}defaults:\n  per_build: many\n`)).toEqual([
    expect.stringContaining('expected a whole number, 0 or more'),
  ])
})

test('an old key stands where it stood: elsewhere it is unknown', async () => {
  expect(await listProblems(`${head}show:\n  per_build: 3\n`)).toEqual([
    expect.stringContaining('unknown key "per_build"'),
  ])
})

const sizes = [
  { name: 'a size', text: '5MB', bytes: 5_000_000 },
  { name: 'none', text: '0', bytes: 0 },
  { name: 'left out', text: undefined, bytes: 20_000_000 },
]

test.each(sizes)('max_text: $name', async ({ text, bytes }) => {
  const lines = text === undefined ? '' : `defaults: {max_text: ${text}}\n`
  expect((await loadText(head + lines)).defaults.maxTextBytes).toBe(bytes)
})

test.each(['1MB', '-1', 'lots', '600MB'])('max_text is refused: %s', async (text) => {
  expect(await listProblems(`${head}defaults:\n  max_text: ${text}\n`)).toEqual([
    expect.stringContaining('expected a size from 2MB to 500MB, for example 20MB, or 0 for no limit'),
  ])
})
