import { TLSSocket } from 'node:tls'
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { Answer } from './answer-headers.ts'
import type { Asking } from './ask-as-usual.ts'
import { ConnectError } from './connect-error.ts'
import { hasProxy } from './has-proxy.ts'
import { lookupPublic } from './lookup-public.ts'
import { type ConnectOptions, idleMs, type OnCertificate } from './open-agent.ts'

/** For what Node's own client cannot do: HTTP/2, and proxies that the environment names. */
export type Undici = {
  /** @param isPrivate the operator allowed the host, wherever its name leads */
  ask(url: URL, isPrivate: boolean, isHttp2: boolean, asking: Asking): Promise<Answer>
  close(): Promise<void>
}

/** @param timeoutMs milliseconds for a whole request */
export function openUndici(
  timeoutMs: number,
  { connections, connectTimeoutMs, onCertificate }: ConnectOptions,
): Undici {
  const options = {
    // The signal limits the time of the whole request; these limits must not end it earlier, nor be absent.
    headersTimeout: timeoutMs + 1000,
    bodyTimeout: timeoutMs + 1000,
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
    connections: connections ?? null,
  }
  const dispatchers = new Map<string, Dispatcher>()
  const open = (isPrivate: boolean, allowH2: boolean): Dispatcher => {
    const lookup = isPrivate ? {} : { lookup: lookupPublic }
    const connect = makeConnect(
      { timeout: connectTimeoutMs, autoSelectFamily: true, allowH2, ...lookup },
      onCertificate,
    )
    // With a proxy, `connect` dials only the hosts that are asked without it: the proxy dials the others.
    return hasProxy() ? new EnvHttpProxyAgent({ ...options, connect }) : new Agent({ ...options, allowH2, connect })
  }
  return {
    // The dispatcher's method, not undici's own `request`, which would load its fetch, its caches and its mocks.
    ask(url, isPrivate, isHttp2, { method = 'GET', headers, body = null, signal }) {
      const key = `${isPrivate} ${isHttp2}`
      const dispatcher = dispatchers.get(key) ?? open(isPrivate, isHttp2)
      dispatchers.set(key, dispatcher)
      const path = `${url.pathname}${url.search}`
      return dispatcher.request({ method, headers, body, signal, origin: url.origin, path })
    },
    async close() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()))
    },
  }
}

/** undici's way of dialling, with what it does not report: whether the connection was made, and how it broke. */
function makeConnect(
  options: buildConnector.BuildOptions,
  onCertificate: OnCertificate | undefined,
): buildConnector.connector {
  const dial = buildConnector(options)
  return (target, done) => {
    let validTo: string | undefined
    const dialled: unknown = dial(target, (...[error, socket]) => {
      if (error) return done(new ConnectError(error, validTo), null)
      // undici takes a reset for the end of an answer without a length: half a feed would count as whole.
      socket.prependListener('error', (broken: NodeJS.ErrnoException) => {
        if (broken.code === 'ECONNRESET') broken.code = 'ECONNABORTED'
      })
      done(null, socket)
    })
    if (dialled instanceof TLSSocket) {
      // By the time a refused certificate is reported, it is gone: read it before.
      dialled.prependListener('secure', () => {
        validTo = dialled.getPeerCertificate()?.valid_to
        if (validTo !== undefined) onCertificate?.(target.host ?? target.hostname, new Date(validTo))
      })
    }
  }
}
