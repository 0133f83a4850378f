import { type Agent, type IncomingMessage, request } from 'node:http'
import type { Answer } from './answer-headers.ts'
import { ConnectError } from './connect-error.ts'
import { isBroken, StaleConnectionError } from './find-other-way.ts'
import { breakAnswer, type Connection, findConnection, onceMade } from './open-agent.ts'

/** What is asked of a server. */
export type Asking = {
  method?: 'GET' | 'POST'
  /** Names in small letters. */
  headers: Record<string, string>
  body?: string
  signal: AbortSignal
  /** No other request to its host is known of, unless the answer leads to one. */
  isLast?: boolean
}

/**
 * Ask by Node's own client, in HTTP/1.1.
 *
 * @param agent of the protocol of the address
 */
export function askAsUsual(
  url: URL,
  agent: Agent,
  { method = 'GET', headers, body, signal, isLast = false }: Asking,
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
    // From the head on, who reads holds the time.
    const abort = () => {
      asked.destroy(signal.reason as Error)
      // One that waits for a connection hears of it late.
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
    // Into a connection that is not made, nothing is written: of one that fails, Node would tell the failed write, and not why.
    asked.on('socket', (socket) => onceMade(socket, () => asked.end(body)))
    asked.on('response', (message) => {
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
      if (answer !== undefined) return
      signal.removeEventListener('abort', abort)
      // Where it switches to a protocol that nobody asked for, Node says no more than this.
      reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }))
    })
  })
}

function isRedirect(status = 0): boolean {
  return status > 300 && status < 400 && status !== 304
}

/** An error before the head of the answer, by what the connection had done until then. */
function placeError(error: Error, connection: Connection | undefined): Error {
  if (connection?.isMade === false) return new ConnectError(error, connection.validTo)
  if (connection?.hasAnswered !== true || !isBroken(error)) return error
  return new StaleConnectionError('closed while it waited for us', { cause: error })
}
