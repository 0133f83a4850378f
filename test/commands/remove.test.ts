import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'

const filler = Array.from(
  { length: 240 },
  (_, index) => `  # blog ${index}\n  - https://blog-${index}.example/feed   # of ${index}\n`,
)
const before = `# Ours\ntitle: "P"\nurl: 'https://p.example/'\n\nfeeds:\n${filler.slice(0, 120).join('')}`
const after = `${filler.slice(120).join('')}\nshow:   # last\n  days: 3\n`
const feed = '  - url: https://bob.example/atom.xml   # he asked\n    name: Bob\n    tags: [core]\n'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-remove-'))
  writeFileSync(path.join(folder, 'feeds.yaml'), before + feed + after)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const remove = (...words: string[]) => runPlanet(folder, 'remove', ...words)
const text = () => readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')

test.each(['Bob', 'https://bob.example/atom.xml', 'bob.example/atom.xml'])(
  'O-09 remove %s: only its lines go',
  async (word) => {
    const { code, stdout } = await remove(word)
    expect(stdout).toBe('Took "Bob" out of feeds.yaml, line 246; its entries stay (planet purge takes them down).\n')
    expect(code).toBe(0)
    expect(text()).toBe(before + after)
  },
)

test('--purge writes it under purged:, --dry-run nothing, --json what was done', async () => {
  expect(await remove('Bob', '--dry-run')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing was written'),
  })
  expect(text()).toBe(before + feed + after)
  const { stdout } = await remove('Bob', '--purge', '--json')
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    done: true,
    url: 'https://bob.example/atom.xml',
    line: 246,
    past: 'purge',
  })
  expect(text()).toBe(`${before}${after}\npurged:\n  - feed: https://bob.example/atom.xml\n`)
})

const refused = [
  { name: 'a feed that is not listed', words: ['Carol'], message: /^planet: no feed is called "Carol"/ },
  { name: 'nearly one', words: ['Bobb'], message: /did you mean "Bob"\?/ },
  { name: 'opposite flags', words: ['Bob', '--keep', '--purge'], message: /opposite things/ },
]

test.each(refused)('refused: $name', async ({ words, message }) => {
  const { code, stderr } = await remove(...words)
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(text()).toBe(before + feed + after)
})
