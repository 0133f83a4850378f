import { type IncomingMessage, request } from 'node:http'
import { connect, isIP, type LookupFunction, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import type { Answer } from './answer-headers.ts'
import type { Asking as AskingAsUsual } from './ask-as-usual.ts'
import { explainEnd } from './explain-end.ts'
import { limitWire } from './limit-wire.ts'
import { openHeadMender } from './open-head-mender.ts'

type Asking = Pick<AskingAsUsual, 'headers' | 'signal' | 'maxBytes'> & { lookup: LookupFunction | undefined }

/**
 * Ask a server whose answers a strict parser refuses, as a browser does: the head of the answer is mended, then read by Node's lenient
 * parser. The connection serves this one request, so that none of its bytes can be taken for another answer.
 *
 * @param lookup resolves names, and refuses those that lead to an address that must not be asked
 */
export function askLeniently(url: URL, { headers, signal, maxBytes, lookup }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined
    const socket = dial(url, lookup)
    const limit = limitWire(socket, maxBytes, (error) => socket.destroy(error))
    const asked = request({
      path: `${url.pathname}${url.search}`,
      // Node takes a reset for the end of an answer without a length: half a feed would count as whole.
      createConnection: () => mendSocket(socket, (error) => answer?.destroy(error)),
      headers: { ...headers, host: url.host, connection: 'close' },
      insecureHTTPParser: true,
      maxHeaderSize: 64 * 1024,
      signal,
    })
    asked.on('error', reject)
    // Where the server switches to a protocol that nobody asked for, Node emits nothing but this.
    asked.on('close', () => reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' })))
    asked.on('response', (message: IncomingMessage) => {
      limit.answered()
      answer = message
      resolve({ statusCode: message.statusCode ?? 0, headers: message.headers, body: message })
    })
    asked.end()
  })
}

function dial({ protocol, hostname, port }: URL, lookup: LookupFunction | undefined): Socket {
  const host = hostname.replace(/^\[|\]$/g, '')
  const place = { host, autoSelectFamily: true, ...(lookup === undefined ? {} : { lookup }) }
  if (protocol === 'http:') return connect({ ...place, port: Number(port || 80) })
  // An IP address must not be sent as a server's name (RFC 6066, section 3).
  const servername = isIP(host) === 0 ? host : ''
  return connectTls({ ...place, port: Number(port || 443), servername, ALPNProtocols: ['http/1.1'] })
}

function mendSocket(socket: Socket, onBroken: (error: Error) => void): Duplex {
  const mend = openHeadMender()
  let isEnded = false
  const mended = new Duplex({
    read: () => void socket.resume(),
    write: (bytes, encoding, done) => void socket.write(bytes, encoding, done),
    final: (done) => void socket.end(done),
    destroy(error, done) {
      socket.destroy()
      done(error)
    },
  })
  const pass = (bytes: Buffer) => {
    if (bytes.length > 0 && !mended.push(bytes)) socket.pause()
  }
  socket.on('data', (bytes: Buffer) => pass(mend(bytes)))
  const breakOff = (error: Error) => {
    onBroken(error)
    mended.destroy(error)
  }
  socket.prependListener('end', () => {
    isEnded = true
    const reset = explainEnd(socket)
    if (reset !== undefined) return breakOff(reset)
    pass(mend())
    mended.push(null)
  })
  socket.on('error', breakOff)
  socket.on('close', () => {
    if (!isEnded) mended.destroy()
  })
  return mended
}
