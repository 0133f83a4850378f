import type { Readable } from 'node:stream'

const longest = 64 * 1024
const longestMs = 1000

/** Read a body and drop it, so that its connection can be used again; a body too long or too slow is broken off. Never rejects. */
export async function passOver(body: Readable): Promise<void> {
  body.on('error', () => undefined)
  if (body.closed) return
  let size = 0
  const timer = setTimeout(() => body.destroy(), longestMs)
  body.on('data', (part: Uint8Array) => {
    size += part.length
    if (size > longest) body.destroy()
  })
  await new Promise<void>((done) => body.once('close', done))
  clearTimeout(timer)
}
