import { type Agent, type IncomingMessage, request } from 'node:http'
import type { Answer } from './answer-headers.ts'
import { ConnectError } from './connect-error.ts'
import { isBroken, StaleConnectionError } from './find-other-way.ts'
import { limitWire } from './limit-wire.ts'
import { breakAnswer, type Connection, findConnection, onceMade } from './open-agent.ts'

/** What is asked of a server. */
export type Asking = {
  method?: 'GET' | 'POST'
  /** Names in small letters. */
  headers: Record<string, string>
  body?: string
  signal: AbortSignal
  /** Most bytes of the answer's body. */
  maxBytes: number
  /** No other request to this host is planned, unless the answer redirects to one. */
  isLast?: boolean
}

/**
 * Ask by Node's own client, in HTTP/1.1.
 *
 * @param agent the pool of connections for the protocol of `url`
 */
export function askAsUsual(
  url: URL,
  agent: Agent,
  { method = 'GET', headers, body, signal, maxBytes, isLast = false }: Asking,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    let answer: IncomingMessage | undefined
    const { protocol, hostname, port, pathname, search } = url
    const place = { protocol, host: hostname.replace(/^\[|\]$/g, ''), port: port || (protocol === 'https:' ? 443 : 80) }
    const asked = request({
      ...{ ...place, path: `${pathname}${search}`, method, agent },
      ...{ headers: { host: url.host, ...headers }, maxHeaderSize: 64 * 1024 },
    })
    // Only until the head comes: then the reader of the body watches the signal.
    const abort = () => {
      asked.destroy(signal.reason as Error)
      // A request that still waits for a connection emits its error late.
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
    let limit: ReturnType<typeof limitWire> | undefined
    asked.on('socket', (socket) => {
      limit = limitWire(socket, maxBytes, (error) => {
        breakAnswer(answer, error)
        asked.destroy(error)
      })
      // Nothing is written before the connection is made: where it fails, Node would report the failed write, and not the cause.
      onceMade(socket, () => asked.end(body))
    })
    asked.on('response', (message) => {
      limit?.answered()
      signal.removeEventListener('abort', abort)
      answer = message
      const connection = findConnection(message.socket)
      if (connection !== undefined) {
        connection.answer = message
        connection.hasAnswered = true
        connection.isLast = isLast && !isRedirect(message.statusCode)
      }
      resolve({ statusCode: message.statusCode ?? 0, headers: message.headers, body: message })
    })
    asked.on('error', (error) => {
      breakAnswer(answer, error)
      reject(placeError(error, findConnection(asked.socket)))
    })
    asked.on('close', () => {
      limit?.stop()
      if (answer !== undefined) return
      signal.removeEventListener('abort', abort)
      // Where the server switches to a protocol that nobody asked for, Node emits nothing but this.
      reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }))
    })
  })
}

function isRedirect(status = 0): boolean {
  return status > 300 && status < 400 && status !== 304
}

/** The error to report where none of the answer has come, by what its connection had done until then. */
function placeError(error: Error, connection: Connection | undefined): Error {
  if (connection?.isMade === false) return new ConnectError(error, connection.validTo)
  if (connection?.hasAnswered !== true || !(isBroken(error) || isLeftOver(error))) return error
  return new StaleConnectionError('closed while it waited for us, or held more of the answer before', { cause: error })
}

/** What came does not begin as an answer does: servers send a body where there is none (204, 304), or more than they said. */
function isLeftOver(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'HPE_INVALID_CONSTANT'
}
