import { expect, test } from 'vitest'
import { findDirection } from '../../src/render/views/find-direction.ts'

const rows: [name: string, language: string | undefined, text: string, direction: string][] = [
  ['no language', undefined, 'Tides', 'auto'],
  ['English', 'en', 'Tides', 'ltr'],
  ['English that is Arabic', 'en-US', 'أخبار اليوم <p>Android</p>', 'auto'],
  ['English with a word of Hebrew', 'en', 'The word שלום means peace', 'ltr'],
  ['Arabic', 'ar', 'أخبار اليوم', 'rtl'],
  ['Arabic that is English', 'ar', 'News of today', 'auto'],
  ['Arabic with English names', 'ar', 'أخبار اليوم من Android', 'rtl'],
  ['markup is no text', 'fa', '<p class="text-wrap-long-name">خبر</p>', 'rtl'],
  ['no letters', 'he', '2024', 'rtl'],
]

test.each(rows)('findDirection: %s', (_name, language, text, direction) => {
  expect(findDirection(language, text)).toBe(direction)
})
