import { makeFeedKey } from '../config/make-feed-key.ts'
import type { FeedSource, ReadResult } from '../model.ts'
import type { CheckedFeed, Finding } from './check-feed.ts'

type Asked = Pick<CheckedFeed, 'source' | 'fetched' | 'read'>

/** Lines of feeds.yaml that lead to the same feed: to the same final address, or to the same entries. */
export function findTwins(asked: Asked[], listed: FeedSource[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  const add = (url: string, other: string) => {
    const message = `is the same feed as ${other}, which is listed too`
    found.set(url, [{ level: 'error', code: 'DUPLICATE', message, advice: 'take one of them out' }])
  }
  const keys = new Map(listed.map(({ url }) => [makeFeedKey(url), url]))
  for (const [index, { source, fetched, read }] of asked.entries()) {
    const end = fetched.kind === 'fetched' ? keys.get(makeFeedKey(fetched.finalUrl)) : undefined
    if (end !== undefined && end !== source.url) add(source.url, end)
    const ids = idsOf(read)
    const twin = asked
      .slice(0, index)
      .find((other) => ids.length > 2 && ids.join('\n') === idsOf(other.read).join('\n'))
    if (twin !== undefined && !found.has(source.url)) add(source.url, twin.source.url)
  }
  return found
}

function idsOf(read: ReadResult | undefined): string[] {
  return (read?.kind === 'read' ? read.feed.entries : []).flatMap(({ id, link }) => link ?? id ?? [])
}
