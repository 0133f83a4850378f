import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../src/render/messages/en.ts'
import { languages } from '../../src/render/messages/languages.ts'
import { loadMessages } from '../../src/render/messages/load-messages.ts'
import type { MessageKey } from '../../src/render/messages/messages.ts'

const folder = 'src/render/messages'
const keys = Object.keys(en) as MessageKey[]
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const forms = (message: string | object) =>
  typeof message === 'string' ? [message] : Object.values<string>({ ...message })

const written = await Promise.all(
  Object.entries(languages).map(async ([language, load]) => ({ language, messages: await load() })),
)
const translated = written.filter(({ language }) => language !== 'en')

test.each(written)('$language: every message says something, with the same blanks as in English', ({ messages }) => {
  expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([])
  for (const key of keys) {
    // A mark between thousands may be a space.
    const shortest = Math.min(
      ...forms(messages[key] ?? '').map((form) => (key === 'thousands' ? form : form.trim()).length),
    )
    expect(shortest, key).toBeGreaterThan(0)
    expect(blanks(forms(messages[key] ?? '').join()), key).toEqual(blanks(forms(en[key]).join()))
  }
})

test.each(written)(
  '$language: who says the word of a link opens it: its name has that word (WCAG 2.5.3)',
  ({ messages }) => {
    const { feed, feedOf } = messages
    expect(String(feedOf).toLowerCase()).toContain(String(feed).toLowerCase())
  },
)

test.each(written)('$language: a form for every kind of number that it tells apart', ({ language, messages }) => {
  const { pluralCategories } = new Intl.PluralRules(language === 'pt' ? 'pt-PT' : language).resolvedOptions()
  const lacking = keys.flatMap((key) => {
    const message = messages[key]
    const missing =
      message === undefined || typeof message === 'string'
        ? []
        : pluralCategories.filter((form) => !Object.hasOwn(message, form))
    return missing.map((form) => `${key}.${form}`)
  })
  expect(lacking).toEqual([])
})

test.each(translated)('$language: no number is lost in a form that several numbers have', ({ language, messages }) => {
  const rules = new Intl.PluralRules(language === 'pt' ? 'pt-PT' : language)
  const numbers = Array.from({ length: 300 }, (_, number) => number)
  for (const key of keys) {
    const message = messages[key]
    if (message === undefined || typeof message === 'string') continue
    for (const [form, text] of Object.entries(message)) {
      const those = numbers.filter((number) => number > 1 && rules.select(number) === form)
      if (those.length > 1) expect(text, `${key}.${form}`).toContain('{count}')
    }
  }
})

/** Words that are the same in every language, and names. */
const international = /\{\w+\}|\]\(|\b(OPML|JavaScript|Cookies?|e-?mail|Planet|blog|j|k|n|p|o|feed|RSS|Atom)\b/gi

const scripts = [
  ...['ar', 'fa'].map((language) => ({ language, script: 'Arab' })),
  ...['bg', 'ru', 'uk'].map((language) => ({ language, script: 'Cyrl' })),
  ...['ja', 'zh-Hans', 'zh-Hant', 'ko'].map((language) => ({
    language,
    script: 'Hani}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang',
  })),
  { language: 'el', script: 'Grek' },
  { language: 'he', script: 'Hebr' },
  { language: 'hi', script: 'Deva' },
  { language: 'bn', script: 'Beng' },
]

test.each(scripts)('$language: no word in the letters of English', async ({ language, script }) => {
  const messages = await languages[language]?.()
  const foreign = new RegExp(`(?![\\p{sc=${script}}])\\p{L}`, 'u')
  const texts = keys.flatMap((key) =>
    forms(messages?.[key] ?? '').map((text) => ({ key, text: text.replace(international, '') })),
  )
  // A vowel's mark of length is of no script: ー.
  expect(texts.filter(({ text }) => foreign.test(text.replaceAll('ー', '')))).toEqual([])
})

test.each(translated)('$language: no sentence is left in English', ({ messages }) => {
  const english = new Set(keys.flatMap((key) => forms(en[key])))
  const same = keys.flatMap((key) => forms(messages[key] ?? '')).filter((text) => english.has(text))
  // "Archive", "Blogs", "1 blog", "{name} feed": what is as short may be the same.
  expect(same.filter((text) => text.replace(/\{\w+\}/g, '').split(/\s+/).length > 2)).toEqual([])
})

test.each(written)('$language: its file says whether a native speaker has read it', ({ language }) => {
  const text = readFileSync(path.join(folder, `${language.toLowerCase()}.ts`), 'utf8')
  if (language !== 'en') expect(text).toMatch(/^\/\*\* [A-Z].*\. (Not yet read|Read) by a native speaker\. \*\/$/m)
})

test('every file of words is a language that can be asked for', () => {
  const others = ['languages', 'load-messages', 'messages', 'open-messages']
  const files = readdirSync(folder).map((file) => path.basename(file, '.ts'))
  const names = Object.keys(languages).map((language) => language.toLowerCase())
  expect(files.filter((file) => !others.includes(file)).sort()).toEqual(names.sort())
  expect(names.length).toBeGreaterThanOrEqual(30)
})

test.each(written)('$language: no blank is left that a number fills', async ({ language }) => {
  const say = await loadMessages(language)
  for (const count of [0, 1, 2, 3, 5, 11, 25, 100, 1000, 1_000_000]) {
    for (const key of ['posts', 'blogCount', 'readOn', 'filedUnder'] as const)
      expect(say(key, { count, minutes: 11 })).not.toMatch(/[{}]/)
  }
})

const plurals = [
  { language: 'en', count: 1, text: 'Read on (1 word, 11 min)' },
  { language: 'en', count: 2300, text: 'Read on (2,300 words, 11 min)' },
  { language: 'de-AT', count: 2300, text: 'Weiterlesen (2.300 Wörter, 11 Min.)' },
  { language: 'ar', count: 2, text: 'تابع القراءة (كلمتان، 11 دقيقة)' },
  { language: 'ar', count: 5, text: 'تابع القراءة (5 كلمات، 11 دقيقة)' },
  { language: 'nl', count: 1234567, text: 'Lees verder (1.234.567 woorden, 11 min)' },
  { language: 'ru', count: 21, text: 'Читать дальше (21 слово, 11 мин)' },
  { language: 'ru', count: 2300, text: 'Читать дальше (2\u00a0300 слов, 11 мин)' },
  { language: 'pl', count: 1234, text: 'Czytaj dalej (1234 słowa, 11 min)' },
  { language: 'pl', count: 12345, text: 'Czytaj dalej (12\u00a0345 słów, 11 min)' },
  { language: 'cs', count: 3, text: 'Číst dál (3 slova, 11 min)' },
  { language: 'lt', count: 11, text: 'Skaityti toliau (11 žodžių, 11 min)' },
  { language: 'lv', count: 20, text: 'Lasīt tālāk (20 vārdu, 11 min)' },
  { language: 'he', count: 2, text: 'להמשך קריאה (שתי מילים, 11 דק׳)' },
  { language: 'fr', count: 1_000_000, text: 'Lire la suite (1\u202f000\u202f000 de mots, 11 min)' },
  { language: 'hi', count: 1234567, text: 'आगे पढ़ें (12,34,567 शब्द, 11 मिनट)' },
  { language: 'ja', count: 1, text: '続きを読む（1語、11分）' },
  { language: 'tlh', count: 3, text: 'Read on (3 words, 11 min)' },
]

test.each(plurals)('$count words in $language', async ({ language, count, text }) => {
  const say = await loadMessages(language)
  expect(say('readOn', { count, minutes: 11 })).toBe(text)
})

const nearest = [
  { language: 'pt', blogs: 'Blogues' },
  { language: 'pt-AO', blogs: 'Blogues' },
  { language: 'pt-BR', blogs: 'Blogs' },
  { language: 'zh', blogs: '博客' },
  { language: 'zh-CN', blogs: '博客' },
  { language: 'zh-TW', blogs: '部落格' },
  { language: 'zh-Hant-HK', blogs: '部落格' },
  { language: 'no', blogs: 'Blogger' },
  { language: 'nn', blogs: 'Blogger' },
  { language: 'es-419', blogs: 'Blogs' },
]

test.each(nearest)('the words of $language are those of the nearest language', async ({ language, blogs }) => {
  const say = await loadMessages(language)
  expect(say('blogs')).toBe(blogs)
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
