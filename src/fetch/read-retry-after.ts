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
  // An HTTP-date names a weekday and a month and ends in GMT: that much Date.parse reads alike everywhere.
  const time = /^[a-z]{3,9}, .* gmt$/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time)
}
