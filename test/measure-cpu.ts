/**
 * What something gives, and how long it keeps the processor of this process, in milliseconds: unlike a clock, that does not
 * count what else the machine is doing.
 */
export async function measureCpu<T>(work: () => T | Promise<T>): Promise<{ result: T; cpuMs: number }> {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return { result, cpuMs: (user + system) / 1000 }
}
