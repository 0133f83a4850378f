import type { Config } from '../config/schema.ts'
import { makeLinkKey } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { FoundEntry, Store, StoredFeed } from '../store/store.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import { UsageError } from './usage-error.ts'

/** What `planet purge` is to take down: what is written into feeds.yaml, and what it is called. */
export type Purge = { key: 'entry' | 'feed'; value: string; label: string }

/**
 * The entry or the feed that a word on the command line means.
 *
 * @throws UsageError where nothing or several entries are meant
 */
export async function findPurged(word: string, feeds: StoredFeed[], store: Store): Promise<Purge> {
  const isFeed = feeds.some(({ source }) => source.url === word)
  const entries = isFeed ? [] : await store.findEntries(word, makeLinkKey(word))
  const [first] = entries
  if (first === undefined) return takeFeed(word, feeds)
  const posts = new Set(entries.map((entry) => (entry.hasOwnLink ? makeLinkKey(entry.link ?? '') : entry.publishedId)))
  if (posts.size > 1) {
    const list = entries.map((entry) => `\n  ${entry.publishedId}  ${labelEntry(entry)}`)
    throw new UsageError(`"${word}" is any of these entries; say which by its id:${list.join('')}`)
  }
  // A link that several entries share would take them all.
  const value = first.hasOwnLink && first.link !== undefined ? first.link : first.publishedId
  const feed = feeds.find(({ source }) => source.url === first.feed)
  return { key: 'entry', value, label: `${labelEntry(first)} (${feed === undefined ? first.feed : nameOf(feed)})` }
}

function takeFeed(word: string, feeds: StoredFeed[]): Purge {
  try {
    const feed = findFeedArgument(word, feeds)
    return { key: 'feed', value: feed.source.url, label: `all entries of ${nameOf(feed)}` }
  } catch (error) {
    if (!(error instanceof UsageError) || !error.message.startsWith('no feed')) throw error
    throw new UsageError(`no entry has the link or id "${word}", and ${error.message}`)
  }
}

/** Where in the list of take-downs of feeds.yaml a word stands: as it is written there, or as an entry or feed is called. */
export async function findTakenDown(
  word: string,
  purged: Config['purged'],
  feeds: StoredFeed[],
  store: Store,
): Promise<number> {
  const entries = await store.findEntries(word, makeLinkKey(word))
  const words = [
    word,
    ...entries.flatMap(({ ids, publishedId, link }) => [...ids, publishedId, ...(link ? [link] : [])]),
  ]
  const keys = words.flatMap((one) => makeLinkKey(one) ?? [])
  const isMeant = ({ entry, feed }: Config['purged'][number]) => {
    if (entry !== undefined) return words.includes(entry) || keys.includes(makeLinkKey(entry) ?? '')
    return feeds.some(({ source, slug, state }) => {
      const labels = [source.url, slug, makeFeedName(source, state.about).toLowerCase()]
      return source.url === feed && (labels.includes(word) || labels.includes(word.toLowerCase()))
    })
  }
  const found = purged.findIndex(isMeant)
  const index = found === -1 ? purged.findIndex(({ feed }) => feed === word) : found
  if (index === -1) throw new UsageError(`"${word}" does not stand under purged: in feeds.yaml`)
  return index
}

function labelEntry({ title, link, publishedId, position }: FoundEntry): string {
  const name = title === undefined ? (link ?? publishedId) : `“${title}”`
  return `${name}, ${position.toISOString().slice(0, 10)}`
}

function nameOf({ source, state }: StoredFeed): string {
  return makeFeedName(source, state.about)
}
