import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

/** So many are not worth forgetting. */
const fewHosts = 1000

type Queue = { limit: LimitFunction; waiting: number }

/** A line for each host: so many at once, and so long between two. */
export type HostQueues = {
  /** @param instead what comes of it where nothing is to be asked any more, which is known only when the turn has come */
  run<T>(host: string, task: () => Promise<T>, instead?: () => T | undefined): Promise<T>
}

/**
 * One at a time, a host is left alone from the end of its answer: when it saw a request, nobody here knows, but for that. A first
 * one had a connection to make, or lay in a queue on the way, and the next comes without. Several at once, it is from start to start.
 *
 * @param delayOf milliseconds between two requests to a host
 * @param slots what all hosts share: taken only when the turn has come, so that who waits for a busy host holds none
 * @param room waited for with a slot in hand: as long as it takes, nothing new begins
 */
export function openHostQueues(
  parallel: number,
  delayOf: (host: string) => number,
  slots: LimitFunction = pLimit(Number.POSITIVE_INFINITY),
  room: () => Promise<void> = async () => undefined,
): HostQueues {
  const queues = new Map<string, Queue>()
  const nextStarts = new Map<string, number>()
  const nextStart = (host: string) => nextStarts.get(host) ?? 0
  let most = fewHosts
  /** Most hosts have one feed, and are not asked again: those whose time has come are forgotten, a thousand or more at a time. */
  const note = (host: string, start: number) => {
    nextStarts.set(host, start)
    if (nextStarts.size <= most) return
    const now = performance.now()
    for (const [other, at] of nextStarts) if (at <= now) nextStarts.delete(other)
    most = Math.max(fewHosts, 2 * nextStarts.size)
  }
  return {
    async run(host, task, instead = () => undefined) {
      const queue = queues.get(host) ?? { limit: pLimit(parallel), waiting: 0 }
      queues.set(host, queue)
      queue.waiting += 1
      try {
        return await queue.limit(() => takeTurn(host, task, instead))
      } finally {
        queue.waiting -= 1
        // A line is a kilobyte, most hosts have one feed, and there may be ten thousand of them.
        if (queue.waiting === 0) queues.delete(host)
      }
    },
  }

  async function takeTurn<T>(host: string, task: () => Promise<T>, instead: () => T | undefined): Promise<T> {
    for (;;) {
      const known = instead()
      if (known !== undefined) return known
      await sleepUntil(nextStart(host))
      const started = await slots(async () => {
        await room()
        // While this one waited, another of its host may have begun.
        if (performance.now() < nextStart(host)) return undefined
        const other = instead()
        if (other !== undefined) return { value: other }
        const wait = () => note(host, performance.now() + delayOf(host))
        wait()
        try {
          return { value: await task() }
        } finally {
          if (parallel === 1) wait()
        }
      })
      if (started !== undefined) return started.value
    }
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
