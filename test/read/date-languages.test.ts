import { expect, test } from 'vitest'
import { cldrNames } from '../../src/normalize/read/dates/cldr-names.ts'
import { parseDate } from '../../src/normalize/read/dates/parse-date.ts'

const languages = cldrNames.split('\n').map((line) => line.split('\t')[0] ?? '')
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15, 8, 30, 5)))

type Options = Intl.DateTimeFormatOptions
const format = (language: string, options: Options, date: Date) =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options }).format(date)
const inFeed = (style: 'long' | 'short') => (language: string, date: Date) =>
  `${format(language, { weekday: style }, date)}, 15 ${format(language, { month: style }, date)} 2024 10:30:05 +0200`

/** Korean dates without a zone are of Korea. */
function dayOf(date: Date | undefined, language: string): string | undefined {
  const hours = language === 'ko' ? 9 : 0
  return date && new Date(date.getTime() + hours * 3_600_000).toISOString().slice(0, 10)
}

/** What software writes in its user's language: RFC 822 with words replaced, and the language's own dates. */
const forms: [name: string, write: (language: string, date: Date) => string][] = [
  ['Sat, 15 Jun 2024 10:30:05 +0200', inFeed('short')],
  ['Saturday, 15 June 2024 10:30:05 +0200', inFeed('long')],
  ['15 Jun 2024', (language, date) => `15 ${format(language, { month: 'short' }, date)} 2024`],
  ['15 June 2024', (language, date) => `15 ${format(language, { month: 'long' }, date)} 2024`],
  ['long', (language, date) => format(language, { dateStyle: 'long' }, date)],
  ['full, with the time', (language, date) => format(language, { dateStyle: 'full', timeStyle: 'short' }, date)],
]

test.each(forms)('of %s in all languages of CLDR none is read wrong', (name, write) => {
  for (const isKnown of [true, false]) {
    const found = languages.flatMap((language) =>
      months.map((date) => {
        const text = write(language, date)
        const day = dayOf(parseDate(text, isKnown ? language : undefined), language)
        const state = day === undefined ? 'none' : day === date.toISOString().slice(0, 10) ? 'right' : 'wrong'
        return { state, text: `${language}: ${text} is ${day}` }
      }),
    )
    const count = (state: string) => found.filter((one) => one.state === state).length
    const knowing = isKnown ? 'language known' : 'language unknown'
    console.log(`${name}, ${knowing}: ${count('right')} right, ${count('none')} none, ${count('wrong')} wrong`)
    expect(found.filter(({ state }) => state === 'wrong')).toEqual([])
    expect(count('right') / found.length).toBeGreaterThan(0.95)
  }
})
