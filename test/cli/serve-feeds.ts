import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Served = string | ((answer: ServerResponse) => void)

/** A real web server on loopback whose feeds a test can change; it sends validators and answers 304. */
export type FeedServer = {
  url: string
  /** Path → body, or a way to answer. */
  feeds: Map<string, Served>
  requests: { path: string; status: number; headers: IncomingHttpHeaders }[]
  close(): Promise<void>
}

export async function serveFeeds(): Promise<FeedServer> {
  const feeds = new Map<string, Served>()
  const requests: FeedServer['requests'] = []
  const server = createServer((request, answer) => {
    const path = request.url ?? '/'
    const served = feeds.get(path)
    answer.on('finish', () => requests.push({ path, status: answer.statusCode, headers: request.headers }))
    if (typeof served === 'function') return served(answer)
    if (served === undefined) return void answer.writeHead(404).end()
    const etag = `"${createHash('sha1').update(served).digest('hex')}"`
    answer.setHeader('ETag', etag)
    if (request.headers['if-none-match'] === etag) return void answer.writeHead(304).end()
    answer.writeHead(200, { 'Content-Type': 'application/xml' }).end(served)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    feeds,
    requests,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A feed whose answer waits for the test: what a build does meanwhile does not depend on who is faster. */
export type HeldFeed = { /** Resolves when it is asked. */ asked: Promise<void>; release(): void }

/** From now on, whoever asks for a path gets its body when the test says so. */
export function holdFeed(server: FeedServer, path: string, body: string): HeldFeed {
  const events = new EventEmitter()
  const [asked, released] = [once(events, 'asked'), once(events, 'released')]
  server.feeds.set(path, async (answer) => {
    events.emit('asked')
    await released
    answer.writeHead(200).end(body)
  })
  return { asked: asked.then(() => undefined), release: () => events.emit('released') }
}
