import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

type Queue = { limit: LimitFunction; nextStart: number }

/** A line for each host: so many at once, and so long between the starts of two. */
export type HostQueues = { run<T>(host: string, task: () => Promise<T>): Promise<T> }

/**
 * @param delayOf milliseconds between the starts of two requests to a host
 * @param slots what all hosts share: taken only when the turn has come, so that who waits for a busy host holds none
 */
export function openHostQueues(
  parallel: number,
  delayOf: (host: string) => number,
  slots: LimitFunction = pLimit(Number.POSITIVE_INFINITY),
): HostQueues {
  const queues = new Map<string, Queue>()
  return {
    run(host, task) {
      const queue = queues.get(host) ?? { limit: pLimit(parallel), nextStart: 0 }
      queues.set(host, queue)
      return queue.limit(async () => {
        for (;;) {
          await sleepUntil(queue.nextStart)
          const started = await slots(async () => {
            // While this one waited for a slot, another of its host may have begun.
            if (performance.now() < queue.nextStart) return undefined
            queue.nextStart = performance.now() + delayOf(host)
            return { value: await task() }
          })
          if (started !== undefined) return started.value
        }
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

/** Timers may fire a little early. */
async function sleepUntil(instant: number): Promise<void> {
  for (let wait = instant - performance.now(); wait > 0; wait = instant - performance.now()) {
    await sleep(Math.ceil(wait))
  }
}
