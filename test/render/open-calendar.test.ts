import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { expect, test } from 'vitest'
import type { ShowOptions } from '../../src/model.ts'
import { fillFormats } from '../../src/render/dates/fill-formats.ts'
import { findDateForms } from '../../src/render/dates/find-date-forms.ts'
import { loadLocale } from '../../src/render/dates/load-locale.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { parseStrftime } from '../../src/render/dates/parse-strftime.ts'

const spring = new Date('2019-04-03T20:03:05Z')

const formats = [
  { name: 'the default day', format: '%B %d, %Y', text: 'April 03, 2019' },
  { name: 'the default time', format: '%B %d, %Y %H:%M', text: 'April 03, 2019 22:03' },
  { name: 'numbers', format: '%Y-%m-%dT%H:%M:%S%z', text: '2019-04-03T22:03:05+0200' },
  { name: 'short names', format: '%a, %d %b %y', text: 'Wed, 03 Apr 19' },
  { name: 'long names', format: '%A', text: 'Wednesday' },
  { name: 'twelve hours', format: '%I:%M %p', text: '10:03 PM' },
  { name: 'no leading zeros', format: '%-d.%-m. %e', text: '3.4. 3' },
  { name: 'the zone', format: '%H:%M %Z', text: '22:03 Europe/Berlin' },
  { name: 'the day of the year', format: '%j', text: '093' },
  { name: 'compounds', format: '%F %T %R', text: '2019-04-03 22:03:05 22:03' },
  { name: 'a percent sign', format: '100%% %d', text: '100% 03' },
  {
    name: 'words, quotes and what date-fns would take for letters',
    format: "o'clock, day %d 'yyyy'",
    text: "o'clock, day 03 'yyyy'",
  },
  { name: 'a letter nobody knows', format: '%d %Q', text: '03 %Q' },
]

test.each(formats)('strftime: $name', async ({ format, text }) => {
  const calendar = await openCalendar('Europe/Berlin', 'en')
  expect(calendar.format(spring, format)).toBe(text)
})

test('every letter that is known stands in docs/configuration.md', async () => {
  const calendar = await openCalendar('Europe/Berlin', 'en')
  const docs = readFileSync(path.join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `%${letter}`)
  const known = letters.filter((letter) => calendar.format(spring, letter) !== letter)
  expect(known.length).toBeGreaterThan(20)
  expect(known.filter((letter) => !new RegExp(`\`[^\`]*${letter}[^\`]*\``).test(docs))).toEqual([])
})

const languages = [
  { language: 'en', text: 'Wednesday, April 3' },
  { language: 'de', text: 'Mittwoch, April 3' },
  { language: 'de-AT', text: 'Mittwoch, April 3' },
  { language: 'fr', text: 'mercredi, avril 3' },
  { language: 'ja', text: '水曜日, 4月 3' },
  { language: 'ar', text: 'الأربعاء, أبريل 3' },
  { language: 'zh', text: '星期三, 四月 3' },
  { language: 'tlh', text: 'Wednesday, April 3' },
]

test.each(languages)('P-08 names of days and months in $language', async ({ language, text }) => {
  const calendar = await openCalendar('Europe/Berlin', language)
  expect(calendar.format(spring, '%A, %B %-d')).toBe(text)
})

const shown = {
  days: 10,
  entries: 40,
  group: 'day',
  content: 'full',
  blogFull: 5,
  fold: 400,
  byline: 'end' as const,
  highlight: true,
  sidebar: [] as ShowOptions['sidebar'],
} as const

const dates = [
  { language: 'en', day: 'April 03, 2019', time: 'April 03, 2019 22:03', month: 'April 2019' },
  { language: 'en-GB', day: 'April 03, 2019', time: 'April 03, 2019 22:03', month: 'April 2019' },
  { language: 'de', day: '3. April 2019', time: '3. April 2019 22:03', month: 'April 2019' },
  { language: 'pl', day: '3 kwietnia 2019', time: '3 kwietnia 2019 22:03', month: 'kwiecień 2019' },
  { language: 'ja', day: '2019年4月3日', time: '2019年4月3日 22:03', month: '2019年4月' },
  { language: 'zh-TW', day: '2019年4月3日', time: '2019年4月3日 22:03', month: '2019年4月' },
  { language: 'pt-BR', day: '3 de abril de 2019', time: '3 de abril de 2019 22:03', month: 'abril de 2019' },
  { language: 'ru', day: '3 апреля 2019 г.', time: '3 апреля 2019 г. 22:03', month: 'апрель 2019' },
  { language: 'uk', day: '3 квітня 2019 р.', time: '3 квітня 2019 р. 22:03', month: 'квітень 2019' },
  { language: 'lt', day: '2019 m. balandžio 3 d.', time: '2019 m. balandžio 3 d. 22:03', month: '2019 m. balandis' },
  { language: 'hi', day: '3 अप्रैल 2019', time: '3 अप्रैल 2019 22:03', month: 'अप्रैल 2019' },
  { language: 'no', day: '3. april 2019', time: '3. april 2019 22:03', month: 'april 2019' },
  { language: 'ar', day: '3 أبريل 2019', time: '3 أبريل 2019 22:03', month: 'أبريل 2019' },
]

test.each(dates)('P-08 dates in $language, where the operator gives no format', async ({ language, ...expected }) => {
  const calendar = await openCalendar('Europe/Berlin', language)
  const { date, time } = fillFormats(shown, language)
  const [day, month] = [calendar.format(spring, date), calendar.format(spring, '%EB')]
  expect({ day, time: calendar.format(spring, time), month }).toEqual(expected)
})

test('P-08 a format that the operator gives holds in every language', () => {
  const { date, time } = fillFormats({ ...shown, date: '%d.%m.' }, 'de')
  expect([date, time]).toEqual(['%d.%m.', '%d.%m. %H:%M'])
})

const days = [
  { name: 'UTC', zone: 'UTC', day: '2019-04-03', from: '2019-04-03T00:00:00.000Z', to: '2019-04-04T00:00:00.000Z' },
  {
    name: 'Berlin',
    zone: 'Europe/Berlin',
    day: '2019-04-03',
    from: '2019-04-02T22:00:00.000Z',
    to: '2019-04-03T22:00:00.000Z',
  },
  {
    name: 'a day of 23 hours',
    zone: 'Europe/Berlin',
    day: '2019-03-31',
    from: '2019-03-30T23:00:00.000Z',
    to: '2019-03-31T22:00:00.000Z',
  },
  {
    name: 'a day of 25 hours',
    zone: 'Europe/Berlin',
    day: '2019-10-27',
    from: '2019-10-26T22:00:00.000Z',
    to: '2019-10-27T23:00:00.000Z',
  },
  {
    name: 'no midnight',
    zone: 'America/Sao_Paulo',
    day: '2018-11-04',
    from: '2018-11-04T03:00:00.000Z',
    to: '2018-11-05T02:00:00.000Z',
  },
  {
    name: 'midnight twice',
    zone: 'America/Havana',
    day: '2019-11-03',
    from: '2019-11-03T04:00:00.000Z',
    to: '2019-11-04T05:00:00.000Z',
  },
  {
    name: 'far east',
    zone: 'Pacific/Kiritimati',
    day: '2019-04-03',
    from: '2019-04-02T10:00:00.000Z',
    to: '2019-04-03T10:00:00.000Z',
  },
  {
    name: 'three quarters of an hour',
    zone: 'Asia/Kathmandu',
    day: '2019-04-03',
    from: '2019-04-02T18:15:00.000Z',
    to: '2019-04-03T18:15:00.000Z',
  },
  {
    name: 'the last day of a year',
    zone: 'UTC',
    day: '2019-12-31',
    from: '2019-12-31T00:00:00.000Z',
    to: '2020-01-01T00:00:00.000Z',
  },
]

test.each(days)('P-08 a day begins and ends: $name', async ({ zone, day, from, to }) => {
  const calendar = await openCalendar(zone, 'en')
  const range = calendar.rangeOf(day)
  expect([range.from.toISOString(), range.to.toISOString()]).toEqual([from, to])
  expect(calendar.dayOf(range.from)).toBe(day)
  expect(calendar.dayOf(new Date(+range.to - 1))).toBe(day)
  expect(calendar.dayOf(new Date(+range.from - 1)) < day).toBe(true)
})

test('a month goes from its first day to that of the next', async () => {
  const { rangeOf } = await openCalendar('Europe/Berlin', 'en')
  const { from, to } = rangeOf('2019-12')
  expect([from.toISOString(), to.toISOString()]).toEqual(['2019-11-30T23:00:00.000Z', '2019-12-31T23:00:00.000Z'])
})

test('P-08 the zone of the machine does not matter', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Kiritimati'
  const calendar = await openCalendar('Europe/Berlin', 'en')
  expect(calendar.formatIso(spring)).toBe('2019-04-03T22:03:05+02:00')
  expect(calendar.formatDay('2019-04-03', '%B %d, %Y')).toBe('April 03, 2019')
  process.env.TZ = zone
})

/** Instants around the changes of clocks of two zones, and of years far apart. */
const instants = [
  ...['2019-03-31T00:59:00Z', '2019-03-31T01:00:00Z', '2019-10-27T00:30:00Z', '2019-10-27T01:30:00Z'],
  ...['2019-03-10T06:59:00Z', '2019-03-10T07:00:00Z', '2019-11-03T05:30:00Z', '2019-11-03T06:30:00Z'],
  ...[
    '2011-12-30T09:59:59Z',
    '2011-12-30T10:00:00Z',
    '1987-04-05T03:31:00Z',
    '1975-06-01T12:00:00Z',
    '2037-12-31T23:59:59Z',
  ],
].map((text) => new Date(text))

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
]
const everything = '%Y-%m-%d %H:%M:%S %A %B %-d %j %p %V'

test.each(zones)('a clock is read as Intl reads it: %s', async (zone) => {
  const calendar = await openCalendar(zone, 'en')
  for (const instant of instants) {
    const parts = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    }).formatToParts(instant)
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
    const clock = `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`
    expect(calendar.format(instant, everything).slice(0, 19), instant.toISOString()).toBe(clock)
    expect(calendar.dayOf(instant)).toBe(clock.slice(0, 10))
  }
})

const pairs = [
  '%B %d, %Y %H:%M',
  '%H:%M, %A %-d. %B',
  '%d.%m. %I:%M:%S %p %Y',
  '%T%j',
  "%Ex 'um' %R %Z",
  '%x %r%%',
  '%c',
  '%X %z',
  '%D %s',
]

test.each(['en', 'de', 'ja', 'vi', 'lt'])(
  'a format is written in parts as date-fns writes it whole: %s',
  async (language) => {
    for (const zone of zones) {
      const calendar = await openCalendar(zone, language)
      const [locale, forms] = [await loadLocale(language), findDateForms(language)]
      for (const text of pairs) {
        const pattern = parseStrftime(text, zone, forms)
        // Each twice, so that what was kept of one is not taken for another.
        for (const instant of [...instants, ...instants]) {
          const whole = format(new TZDate(instant, zone), pattern, { locale, useAdditionalDayOfYearTokens: true })
          expect(calendar.format(instant, text), `${zone} ${text} ${instant.toISOString()}`).toBe(whole)
        }
      }
    }
  },
)

test.each(zones)('an instant is written as RFC 3339 has it: %s', async (zone) => {
  const calendar = await openCalendar(zone, 'en')
  for (const instant of instants) {
    const written = calendar.formatIso(instant)
    expect(written).toBe(format(new TZDate(instant, zone), "yyyy-MM-dd'T'HH:mm:ssxxx"))
  }
})
