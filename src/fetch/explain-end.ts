import type { Socket } from 'node:net'

/**
 * The error behind a socket's `end` that was in truth a reset: libuv reports a reset as an end where it comes with the last bytes. After a
 * reset the socket has no remote address any more; after a true end it still has one. Call this before any other listener reacts to `end`.
 */
export function explainEnd(socket: Socket): Error | undefined {
  if (socket.remoteAddress !== undefined) return undefined
  return Object.assign(new Error('reset with the last bytes'), { code: 'ECONNRESET' })
}
