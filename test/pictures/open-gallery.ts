import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { escapeXml } from '../../src/text/escape-xml.ts'

/** What a server does when it is asked for a picture. */
export type Exhibit = (answer: ServerResponse, request: IncomingMessage) => void

export type Gallery = {
  url: string
  /** Paths that were asked for, in their order. */
  asked: string[]
  /** What its blog's entries show, newest first: HTML of each. */
  hang(entries: string[]): void
  close(): Promise<void>
}

/** A blog on loopback whose entries show pictures, and the pictures, by path. */
export async function openGallery(exhibits: Record<string, Exhibit | Buffer>): Promise<Gallery> {
  const asked: string[] = []
  let feed = ''
  const server = createServer((request, answer) => {
    const path = request.url ?? ''
    if (path === '/feed') return void answer.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(feed)
    asked.push(path)
    const exhibit = Object.hasOwn(exhibits, path) ? exhibits[path] : undefined
    if (exhibit === undefined) answer.writeHead(404).end('not here')
    else if (typeof exhibit === 'function') exhibit(answer, request)
    else answer.writeHead(200, { 'Content-Type': 'image/png' }).end(exhibit)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    asked,
    hang(entries) {
      const items = entries.map((html, index) => {
        const number = entries.length - index
        return `<item><guid>${number}</guid><title>Entry ${number}</title><pubDate>Mon, 02 Mar 2026 ${String(10 - Math.floor(index / 60)).padStart(2, '0')}:${String(59 - (index % 60)).padStart(2, '0')}:00 GMT</pubDate><description>${escapeXml(html)}</description></item>`
      })
      feed = `<rss version="2.0"><channel><title>Gallery</title><link>${url}/</link>${items.join('')}</channel></rss>`
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
