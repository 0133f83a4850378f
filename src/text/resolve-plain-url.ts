/** What browsers leave as it is: a host of names in small letters, none too long, a path without "." and "..", a query, a fragment. */
const host = String.raw`https?:\/\/(?![^/]{254}|[^/]*[^./]{64})(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+`
const rest = String.raw`(?:\/[\w~:@=+,!*-][\w.~:@=+,!*-]*)*\/?(?:\?[\w.~:@=+,!*\/?&-]*)?(?:#[\w.~:@=+,!*\/?&-]*)?`

const absolute = new RegExp(`^${host}(?=/)${rest}$`)
const rooted = new RegExp(`^(?=/)${rest}$`)
const whole = new RegExp(`^(${host})(?=/|$)${rest}$`)

/** The last base, and its scheme and host: an entry has one for all its links. */
let [known, origin]: [base: string | undefined, origin: string | undefined] = [undefined, undefined]

/**
 * The address that `new URL(href, base).href` gives, where that is plain to see: most of them are, and reading one takes a tenth of the time.
 *
 * @returns `undefined` where URL is to judge
 */
export function resolvePlainUrl(href: string, base: string | undefined): string | undefined {
  if (base !== known) [known, origin] = [base, base === undefined ? undefined : whole.exec(base)?.[1]]
  if (href.startsWith('/')) return origin !== undefined && rooted.test(href) ? origin + href : undefined
  return (base === undefined || origin !== undefined) && absolute.test(href) ? href : undefined
}
