import type { FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { Store } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import { tellDaily } from './tell-daily.ts'

/**
 * A sentence, once a day, where feeds.yaml names no owner whom publishers can ask when they find this planet in their logs. Off a terminal,
 * only where another machine was asked: feeds of this very machine have no publisher to ask.
 */
export async function findOwnerWarning(
  { owner, url }: Pick<Config, 'owner' | 'url'>,
  reports: Pick<FeedReport, 'url' | 'result'>[],
  isWatched: boolean,
  store: Store,
  now: Date,
): Promise<string[]> {
  const message = explainOwner(owner, url)
  if (message === undefined) return []
  const asked = reports.filter(({ result }) => result !== 'not-due' && result !== 'paused')
  if (!isWatched && !asked.some((feed) => isElsewhere(feed.url))) return []
  if (!(await tellDaily('owner', store, now))) return []
  return [
    `${message}: whoever finds this planet in the logs of a blog has nobody to ask; write into feeds.yaml, with your own address: owner: {name: …, email: …}`,
  ]
}

function explainOwner(owner: Config['owner'], url: string): string | undefined {
  const { email, url: page } = owner ?? {}
  const address = email ?? page
  if (address === undefined) return 'feeds.yaml names no owner with an address'
  if (isExample(address)) return `the owner's address in feeds.yaml is an example's (${address})`
  return isExample(url) ? `the planet's address in feeds.yaml is an example's (${url})` : undefined
}

/** True of an address at a domain that is reserved for examples (RFC 2606). */
function isExample(address: string): boolean {
  const host = parseUrl(address)?.hostname ?? address.replace(/^.*@/, '')
  return /(^|\.)(example(\.(com|net|org))?|invalid)$/i.test(host)
}

function isElsewhere(url: string): boolean {
  const host = parseUrl(url)?.hostname
  return host !== undefined && !/^(127\.|\[::1\]$|(.+\.)?localhost$)/i.test(host)
}
