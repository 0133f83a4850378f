import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server of made-up feeds in a process of its own, so that its work is not counted: `/N` is feed number N.
 * It prints its port, and ends when its parent does. A line on stdin: feed 0 has a new entry. It answers at every address of
 * 127.0.0.0/8, after some milliseconds.
 */
const [entries = 20, latency = 0] = process.argv.slice(2).map(Number)
let fresh = 0
const newest = Date.UTC(2026, 10, 20)
const paragraph =
  '<p>The <b>tide</b> comes in twice a day, and <a href="/tables">the tables</a> say when. Nobody reads them. ' +
  'What people read is the wall of the pier, which has a line for every flood since 1884.</p>'

const server = createServer((request, answer) => void setTimeout(() => serve(request, answer), latency))

function serve(request: IncomingMessage, answer: ServerResponse): void {
  const feed = Number(request.url?.slice(1))
  const etag = `"${feed}-${entries}-${feed === 0 ? fresh : 0}"`
  answer.setHeader('ETag', etag)
  if (request.headers['if-none-match'] === etag) return void answer.writeHead(304).end()
  answer.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(renderFeed(feed))
}

function renderFeed(feed: number): string {
  const first = feed === 0 ? -fresh : 0
  const items = Array.from({ length: entries - first }, (_, place) => {
    const index = first + place
    const date = new Date(newest - index * 86_400_000 - feed * 60_000).toUTCString()
    const link = `https://blog${feed}.example/${index}`
    return `<item><title>Entry ${index} of blog ${feed}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate>
      <description><![CDATA[${paragraph.repeat(8)}]]></description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog ${feed}</title><link>https://blog${feed}.example/</link>
    ${items.join('\n')}</channel></rss>`
}

server.listen(0, '0.0.0.0', () => console.log((server.address() as AddressInfo).port))
process.stdin.on('data', () => {
  fresh += 1
})
process.stdin.on('end', () => process.exit())
