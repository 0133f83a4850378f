import type { FeedSource } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { hostKey } from './open-host-queues.ts'

/** How many feeds stand on each host that has several, by its key: most have one, and are not kept. */
export type SharedHosts = () => ReadonlyMap<string, number>

/** Counted when somebody is to be asked, once: most builds ask nobody. */
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
