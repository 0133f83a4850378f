import type { FeedProblem } from '../model.ts'
import { parseUrl } from '../text/parse-url.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import { openNetwork } from './open-network.ts'
import { passOver } from './pass-over.ts'
import type { PingOptions } from './ping-hub.ts'
import { isLocalName, isPrivateAddress, makeAllowList } from './private-address.ts'
import { FetchError, readBody } from './read-body.ts'

/** What asking for a file gave. `missing`: its server has none (404, 410). */
export type Download =
  | { kind: 'fetched'; bytes: Uint8Array }
  | { kind: 'missing' }
  | { kind: 'failed'; problem: FeedProblem }

const mostHops = 5

/**
 * Fetch a file of the operator's own: once, whole, with redirects.
 *
 * @param options `timeoutMs` covers redirects and body
 * @param maxSize bytes, before and after Content-Encoding is undone
 * @returns never rejects
 */
export async function downloadFile(address: string, options: PingOptions, maxSize: number): Promise<Download> {
  const network = openNetwork(options.timeoutMs, 1)
  const signal = AbortSignal.timeout(options.timeoutMs)
  const mayAsk = makeAllowList(address, options.allowPrivate)
  let url = new URL(address)
  try {
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const isAllowed = mayAsk(url)
      // Where a name leads is checked when it is dialled; a literal address is dialled unchecked, so it is checked here.
      if (!isAllowed && (isPrivateAddress(url.hostname) || isLocalName(url.hostname)))
        throw new FetchError(
          'PRIVATE_ADDRESS',
          `redirects to ${url.host}, an address in a private network, which is not followed`,
        )
      const answer = await network.ask(url, isAllowed, {
        signal,
        maxBytes: maxSize,
        headers: { 'user-agent': options.userAgent, 'accept-encoding': 'gzip, br' },
      })
      const { statusCode: status, headers, body } = answer
      const location = status >= 300 && status < 400 ? headers.location : undefined
      const next = typeof location === 'string' ? parseUrl(location, url.href) : undefined
      if (next !== undefined) {
        await passOver(body)
        url = next
        if (!/^https?:$/.test(url.protocol)) break
        continue
      }
      if (status === 200) {
        const encodings = [headers['content-encoding'] ?? []].flat().join(',')
        return { kind: 'fetched', bytes: await readBody(body, encodings, maxSize, signal) }
      }
      await passOver(body)
      if (status === 404 || status === 410) return { kind: 'missing' }
      return { kind: 'failed', problem: { code: 'HTTP_STATUS', message: `answered ${status}` } }
    }
    return { kind: 'failed', problem: { code: 'REDIRECT', message: 'redirects without end' } }
  } catch (error) {
    return { kind: 'failed', problem: explainFetchError(error, { ...options, url: url.href }) }
  } finally {
    await network.close()
  }
}
