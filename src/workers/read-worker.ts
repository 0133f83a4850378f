import { parentPort } from 'node:worker_threads'
import { renewEntry } from '../normalize/read/fields/renew-entry.ts'
import { read } from '../normalize/read/read.ts'
import type { WorkerInput, WorkerResult } from './open-parser-pool.ts'

parentPort?.on('message', async (input: WorkerInput) => {
  parentPort?.postMessage(await work(input))
})

async function work(input: WorkerInput): Promise<WorkerResult> {
  return 'entries' in input ? { kind: 'renewed', entries: input.entries.map(renewEntry) } : read(input)
}
