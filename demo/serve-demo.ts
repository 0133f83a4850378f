import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = path.join(import.meta.dirname, 'feeds')

const types: Record<string, string> = {
  '.atom': 'application/atom+xml',
  '.json': 'application/feed+json',
  '.rdf': 'application/rdf+xml',
  '.rss': 'application/rss+xml',
}

/**
 * Serve the sample feeds on loopback, as a good web server would: with validators, 304, and gzip.
 * Some blogs have only one of the two validators, and one has none.
 *
 * @returns how to end it; rejects where the port is taken
 */
export async function serveDemo(port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, answer) => {
    const name = path.basename(request.url ?? '')
    const file = path.join(folder, name)
    if (name === 'pier-nine.rss') return void answer.writeHead(500).end('The pier is under water.')
    if (name === '' || !existsSync(file)) return void answer.writeHead(404).end()

    const body = readFileSync(file)
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const modified = statSync(file).mtime.toUTCString()
    const { 'if-none-match': known, 'if-modified-since': since, 'accept-encoding': accepted = '' } = request.headers
    if (name !== 'jonas.rss' && name !== 'small-talk.rss') answer.setHeader('ETag', etag)
    if (name !== 'marsa.atom' && name !== 'small-talk.rss') answer.setHeader('Last-Modified', modified)
    if (known === undefined ? since === modified : known === etag) return void answer.writeHead(304).end()

    answer.setHeader('Content-Type', types[path.extname(name)] ?? 'application/xml')
    const packed = /\bgzip\b/.test(accepted)
    if (packed) answer.setHeader('Content-Encoding', 'gzip')
    answer.end(packed ? gzipSync(body) : body)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
