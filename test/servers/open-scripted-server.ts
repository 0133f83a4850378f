import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** One request as it came over the wire. */
export type RawRequest = {
  method: string
  /** Path and query, as sent. */
  target: string
  /** Request line and headers, byte for byte (latin1), without the empty line at their end. */
  head: string
  /** Names and values in the order they were sent, spaces around values taken off. */
  headers: [name: string, value: string][]
  /** `performance.now()` when its last byte had come. */
  at: number
}

/** What the server does with a request: writes bytes to the socket, or keeps still. */
export type Script = (socket: Socket, request: RawRequest) => void

/** A server that speaks whatever it was told to, HTTP or not, and remembers what it was asked. */
export type ScriptedServer = {
  port: number
  /** Its address with a path: "http://127.0.0.1:PORT/feed". */
  url(path?: string): string
  requests: RawRequest[]
  /** Most connections that were open at the same time. */
  mostOpen(): number
  /** Connections that are open now. */
  open(): number
  close(): Promise<void>
}

/**
 * Open a server on a free port of 127.0.0.1.
 *
 * @param script what every request gets, or one script a path; a path that is not listed gets 404
 * @param tls a key and a certificate: the server speaks TLS
 * @param welcome done with each connection before anything is read from it
 */
export async function openScriptedServer(
  script: Script | Record<string, Script>,
  tls?: TlsOptions,
  welcome: (socket: Socket) => void = () => undefined,
): Promise<ScriptedServer> {
  const play = typeof script === 'function' ? script : byPath(script)
  const requests: RawRequest[] = []
  const sockets = new Set<Socket>()
  let mostOpen = 0
  const serve = (socket: Socket) => {
    sockets.add(socket)
    mostOpen = Math.max(mostOpen, sockets.size)
    socket.on('error', () => undefined)
    welcome(socket)
    socket.on('close', () => {
      sockets.delete(socket)
    })
    readRequests(socket, (request) => {
      requests.push(request)
      play(socket, request)
    })
  }
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve)
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (path = '/feed') => `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}${path}`,
    requests,
    mostOpen: () => mostOpen,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** These bytes, whatever they are; the connection stays open. */
export function answer(bytes: string | Uint8Array): Script {
  return (socket) => void socket.write(toBytes(bytes))
}

/** These bytes, then the end of the connection. */
export function answerAndEnd(bytes: string | Uint8Array): Script {
  return (socket) => void socket.end(toBytes(bytes))
}

/** A well-formed answer. Content-Length is added where neither it nor Transfer-Encoding is given. */
export function respond(status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Script {
  return answer(renderResponse(status, headers, body))
}

export function redirect(status: number, location: string): Script {
  return respond(status, { Location: location })
}

/** Nothing, ever. */
export const silence: Script = () => undefined

/** Bytes, then a reset of the connection. */
export function answerAndReset(bytes: string | Uint8Array): Script {
  return (socket) => void socket.write(toBytes(bytes), () => setTimeout(() => socket.resetAndDestroy(), 20))
}

/** The reset comes together with the bytes: libuv tells of an end. */
export function answerWithReset(bytes: string | Uint8Array): Script {
  return (socket) => void socket.write(toBytes(bytes), () => socket.resetAndDestroy())
}

/** First bytes at once, then the same piece again and again, as fast as they are taken or every so many milliseconds. */
export function answerForEver(start: string, piece: string | Uint8Array, everyMs = 0): Script {
  return (socket) => {
    socket.write(toBytes(start))
    if (everyMs > 0) {
      const timer = setInterval(() => socket.write(toBytes(piece)), everyMs)
      socket.on('close', () => clearInterval(timer))
      return
    }
    const pump = () => {
      while (!socket.destroyed && socket.write(toBytes(piece)));
    }
    socket.on('drain', pump)
    pump()
  }
}

/** One script for the first request, the next for the second, and so on; the last for all that follow. */
export function inTurn(...scripts: [Script, ...Script[]]): Script {
  let asked = 0
  return (socket, request) => {
    const script = scripts[Math.min(asked++, scripts.length - 1)]
    return script?.(socket, request)
  }
}

export function renderResponse(status: number, headers: Record<string, string>, body: string | Uint8Array): Uint8Array {
  const content = toBytes(body)
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const hasLength = names.includes('content-length') || names.includes('transfer-encoding') || status === 304
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  if (!hasLength) lines.push(`Content-Length: ${content.length}`)
  return Buffer.concat([toBytes(`HTTP/1.1 ${status} Scripted\r\n${lines.join('\r\n')}\r\n\r\n`), content])
}

/** The value of a header of a request, or `undefined`. */
export function headerOf(request: RawRequest | undefined, name: string): string | undefined {
  return request?.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

function byPath(scripts: Record<string, Script>): Script {
  return (socket, request) => (scripts[request.target] ?? respond(404))(socket, request)
}

/** Requests without a body, one after the other on one connection. */
function readRequests(socket: Socket, take: (request: RawRequest) => void): void {
  let text = ''
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1')
    for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
      const head = text.slice(0, end)
      text = text.slice(end + 4)
      take(readHead(head))
    }
  })
}

function readHead(head: string): RawRequest {
  const [requestLine = '', ...lines] = head.split('\r\n')
  const [method = '', target = ''] = requestLine.split(' ')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { method, target, head, headers, at: performance.now() }
}

/** Text goes out as latin1: a test can write any byte. */
function toBytes(bytes: string | Uint8Array): Uint8Array {
  return typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
}
