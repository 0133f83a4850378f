import type { FailedFetch, FeedProblem, FetchResult, Hop, Validators } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { type Answer, findFreshness, header, readValidators } from './answer-headers.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import { explainStatus } from './explain-status.ts'
import { findOtherWay, type OtherWay } from './find-other-way.ts'
import { followRedirect } from './follow-redirect.ts'
import { hasProxy } from './has-proxy.ts'
import { HostTakenError } from './host-taken-error.ts'
import type { SlowHosts } from './make-slow-hosts.ts'
import type { Network } from './open-network.ts'
import { passOver } from './pass-over.ts'
import { isLocalName, isPrivateAddress } from './private-address.ts'
import { FetchError, readBody, readStart } from './read-body.ts'
import { readRetryAfter } from './read-retry-after.ts'

export type FeedRequest = {
  url: string
  validators: Validators | undefined
  /** Whether a private host may be asked. */
  isAllowed(url: URL): boolean
  /** Whether no other feed is known to ask this host in this run: the connection is then not kept. */
  isOnlyOne?(url: URL): boolean
  /**
   * Each request waits for a turn at its host, and holds no turn at another host meanwhile: two redirects cannot deadlock.
   *
   * @param instead called when the turn has come: what it returns, if not `undefined`, is the result, and the host is not asked
   * @throws HostTakenError
   */
  takeTurn<T>(url: string, task: () => Promise<T>, instead: () => T | undefined): Promise<T>
  /** Milliseconds, redirects and body included; the wait for a turn is not. */
  timeoutMs: number
  /** Bytes, after decompression. */
  maxBytes: number
  /** The Accept header, where the file asked for is no feed. */
  accept?: string
  /** Ask for this many bytes from the beginning only. */
  start?: number | undefined
  userAgent: string
  /** The operator's own headers, names in lower case; sent to the server of `url` only. */
  headers: Record<string, string>
  /** Until when the host of an address wants to be left alone. */
  hostRetryAfter(url: string, now: Date): Date | undefined
  /** Hosts whose feeds keep us waiting in vain; absent: that is not counted. */
  slow?: SlowHosts
  /** Called where a host asks to be left alone (429), before its next turn begins. @param until absent: the host does not say */
  leaveAlone(url: string, until: Date | undefined): void
  now(): Date
}

/** The result, or an address to go on to, or another way in which to ask the same address once more. */
type Step = FetchResult | { kind: 'redirect'; to: URL } | { kind: 'again'; way: OtherWay; error: unknown }
type Asked = { url: URL; feed: FeedRequest; hops: Hop[]; signal: AbortSignal }

const redirects = [301, 302, 303, 307, 308]
/** 203 is the feed, changed by a proxy on the way. */
const whole = [200, 203]
const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1'

/** The part of its time after which a feed has kept us waiting for long: a call that nobody answers takes a third. */
const longPart = 0.3

/** Ask for one feed, and follow where the server sends us. Never rejects. */
export async function fetchFeed(feed: FeedRequest, network: Network): Promise<FetchResult> {
  const hops: Hop[] = []
  let timeLeft = feed.timeoutMs
  let status: number | undefined
  let url: URL | undefined
  const askOnce = async (asked: URL, way: OtherWay | undefined): Promise<Step> => {
    const startedAt = performance.now()
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeLeft)))
    try {
      const answer = await send(asked, feed, network, signal, way)
      status = answer.statusCode
      return await take(answer, { url: asked, feed, hops, signal })
    } finally {
      timeLeft -= performance.now() - startedAt
    }
  }
  let again: Extract<Step, { kind: 'again' }> | undefined
  const ask = async (asked: URL): Promise<Step> => {
    const known = again?.way ?? network.otherWays.get(asked.host)
    try {
      const step = await askOnce(asked, known)
      if (again !== undefined) network.otherWays.set(asked.host, again.way)
      return step
    } catch (error) {
      if (again !== undefined) throw isUnread(error) ? again.error : error
      // Behind a proxy, how the server is asked is the proxy's matter.
      const way = known === undefined && !hasProxy() ? findOtherWay(error) : undefined
      if (way === undefined || timeLeft <= 0) throw error
      // The second attempt waits for a turn of its own: it is one more request to that host.
      return { kind: 'again', way, error }
    }
  }
  /** Counted for the host of the feed, wherever that has sent us. An error that comes soon (404) is an answer, too. */
  const noteWait = async (step: Step | undefined) => {
    if (step?.kind === 'redirect' || step?.kind === 'again') return
    const wasLong = timeLeft < (1 - longPart) * feed.timeoutMs
    const isAnswer = step?.kind === 'fetched' || step?.kind === 'unchanged' || (status !== undefined && !wasLong)
    if (isAnswer || wasLong) await feed.slow?.note(feed.url, !isAnswer)
  }
  try {
    for (url = readUrl(feed.url); ; ) {
      const asked: URL = url
      status = undefined
      const step: Step = await feed.takeTurn<Step>(
        asked.href,
        async () => {
          let step: Step | undefined
          try {
            step = await ask(asked)
          } finally {
            await noteWait(step)
          }
          if (step.kind === 'failed' && step.status === 429) feed.leaveAlone(asked.href, step.retryAfter)
          return step
        },
        // While this request waited for its turn, another feed of the host may have been answered 429, or not at all.
        () => {
          const isGivenUp = hops.length === 0 && again === undefined && feed.slow?.isGivenUp(asked.href)
          const until = isGivenUp ? feed.now() : feed.hostRetryAfter(asked.href, feed.now())
          return until && { kind: 'waiting', until }
        },
      )
      again = step.kind === 'again' ? step : undefined
      if (step.kind === 'redirect') url = step.to
      else if (step.kind !== 'again') return step
    }
  } catch (error) {
    // Nothing failed: the next run asks this feed.
    if (error instanceof HostTakenError) return { kind: 'waiting', until: feed.now() }
    return makeFailure(
      explainFetchError(error, { ...feed, url: url?.href ?? feed.url, isRedirected: hops.length > 0 }),
      hops,
      status,
    )
  }
}

function readUrl(text: string): URL {
  const url = parseUrl(text)
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new FetchError('BAD_URL', 'its address is none that can be asked: it must begin with http:// or https://')
}

async function send(
  url: URL,
  feed: FeedRequest,
  network: Network,
  signal: AbortSignal,
  way: OtherWay | undefined,
): Promise<Answer> {
  const isLiteral = isPrivateAddress(url.hostname) || isLocalName(url.hostname)
  const isAllowed = feed.isAllowed(url)
  if (isLiteral && !isAllowed) {
    throw new FetchError(
      'PRIVATE_ADDRESS',
      url.href === feed.url
        ? `stands at ${url.host}, an address in a private network, which is not asked`
        : `redirects to ${url.host}, an address in a private network, which is not followed`,
    )
  }
  const { etag, lastModified } = feed.validators?.url === url.href ? feed.validators : {}
  const own = url.origin === new URL(feed.url).origin ? feed.headers : {}
  const headers = {
    accept: feed.accept ?? accept,
    ...(feed.start === undefined ? {} : { range: `bytes=0-${feed.start - 1}` }),
    ...own,
    'user-agent': feed.userAgent,
    // A part of a compressed body cannot be decompressed.
    'accept-encoding': feed.start === undefined ? 'gzip, br' : 'identity',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
  return network.ask(
    url,
    isAllowed,
    { headers, signal, maxBytes: feed.maxBytes, isLast: feed.isOnlyOne?.(url) ?? false },
    way,
  )
}

/** Whether the lenient parser could not read the answer either. */
function isUnread(error: unknown): boolean {
  return error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('HPE_')
}

async function take(answer: Answer, asked: Asked): Promise<Step> {
  const { statusCode: status } = answer
  // No status at all, or a switch to a protocol that nobody asked for.
  if (status < 200) {
    answer.body.on('error', () => undefined).destroy()
    throw new FetchError('PROTOCOL', 'answered something that is not HTTP')
  }
  if (whole.includes(status) || (status === 206 && asked.feed.start !== undefined)) return takeBody(answer, asked)
  if (status === 304) {
    expectNothing(answer)
    return unchanged(answer, asked)
  }
  await passOver(answer.body)
  if (redirects.includes(status)) {
    return { kind: 'redirect', to: followRedirect(asked.url, header(answer, 'location'), status, asked.hops) }
  }
  const retryAfter = readRetryAfter(header(answer, 'retry-after'), asked.feed.now())
  const isMoved = asked.hops.every((hop) => hop.status === 301 || hop.status === 308)
  const problem = explainStatus(status, header(answer, 'cf-mitigated'), isMoved)
  return makeFailure(problem, asked.hops, status, retryAfter)
}

async function takeBody(answer: Answer, { url, feed, hops, signal }: Asked): Promise<FetchResult> {
  const body =
    feed.start === undefined
      ? await readBody(answer.body, header(answer, 'content-encoding'), feed.maxBytes, signal)
      : await readStart(answer.body, feed.start, signal)
  if (body.length === 0) throw new FetchError('EMPTY', 'answered with nothing')
  return {
    kind: 'fetched',
    status: answer.statusCode,
    freshForMs: findFreshness(answer, feed.now()),
    finalUrl: url.href,
    hops,
    validators: { ...readValidators(answer), url: url.href },
    contentType: header(answer, 'content-type'),
    body,
  }
}

/** 304: validators that the answer carries replace ours, the others stay (RFC 9110, section 15.4.5). */
function unchanged(answer: Answer, { url, feed, hops }: Asked): FetchResult {
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
  const freshForMs = findFreshness(answer, feed.now())
  return { kind: 'unchanged', status: 304, freshForMs, finalUrl: url.href, hops, validators }
}

function makeFailure(
  { code, message }: FeedProblem,
  hops: Hop[],
  status: number | undefined,
  retryAfter?: Date,
): FailedFetch {
  const hostOf = (url: string | undefined) => (url === undefined ? '' : new URL(url).host)
  const place = hostOf(hops.at(-1)?.to)
  const isNews = hostOf(hops[0]?.from) !== place && !message.includes(place)
  const told = renderLine(isNews ? `${message} (after a redirect to ${place})` : message)
  return { kind: 'failed', problem: { code, message: told }, hops, status, retryAfter }
}

const longestMessage = 300

/** Messages quote servers: their words must not steer a terminal or fill a page. */
function renderLine(text: string): string {
  const clean = text.replace(/\p{Cc}/gu, '')
  return clean.length > longestMessage ? `${clean.slice(0, longestMessage)}…` : clean
}

/** A 304 has no body (RFC 9110, section 15.4.5): none is waited for, and one that comes all the same is not read. */
function expectNothing({ body }: Answer): void {
  body.on('error', () => undefined).once('data', () => body.destroy())
}
