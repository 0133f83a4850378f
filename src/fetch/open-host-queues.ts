import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

type Queue = { limit: LimitFunction; nextStart: number }

/** A line for each host: so many at once, and so long between the starts of two. */
export type HostQueues = { run<T>(host: string, task: () => Promise<T>): Promise<T> }

/** @param delayOf milliseconds between the starts of two requests to a host */
export function openHostQueues(parallel: number, delayOf: (host: string) => number): HostQueues {
  const queues = new Map<string, Queue>()
  return {
    run(host, task) {
      const queue = queues.get(host) ?? { limit: pLimit(parallel), nextStart: 0 }
      queues.set(host, queue)
      return queue.limit(async () => {
        const now = performance.now()
        const start = Math.max(now, queue.nextStart)
        queue.nextStart = start + delayOf(host)
        if (start > now) await sleep(start - now)
        return task()
      })
    },
  }
}

/** What counts as one host: a name; for a literal address and localhost, where many servers may live, with the port. */
export function hostKey(url: string): string {
  const { hostname, host } = new URL(url)
  const literal = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost'
  return literal ? host : hostname
}
