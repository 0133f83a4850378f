import { parentPort } from 'node:worker_threads'

// The built reader, but for two feeds that it does with what a mistake of ours would.
await import('../../dist/workers/read-worker.js')
parentPort.on('message', ({ baseUrl }) => {
  if (baseUrl.endsWith('/hangs')) for (;;);
  if (baseUrl.endsWith('/grows')) for (const list = []; ; ) list.push(new Array(100_000).fill(list.length))
})
