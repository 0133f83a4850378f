import { parentPort } from 'node:worker_threads'
import type { ReadInput } from '../model.ts'
import { read } from '../normalize/read/read.ts'

parentPort?.on('message', async (input: ReadInput) => {
  parentPort?.postMessage(await read(input))
})
