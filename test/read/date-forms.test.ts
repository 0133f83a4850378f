import { expect, test } from 'vitest'
import { parseDate } from '../../src/normalize/read/dates/parse-date.ts'

const day = '2024-05-07T00:00:00.000Z'
const rows: [name: string, text: string, iso: string | undefined, language?: string][] = [
  // A word that means two months
  ['lip without a language', '15 lip 2024', undefined],
  ['lip in Polish', '15 lip 2024', '2024-07-15T00:00:00.000Z', 'pl'],
  ['lip in Croatian', '15 lip 2024', '2024-06-15T00:00:00.000Z', 'hr-HR'],
  ['lip in a template that says English', '15 lip 2024', undefined, 'en-US'],
  ['lip beside a weekday of Croatian', 'sub, 15 lip 2024 10:30:05 +0200', '2024-06-15T08:30:05.000Z'],
  ['the words know better than the feed', 'sub, 15 lip 2024', '2024-06-15T00:00:00.000Z', 'pl'],
  ['lip beside a weekday of Polish', 'pon., 15 lip 2024', '2024-07-15T00:00:00.000Z'],
  ['listopad without a language', '15 listopad 2024', undefined],
  ['srp in Czech', '5 srp 2024', '2024-08-05T00:00:00.000Z', 'cs'],
  ['Finnish, all letters', 'pe, 15 marraskuuta 2024 10:30:05 +0200', '2024-11-15T08:30:05.000Z'],
  ['Finnish, cut', 'Ke, 30 Lok 2013 11:34:37 +0000', '2013-10-30T11:34:37.000Z'],
  ['mar after a weekday of Finnish: March or November', 'Ke, 13 Mar 2013 10:00:00 +0000', undefined],
  ['mar in a Finnish feed', '13 Mar 2013', undefined, 'fi'],
  ['mar in a Finnish feed that writes RFC 822', 'Wed, 13 Mar 2013 10:00:00 +0000', '2013-03-13T10:00:00.000Z', 'fi'],
  ['jui in French: June or July, but a Saturday', 'sam., 15 jui 2024', '2024-06-15T00:00:00.000Z', 'fr'],
  ['jui in French', '15 jui 2024', undefined, 'fr'],
  // Names in other forms
  ['Czech', 'Út, 05 bře 2019 10:00:00 +0100', '2019-03-05T09:00:00.000Z'],
  ['Lithuanian, genitive', 'pr, 15 sausio 2024 10:30:05 +0200', '2024-01-15T08:30:05.000Z'],
  ['Lithuanian, spelled out', '2024 m. gegužės 7 d., antradienis 15:09', '2024-05-07T15:09:00.000Z'],
  ['capitals with a dotted I', '7 HAZİRAN 2024', '2024-06-07T00:00:00.000Z'],
  ['accents lost', '7 aout 2024', '2024-08-07T00:00:00.000Z'],
  ['accents as signs of their own', '7 févr. 2024'.normalize('NFD'), '2024-02-07T00:00:00.000Z'],
  ['a preposition grown on', '7 במאי 2024', day],
  ['two words', '7 تشرين الثاني 2024', '2024-11-07T00:00:00.000Z'],
  ['a month with a number', 'Thứ Ba, 7 tháng 5, 2024', day],
  ['Basque, with endings', '2024(e)ko maiatzaren 7(a), asteartea', day],
  ['Austrian', '7. Jänner 2024', '2024-01-07T00:00:00.000Z'],
  // Numbers
  ['American, two digits', '10/30/23', '2023-10-30T00:00:00.000Z'],
  ['German, two digits', '30.10.23', '2023-10-30T00:00:00.000Z'],
  ['German, two digits and the time', '30.10.23, 14.05 Uhr', '2023-10-30T14:05:00.000Z'],
  ['either day or month', '04/03/2024', undefined],
  ['the weekday decides', 'Wed, 04/03/2024', '2024-04-03T00:00:00.000Z'],
  ['the weekday decides for the other', 'lun. 04/03/2024', '2024-03-04T00:00:00.000Z'],
  ['a weekday that fits neither', 'Fri, 04/03/2024', undefined],
  ['the country decides: US', '04/03/2024', '2024-04-03T00:00:00.000Z', 'en-US'],
  ['the country decides: GB', '04/03/2024', '2024-03-04T00:00:00.000Z', 'en-GB'],
  ['the language decides', '04/03/2024', '2024-03-04T00:00:00.000Z', 'fr'],
  ['English alone does not', '04/03/2024', undefined, 'en'],
  ['the same either way', '05/05/2024', '2024-05-05T00:00:00.000Z'],
  ['year or day in front', '25/12/24', undefined],
  ['year in front, Korean', '24. 5. 7.', day, 'ko'],
  ['hyphens, year in front', '03-12-31', '2003-12-31T00:00:00.000Z'],
  ['hyphens, year behind', '31-12-03', '2003-12-31T00:00:00.000Z'],
  ['hyphens, either', '13-05-24', undefined],
  ['month and year', 'Apr. 2024', '2024-04-01T00:00:00.000Z'],
  ['no year', 'May 7', undefined],
  // What stands before and behind
  ['a number for the weekday', '7, 26 Mar 2023 22:43:38 +0000', '2023-03-26T22:43:38.000Z'],
  ['a number in place of the weekday', '026, 26 Mar 2023 22:43:38 +0000', '2023-03-26T22:43:38.000Z'],
  ['a number before the weekday', '1 Sun, 26 Mar 2023 22:43:38 +0000', '2023-03-26T22:43:38.000Z'],
  ['pm without a blank', 'May 7, 2024 3:09pm', '2024-05-07T15:09:00.000Z'],
  ['pm in Spanish', '7 de mayo de 2024, 3:09 p. m.', '2024-05-07T15:09:00.000Z'],
  ['pm in Korean', '2024-05-07 오후 3:09 +0900', '2024-05-07T06:09:00.000Z'],
  ['an hour alone', 'May 7, 2024 3 PM', '2024-05-07T15:00:00.000Z'],
  ['the "am" of a name', '2 Am Màrt 2024', '2024-03-02T00:00:00.000Z'],
  ['21h03', 'mardi 7 mai 2024 à 21h03', '2024-05-07T21:03:00.000Z'],
  ['ordinals', '7th of May, 2024', day],
  ['words that lead', 'Posted on Tuesday, 7 May 2024 - 10:00', '2024-05-07T10:00:00.000Z'],
  ['two dates', '15 May or 16 June 2024', undefined],
  // Zones
  ['a zone of IANA, summer', '2024-05-07 10:00:00 Europe/Berlin', '2024-05-07T08:00:00.000Z'],
  ['a zone of IANA, winter', '2024-01-07T10:00:00 America/New_York', '2024-01-07T15:00:00.000Z'],
  ['a zone of IANA, RFC 822', 'Tue, 07 May 2024 10:00:00 Asia/Kolkata', '2024-05-07T04:30:00.000Z'],
  ['a zone of IANA, asctime', 'Tue May  7 10:00:00 Europe/Paris 2024', '2024-05-07T08:00:00.000Z'],
  ['the hour after clocks went forward', '2024-03-31 03:30:00 Europe/Berlin', '2024-03-31T01:30:00.000Z'],
  ['a sign escaped once too often', 'Tue, 07 May 2024 10:00:00 &#43;0200', '2024-05-07T08:00:00.000Z'],
  ['a blank escaped once too often', 'Tue,&nbsp;07 May 2024 10:00:00 GMT', '2024-05-07T10:00:00.000Z'],
  ['the signs of Etc', '2024-05-07 10:00:00 Etc/GMT+5', '2024-05-07T15:00:00.000Z'],
  ['offset and Z', '2024-05-07T10:00:00-05:00Z', '2024-05-07T15:00:00.000Z'],
  ['offset and a zone of IANA', 'Tue, 07 May 2024 10:00:00 +0200 Europe/Berlin', '2024-05-07T08:00:00.000Z'],
  ['RFC 9557', '2024-05-07T10:00:00+02:00[Europe/Berlin]', '2024-05-07T08:00:00.000Z'],
  ['RFC 9557 without an offset', '2024-05-07T10:00:00[Europe/Berlin]', '2024-05-07T08:00:00.000Z'],
  [
    'what JavaScript prints',
    'Tue May 07 2024 10:00:00 GMT+0200 (Central European Summer Time)',
    '2024-05-07T08:00:00.000Z',
  ],
  ['a zone that is a weekday elsewhere', 'Fri, 28 May 2010 22:03:38 CET', '2010-05-28T21:03:38.000Z'],
  ['a weekday that is a zone elsewhere', '10:00 pt, 1 paź 2010', '2010-10-01T10:00:00.000Z'],
  // Markup
  [
    'time, as Drupal leaves it',
    '<time datetime="2024-05-07T10:00:00Z" class="datetime">7 May</time>',
    '2024-05-07T10:00:00.000Z',
  ],
  ['time in single quotes', "<time class='x' datetime='2024-05-07'>x</time>", day],
  ['other markup', '<span class="date">May 7, 2024</span>', day],
  // Digits
  ['Arabic', '٧ مايو ٢٠٢٤', day],
  ['Persian', '۷ مهٔ ۲۰۲۴', day],
  ['Devanagari', '७ मई २०२४', day],
  ['Bengali, with the time', '৭ মে, ২০২৪ ১৫:০৯', '2024-05-07T15:09:00.000Z'],
  // Other calendars
  ['Buddhist', '15 พ.ค. 2567', undefined],
  ['Buddhist, ISO 8601', '2567-05-15T10:00:00', undefined],
  ['Persian calendar', '۱۸ اردیبهشت ۱۴۰۳', undefined],
  ['Persian calendar, numbers', '۱۴۰۳/۰۲/۱۸', undefined],
  ['Islamic', '15 رمضان 1445', undefined],
  ['Japanese era', '令和6年5月7日', undefined],
  ['Japanese era, numbers', 'R06.05.07', undefined],
  ['Republic of China', '民國113年5月15日', undefined],
]

test.each(rows)('parseDate: %s: %s', (_name, text, iso, language) => {
  expect(parseDate(text, language)?.toISOString()).toBe(iso)
})

test('a date of half a megabyte costs next to nothing', () => {
  const parts = ['1', 'mar ', '<time datetime="', '12:', '1 2 3 ', '((', ' ', 'é', '[', '٧', 'a/']
  const texts = parts.flatMap((part) => [part.repeat(524_288 / part.length), part.repeat(120 / part.length)])
  const start = process.cpuUsage()
  for (const text of texts) expect(parseDate(text, 'fi')).toBeUndefined()
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
})
