import type { FeedSource } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { hostKey } from './open-host-queues.ts'

/** How many feeds each host has, by its key; hosts with one feed, as most are, are left out. */
export type SharedHosts = () => ReadonlyMap<string, number>

/** Feeds are counted once, when the first is about to be asked: most builds ask none. */
export function openSharedHosts(sources: FeedSource[]): SharedHosts {
  let shared: ReadonlyMap<string, number> | undefined
  return () => {
    shared ??= countFeeds(sources)
    return shared
  }
}

function countFeeds(sources: FeedSource[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { url } of sources) {
    if (parseUrl(url) === undefined) continue
    const host = hostKey(url)
    counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  return new Map([...counts].filter(([, feeds]) => feeds > 1))
}
