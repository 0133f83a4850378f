import { expect, test } from 'vitest'
import { listNearestLanguages } from '../../src/text/list-nearest-languages.ts'

const cases = [
  { language: 'en', nearest: ['en', 'en-Latn-US', 'en-Latn', 'en-US'] },
  { language: 'de-AT', nearest: ['de-AT', 'de', 'de-Latn-AT', 'de-Latn'] },
  { language: 'zh-TW', nearest: ['zh-TW', 'zh', 'zh-Hant-TW', 'zh-Hant'] },
  { language: 'zh', nearest: ['zh', 'zh-Hans-CN', 'zh-Hans', 'zh-CN'] },
  { language: 'pt', nearest: ['pt', 'pt-Latn-BR', 'pt-Latn', 'pt-BR'] },
  { language: 'sr-Latn-RS', nearest: ['sr-Latn-RS', 'sr-Latn', 'sr', 'sr-RS'] },
  { language: 'nn', nearest: ['nn', 'nn-Latn-NO', 'nn-Latn', 'nn-NO', 'nb'] },
  { language: 'no tag', nearest: ['no tag'] },
]

test.each(cases)('languages near $language', ({ language, nearest }) => {
  expect(listNearestLanguages(language)).toEqual(nearest)
})
