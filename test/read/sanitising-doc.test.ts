import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  droppedWhole,
  inlineTags,
} from '../../src/normalize/read/fields/sanitising-policy.ts'

const page = readFileSync(new URL('../../docs/sanitising.md', import.meta.url), 'utf8')
const between = (mark: string) => page.split(`<!-- ${mark} -->`)[1]?.split(`<!-- /${mark} -->`)[0] ?? ''
const words = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word)

test.each([
  ['tags', allowedTags],
  ['dropped', droppedWhole],
  ['inline', inlineTags],
])('docs/sanitising.md lists what the code has: %s', (mark, list) => {
  expect(words(between(mark))).toEqual(list)
})

test('docs/sanitising.md lists what the code has: attributes', () => {
  const rows = between('attributes').trim().split('\n').slice(2)
  const listed = rows.map((row) => {
    const [, element = '', attributes = ''] = row.split('|')
    return [words(element)[0] ?? '*', words(attributes)]
  })
  expect(Object.fromEntries(listed)).toEqual(allowedAttributes)
})

test('nothing that runs, styles or submits is on the lists', () => {
  const never =
    /^(script|style|iframe|object|embed|form|input|button|link|meta|base|svg|math|on.*|srcdoc|formaction|action|background)$/
  expect([...allowedTags, ...inlineTags].filter((tag) => never.test(tag))).toEqual([])
  expect(
    Object.values(allowedAttributes)
      .flat()
      .filter((name) => never.test(name)),
  ).toEqual([])
})
