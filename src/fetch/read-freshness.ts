import { parseHttpDate } from './parse-http-date.ts'

type Headers = {
  cacheControl: string | undefined
  age: string | undefined
  expires: string | undefined
  date: string | undefined
}

/**
 * How long an answer stays fresh, in milliseconds from now: max-age less Age, else Expires less Date (RFC 9111, section 4.2). `s-maxage` is
 * for shared caches, and is ignored.
 *
 * @returns `undefined` where the server says nothing, or that it wants to be asked each time
 */
export function readFreshness({ cacheControl, age, expires, date }: Headers, now: Date): number | undefined {
  if (cacheControl === undefined && expires === undefined) return undefined
  const directives = readDirectives(cacheControl)
  if (directives.has('no-cache') || directives.has('no-store')) return undefined
  const maxAge = directives.get('max-age')
  const lifetime = maxAge === undefined ? untilExpiry(expires, date, now) : readSeconds(maxAge)
  const left = (lifetime ?? 0) - (readSeconds(age) ?? 0)
  return left > 0 ? left * 1000 : undefined
}

function untilExpiry(expires: string | undefined, date: string | undefined, now: Date): number | undefined {
  const until = parseHttpDate(expires)
  return until === undefined ? undefined : (+until - +(parseHttpDate(date) ?? now)) / 1000
}

/** Names are case-insensitive; of two directives with one name, the first holds. */
function readDirectives(cacheControl = ''): Map<string, string> {
  const directives = new Map<string, string>()
  for (const part of cacheControl.split(',')) {
    const [name = '', value = ''] = part.split('=', 2)
    const key = name.trim().toLowerCase()
    if (!directives.has(key)) directives.set(key, value.trim().replace(/^"(.*)"$/, '$1'))
  }
  return directives
}

/** Delta-seconds (RFC 9111, section 1.2.2): what is no whole number says nothing. */
function readSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined
}
