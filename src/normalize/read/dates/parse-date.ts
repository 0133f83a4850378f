import { makeInstant } from './make-instant.ts'
import { parseIsoDate } from './parse-iso-date.ts'
import { parseRfc822Date } from './parse-rfc822-date.ts'
import { parseTextualDate } from './parse-textual-date.ts'

/** Longer texts are no dates. */
const longest = 120

/**
 * Read a date as feeds write it: RFC 3339 and the other forms of ISO 8601 (Atom, Dublin Core); RFC 822 with all its
 * abuses (RSS); asctime; Unix time; and the forms that software writes in its user's language.
 *
 * A date without a zone is in UTC. Years before 1970, the year 1 above all, come from fields that nobody filled in.
 *
 * @returns the instant, or `undefined` where the text is no date, or an impossible one. Never throws; never leans on
 *   `Date.parse`, which reads the same text differently from host to host.
 */
export function parseDate(text: string): Date | undefined {
  if (text.length > longest) return undefined
  const plain = parseRfc822Date(text.trim())
  if (plain !== undefined) return makeInstant(plain)
  const clean = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim()
  const found = parseUnixTime(clean) ?? parseIsoDate(clean) ?? parseTextualDate(clean)
  return found === undefined ? undefined : makeInstant(found)
}

/** Seconds, or milliseconds, since 1970: from 2001 on, so that a year alone is not one. */
function parseUnixTime(text: string): Date | undefined {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Math.round(Number(text) * 1000))
  return /^\d{12,13}$/.test(text) ? new Date(Number(text)) : undefined
}
