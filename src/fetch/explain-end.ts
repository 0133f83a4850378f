import type { Socket } from 'node:net'

/**
 * What an end that Node tells of was, where it was no end: libuv takes a reset for one where it comes with the last bytes. Then nobody is
 * at the other side any more, while whoever has only said all still is. To be asked before anyone answers the end.
 */
export function explainEnd(socket: Socket): Error | undefined {
  if (socket.remoteAddress !== undefined) return undefined
  return Object.assign(new Error('reset with the last bytes'), { code: 'ECONNRESET' })
}
