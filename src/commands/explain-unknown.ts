import type { Config } from '../config/schema.ts'
import { makeLinkKey } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { makeFeedHealth } from '../schedule/make-feed-health.ts'
import type { StoredFeed } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import { explainHealth } from './explain-health.ts'
import type { WriteTime } from './open-time-writer.ts'

/** Why there is no such entry, in a sentence. `isKnown` where something is known of it all the same. */
export type Unknown = { isKnown: boolean; message: string }

/** Feeds named of a host that has many. */
const mostNamed = 3

/** Why no entry of this id or link is stored, as far as can be told. */
export function explainUnknown(
  word: string,
  config: Config,
  feeds: StoredFeed[],
  now: Date,
  writeTime: WriteTime,
): Unknown {
  const key = makeLinkKey(word)
  const isSame = (other: string | undefined) =>
    other !== undefined && (other === word || (key !== undefined && makeLinkKey(other) === key))
  const explain = ({ source, active, state }: StoredFeed) => {
    if (!active) return 'is no longer listed in feeds.yaml'
    const facts = { now, last: undefined, inactiveAfterMs: config.defaults.inactiveAfterMs }
    const trouble = explainHealth(makeFeedHealth(source, state, facts), writeTime)
    return (
      trouble ?? (state.asked === undefined ? 'was not asked yet' : `was last asked on ${writeTime(state.asked.at)}`)
    )
  }
  const name = (feed: StoredFeed) => `${makeFeedName(feed.source, feed.state.about)} ${explain(feed)}`

  const taken = config.purged.find(({ entry }) => isSame(entry))
  if (taken !== undefined) {
    const reason = taken.reason === undefined ? '' : `: ${taken.reason}`
    return { isKnown: true, message: `it is taken down in feeds.yaml${reason}` }
  }
  const own = feeds.find(({ source }) => isSame(source.url))
  if (own !== undefined)
    return { isKnown: true, message: `it is a feed, not an entry: planet status ${own.source.url}` }

  const near = findNear(word, feeds)
  const more = near.length - mostNamed
  const hints = [...near.slice(0, mostNamed).map(name), ...(more > 0 ? [`and ${more} more`] : [])]
  const advice = near.length === 0 ? '' : `; of its host, ${hints.join('; ')}`
  return { isKnown: false, message: `no feed has brought such an entry${advice}` }
}

/** Feeds of an address's host; first those whose own addresses share the longest beginning with it. */
function findNear(word: string, feeds: StoredFeed[]): StoredFeed[] {
  const wanted = splitAddress(word)
  if (wanted === undefined) return []
  const rated = feeds.flatMap((feed) => {
    const addresses = [feed.source.url, feed.source.site, feed.state.about?.link].flatMap(
      (link) => splitAddress(link) ?? [],
    )
    const shared = addresses
      .filter(({ host }) => host === wanted.host)
      .map(({ path }) => countShared(path, wanted.path))
    return shared.length === 0 ? [] : [{ feed, shared: Math.max(...shared) }]
  })
  return rated.sort((a, b) => b.shared - a.shared).map(({ feed }) => feed)
}

function splitAddress(link: string | undefined): { host: string; path: string } | undefined {
  const url = parseUrl(link ?? '')
  return url === undefined || url.host === '' ? undefined : { host: url.host.replace(/^www\./, ''), path: url.pathname }
}

function countShared(a: string, b: string): number {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared += 1
  return shared
}
