import { parseHttpDate } from './parse-http-date.ts'

/** Seconds in thirty years: more would be no date. */
const longest = 1e9

/**
 * Retry-After as an instant (RFC 9110, section 10.2.3): seconds from now, or an HTTP-date.
 *
 * @returns `undefined` where the header is absent or says nothing that can be read
 */
export function readRetryAfter(value: string | undefined, now: Date): Date | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return new Date(+now + Math.min(Number(text), longest) * 1000)
  return parseHttpDate(text)
}
