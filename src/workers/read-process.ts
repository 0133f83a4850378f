import { openParserPool } from './open-parser-pool.ts'
import type { WorkerInput, WorkerResult } from './reader-work.ts'

/** A process that reads one large body, in a thread: whatever ends this process does not end the build. */
const [cpuMs, heapMb, file = ''] = process.argv.slice(2)
const pool = openParserPool(
  { cpuMs: Number(cpuMs), heapMb: Number(heapMb), mostInThread: Number.POSITIVE_INFINITY },
  new URL(file),
)

process.on('disconnect', () => process.exit(0))
process.on('message', async (input: WorkerInput) => process.send?.(await work(input)))

function work(input: WorkerInput): Promise<WorkerResult> {
  if ('stored' in input) return pool.readVersion(input)
  if ('entries' in input) return pool.renew(input.entries)
  if ('planet' in input) return pool.readPlanet(input.planet)
  return 'list' in input ? pool.readList(input.list) : pool.read(input)
}
