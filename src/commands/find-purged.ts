import { makeLinkKey, meansEntry, type PurgedItem } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { FoundEntry, Store, StoredFeed } from '../store/store.ts'
import { writeTime } from '../text/write-time.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import { UsageError } from './usage-error.ts'

/** What `planet purge` is to take down. */
export type Purge = {
  /** What is written into feeds.yaml: a feed, an entry of a feed, or a link. */
  item: { entry?: string; feed?: string }
  /** What it is called. */
  label: string
  /** Every entry that is purged; empty where a whole feed is purged. */
  entries: FoundEntry[]
}

/**
 * The entries or the feed that a word on the command line means: a link means all entries with that link, an id one entry of one feed.
 *
 * @throws UsageError where nothing matches, or several feeds use the id
 */
export async function findPurged(word: string, feeds: StoredFeed[], store: Store, timezone: string): Promise<Purge> {
  const isFeed = feeds.some(({ source }) => source.url === word)
  const found = isFeed ? [] : await store.findEntries(word, makeLinkKey(word))
  const [first] = found
  if (first === undefined) return takeFeed(word, feeds)
  const linked = found.find(({ link, hasOwnLink }) => link === word || (hasOwnLink && isSamePage(link, word)))
  if (linked?.link !== undefined) {
    const { link } = linked
    const entries = await store.findEntries(link, makeLinkKey(link))
    const label =
      entries.length === 1 ? labelEntry(linked, feeds, timezone) : `${entries.length} entries with the link ${link}`
    return { item: { entry: link }, label, entries }
  }
  if (found.length > 1) {
    const list = found.map((entry) => `\n  ${entry.publishedId}  ${labelEntry(entry, feeds, timezone)}`)
    throw new UsageError(`"${word}" is any of these entries; say which by our id of it:${list.join('')}`)
  }
  const id = first.ids.includes(word) ? word : (first.ids[0] ?? first.publishedId)
  return { item: { entry: id, feed: first.feed }, label: labelEntry(first, feeds, timezone), entries: found }
}

function isSamePage(link: string | undefined, word: string): boolean {
  const key = makeLinkKey(word)
  return link !== undefined && key !== undefined && makeLinkKey(link) === key
}

function takeFeed(word: string, feeds: StoredFeed[]): Purge {
  try {
    const feed = findFeedArgument(word, feeds)
    return { item: { feed: feed.source.url }, label: `all entries of ${nameOf(feed)}`, entries: [] }
  } catch (error) {
    if (!(error instanceof UsageError) || !error.message.startsWith('no feed')) throw error
    throw new UsageError(`no entry has the link or id "${word}", and ${error.message}`)
  }
}

/** The place of a word in the list `purged:` of feeds.yaml: as it is written there, or by the name of the entry or feed. */
export async function findTakenDown(
  word: string,
  purged: PurgedItem[],
  feeds: StoredFeed[],
  store: Store,
): Promise<number> {
  const entries = await store.findEntries(word, makeLinkKey(word))
  const isMeant = (item: PurgedItem) => {
    if (item.entry !== undefined) {
      const isWord = item.entry === word || (item.feed === undefined && isSamePage(item.entry, word))
      return isWord || entries.some((entry) => meansEntry(item, entry))
    }
    return feeds.some(({ source, slug, state }) => {
      const labels = [source.url, slug, makeFeedName(source, state.about).toLowerCase()]
      return source.url === item.feed && (labels.includes(word) || labels.includes(word.toLowerCase()))
    })
  }
  const found = purged.findIndex(isMeant)
  const index = found === -1 ? purged.findIndex(({ feed }) => feed === word) : found
  if (index === -1) throw new UsageError(`"${word}" does not stand under purged: in feeds.yaml`)
  return index
}

/** "“Title”, 2026-05-02 (Blog)" */
export function labelEntry(
  { title, link, publishedId, position, feed }: FoundEntry,
  feeds: StoredFeed[],
  timezone: string,
): string {
  const name = title === undefined ? (link ?? publishedId) : `“${title}”`
  const blog = feeds.find(({ source }) => source.url === feed)
  return `${name}, ${writeTime(position, timezone).slice(0, 10)} (${blog === undefined ? feed : nameOf(blog)})`
}

function nameOf({ source, state }: StoredFeed): string {
  return makeFeedName(source, state.about)
}
