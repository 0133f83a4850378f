import { type AgentOptions, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { explainEnd } from './explain-end.ts'

/** Called for each host that is asked by TLS (with its port, where that is not the usual one), with the last day of its certificate. */
export type OnCertificate = (host: string, end: Date) => void

export type ConnectOptions = {
  /** Most connections to one origin; absent: each request has a connection of its own, which is not kept. */
  connections?: number | undefined
  /** Milliseconds, TLS included. */
  connectTimeoutMs: number
  onCertificate?: OnCertificate | undefined
}

/** What must be known of a connection when it breaks. */
export type Connection = {
  /** It was made, TLS included. */
  isMade: boolean
  /** The last day of the certificate, where one was shown. */
  validTo: string | undefined
  /** It has served a request. */
  hasAnswered: boolean
  /** No other request is known that it could serve. */
  isLast: boolean
  /** The answer that is arriving on it. */
  answer: IncomingMessage | undefined
}

/** How long a connection is kept for the next request to its host, which comes after a second where the host has several feeds. */
export const idleMs = 2000

const connections = new WeakMap<Duplex, Connection>()

export function findConnection(socket: Duplex | null): Connection | undefined {
  return socket === null ? undefined : connections.get(socket)
}

/** Call `then` when the connection is made, TLS included: at once where it is already, never where it fails. */
export function onceMade(socket: Duplex, then: () => void): void {
  if (connections.get(socket)?.isMade === false) {
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', then)
  } else then()
}

/**
 * Node's own pool of connections to origins of one protocol. A request waits for a connection whose answer is just ending, instead of
 * opening a new one.
 *
 * @param lookup resolves names; absent: Node's
 */
export function openAgent(
  protocol: 'http:' | 'https:',
  { connections: most, connectTimeoutMs, onCertificate }: ConnectOptions,
  lookup?: LookupFunction,
): HttpAgent {
  const options: AgentOptions = {
    ...{ keepAlive: most !== undefined, maxSockets: most ?? Number.POSITIVE_INFINITY, autoSelectFamily: true },
    ...(lookup === undefined ? {} : { lookup }),
  }
  const agent =
    protocol === 'http:' ? new HttpAgent(options) : new HttpsAgent({ ...options, ALPNProtocols: ['http/1.1'] })
  const dial = agent.createConnection
  agent.createConnection = (place, done) => {
    const socket = dial.call(agent, place, done)
    // The type allows any Duplex; Node's own agents make a Socket.
    if (socket) watchDial(socket as Socket, connectTimeoutMs, (end) => onCertificate?.(renderHost(place), end))
    return socket
  }
  keepShortly(agent)
  return agent
}

/** Limit the time for a connection to be made, and note what Node does not report: whether it was made, and how it broke. */
function watchDial(socket: Socket, timeoutMs: number, onCertificate: (end: Date) => void): void {
  const nothing = { isMade: false, hasAnswered: false, isLast: false }
  const connection: Connection = { ...nothing, validTo: undefined, answer: undefined }
  connections.set(socket, connection)
  const late = () => socket.destroy(Object.assign(new Error('nobody answered the call'), { code: 'ETIMEDOUT' }))
  const timer = setTimeout(late, timeoutMs)
  onceMade(socket, () => {
    connection.isMade = true
    clearTimeout(timer)
  })
  socket.once('close', () => clearTimeout(timer))
  socket.prependListener('error', (error) => breakAnswer(connection.answer, error))
  socket.prependListener('end', () => {
    const reset = explainEnd(socket)
    if (reset !== undefined) breakAnswer(connection.answer, reset)
  })
  if (!(socket instanceof TLSSocket)) return
  // By the time a refused certificate is reported, it is gone: read it before.
  socket.prependOnceListener('secure', () => {
    connection.validTo = socket.getPeerCertificate()?.valid_to
    if (connection.validTo !== undefined) onCertificate(new Date(connection.validTo))
  })
}

/** Node takes a reset for the end of an answer without a length: half a feed would count as whole. A complete answer stays as it is. */
export function breakAnswer(answer: IncomingMessage | undefined, error: Error): void {
  if (answer?.complete === false) answer.destroy(error)
}

/**
 * Keep each idle connection for a short time only, whatever its server offers: most hosts have one feed, and ten thousand idle connections
 * are as many sockets. Node's own way looks through all idle connections each time that one expires.
 */
function keepShortly(agent: HttpAgent): void {
  const timers = new WeakMap<Duplex, NodeJS.Timeout>()
  const drop = function (this: Duplex) {
    this.destroy()
  }
  const keep = (socket: Duplex): boolean => {
    const connection = connections.get(socket)
    if (connection?.isLast) return false
    const keptMs = Math.min(idleMs, readOffer(connection?.answer) - 1000)
    if (connection !== undefined) connection.answer = undefined
    if (keptMs <= 0) return false
    timers.set(socket, setTimeout(() => socket.destroy(), keptMs).unref())
    // Bytes that come unasked must not be taken for the next answer.
    socket.on('data', drop)
    return true
  }
  const reuse = agent.reuseSocket
  Object.assign(agent, {
    keepSocketAlive: keep,
    reuseSocket(...[socket, request]: Parameters<HttpAgent['reuseSocket']>) {
      clearTimeout(timers.get(socket))
      socket.off('data', drop)
      reuse.call(agent, socket, request)
    },
  })
}

/** Milliseconds for which a server says that it keeps the connection. */
function readOffer(answer: IncomingMessage | undefined): number {
  const [, seconds] = /(?:^|[\s,])timeout=(\d{1,9})/i.exec(`${answer?.headers['keep-alive']}`) ?? []
  return seconds === undefined ? Number.POSITIVE_INFINITY : 1000 * Number(seconds)
}

function renderHost({ host, port, defaultPort }: { host?: unknown; port?: unknown; defaultPort?: unknown }): string {
  return Number(port) === Number(defaultPort ?? 443) ? `${host}` : `${host}:${port}`
}
