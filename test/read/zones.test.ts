import { expect, test } from 'vitest'
import { parseDate } from '../../src/normalize/read/dates/parse-date.ts'

/** What people and software write for a zone, and the hours that it is from UTC (RFC 822, section 5.1, and usage). */
const zones = `
  UT 0, UTC 0, GMT 0, Z 0, WET 0, UCT 0, Zulu 0, WEST 1, EST -5, EDT -4, CST -6, CDT -5, MST -7, MDT -6, PST -8, PDT -7,
  ET -5, CT -6, MT -7, PT -8, AKST -9, AKDT -8, HST -10, HADT -9, HAST -10, AST -4, ADT -3, NST -3.5, NDT -2.5,
  BRT -3, BRST -2, ART -3, CLT -4, CLST -3, COT -5, PET -5, VET -4, UYT -3,
  BST 1, IST 5.5, CET 1, CEST 2, MET 1, MEST 2, MEZ 1, MESZ 2, EET 2, EEST 3,
  MSK 3, MSD 4, TRT 3, SAST 2, CAT 2, EAT 3, WAT 1, GST 4, IRST 3.5, PKT 5, NPT 5.75,
  JST 9, KST 9, HKT 8, SGT 8, MYT 8, PHT 8, WIB 7, ICT 7, AWST 8, ACST 9.5, ACDT 10.5, AEST 10, AEDT 11, NZST 12, NZDT 13`
  .split(',')
  .map((pair) => pair.trim().split(' ') as [zone: string, hours: string])

test.each(zones)('%s is %s hours from UTC', (zone, hours) => {
  const noon = parseDate(`Fri, 28 May 2010 12:00:00 ${zone}`)
  expect(noon?.getTime()).toBe(Date.UTC(2010, 4, 28, 12) - Number(hours) * 3_600_000)
})

const named: [zone: string, hours: number][] = [
  ['Eastern Standard Time', -5],
  ['Eastern Daylight Time', -4],
  ['Pacific Time', -8],
  ['Central European Time', 1],
  ['Central European Summer Time', 2],
  ['Central European Standard Time', 1],
  ['Greenwich Mean Time', 0],
  ['Coordinated Universal Time', 0],
  ['British Summer Time', 1],
  ['India Standard Time', 5.5],
  ['China Standard Time', 8],
  ['Australian Eastern Standard Time', 10],
  ['W. Europe Standard Time', 2],
  ['Atlantis Standard Time', 0],
]

test.each(named)('in words: %s is %s hours from UTC', (zone, hours) => {
  const noon = Date.UTC(2010, 4, 28, 12) - hours * 3_600_000
  expect(parseDate(`Fri, 28 May 2010 12:00:00 ${zone}`)?.getTime()).toBe(noon)
  expect(parseDate(`Fri May 28 12:00:00 ${zone} 2010`)?.getTime()).toBe(noon)
  expect(parseDate(`May 28, 2010 12:00:00 PM ${zone}`)?.getTime()).toBe(noon)
})

const months = [
  ...['Mrz', 'Maerz', 'März'].map((name) => ({ text: `28. ${name} 2010`, month: 3 })),
  ...['Sept', 'Sep', 'September'].map((name) => ({ text: `28 ${name} 2010`, month: 9 })),
]

test.each(months)('a month as software abbreviates it: $text', ({ text, month }) => {
  expect(parseDate(text)?.toISOString().slice(0, 10)).toBe(`2010-${String(month).padStart(2, '0')}-28`)
})
