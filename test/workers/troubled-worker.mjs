import { parentPort } from 'node:worker_threads'

// The built reader, but for feeds and entries that it does with what a mistake of ours would.
await import('../../dist/workers/read-worker.js')
parentPort.on('message', ({ baseUrl, entries = [] }) => {
  const does = (fault) => baseUrl?.endsWith(`/${fault}`) || entries.some(({ title }) => title === fault)
  if (does('hangs')) for (;;);
  if (does('breaks')) throw new Error('the mender is broken')
  if (does('grows')) for (const list = []; ; ) list.push(new Array(100_000).fill(list.length))
})
