import type { SharedHosts } from './open-shared-hosts.ts'

/** A host with more feeds than this is asked faster, or a run would never get through all of them. */
const manyFeeds = 50

/**
 * Milliseconds between an answer of a host and the next request to it, by the host's key.
 *
 * @param said the operator's setting; absent: 1 s, or 0.2 s where a host has many feeds
 */
export function findHostDelay(shared: SharedHosts, said: number | undefined): (host: string) => number {
  return (host) => said ?? ((shared().get(host) ?? 1) > manyFeeds ? 200 : 1000)
}
