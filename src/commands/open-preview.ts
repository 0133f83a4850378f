import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'

/** A site as its visitors will see it, on this machine. */
export type Preview = {
  /** "http://127.0.0.1:8080" */
  url: string
  /** Load again every page that somebody has open. */
  reload(): void
  close(): Promise<void>
}

/**
 * Serve a folder on this machine, as a web server would: types, ranges, the 404 page; nothing is cached. Files are read at each request, so
 * that a new build shows at once.
 *
 * @param isLive pages get a script that reloads them after a build; it is no part of the site, and the site's own policy allows it
 * @throws where the port is taken
 */
export async function openPreview(folder: string, port: number, isLive: boolean): Promise<Preview> {
  const listeners = new Set<ServerResponse>()
  const serveFiles = sirv(folder, { dev: true, etag: false, dotfiles: true, setHeaders: setType })
  const server = createServer((request, response) => {
    const pathname = readPath(request.url)
    if (pathname === undefined || !/^(GET|HEAD)$/.test(request.method ?? '')) return void sendNotFound(folder, response)
    if (isLive && pathname === scriptPath) return sendScript(response)
    if (isLive && pathname === eventsPath) return listen(response, listeners)
    if (!pathname.endsWith('/') && existsSync(path.join(folder, pathname, 'index.html'))) {
      return void response.writeHead(301, { Location: `${encodeURI(pathname)}/` }).end()
    }
    if (isLive) addScript(response)
    serveFiles(request, response, () => void sendNotFound(folder, response))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reload() {
      for (const response of listeners) response.write('data: changed\n\n')
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const scriptPath = '/-planet/reload.js'
const eventsPath = '/-planet/events'

/** The requested path, decoded; `undefined` where it leads out of the folder or is invalid. */
function readPath(url = '/'): string | undefined {
  try {
    const pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    return /(^|[\\/])\.\.([\\/]|$)|\0/.test(pathname) ? undefined : pathname
  } catch {
    return undefined
  }
}

function sendScript(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`new EventSource('${eventsPath}').onmessage = () => location.reload()\n`)
}

/** Server-sent events (HTML, section 9.2): one event each time the pages have changed. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.flushHeaders()
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

/** Media types of feeds, which by their extensions alone would be any XML or JSON. */
const types: [name: RegExp, type: string][] = [
  [/(atom|\/digest\/\w+|\/archive\/[\d-]+)\.xml$/, 'application/atom+xml'],
  [/rss\.xml$/, 'application/rss+xml'],
  [/(rss10|foafroll)\.xml$/, 'application/rdf+xml'],
  [/feed\.json$/, 'application/feed+json'],
  [/opml(\.xml)?$/, 'text/x-opml'],
]

function setType(response: ServerResponse, pathname: string): void {
  const [, type] = types.find(([name]) => name.test(pathname)) ?? []
  if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`)
}

/** Append the script to every response of HTML, whatever code sends it. */
function addScript(response: ServerResponse): void {
  const { writeHead, end } = response
  let isPage = false
  response.writeHead = ((status: number, headers?: Record<string, string | number>) => {
    const type = String(response.getHeader('Content-Type') ?? headers?.['Content-Type'] ?? '')
    isPage = type.startsWith('text/html')
    if (!isPage) return writeHead.call(response, status, headers)
    const { 'Content-Length': _length, ...others } = headers ?? {}
    response.removeHeader('Content-Length')
    return writeHead.call(response, status, others)
  }) as typeof writeHead
  response.end = ((...words: unknown[]) => {
    if (isPage) response.write(`<script src="${scriptPath}"></script>`)
    return (end as (...words: unknown[]) => ServerResponse).apply(response, words)
  }) as typeof end
}

async function sendNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => undefined)
  response.writeHead(404, {
    'Content-Type': page === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(page ?? 'There is no such page.\n')
}
