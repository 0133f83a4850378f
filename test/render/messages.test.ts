import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../src/render/messages/en.ts'
import { languages } from '../../src/render/messages/languages.ts'
import type { MessageKey } from '../../src/render/messages/messages.ts'
import { openMessages } from '../../src/render/messages/open-messages.ts'

const keys = Object.keys(en) as MessageKey[]
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const forms = (message: string | object) =>
  typeof message === 'string' ? [message] : Object.values<string>({ ...message })

const written = Object.entries(languages).map(([language, messages]) => ({ language, messages }))

test.each(written)(
  'the words of $language: each says something, with the same blanks as in English',
  ({ messages }) => {
    for (const key of keys) {
      expect(Math.min(...forms(messages[key]).map((form) => form.trim().length)), key).toBeGreaterThan(0)
      expect(blanks(forms(messages[key]).join()), key).toEqual(blanks(forms(en[key]).join()))
    }
  },
)

test.each(written)('the words of $language: no blank is left that a number fills', ({ language }) => {
  const say = openMessages(language)
  for (const count of [0, 1, 2, 3, 5, 11, 25, 100, 1000]) expect(say('posts', { count })).not.toMatch(/[{}]/)
})

const plurals = [
  { language: 'en', count: 1, text: 'Read on (1 word)' },
  { language: 'en', count: 2300, text: 'Read on (2,300 words)' },
  { language: 'de-AT', count: 2300, text: 'Weiterlesen (2.300 Wörter)' },
  { language: 'ar', count: 2, text: 'تابع القراءة (كلمتان)' },
  { language: 'ar', count: 5, text: 'تابع القراءة (5 كلمات)' },
  { language: 'nl', count: 1234567, text: 'Read on (1,234,567 words)' },
]

test.each(plurals)('$count words in $language', ({ language, count, text }) => {
  expect(openMessages(language)('readOn', { count })).toBe(text)
})

test('every message is used by a template or a view, and every one that is used is there', () => {
  const folders = ['templates', 'templates/parts', 'src/render/views', 'src/render/pages', 'src/render/feeds']
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /\.(ts|njk)$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  )
  const quoted = new Set(texts.flatMap((text) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word)))
  const unused = keys.filter((key) => !quoted.has(key) && key !== 'thousands')
  expect(unused).toEqual([])
  const called = texts.flatMap((text) => [...text.matchAll(/\b(?:t|translate)\('(\w+)'/g)].map(([, word]) => word))
  expect(called.filter((word) => !keys.some((key) => key === word))).toEqual([])
})
