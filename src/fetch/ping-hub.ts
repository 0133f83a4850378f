import type { FeedProblem } from '../model.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import { openNetwork } from './open-network.ts'
import { passOver } from './pass-over.ts'
import { makeAllowList } from './private-address.ts'

export type PingOptions = {
  userAgent: string
  /** Milliseconds. */
  timeoutMs: number
  /** Private "host:port" that may be asked; a hub that the operator wrote as a private address may be, too. */
  allowPrivate: string[]
}

/**
 * Tell a hub which feeds have changed, so that it tells their subscribers: one POST with `hub.mode=publish`, and a `hub.url` for
 * each. The W3C text leaves the form open (WebSub, section 6); this is the one that hubs document.
 *
 * @param topics the feeds' addresses, as their `rel=self` say
 * @returns `undefined` where the hub accepted the request, else why not. Never rejects
 */
export async function pingHub(hub: string, topics: string[], options: PingOptions): Promise<FeedProblem | undefined> {
  const url = new URL(hub)
  const isAllowed = makeAllowList(hub, options.allowPrivate)(url)
  const network = openNetwork(options.timeoutMs, 1)
  try {
    const answer = await network.ask(url, isAllowed, {
      method: 'POST',
      signal: AbortSignal.timeout(options.timeoutMs),
      maxBytes: 0,
      headers: { 'user-agent': options.userAgent, 'content-type': 'application/x-www-form-urlencoded' },
      body: renderForm(topics),
    })
    await passOver(answer.body)
    const { statusCode: status } = answer
    if (status >= 200 && status < 300) return undefined
    return { code: 'HTTP_STATUS', message: `answered ${status}` }
  } catch (error) {
    return explainFetchError(error, { ...options, url: hub })
  } finally {
    await network.close()
  }
}

function renderForm(topics: string[]): string {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const topic of topics) form.append('hub.url', topic)
  return form.toString()
}
