import { expect, test } from 'vitest'
import { tagPath } from '../../src/render/paths/page-path.ts'

test.each([
  ['core', 'core'],
  ['C++', 'C++'],
  ['con', '_con'],
  ['Aux', '_Aux'],
  ['nul.txt', '_nul.txt'],
  ['com1', '_com1'],
  ['console', 'console'],
  ['a.b', 'a.b'],
  ['etc.', '_etc._'],
  ['lpt9.', '_lpt9._'],
])('P-32 the folder of the tag %s is one that every file system can hold', (tag, folder) => {
  expect(tagPath(tag)).toBe(`tag/${folder}/index.html`)
})
