import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { isPrivateAddress } from './check-address.ts'

/** The connections of one run. */
export type Network = {
  /** For hosts of the public internet: a name that leads to a private address is refused when it is dialled. */
  public: Dispatcher
  /** For the private hosts that the operator allowed. */
  private: Dispatcher
  /** A proxy does the resolving: addresses behind names cannot be checked here. */
  hasProxy: boolean
  close(): Promise<void>
}

/** Of one address; a server that needs longer is not there. */
const connectTimeoutMs = 10_000

export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
}

/** The connection was never made, TLS included: the server heard nothing of us. */
export class ConnectError extends Error {
  override name = 'ConnectError'
}

/**
 * @param timeout milliseconds for a whole request
 * @param connections to one origin; a connection whose answer has just ended is waited for, not passed by for a new one
 */
export function openNetwork(timeout: number, connections: number): Network {
  const { env } = process
  const hasProxy = Boolean(env.http_proxy || env.HTTP_PROXY || env.https_proxy || env.HTTPS_PROXY)
  const options = {
    // The time for all of a request is held by its signal; these must not end it earlier, nor never.
    headersTimeout: timeout + 1000,
    bodyTimeout: timeout + 1000,
    keepAliveTimeout: 4000,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
    connections,
  }
  const open = (lookup: LookupFunction | undefined) => {
    // Half of a short time: that nobody was there must be known before the time of all is up.
    const connectTimeout = Math.min(connectTimeoutMs, timeout / 2)
    const dial = buildConnector({ timeout: connectTimeout, autoSelectFamily: true, ...(lookup ? { lookup } : {}) })
    const connect: buildConnector.connector = (target, done) => {
      dial(target, (...[error, socket]) => {
        if (error) done(new ConnectError(error.message, { cause: error }), null)
        else done(null, socket)
      })
    }
    // With a proxy, this dials only what is asked without it: what it is asked for, the proxy dials.
    return hasProxy ? new EnvHttpProxyAgent({ ...options, connect }) : new Agent({ ...options, connect })
  }
  const dispatchers = { public: open(lookupPublic), private: open(undefined) }
  return {
    ...dispatchers,
    hasProxy,
    async close() {
      await Promise.all([dispatchers.public.destroy(), dispatchers.private.destroy()])
    },
  }
}

/** Resolve a name, and give only public addresses: the address that is checked is the one that is dialled. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const open = addresses.filter(({ address }) => !isPrivateAddress(address))
    const [first] = open
    if (first === undefined) {
      return done(new PrivateAddressError(`${hostname} leads to a private address`), '', 0)
    }
    // Node asks for all where it tries IPv6 and IPv4 side by side (RFC 8305).
    if (options.all) return done(null, open as never, 0)
    done(null, first.address, first.family)
  })
}
