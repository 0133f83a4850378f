import { setImmediate } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { FeedSource, FetchResult, Validators } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import type { FeedRequest, fetchFeed as FetchFeed } from './fetch-feed.ts'
import { findHostDelay } from './find-host-delay.ts'
import { HostTakenError } from './host-taken-error.ts'
import { makeHostWaits } from './make-host-waits.ts'
import { makeSlowHosts } from './make-slow-hosts.ts'
import type { OnCertificate } from './open-agent.ts'
import { hostKey, openHostQueues } from './open-host-queues.ts'
import type { Network } from './open-network.ts'
import { openSharedHosts } from './open-shared-hosts.ts'
import { makeAllowList } from './private-address.ts'

/** Asks servers for feeds, as many at once as allowed, each host gently. */
export type Fetcher = {
  /**
   * Never rejects: what a server does, or fails to do, comes back as data.
   *
   * @param url the address to ask, where it is no longer the one in feeds.yaml
   */
  fetch(source: FeedSource, validators: Validators | undefined, url?: string): Promise<FetchResult>
  /** Leave the host of an address alone until an instant; a host that answers 429 is left alone in any case. */
  leaveAlone(url: string, until: Date): void
  /**
   * Resolves when no request waits to begin: work that is not urgent would delay it, and with it its answer.
   *
   * @param most turns of Node's loop to wait; in each, one request begins
   */
  calm(most?: number): Promise<void>
  close(): Promise<void>
}

/** Asks for files that feeds name. */
export type FileFetcher = {
  /**
   * Ask for a file that a feed names: a picture. Files keep to the limits of feeds, and share their turns; of private servers, only the
   * feed's own is asked. Never rejects.
   */
  fetchFile(url: string, request: FileRequest): Promise<FetchResult>
}

/** What is asked of a file. */
type FileRequest = {
  /** Address of the feed that names it. */
  feed: string
  accept: string
  timeoutMs: number
  maxBytes: number
  /** Ask for this many bytes from the beginning only. */
  start?: number | undefined
}

export type FetchOptions = {
  /** Milliseconds for one feed, redirects and body included; the wait for its turns is not. */
  timeoutMs: number
  /** Feeds asked at once. */
  parallel: number
  /** Feeds asked at once at one host. */
  hostParallel: number
  /** Milliseconds between two requests to one host, from the end of an answer; absent: 1 s, or 0.2 s where a host has many feeds. */
  hostDelayMs?: number | undefined
  /** Bytes, after decompression. */
  maxBytes: number
  /** Private "host:port" that may be asked. */
  allowPrivate: string[]
  /** All feeds of the planet, with what the operator said about asking each. */
  sources: FeedSource[]
  userAgent: string
  now?: () => Date
  /**
   * Where other fetchers ask at the same time: called with each host before it is asked.
   *
   * @returns what to call once the host was asked; `undefined` where another fetcher holds it for longer than we wait
   */
  enterHost?: ((host: string, delayMs: number) => Promise<(() => Promise<void>) | undefined>) | undefined
  /** Awaited before each request, which begins only then: bodies come faster than they are read. */
  room?: (() => Promise<void>) | undefined
  /** Called for each host that is asked by TLS, with the last day of its certificate. */
  onCertificate?: OnCertificate
}

/** Milliseconds for which a host is left alone that answers 429 without saying how long: the rest of this run, and more. */
const unsaidWait = 3_600_000

export function openFetcher(options: FetchOptions): Fetcher & FileFetcher {
  let asker: Promise<Asker> | undefined
  const shared = openSharedHosts(options.sources)
  const delayOf = findHostDelay(shared, options.hostDelayMs)
  const turns = pLimit(1)
  let underWay = 0
  const room = async () => {
    await options.room?.()
    // One request begins in each turn of Node's loop: else, of answers that come together, all would be read before the next request is
    // sent.
    await turns(() => setImmediate())
  }
  const queues = openHostQueues(options.hostParallel, delayOf, pLimit(options.parallel), room)
  const { leaveAlone, hostRetryAfter } = makeHostWaits()
  const slow = makeSlowHosts()
  const takeTurn: FeedRequest['takeTurn'] = async (url, task, instead) => {
    const host = hostKey(url)
    const leave = await options.enterHost?.(host, delayOf(host))
    if (options.enterHost !== undefined && leave === undefined) throw new HostTakenError(host)
    try {
      return await queues.run(host, task, instead)
    } finally {
      await leave?.()
    }
  }
  const now = options.now ?? (() => new Date())
  const configured = new Map(options.sources.map((source) => [source.url, source]))
  const ask = async (url: string, feed: Asked) => {
    underWay += 1
    try {
      return await askNow(url, feed)
    } finally {
      underWay -= 1
    }
  }
  const askNow = async (url: string, feed: Asked) => {
    asker ??= openAsker(options)
    const { fetchFeed, network } = await asker
    const shared = {
      url,
      validators: undefined,
      headers: {},
      userAgent: options.userAgent,
      hostRetryAfter,
      now,
      leaveAlone: (at: string, until = new Date(+now() + unsaidWait)) => leaveAlone(at, until),
      takeTurn,
    }
    return fetchFeed({ ...shared, ...feed }, network)
  }
  return {
    fetch({ url: key }, validators, url = key) {
      const { timeoutMs = options.timeoutMs, headers } = configured.get(key) ?? {}
      return ask(url, {
        slow,
        validators,
        timeoutMs,
        maxBytes: options.maxBytes,
        // The operator wrote these headers for one server.
        headers: headers !== undefined && isSameOrigin(url, key) ? lowerCase(headers) : {},
        isAllowed: makeAllowList(key, options.allowPrivate),
        // Whether redirects of other feeds or addresses of pictures lead to this host, too, is not known.
        isOnlyOne: ({ origin }) => {
          return configured.has(key) && origin === parseUrl(key)?.origin && !shared().has(hostKey(key))
        },
      })
    },
    fetchFile(url, { feed, ...file }) {
      return ask(url, { ...file, isAllowed: makeAllowList(feed, options.allowPrivate) })
    },
    leaveAlone,
    async calm(most = Number.POSITIVE_INFINITY) {
      await asker
      // A request that follows an answer is waiting by the end of this turn.
      let isBusy = underWay > 0
      for (let turn = 0; isBusy && turn < most; turn += 1) {
        await setImmediate()
        isBusy = turns.activeCount > 0
      }
    },
    async close() {
      await (await asker)?.network.close()
    },
  }
}

type Asked = Pick<FeedRequest, 'timeoutMs' | 'maxBytes' | 'isAllowed'> & Partial<FeedRequest>
type Asker = { fetchFeed: typeof FetchFeed; network: Network }

/** The code that asks is loaded when there is a feed to ask: most builds find nothing due, and should be over at once (O-19). */
async function openAsker({ timeoutMs, hostParallel, onCertificate }: FetchOptions): Promise<Asker> {
  const [{ fetchFeed }, { openNetwork }] = await Promise.all([import('./fetch-feed.ts'), import('./open-network.ts')])
  return { fetchFeed, network: openNetwork(timeoutMs, hostParallel, onCertificate) }
}

function isSameOrigin(a: string, b: string): boolean {
  const origin = parseUrl(a)?.origin
  return origin !== undefined && origin === parseUrl(b)?.origin
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]))
}
