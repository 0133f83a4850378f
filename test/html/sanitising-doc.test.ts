import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ElementRule, elements, globalAttributes, namesOf } from '../../src/html/elements.ts'

const page = readFileSync(new URL('../../docs/sanitising.md', import.meta.url), 'utf8')
const between = (mark: string) => page.split(`<!-- ${mark} -->`)[1]?.split(`<!-- /${mark} -->`)[0] ?? ''
const words = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
const rowsOf = (mark: string) =>
  between(mark)
    .trim()
    .split('\n')
    .slice(2)
    .map((row): [string[], string[]] => {
      const [, first = '', second = ''] = row.split('|')
      return [words(first), words(second)]
    })

const lists: [mark: string, holds: (rule: ElementRule) => boolean][] = [
  ['tags', (rule) => rule.fate === 'stays' && rule.becomes === undefined],
  ['dropped', (rule) => rule.fate === 'goes'],
  ['linked', (rule) => rule.fate === 'links'],
  ['titles', (rule) => rule.isOfTitles === true],
]

test.each(lists)('docs/sanitising.md lists what the code has: %s', (mark, holds) => {
  expect(words(between(mark))).toEqual(namesOf(holds))
})

test('docs/sanitising.md lists what the code has: other names', () => {
  const renamed = namesOf((rule) => rule.becomes !== undefined)
  expect(rowsOf('renamed').map(([names, [name]]) => [names, name])).toEqual(
    [...new Set(renamed.map((name) => elements.get(name)?.becomes))].map((name) => [
      renamed.filter((old) => elements.get(old)?.becomes === name),
      name,
    ]),
  )
})

test('docs/sanitising.md lists what the code has: attributes', () => {
  const listed = rowsOf('attributes').map(([[element], attributes]) => [element ?? '*', attributes])
  const own = namesOf((rule) => rule.fate === 'stays' && (rule.attributes ?? []).length > 0)
  expect(listed).toEqual([['*', globalAttributes], ...own.map((name) => [name, elements.get(name)?.attributes])])
})

test('nothing that runs, styles or submits is let through', () => {
  const never =
    /^(script|style|iframe|object|embed|form|input|button|link|meta|base|svg|on.*|srcdoc|formaction|action|background)$/
  const kept = namesOf((rule) => rule.fate === 'stays' || rule.isOfTitles === true)
  expect(kept.filter((name) => never.test(name))).toEqual([])
  const attributes = [...globalAttributes, ...[...elements.values()].flatMap((rule) => rule.attributes ?? [])]
  expect(attributes.filter((name) => never.test(name))).toEqual([])
})
