import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

/** Up to this number, hosts are not worth forgetting. */
const fewHosts = 1000

type Queue = { limit: LimitFunction; waiting: number }

/** A queue for each host, which limits how many requests go at once, and how soon one follows another. */
export type HostQueues = {
  /** @param instead called when the turn has come: what it returns, if not `undefined`, is the result, and `task` is not called */
  run<T>(host: string, task: () => Promise<T>, instead?: () => T | undefined): Promise<T>
}

/**
 * Where a host is asked one request at a time, the pause begins at the end of its answer: nothing but the answer tells when the host saw
 * the request. A first request has a connection to make, or may be held up on the way, and the next is not. Where several go at once, the
 * pause is from start to start.
 *
 * @param delayOf milliseconds between two requests to a host
 * @param slots the limit that all hosts share: a slot is taken only when the turn has come, so that requests waiting for a busy host hold
 * none
 * @param room awaited while a slot is held: until it resolves, the request does not begin
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
  /** Most hosts have one feed, and are not asked again: hosts whose pause is over are forgotten, a thousand or more at a time. */
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
        // A queue takes a kilobyte, most hosts have one feed, and there may be ten thousand hosts.
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
        // While this request waited, another to its host may have begun.
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

/** What counts as one host: its name; for a literal address and localhost, where many servers may live, the name and the port. */
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
