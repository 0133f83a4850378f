import type { FeedProblem, ProblemCode } from '../model.ts'
import { findOwn } from '../text/find-own.ts'
import { ConnectError } from './connect-error.ts'
import { PrivateAddressError } from './lookup-public.ts'
import { FetchError } from './read-body.ts'

type Coded = Error & { code?: string; hostname?: string }

const connect: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  EHOSTUNREACH: 'cannot be reached: there is no way to its network',
  ENETUNREACH: 'cannot be reached: there is no way to its network',
  EHOSTDOWN: 'cannot be reached: its server is down',
  EADDRNOTAVAIL: 'cannot be reached',
  ETIMEDOUT: 'did not answer the call',
  EACCES: 'cannot be reached: this machine does not allow it',
  EPERM: 'cannot be reached: this machine does not allow it',
  UND_ERR_CONNECT_TIMEOUT: 'did not answer the call',
}

const tls: Record<string, string> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that we know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without the ones between it and a known issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by nobody that we know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody that we know',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate was revoked',
  CERT_UNTRUSTED: 'its certificate is not trusted',
}

const cut = 'broke off before its answer was complete'
const reset: Record<string, string> = {
  ECONNRESET: cut,
  EPIPE: cut,
  UND_ERR_SOCKET: cut,
  ECONNABORTED: cut,
  ERR_STREAM_PREMATURE_CLOSE: cut,
  UND_ERR_ABORTED: cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: cut,
  // Two Content-Lengths that differ: nobody can tell where such an answer ends.
  HPE_UNEXPECTED_CONTENT_LENGTH: cut,
}

const odd = 'answered something that is not HTTP'

/** Why a feed could not be fetched: a code for the cause, and words that a planet's owner understands. */
export function explainFetchError(
  error: unknown,
  { timeoutMs, url, isRedirected = false }: { timeoutMs: number; url: string; isRedirected?: boolean },
): FeedProblem {
  if (error instanceof FetchError) return { code: error.code, message: error.message }
  const causes = listCauses(error)
  if (causes.some((cause) => cause instanceof PrivateAddressError)) {
    const message = isRedirected
      ? `redirects to ${new URL(url).host}, a name that leads to an address in a private network`
      : 'its name leads to an address in a private network; list it under fetch.allow_private if that is meant'
    return { code: 'PRIVATE_ADDRESS', message }
  }
  if (
    causes.some((cause) => cause.name === 'TimeoutError' || /UND_ERR_(HEADERS|BODY)_TIMEOUT/.test(cause.code ?? ''))
  ) {
    return { code: 'TIMEOUT', message: `gave no complete answer within ${Math.round(timeoutMs / 100) / 10} s` }
  }
  const unheard = causes.find((cause) => cause instanceof ConnectError)
  for (const cause of causes) {
    const problem = (unheard && explainUnheard(cause, url, unheard.validTo)) ?? explainCode(cause, url)
    if (problem !== undefined) return problem
  }
  const [{ code, name } = { code: undefined, name: 'unknown reason' }] = causes
  return { code: 'PROTOCOL', message: `could not be asked (${code ?? name})` }
}

/** A connection that failed while it was being made. */
function explainUnheard({ code = '' }: Coded, url: string, validTo: string | undefined): FeedProblem | undefined {
  if (code === 'CERT_HAS_EXPIRED') {
    return { code: 'TLS', message: `its certificate has expired${renderExpiry(validTo)}` }
  }
  if (findOwn(reset, code) === undefined) return undefined
  return url.startsWith('https:')
    ? { code: 'TLS', message: 'broke off while a secure connection was agreed upon' }
    : { code: 'CONNECT', message: 'broke off the connection at once' }
}

function explainCode(cause: Coded, url: string): FeedProblem | undefined {
  const { code = '' } = cause
  const as = (problem: ProblemCode, message: string | undefined) => {
    return message === undefined ? undefined : { code: problem, message }
  }
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) {
    const host = new URL(url).hostname
    const temporary = code === 'EAI_AGAIN' ? 'cannot be looked up at the moment' : 'is not known'
    return as('DNS', `the name ${cause.hostname ?? host} ${temporary}`)
  }
  if (cause.message.startsWith('Proxy response')) return as('CONNECT', 'the proxy did not connect us to it')
  // What the client never expects to see: a status of 000, another protocol in the midst of a body.
  if (code === 'ERR_ASSERTION') return as('PROTOCOL', odd)
  if (code === 'HPE_HEADER_OVERFLOW' || code === 'UND_ERR_HEADERS_OVERFLOW')
    return as('TOO_LARGE', 'its headers are too large')
  return (
    as('CONNECT', findOwn(connect, code)) ??
    as('TLS', findOwn(tls, code)) ??
    as('RESET', findOwn(reset, code)) ??
    (/^(ERR_SSL|ERR_TLS|EPROTO)/.test(code) ? as('TLS', 'no secure connection could be agreed upon') : undefined) ??
    (/^HPE_/.test(code) ? explainParserError(cause) : undefined)
  )
}

function explainParserError({ message }: Error): FeedProblem {
  if (/Invalid EOF/.test(message)) return { code: 'RESET', message: cut }
  return { code: 'PROTOCOL', message: odd }
}

/** The error and all its causes, outermost first. */
function listCauses(error: unknown): Coded[] {
  const causes: Coded[] = []
  const queue = [error]
  while (queue.length > 0 && causes.length < 20) {
    const next = queue.shift()
    if (!(next instanceof Error) && !(next instanceof DOMException)) continue
    causes.push(next as Coded)
    if (next instanceof AggregateError) queue.push(...next.errors)
    queue.push((next as { cause?: unknown }).cause)
  }
  return causes
}

function renderExpiry(validTo: string | undefined): string {
  const time = validTo === undefined ? Number.NaN : Date.parse(validTo)
  return Number.isNaN(time) ? '' : ` on ${new Date(time).toISOString().slice(0, 10)}`
}
