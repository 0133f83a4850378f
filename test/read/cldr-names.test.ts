import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cldrNames } from '../../src/normalize/read/dates/cldr-names.ts'
import { makeCldrNames, tableFile } from './make-cldr-names.ts'

if (process.env.UPDATE_CLDR !== undefined) writeFileSync(tableFile, makeCldrNames())
const text = readFileSync(tableFile, 'utf8')

test('the table of month and weekday names is what ICU says, word for word where it has the same CLDR', () => {
  const version = /from CLDR ([\d.]+)/.exec(text)?.[1]
  const made = makeCldrNames()
  if (process.versions.cldr === version) expect(text).toBe(made)
  // Names change little from one version of CLDR to the next.
  const words = new Set(made.split(/[\t\n|,`]/))
  const written = cldrNames.split(/[\t\n|,]/)
  expect(written.filter((word) => words.has(word)).length / written.length).toBeGreaterThan(0.9)
})
