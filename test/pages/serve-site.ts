import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
}

/** Where a site is served, below some path, as on a host with several. */
export type SiteServer = {
  url: string
  /** From now on, this folder is what it serves. */
  setFolder(folder: string): void
  close(): Promise<void>
}

/** A plain web server on loopback: folders have an index.html, and what is not there is answered by 404.html. */
export async function serveSite(): Promise<SiteServer> {
  let folder = ''
  const server = createServer((request, answer) => {
    const [, asked = ''] = /^\/some\/path\/([^?#]*)/.exec(request.url ?? '') ?? []
    const named = path.join(folder, decodeURIComponent(asked))
    const file = statSync(named, { throwIfNoEntry: false })?.isDirectory() ? path.join(named, 'index.html') : named
    const shown = existsSync(file) ? file : path.join(folder, '404.html')
    if (!existsSync(shown)) return void answer.writeHead(404).end()
    answer.writeHead(shown === file ? 200 : 404, { 'Content-Type': types[path.extname(shown)] ?? 'text/plain' })
    answer.end(readFileSync(shown))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path/`,
    setFolder: (name) => {
      folder = name
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
