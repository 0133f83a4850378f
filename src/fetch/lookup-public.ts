import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
}

/** Resolve a name, and give only public addresses: the address that is checked is the one that is dialled. */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const open = addresses.filter(({ address }) => !isPrivateAddress(address))
    const [first] = open
    if (first === undefined) {
      return done(new PrivateAddressError(`${hostname} leads to a private address`), '', 0)
    }
    // Node asks for all addresses where it tries IPv6 and IPv4 side by side (RFC 8305).
    if (options.all) return done(null, open as never, 0)
    done(null, first.address, first.family)
  })
}
