import type { Hop } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { FetchError } from './read-body.ts'

const maxHops = 5
/** Letters; most servers take no more in a request. A feed's new address is kept, told and shown. */
const longestAddress = 8000

/**
 * The address that a redirect leads to, checked; the hop is appended to `hops`.
 *
 * @throws FetchError
 */
export function followRedirect(from: URL, location: string | undefined, status: number, hops: Hop[]): URL {
  const refuse = (message: string) => new FetchError('REDIRECT', message)
  if (location === undefined || location.trim() === '') throw refuse(`redirects (${status}) without saying where to`)
  const target = decodeUtf8(location)
  const to = parseUrl(target, from.href)
  if (to === undefined) throw refuse('redirects to something that is no web address')
  // A fragment, name or password that a server writes here is not ours to keep, show or send.
  Object.assign(to, { hash: '', username: '', password: '' })
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    throw refuse(`redirects to a ${to.protocol} address, which is not followed`)
  if (to.href.length > longestAddress)
    throw refuse(`redirects to an address of ${to.href.length} letters, which no server takes`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw refuse('redirects from https to http, which is not followed')
  if (to.href === from.href || hops.some((hop) => hop.from === to.href)) throw refuse('redirects in a circle')
  if (hops.length >= maxHops) throw refuse(`redirects more than ${maxHops} times`)
  hops.push({ status, from: from.href, to: to.href })
  return to
}

/** Servers write UTF-8 into Location, and Node reads headers as latin1. */
function decodeUtf8(latin1: string): string {
  const decoded = Buffer.from(latin1, 'latin1').toString('utf8')
  return decoded.includes('\ufffd') ? latin1 : decoded
}
