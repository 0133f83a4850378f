import { dateWords, findSenses } from './date-words.ts'
import { findClock } from './find-clock.ts'
import type { WrittenTime, Zone } from './make-instant.ts'
import { parseNamedDay } from './parse-named-day.ts'
import { parseOffset } from './parse-offset.ts'
import { findZone } from './parse-zone.ts'

/** Korean blog software writes the time of Korea without a zone. */
const korean = /[년월일]|오[전후]/u

/**
 * A date that has the name of its month, or its parts in the order of a language: RFC 822 (RSS 2.0, pubDate) with or without weekday,
 * seconds, zone, century; asctime; "Apr 3, 2019"; "3. März 2019"; "2019年4月3日"; OnBlog and Nate ("2004-05-28  오후 11:31:58"); "28/05/2010".
 *
 * @param text from `foldDateText`
 * @param language the feed's language, a tag of BCP 47
 */
export function parseTextualDate(text: string, language: string | undefined): WrittenTime | undefined {
  const clock = findClock(text)
  if (clock === undefined) return parseWithoutTime(text, language)
  const { zone, rest } = readZone(clock.after)
  const day = parseNamedDay(`${clock.before} ${rest}`.trim(), language)
  return day && { ...day, ...clock.time, zone: zone ?? (korean.test(text) ? 9 * 60 : 0) }
}

/** A date without a time may name its zone all the same. */
function parseWithoutTime(text: string, language: string | undefined): WrittenTime | undefined {
  const day = parseNamedDay(text, language)
  if (day !== undefined) return { ...day, zone: korean.test(text) ? 9 * 60 : 0 }
  const ending = findZoneBehindDay(text)
  const zoned = ending && parseNamedDay(ending.rest, language)
  return zoned && { ...zoned, zone: ending.zone }
}

/** A zone behind the day, not behind the time: "Sun Jan 4 16:29:06 2004 PST", "16:29 04.01.2004 -0800", "04.01.2004 -0800". */
function findZoneBehindDay(text: string): { zone: Zone; rest: string } | undefined {
  const [, rest = '', last = ''] = /^(.*\d)\s+([+-]\d{2}:?\d{2}|[a-z]{1,4})$/.exec(text) ?? []
  const zone = findZone(last)?.zone
  return zone === undefined ? undefined : { zone, rest }
}

/** Read the zone after a time, without words between: "Uhr", "hrs", a full stop. An unknown zone is ignored (RFC 2822, section 4.3). */
function readZone(after: string): { zone: Zone | undefined; rest: string } {
  const text = after.replace(/^[\s,.]*(uhr|hrs?|h|ώρα)?(?![\p{L}\p{M}])\.?/u, '').replace(/[.,;]+$/, '')
  const [, word = '', behind = ''] = /^\s*([\p{L}\p{M}']+)(.*)/u.exec(text) ?? []
  // "10:00 CET" has a zone though "čet" is a weekday; "10:00 pt, 1 paź 2010" has a weekday.
  const isLast = /^\s*(\d{4})?$/.test(behind)
  const isDateWord =
    word !== '' && !(isLast && parseOffset(word)) && (findSenses(word).length > 0 || dateWords().others.has(word))
  const found = isDateWord ? undefined : findZone(text)
  if (found !== undefined) return found
  const [, , year = ''] = /^\s*([a-z_/]{1,30})(\s\d{4})?\s*$/.exec(text) ?? []
  const isUnknown = !isDateWord && /^\s*[a-z_/]{1,30}(\s\d{4})?\s*$/.test(text)
  return isUnknown ? { zone: undefined, rest: year } : (findZoneBehindDay(text) ?? { zone: undefined, rest: text })
}
