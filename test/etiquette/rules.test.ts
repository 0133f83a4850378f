import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from './rules.ts'

const page = readFileSync(new URL('../../docs/politeness.md', import.meta.url), 'utf8')

test('docs/politeness.md lists every rule, and no other', () => {
  const rows = page.split('\n').filter((line) => /^\| H-\d\d /.test(line))
  expect(rows).toEqual(rules.map(({ id, rule }) => `| ${id} | ${rule} |`))
})
