import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import { openNetwork } from '../../src/fetch/open-network.ts'
import { passOver } from '../../src/fetch/pass-over.ts'
import { openScriptedServer, redirect, renderResponse, type Script } from '../servers/open-scripted-server.ts'
import { summarize, testOptions } from './fetch-one.ts'

test('a connection that waits for nothing is given up soon, however long the server offers to keep it', async () => {
  const server = createServer({ keepAliveTimeout: 60_000 }, (_, answer) => answer.end('feed'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const network = openNetwork(30_000, 1)
  try {
    const connected = once(server, 'connection') as Promise<[Socket]>
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const { headers, body } = await network.ask(url, true, {
      ...{ headers: {}, maxBytes: 1000 },
      signal: AbortSignal.timeout(30_000),
    })
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

test.each<[string, listed: string[], asked: string[], connections: number]>([
  ['is not kept where its host has no other feed', ['/1'], ['/1', '/1'], 2],
  ['is kept where its host has another', ['/1', '/2'], ['/1', '/2'], 1],
  ['is kept where the answer leads to its host again', ['/moved'], ['/moved'], 1],
  ['is kept where an address is not listed: others may lead there', [], ['/1', '/2'], 1],
])('a connection %s', async (_, listed, asked, connections) => {
  const sockets = new Set<object>()
  const feed: Script = (socket) => {
    sockets.add(socket)
    socket.write(renderResponse(200, {}, '<feed/>'))
  }
  const moved: Script = (socket, request) => {
    sockets.add(socket)
    redirect(302, '/1')(socket, request)
  }
  const { url, close } = await openScriptedServer({ '/1': feed, '/2': feed, '/moved': moved })
  const fetcher = openFetcher({ ...testOptions, sources: listed.map((path) => ({ url: url(path) })) })
  for (const path of asked) expect(summarize(await fetcher.fetch({ url: url(path) }, undefined))).toBe('<feed/>')
  await fetcher.close()
  await close()
  expect(sockets.size).toBe(connections)
})

test('what a server sends behind an answer is not taken for the next one, which is asked for again', async () => {
  const answered = new Set<object>()
  const answer = (body: string): Script => {
    return (socket) => {
      // The body of an answer that has none (204, 304), which comes when the connection is asked again.
      socket.write(answered.has(socket) ? '<p>Nothing is here.</p>' : renderResponse(200, {}, body))
      answered.add(socket)
    }
  }
  const { url, close } = await openScriptedServer({ '/1': answer('<one/>'), '/2': answer('<two/>') })
  const fetcher = openFetcher({ ...testOptions, sources: [{ url: url('/1') }, { url: url('/2') }] })
  for (const [path, body] of [
    ['/1', '<one/>'],
    ['/2', '<two/>'],
    ['/1', '<one/>'],
  ] as const) {
    expect(summarize(await fetcher.fetch({ url: url(path) }, undefined))).toBe(body)
  }
  await fetcher.close()
  await close()
  expect(answered.size).toBe(3)
})
