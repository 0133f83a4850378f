import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openNetwork } from '../../src/fetch/open-network.ts'
import { passOver } from '../../src/fetch/pass-over.ts'

test('a connection that waits for nothing is given up soon, however long the server offers to keep it', async () => {
  const server = createServer({ keepAliveTimeout: 60_000 }, (_, answer) => answer.end('feed'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const network = openNetwork(30_000, 1)
  try {
    const connected = once(server, 'connection') as Promise<[Socket]>
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const { headers, body } = await network.ask(url, true, { headers: {}, signal: AbortSignal.timeout(30_000) })
    await passOver(body)
    expect(headers['keep-alive']).toBe('timeout=60')
    // By us: the server would wait for a minute, longer than this test may take.
    const [socket] = await connected
    await once(socket, 'close')
  } finally {
    await network.close()
    server.close()
  }
})
