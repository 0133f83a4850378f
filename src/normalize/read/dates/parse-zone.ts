import { findZoneOffset } from './find-zone-offset.ts'
import type { Zone } from './make-instant.ts'
import { parseOffset } from './parse-offset.ts'

/**
 * The zone of a time: any that `parseOffset` reads, or a name of the IANA time zone database.
 *
 * @returns `undefined` where the text is no zone
 */
export function parseZone(text: string): Zone | undefined {
  if (/^[a-z]+\/[a-z]/i.test(text) || /^[a-z-]{4,}$|^[a-z]{3}\d[a-z]{3}$/i.test(text))
    return isZone(text) ? text : parseOffset(text)
  return parseOffset(text)
}

function isZone(name: string): boolean {
  return findZoneOffset(name, 0) !== undefined
}

const form =
  /^[\s,]*((?:[a-z]{1,5} ?)?[+\-\u2212](?:(?:\d{2}:?|\d:)\d{2}(?::\d{2})?(?!\d)(?: ?[a-z_/]{1,40}(?![\p{L}\d]))?|\d{1,2}(?= *$| +\d{4} *$))|[a-z]+(?:\/[a-z0-9_+-]+)+|[a-z]{1,}(?:\d{1,2}(?:[a-z]{3})?)?(?![\p{L}\p{M}\d'-]))/u

/** The zone at the beginning of a text, and the text behind it. */
export function findZone(text: string): { zone: Zone; rest: string } | undefined {
  const match = form.exec(text)
  const zone = match?.[1] === undefined ? undefined : parseZone(match[1])
  return match === null || zone === undefined ? undefined : { zone, rest: text.slice(match[0].length) }
}
