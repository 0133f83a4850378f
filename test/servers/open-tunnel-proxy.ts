import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A proxy for machines without a network: it knows which port of this machine a public name stands for. */
export type TunnelProxy = {
  /** For the variable http_proxy. */
  url: string
  close(): Promise<void>
}

/** @param portOf the port that a name leads to; where there is none, the proxy answers 502 */
export async function openTunnelProxy(portOf: (hostname: string) => number | undefined): Promise<TunnelProxy> {
  const server = createServer().on('connect', ({ url = '' }, client) => {
    client.on('error', () => undefined)
    const port = portOf(url.replace(/:\d+$/, ''))
    if (port === undefined) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const through = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
    through.on('error', () => client.destroy())
    client.on('error', () => through.destroy())
    through.pipe(client).pipe(through)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
