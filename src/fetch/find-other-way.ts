import { errors } from 'undici'

/** How a server is asked that the usual way does not suit: by a parser as lenient as browsers', or in HTTP/2. */
export type OtherWay = 'lenient' | 'http2'

/**
 * Whether to ask once more, and how: where an answer broke the rules in a way that browsers put up with, or where a server
 * speaks HTTP/2 alone. Where nothing would change, there is no second time.
 */
export function findOtherWay(error: unknown): OtherWay | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL') return 'http2'
    // Several lengths, or one beside chunks: an answer that broke off is told otherwise.
    if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'lenient'
    if (cause instanceof errors.HTTPParserError) return hopeless.test(cause.message) ? undefined : 'lenient'
  }
  return undefined
}

/** No HTTP at all, an answer that broke off, and chunks of no number. */
const hopeless = /Expected HTTP\/|Invalid EOF|Invalid method|Invalid character in chunk size/
