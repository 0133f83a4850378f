import type { Worker } from 'node:worker_threads'

/**
 * Begin to measure how long a thread works, in milliseconds. Work counts, not elapsed time: on a busy machine a thread waits for its turn,
 * and a sound feed must not fail for that.
 *
 * The active time of the thread's loop includes waiting for a core, the CPU time of the process includes the work of other threads: the
 * smaller of the two is the best estimate.
 */
export function openStopwatch({ performance }: Pick<Worker, 'performance'>): () => number {
  const active = performance.eventLoopUtilization()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return Math.min(performance.eventLoopUtilization(active).active, (user + system) / 1000)
  }
}
