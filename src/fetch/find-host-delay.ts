import type { FeedSource } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { hostKey } from './open-host-queues.ts'

/** A host with more feeds than this is asked faster, or its feeds would never all be had. */
const manyFeeds = 50

/**
 * Milliseconds between an answer of a host and the next request to it, by its key.
 *
 * @param said by the operator; absent: 1 s, or 0.2 s where a host has many feeds
 */
export function findHostDelay(sources: FeedSource[], said: number | undefined): (host: string) => number {
  let large: Set<string> | undefined
  return (host) => {
    if (said !== undefined) return said
    // Looked for when somebody is to be asked: most builds ask nobody.
    large ??= findLarge(sources)
    return large.has(host) ? 200 : 1000
  }
}

/** Hosts with many feeds: most have one, and are not kept. */
function findLarge(sources: FeedSource[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { url } of sources) {
    if (parseUrl(url) === undefined) continue
    const host = hostKey(url)
    counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([host, feeds]) => (feeds > manyFeeds ? host : [])))
}
