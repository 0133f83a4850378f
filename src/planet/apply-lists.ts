import { makeFeedKey } from '../config/make-feed-key.ts'
import type { Config } from '../config/schema.ts'
import type { FeedSource, KeptList } from '../model.ts'
import { newState } from '../store/state-codec.ts'

/** A list that was never asked. */
export const newList: KeptList = { state: newState, feeds: [], lists: [] }

/** How deep lists that include lists are followed. */
const mostDepth = 3

/**
 * The configuration with the feeds of its reading lists, added after those of feeds.yaml itself. A feed that is listed twice counts where
 * it comes first. A list that includes itself is not read again.
 *
 * @param lists what the state knows of each list, by its place
 * @param isOpen whether a feed of somebody else's list may be asked: such a list may not name private networks
 */
export function applyLists(
  config: Config,
  lists: ReadonlyMap<string, KeptList>,
  isOpen: (url: string) => boolean,
): Config {
  if (config.include.length === 0) return config
  const feeds = config.feeds.filter(({ from }) => from === undefined)
  const gone = config.purged.flatMap(({ feed, entry }) => (entry === undefined && feed !== undefined ? feed : []))
  const known = new Set([...feeds.map(({ url }) => url), ...gone].map(makeFeedKey))
  for (const { url: place, limit, tags, defaults } of config.include) {
    const found = reachLists(place, lists).flatMap((one) =>
      (lists.get(one)?.feeds ?? []).map((feed) => ({ feed, isOwn: !/^https?:/.test(one) })),
    )
    for (const { feed } of found.filter(({ feed, isOwn }) => isOwn || isOpen(feed.url)).slice(0, limit)) {
      const key = makeFeedKey(feed.url)
      if (known.has(key)) continue
      known.add(key)
      feeds.push({ ...defaults, ...feed, ...joinTags(defaults?.tags, tags, feed.tags), from: place })
    }
  }
  return { ...config, feeds }
}

/** A list and the lists that it includes, each once, the nearest first. */
export function reachLists(place: string, lists: ReadonlyMap<string, KeptList>): string[] {
  const reached = [place]
  let edge = [place]
  for (let depth = 1; depth < mostDepth; depth++) {
    edge = edge
      .flatMap((one) => lists.get(one)?.lists ?? [])
      .filter((one, at, all) => !reached.includes(one) && all.indexOf(one) === at)
    reached.push(...edge)
  }
  return reached.slice(0, mostLists)
}

/** Most lists to which one list may lead, itself included. */
const mostLists = 50

function joinTags(...given: (string[] | undefined)[]): Pick<FeedSource, 'tags'> {
  const tags = [...new Set(given.flatMap((some) => some ?? []))]
  return tags.length === 0 ? {} : { tags }
}
