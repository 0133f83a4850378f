import { expect, test } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'
import { fuzzHtml } from './fuzz-html.ts'
import { judgeConformed } from './judge-conformed.ts'

const faults: { name: string; html: string; fault: string }[] = [
  { name: 'a block in a line', html: '<p>a<div>b</div></p>', fault: 'another tree than it was written as' },
  {
    name: 'an item without a list end',
    html: '<ul><li>a',
    fault: 'a parse error: closing-of-element-with-open-child-elements',
  },
  { name: 'what the policy forbids', html: '<form>a</form>', fault: '<form>' },
  { name: 'a box that is left', html: 'a</div><div>b', fault: 'gets out of the box around it' },
]

test.each(faults)('the judge sees $name', ({ html, fault }) => {
  const found = judgeConformed(html)
  expect(found.length).toBeGreaterThan(0)
  if (!fault.startsWith('a parse error')) expect(found).toContain(fault)
})

test('300 documents made by chance: valid, safe, and the same when they are read again', () => {
  expect(fuzzHtml(300, 1)).toEqual([])
})

test('the documents are not nothing', () => {
  expect(makeHtml('<p>a</p>', undefined, () => {})).toBe('<p>a</p>')
})
