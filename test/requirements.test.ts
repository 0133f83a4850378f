import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const page = path.join(root, 'REQUIREMENTS.md')

/** Test, as "cli/build" → the numbers in it. */
const used = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => {
      const numbers = readFileSync(path.join(root, file), 'utf8').match(/\b[HFPOMK]-\d\d\b/g)
      return [file.split(path.sep).join('/').replace('.test.ts', ''), new Set(numbers)]
    }),
)
const holding = (number: string) => [...used].filter(([, numbers]) => numbers.has(number)).map(([file]) => file)

const row = /^\| ([A-Z]-\d\d) \| (.+) \| (.+) \|$/gm
if (process.env.UPDATE_DOCS === '1') {
  const text = readFileSync(page, 'utf8')
  writeFileSync(
    page,
    text.replace(row, (_, number: string, line: string) => `| ${number} | ${line} | ${holding(number).join(', ')} |`),
  )
}

const listed = [...readFileSync(page, 'utf8').matchAll(row)].map(([, number = '', , held = '']) => ({
  number,
  held: held.split(', '),
}))
const numbers = listed.map(({ number }) => number)

test('every number in a test is explained in REQUIREMENTS.md', () => {
  const unknown = [...used].flatMap(([file, inIt]) => [...inIt].map((number) => `${number} in ${file}`))
  expect(unknown.filter((line) => !numbers.includes(line.slice(0, 4)))).toEqual([])
})

test('every number of REQUIREMENTS.md is held by the tests that it names (UPDATE_DOCS=1 names them anew)', () => {
  expect(listed.length).toBeGreaterThan(100)
  const broken = listed.flatMap(({ number, held }) =>
    held.filter((file) => used.get(file)?.has(number) !== true).map((file) => `${number} in ${file}`),
  )
  expect(broken).toEqual([])
})

test('numbers stand in order, each once', () => {
  const groups = [...new Set(numbers.map(([letter]) => letter))]
  expect(numbers).toEqual(groups.flatMap((group) => numbers.filter(([letter]) => letter === group).sort()))
  expect(new Set(numbers).size).toBe(numbers.length)
})
