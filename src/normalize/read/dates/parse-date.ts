import { foldDateText } from './fold-date-text.ts'
import { makeInstant } from './make-instant.ts'
import { nameZone } from './name-zone.ts'
import { parseIsoDate } from './parse-iso-date.ts'
import { parseRfc822Date } from './parse-rfc822-date.ts'
import { parseRfc3339Date } from './parse-rfc3339-date.ts'
import { parseTextualDate } from './parse-textual-date.ts'

/** Longer texts are no dates, unless there is markup around one. */
const longest = 120
const longestMarkup = 1_000

/**
 * Read a date as feeds write it: RFC 3339 and the other forms of ISO 8601 (Atom, Dublin Core); RFC 822 with all its
 * abuses (RSS); asctime; Unix time; and the forms that people and software write in any language of CLDR.
 *
 * A date without a zone is in UTC. Years before 1970, the year 1 above all, come from fields that nobody filled in. A date that can be read
 * in two ways is `undefined`.
 *
 * @param language the language of the text, a tag of BCP 47, where its feed tells it
 * @returns the instant, or `undefined` where the text is no date, or an impossible one. Never throws; never leans on
 * `Date.parse`, which reads the same text differently from host to host.
 */
export function parseDate(written: string, language?: string): Date | undefined {
  const text = written.startsWith('<') ? unwrap(written) : written
  if (text.length > longest) return undefined
  const trimmed = text.trim()
  const plain = parseRfc3339Date(trimmed) ?? parseRfc822Date(trimmed)
  if (plain !== undefined) return makeInstant(plain)
  const bare = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/&(?:#0*43|#x0*2b|plus);/gi, '+')
    .replace(/&(?:#0*160|#xa0|nbsp);/gi, ' ')
  const iso = parseIsoDate(bare.trim())
  if (iso !== undefined) return makeInstant(iso)
  const clean = mendOffset(nameZone(unbracket(foldDateText(bare))))
  const found =
    parseUnixTime(foldDateText(text)) ??
    parseUnixTime(clean) ??
    parseIsoDate(clean) ??
    parseTextualDate(clean, language)
  return found === undefined ? undefined : makeInstant(found)
}

/** The date in markup, as Drupal's templates leave it: the `datetime` of a `time` element, else the text. */
function unwrap(markup: string): string {
  if (markup.length > longestMarkup) return markup
  const [, quoted = '', apart = ''] = /<time\b[^<>]*\sdatetime\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/i.exec(markup) ?? []
  return quoted || apart || markup.replace(/<[^<>]*>/g, ' ').trim()
}

/** Mend "+ 0200", "+200", "--0500", a "+" that was decoded as a blank, "00" without any, and a zone in quotes. */
function mendOffset(text: string): string {
  return text
    .replace(/"/g, '')
    .replace(/(?<=:\d{2}) ?-(?=-\d{2}:?\d{2}$)/, ' ')
    .replace(/(?<=\d{4} \d{1,2}:\d{2}:\d{2}) 00$/, '')
    .replace(/(?<=:\d{2}) ?([+-]) ?(\d?)(?=\d{3}$)/, (_, sign: string, tens: string) => ` ${sign}${tens || '0'}`)
    .replace(/(?<=\d{4} \d{1,2}:\d{2}(?::\d{2})?) (?=[01]\d[0-5]\d$)/, ' +')
}

/** RFC 9557 names the zone in brackets behind the offset: the offset counts, and without one the zone. */
function unbracket(text: string): string {
  const [, before = '', offset = '', zone = ''] =
    /^(.*?\d)(z|[+-]\d{2}:?\d{2})?\[!?([a-z0-9_/+-]+)\](?:\[[^[\]]*\])*$/.exec(text) ?? []
  if (before === '') return text
  return offset === '' ? `${before} ${zone}` : before + offset
}

/** Seconds or milliseconds since 1970. They need nine digits or more, so that a year alone is not taken for them. */
function parseUnixTime(text: string): Date | undefined {
  const [, dotNet] = /^\/date\((\d{12,13})(?:[+-]\d{4})?\)\/$/.exec(text) ?? []
  if (dotNet !== undefined) return new Date(Number(dotNet))
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Math.round(Number(text) * 1000))
  return /^\d{12,13}$/.test(text) ? new Date(Number(text)) : undefined
}
