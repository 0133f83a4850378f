import pLimit from 'p-limit'
import type { FeedSource, FetchResult, Validators } from '../model.ts'
import { makeAllowList } from './check-address.ts'
import { fetchFeed } from './fetch-feed.ts'
import { hostKey, openHostQueues } from './open-host-queues.ts'
import { openNetwork } from './open-network.ts'

/** Asks servers for feeds, as many at once as allowed, each host gently. */
export type Fetcher = {
  /** Never rejects: what a server does, or fails to do, comes back as data. */
  fetch(source: FeedSource, validators: Validators | undefined): Promise<FetchResult>
  close(): Promise<void>
}

export type FetchOptions = {
  /** Milliseconds for one feed, redirects and body included; the wait for its turns is not. */
  timeout: number
  /** Feeds asked at once. */
  parallel: number
  /** Of them, at one host. */
  host_parallel: number
  /** Milliseconds between the starts of two requests to one host; absent: 1 s, or 0.2 s where a host has many feeds. */
  host_delay?: number | undefined
  /** Bytes, after decompression. */
  max_size: number
  /** Private "host:port" that may be asked. */
  allow_private: string[]
  /** All feeds of the planet: a private address that the operator wrote there is allowed to that feed. */
  sources: FeedSource[]
  userAgent: string
}

/** A host with more feeds than this is asked faster, or its feeds would never all be had. */
const manyFeeds = 50

export function openFetcher(options: FetchOptions): Fetcher {
  const network = openNetwork(options.timeout, options.host_parallel)
  const feedsAt = countHosts(options.sources)
  const delayOf = (host: string) => options.host_delay ?? ((feedsAt.get(host) ?? 0) > manyFeeds ? 200 : 1000)
  const queues = openHostQueues(options.host_parallel, delayOf, pLimit(options.parallel))
  return {
    fetch(source, validators) {
      const isAllowed = makeAllowList(source.url, options.allow_private)
      const takeTurn = <T>(url: string, task: () => Promise<T>) => queues.run(hostKey(url), task)
      return fetchFeed({ ...options, url: source.url, validators, isAllowed, takeTurn }, network)
    },
    close: () => network.close(),
  }
}

function countHosts(sources: FeedSource[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { url } of sources) {
    if (URL.canParse(url)) counts.set(hostKey(url), (counts.get(hostKey(url)) ?? 0) + 1)
  }
  return counts
}
