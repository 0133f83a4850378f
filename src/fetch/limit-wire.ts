import type { Socket } from 'node:net'
import { FetchError } from './read-body.ts'

/** Bytes that may come before the head of an answer has: it has 64 kB at most, and hints may come before it. */
const longestHead = 256 * 1024

/**
 * Limit what comes over a connection for one answer. Node limits heads and bodies, and not what is around them: hints (103) or empty lines
 * without end, or a body of ten million chunks of one byte, keep the processor busy until the time is over.
 *
 * @param mostBytes most bytes of the body; chunks may take as many again
 * @param refuse told why the answer must be broken off
 * @returns what to call with the head of the answer, and with its end
 */
export function limitWire(
  socket: Socket,
  mostBytes: number,
  refuse: (error: Error) => void,
): { answered(): void; stop(): void } {
  const before = socket.bytesRead
  let most = longestHead
  const count = () => {
    if (socket.bytesRead - before <= most) return
    socket.off('data', count)
    refuse(
      new FetchError('TOO_LARGE', most === longestHead ? 'its headers are too large' : 'comes in too many tiny pieces'),
    )
  }
  socket.on('data', count)
  return {
    answered() {
      most = longestHead + 2 * mostBytes
    },
    stop: () => void socket.off('data', count),
  }
}
