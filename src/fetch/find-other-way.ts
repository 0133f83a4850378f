import { errors } from 'undici'

/** How a server is asked that the usual way does not suit: by a parser as lenient as browsers', in HTTP/2, or on a connection of its own. */
export type OtherWay = 'lenient' | 'http2' | 'alone'

/** A connection that had served another request broke before anything of this one's answer had come. */
export class StaleConnectionError extends Error {
  override name = 'StaleConnectionError'
}

/**
 * Whether to ask once more, and how: where an answer broke the rules in a way that browsers put up with, where a server
 * speaks HTTP/2 alone, or where it closed a connection that it had left open (RFC 9112, section 9.3.1). Where nothing would change,
 * there is no second time.
 */
export function findOtherWay(error: unknown): OtherWay | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof StaleConnectionError) return 'alone'
    const { code } = cause as NodeJS.ErrnoException
    // "100 Continue" to whom did not ask for it is to be passed over (RFC 9110, section 15.2); undici breaks off.
    if (cause instanceof errors.SocketError && cause.message === 'bad response') return 'lenient'
    if (code === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL') return 'http2'
    // Several lengths, or one beside chunks: an answer that broke off is told otherwise.
    if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'lenient'
    if (cause instanceof errors.HTTPParserError) {
      return hopeless.test(cause.message) && !padded.test(stoppedAt(cause)) ? undefined : 'lenient'
    }
  }
  return undefined
}

/** Whether a connection broke. */
export function isBroken(error: unknown): boolean {
  return /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/.test(
    (error as NodeJS.ErrnoException | undefined)?.code ?? '',
  )
}

/** No HTTP at all, an answer that broke off, and chunks of no number. */
const hopeless = /Expected HTTP\/|Invalid EOF|Invalid method|Invalid character in chunk size/

/** What the parser stopped at: blanks behind the size of a chunk, which old servers fill it up with. */
const padded = /^[ \t]{1,16}\r?\n/

function stoppedAt(error: Error): string {
  return 'data' in error && typeof error.data === 'string' ? error.data : ''
}
