/** How to ask a server for which the usual way failed: with a parser as lenient as browsers', in HTTP/2, or on a new connection. */
export type OtherWay = 'lenient' | 'http2' | 'alone'

/** A connection that had served an earlier request broke before any of this answer had come, or still held bytes of that one's. */
export class StaleConnectionError extends Error {
  override name = 'StaleConnectionError'
}

/**
 * Whether to ask once more, and how: where an answer broke the rules in a way that browsers tolerate, where a server speaks HTTP/2 only, or
 * where it closed a connection that had been kept open (RFC 9112, section 9.3.1) or left bytes on it. `undefined` where asking again would change nothing.
 */
export function findOtherWay(error: unknown): OtherWay | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof StaleConnectionError) return 'alone'
    const { code } = cause as NodeJS.ErrnoException
    // The server was offered HTTP/1.1 alone, and refuses it (RFC 7301, section 3.2).
    if (code === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL') return 'http2'
    if (/^HPE_/.test(code ?? '')) {
      return hopeless.test(cause.message) && !mendable.test(stoppedAt(cause)) ? undefined : 'lenient'
    }
  }
  return undefined
}

/** Whether an error says that a connection broke. */
export function isBroken(error: unknown): boolean {
  return /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/.test(
    (error as NodeJS.ErrnoException | undefined)?.code ?? '',
  )
}

/** What a lenient parser refuses, too: no HTTP at all, an answer that broke off, a chunk whose size is no number, anything too large. */
const hopeless = /Expected HTTP\/|Invalid EOF|Invalid method|Invalid character in chunk size|overflow/i

/** What the parser stopped at: blanks behind the size of a chunk, with which old servers pad it; the name of the protocol in small letters. */
const mendable = /^(?:[ \t]{1,16}\r?\n|http\/\d)/i

function stoppedAt(error: Error): string {
  const { rawPacket, bytesParsed } = error as { rawPacket?: unknown; bytesParsed?: unknown }
  if (!(rawPacket instanceof Uint8Array)) return ''
  return Buffer.from(rawPacket.subarray(Number(bytesParsed))).toString('latin1', 0, 32)
}
