import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const model = readFileSync('src/model/feed-problem.ts', 'utf8')
const union = /export type ProblemCode =\n((?: {2}(?:\/\/|\|).*\n)+)/.exec(model)?.[1] ?? ''
const codes = [...union.matchAll(/\| '([A-Z_]+)'/g)].map(([, code]) => code)

const page = readFileSync('docs/problems.md', 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| `'))
const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

test('docs/problems.md has a row for each code, and no other, in the order of feed-problem.ts', () => {
  expect(codes.length).toBeGreaterThan(15)
  expect(rows.map((row) => cellsOf(row)[0])).toEqual(codes.map((code) => `\`${code}\``))
})

test.each(rows)('a row says what it means, what Planet did, what to do: %s', (row) => {
  const cells = cellsOf(row)
  expect(cells).toHaveLength(4)
  for (const cell of cells.slice(1)) expect(cell).toMatch(/^[A-Z0-9].*\.$/)
})
