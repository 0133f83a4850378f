import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { renderFeed } from './render-feed.ts'

/**
 * A server of made-up feeds in a process of its own, so that its work is not counted: `/N` is feed number N. It prints its port, and ends
 * when its parent does. It answers at every address of 127.0.0.0/8, after some milliseconds. Lines on stdin: "news N" gives the first N
 * feeds one more entry; "counts" prints requests and bytes since the last "counts".
 */
const [entries = 20, latency = 0] = process.argv.slice(2).map(Number)
const news = new Map<number, number>()
let counts = { requests: 0, bytes: 0 }

const server = createServer({ keepAliveTimeout: 60_000 }, (request, answer) => {
  if (latency === 0) serve(request, answer)
  else setTimeout(() => serve(request, answer), latency)
})

function serve(request: IncomingMessage, answer: ServerResponse): void {
  const feed = Number(request.url?.slice(1))
  const fresh = news.get(feed) ?? 0
  const etag = `"${feed}-${entries}-${fresh}"`
  counts.requests += 1
  answer.setHeader('ETag', etag)
  if (request.headers['if-none-match'] === etag) return void answer.writeHead(304).end()
  const { type, body } = renderFeed(feed, entries, fresh)
  counts.bytes += Buffer.byteLength(body)
  answer.writeHead(200, { 'Content-Type': type }).end(body)
}

server.listen(0, '0.0.0.0', 4096, () => console.log((server.address() as AddressInfo).port))
process.stdin.setEncoding('utf8').on('data', (lines: string) => {
  for (const line of lines.trim().split('\n')) {
    const [word, many] = line.split(' ')
    if (word === 'news') {
      for (let feed = 0; feed < Number(many); feed += 1) news.set(feed, (news.get(feed) ?? 0) + 1)
    } else {
      console.log(JSON.stringify(counts))
      counts = { requests: 0, bytes: 0 }
    }
  }
})
process.stdin.on('end', () => process.exit())
