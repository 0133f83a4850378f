import { findOwn } from '../../../text/find-own.ts'

/** Zones whose names are not the beginnings of their words: "China Standard Time" is not CST. */
const others: Record<string, string> = {
  universal: 'utc',
  'coordinated universal': 'utc',
  'central european standard': 'cet',
  'eastern european standard': 'eet',
  'western european standard': 'wet',
  'indian standard': 'ist',
  'china standard': '+0800',
  'moscow standard': '+0300',
  'new zealand standard': 'nzst',
  'new zealand daylight': 'nzdt',
  'w. europe standard': 'europe/berlin',
  'romance standard': 'europe/paris',
  'central europe standard': 'europe/budapest',
  'gmt standard': 'europe/london',
}

const initials =
  /^(?:(?:eastern|central|mountain|pacific)(?: standard| daylight)?|(?:central|eastern|western) european(?: summer)?|greenwich mean|british summer|(?:india|japan|korea) standard|australian (?:eastern|central|western) (?:standard|daylight))$/

/** A zone in words behind a time, up to the end or the year: "10:00:00 Eastern Standard Time". */
const inWords = /(?<=\d|[ap]\.?m\.?) (?![ap]\.?m\b)((?:[a-z.]+ ){0,2}[a-z.]+) time(?= ?(?:\d{4})?$)/

/**
 * Put the letters of a zone in the place of its name: Java and Windows write it so. Another name is dropped, as is an unknown zone.
 *
 * @param text from `foldDateText`
 */
export function nameZone(text: string): string {
  return text.replace(inWords, (_, words: string) => {
    const known = initials.test(words) ? `${words} time`.replace(/(\S)\S*\s*/g, '$1') : findOwn(others, words)
    return known === undefined ? '' : ` ${known}`
  })
}
