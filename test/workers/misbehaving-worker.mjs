import { parentPort } from 'node:worker_threads'

/** A reader that does what the body tells it to. */
parentPort.on('message', ({ baseUrl }) => {
  if (baseUrl === 'hang') for (;;);
  if (baseUrl === 'grow') for (const list = []; ; ) list.push(new Array(100_000).fill(list.length))
  if (baseUrl === 'sleep') return
  if (baseUrl === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
  if (baseUrl === 'throw') throw new Error('the reader is broken')
  // As V8 does where it cannot have a large piece of memory.
  if (baseUrl === 'abort') process.kill(process.pid, 'SIGABRT')
  if (baseUrl === 'exit') process.exit(1)
  parentPort.postMessage({ kind: 'unreadable', problem: { code: 'EMPTY', message: baseUrl } })
})
