/**
 * Addresses that the URL parser leaves as they are: a host of lower-case names, none too long, a path without "." and "..", a query, a
 * fragment.
 */
const host = String.raw`https?:\/\/(?![^/]{254}|[^/]*[^./]{64})(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+`
const rest = String.raw`(?:\/[\w~:@=+,!*-][\w.~:@=+,!*-]*)*\/?(?:\?[\w.~:@=+,!*\/?&-]*)?(?:#[\w.~:@=+,!*\/?&-]*)?`

const absolute = new RegExp(`^${host}(?=/)${rest}$`)
const rooted = new RegExp(`^(?=/)${rest}$`)
const whole = new RegExp(`^(${host})(?=/|$)${rest}$`)

/** The last base, and its scheme and host: all links of an entry have one base. */
let [known, origin]: [base: string | undefined, origin: string | undefined] = [undefined, undefined]

/**
 * The address that `new URL(href, base).href` gives, where that can be told by a pattern, as for most: it takes a tenth of the time.
 *
 * @returns `undefined` where `URL` must decide
 */
export function resolvePlainUrl(href: string, base: string | undefined): string | undefined {
  if (base !== known) [known, origin] = [base, base === undefined ? undefined : whole.exec(base)?.[1]]
  if (href.startsWith('/')) return origin !== undefined && rooted.test(href) ? origin + href : undefined
  return (base === undefined || origin !== undefined) && absolute.test(href) ? href : undefined
}
