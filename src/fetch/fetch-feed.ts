import { type Dispatcher, request } from 'undici'
import type { FailedFetch, FeedProblem, FetchResult, Hop, Validators } from '../model.ts'
import { isLocalName, isPrivateAddress } from './check-address.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import { explainStatus } from './explain-status.ts'
import type { Network } from './open-network.ts'
import { FetchError, readBody } from './read-body.ts'
import { readRetryAfter } from './read-retry-after.ts'

export type FeedRequest = {
  url: string
  validators: Validators | undefined
  /** Whether a private host may be asked. */
  isAllowed(url: URL): boolean
  /** Milliseconds, redirects and body included. */
  timeout: number
  /** Bytes, after decompression. */
  max_size: number
  userAgent: string
}

const maxHops = 5
const redirects = [301, 302, 303, 307, 308]
const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1'

/** Ask for one feed, and follow where the server sends us. Never rejects. */
export async function fetchFeed(feed: FeedRequest, network: Network): Promise<FetchResult> {
  const signal = AbortSignal.timeout(feed.timeout)
  const hops: Hop[] = []
  const failed = (problem: FeedProblem, status?: number, retryAt?: Date): FailedFetch => {
    return { kind: 'failed', problem, hops, status, retryAt }
  }
  try {
    let url = new URL(feed.url)
    for (;;) {
      const answer = await ask(url, feed, network, signal)
      const { statusCode: status } = answer
      const location = header(answer, 'location')
      if (redirects.includes(status) && location !== undefined) {
        await drain(answer, signal)
        url = follow(url, location, status, hops)
        continue
      }
      if (status === 200) return await takeBody(answer, url, feed, hops, signal)
      await drain(answer, signal)
      if (status === 304) return unchanged(answer, url, feed, hops)
      const retryAt = readRetryAfter(header(answer, 'retry-after'), new Date())
      return failed(explainStatus(status, header(answer, 'cf-mitigated')), status, retryAt)
    }
  } catch (error) {
    return failed(explainFetchError(error, feed))
  }
}

async function ask(
  url: URL,
  feed: FeedRequest,
  network: Network,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const isLiteral = isPrivateAddress(url.hostname) || isLocalName(url.hostname)
  const isAllowed = feed.isAllowed(url)
  if (isLiteral && !isAllowed) {
    throw new FetchError(
      'PRIVATE_ADDRESS',
      `${url.host} is an address in a private network; list it under fetch.allow_private if that is meant`,
    )
  }
  const { etag, lastModified } = feed.validators?.url === url.href ? feed.validators : {}
  return request(url, {
    dispatcher: isAllowed ? network.private : network.public,
    signal,
    headers: {
      'user-agent': feed.userAgent,
      accept,
      'accept-encoding': 'gzip, br',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    },
  })
}

/** Where a redirect leads, checked; the hop is remembered. */
function follow(from: URL, location: string, status: number, hops: Hop[]): URL {
  const refuse = (message: string) => new FetchError('REDIRECT', message)
  const target = decodeLatin1(location)
  if (!URL.canParse(target, from.href)) throw refuse('redirects to something that is no web address')
  const to = new URL(target, from)
  to.hash = ''
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    throw refuse(`redirects to a ${to.protocol} address, which is not followed`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw refuse('redirects from https to http, which is not followed')
  if (to.href === from.href || hops.some((hop) => hop.from === to.href)) throw refuse('redirects in a circle')
  if (hops.length >= maxHops) throw refuse(`redirects more than ${maxHops} times`)
  hops.push({ status, from: from.href, to: to.href })
  return to
}

async function takeBody(
  answer: Dispatcher.ResponseData,
  url: URL,
  feed: FeedRequest,
  hops: Hop[],
  signal: AbortSignal,
): Promise<FetchResult> {
  const body = await readBody(answer.body, header(answer, 'content-encoding'), feed.max_size, signal)
  if (body.length === 0) throw new FetchError('EMPTY', 'answered with nothing')
  return {
    kind: 'fetched',
    status: answer.statusCode,
    finalUrl: url.href,
    hops,
    validators: { ...readValidators(answer), url: url.href },
    contentType: header(answer, 'content-type'),
    body,
  }
}

/** 304: validators that the answer carries replace ours, the others stay (RFC 9110, section 15.4.5). */
function unchanged(answer: Dispatcher.ResponseData, url: URL, feed: FeedRequest, hops: Hop[]): FetchResult {
  const sent = feed.validators?.url === url.href ? feed.validators : undefined
  if (sent?.etag === undefined && sent?.lastModified === undefined) {
    throw new FetchError('PROTOCOL', 'answered 304 (not modified) to a question that it was not asked')
  }
  const carried = readValidators(answer)
  const validators = {
    etag: carried.etag ?? sent.etag,
    lastModified: carried.lastModified ?? sent.lastModified,
    url: url.href,
  }
  return { kind: 'unchanged', status: 304, finalUrl: url.href, hops, validators }
}

/** The validators as they came, quotes and all; not those that could never be sent back. */
function readValidators(answer: Dispatcher.ResponseData): Pick<Validators, 'etag' | 'lastModified'> {
  const sendable = (value: string | undefined) => (/^[\t -~\x80-\xff]+$/.test(value ?? '') ? value : undefined)
  return { etag: sendable(header(answer, 'etag')), lastModified: sendable(header(answer, 'last-modified')) }
}

/** Servers write UTF-8 into Location, though headers are read as latin1. */
function decodeLatin1(text: string): string {
  const decoded = Buffer.from(text, 'latin1').toString('utf8')
  return decoded.includes('\ufffd') ? text : decoded
}

/** Throw the body away, but not at any length: the connection is worth a few kilobytes. */
async function drain(answer: Dispatcher.ResponseData, signal: AbortSignal): Promise<void> {
  await answer.body.dump({ limit: 64 * 1024, signal }).catch(() => undefined)
}

/** The first value of a header, byte for byte: undici reads and writes header bytes as latin1. */
function header(answer: Dispatcher.ResponseData, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}
