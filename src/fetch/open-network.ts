import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { OtherWay } from './find-other-way.ts'
import { hasProxy } from './has-proxy.ts'
import { isPrivateAddress } from './private-address.ts'

/** The connections of one run. */
export type Network = {
  /** Hosts that are asked in another way for the rest of the run: the usual one did not suit them. */
  otherWays: Map<string, OtherWay>
  /** Origins that have answered in this run: a connection may wait for the next request to them. */
  answered: Set<string>
  /** How many connections to an origin were begun: where none was meanwhile, a request had one that was there. */
  dials: Map<string, number>
  /** Resolves names of public hosts. */
  lookupPublic: LookupFunction
  /** The same as `public` and `private`, for servers that speak HTTP/2 alone. */
  http2(isPrivate: boolean): Dispatcher
  /** For hosts of the public internet: a name that leads to a private address is refused when it is dialled. */
  public: Dispatcher
  /** For the private hosts that the operator allowed. */
  private: Dispatcher
  close(): Promise<void>
}

export type OnCertificate = (host: string, end: Date) => void

/** Of one address; a server that needs longer is not there. */
const connectTimeoutMs = 10_000

/** So long a connection is kept for the next request to its host, which comes after a second where it has several feeds. */
const idleMs = 2000

export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
}

/** The connection was never made, TLS included: the server heard nothing of us. */
export class ConnectError extends Error {
  override name = 'ConnectError'

  constructor(
    cause: Error,
    /** The last day of the certificate, where one was shown. */
    readonly validTo: string | undefined,
  ) {
    super(cause.message, { cause })
  }
}

/**
 * @param timeoutMs milliseconds for a whole request
 * @param connections to one origin; a connection whose answer has just ended is waited for, not passed by for a new one
 * @param onCertificate told of each host, with its port where it is not the usual one, that is spoken to by TLS, and the last day of its certificate
 */
export function openNetwork(timeoutMs: number, connections: number, onCertificate?: OnCertificate): Network {
  const options = {
    // The time for all of a request is held by its signal; these must not end it earlier, nor never.
    headersTimeout: timeoutMs + 1000,
    bodyTimeout: timeoutMs + 1000,
    keepAliveTimeout: idleMs,
    // Whatever a server offers: most have one feed, and ten thousand connections that wait for nothing are as many sockets.
    keepAliveMaxTimeout: idleMs,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
    connections,
  }
  const dials = new Map<string, number>()
  const onDial = (origin: string) => dials.set(origin, (dials.get(origin) ?? 0) + 1)
  const open = (lookup: LookupFunction | undefined, allowH2 = false) => {
    // Half of a short time: that nobody was there must be known before the time of all is up.
    const connectTimeout = Math.min(connectTimeoutMs, timeoutMs / 2)
    const connect = makeConnect(
      { timeout: connectTimeout, autoSelectFamily: true, allowH2, ...(lookup ? { lookup } : {}) },
      onCertificate,
      onDial,
    )
    // With a proxy, this dials only what is asked without it: what it is asked for, the proxy dials.
    return hasProxy() ? new EnvHttpProxyAgent({ ...options, connect }) : new Agent({ ...options, allowH2, connect })
  }
  const dispatchers = { public: open(lookupPublic), private: open(undefined) }
  const inHttp2 = new Map<boolean, ReturnType<typeof open>>()
  return {
    ...dispatchers,
    otherWays: new Map(),
    answered: new Set(),
    dials,
    lookupPublic,
    http2(isPrivate) {
      const known = inHttp2.get(isPrivate) ?? open(isPrivate ? undefined : lookupPublic, true)
      inHttp2.set(isPrivate, known)
      return known
    },
    async close() {
      const all = [dispatchers.public, dispatchers.private, ...inHttp2.values()]
      await Promise.all(all.map((dispatcher) => dispatcher.destroy()))
    },
  }
}

/** undici's way of dialling, with what it does not tell: whether there ever was a connection, and how it broke. */
function makeConnect(
  options: buildConnector.BuildOptions,
  onCertificate: OnCertificate | undefined,
  onDial: (origin: string) => void,
): buildConnector.connector {
  const dial = buildConnector(options)
  return (target, done) => {
    onDial(`${target.protocol}//${target.host ?? target.hostname}`)
    let validTo: string | undefined
    const dialled: unknown = dial(target, (...[error, socket]) => {
      if (error) return done(new ConnectError(error, validTo), null)
      // Of an answer without a length, undici takes a reset for the end: half a feed would count as whole.
      socket.prependListener('error', (broken: NodeJS.ErrnoException) => {
        if (broken.code === 'ECONNRESET') broken.code = 'ECONNABORTED'
      })
      done(null, socket)
    })
    if (dialled instanceof TLSSocket) {
      // A certificate that is refused is gone before anyone is told.
      dialled.prependListener('secure', () => {
        validTo = dialled.getPeerCertificate()?.valid_to
        if (validTo !== undefined) onCertificate?.(target.host ?? target.hostname, new Date(validTo))
      })
    }
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
